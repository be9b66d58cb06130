"""The quality gate: every marked document in, each figure held against its floor out.

    python -m tests.quality [SET...] [--update] [--lower REASON]     or: make quality

`marked` says which documents there are, `scoring` what the program finds in them, `floors` what
is held to, `judgement` what fell or rose, `report` how it is told.
"""
