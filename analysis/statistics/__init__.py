"""Numbers about samples: effects, intervals, tests and their adjustment. Arrays in, numbers out.

Nothing here knows what is measured. One element of an array is one unit: an article, an event covered by
two sources, or whatever else was sampled. What is undefined is NaN.
"""
