"""The language of French plans, said once: words as data in TOML, and the patterns built of them.

Text in, matches and what they stand for out; knows neither documents nor what is done with them.
"""
