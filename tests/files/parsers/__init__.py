"""Parsers that misbehave, for the process that has to bear them."""
