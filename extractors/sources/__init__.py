"""Where documents come from, and the raw store that keeps them.

One module a kind of source, with `discover` (what is there), beside all kinds' configuration; what
is there is visited, checked and stored alike for all. Knows addresses and files, and of pages only
whether they are documents. Nothing is imported here: who reads the configuration, or only files at
hand, does without what asks the web.
"""
