"""Faults injected into the stages of a real run: see `injected/sitecustomize.py`."""
