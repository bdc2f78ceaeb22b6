"""Numbers about samples: effects, intervals, tests and their adjustment. Arrays in, numbers out.

The unit is whatever one element of an array stands for: mostly an article, or an event told by two sources.
"""
