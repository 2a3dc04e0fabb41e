"""A parser that looks around: what it may see, write and start."""

import importlib
import os
import tempfile


def parse(content: bytes) -> object:
    """Parse nothing."""
    seen: dict[str, object] = {"environment": sorted(os.environ), "length": len(content)}
    for name, act in {"write": _write, "packages": _packages}.items():
        try:
            act()
        except (OSError, ImportError) as error:
            seen[name] = type(error).__name__
    return seen


def _write() -> None:
    with tempfile.TemporaryFile() as file:
        file.write(b"x")
        file.flush()


def _packages() -> None:
    importlib.import_module("pydantic")
