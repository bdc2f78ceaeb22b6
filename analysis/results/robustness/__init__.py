"""Does a difference between two sources remain under every reasonable choice? The specification curve.

Simonsohn, Simmons and Nelson (2020), Specification curve analysis, Nature Human Behaviour 4, 1208-1214:
name the choices that could as well have been made, estimate under all their combinations, and show all
estimates together with the reported one. `choices` names them, each with its reason.
"""
