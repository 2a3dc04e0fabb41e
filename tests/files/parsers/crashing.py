"""A parser that fails."""


def parse(content: bytes) -> object:
    """Parse nothing."""
    raise ValueError(content)
