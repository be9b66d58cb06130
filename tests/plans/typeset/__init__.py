"""Typeset plans: what is in `../data` as PDFs of seven forms, each beside its gold."""
