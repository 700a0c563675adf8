"""Proof of the rules: golden games, cases, a second interpreter, properties, counts."""
