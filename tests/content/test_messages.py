"""Every message is declared, written and said somewhere, and is said with all the facts that its text may mention."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.app import messages
from bot.app.reply import Message
from bot.chat.routes import COMMANDS
from bot.library.library import Library
from bot.library.texts import declared_messages

BOT = Path(messages.__file__).parents[1]
SOURCES = [file for file in BOT.rglob("*.py") if file != Path(messages.__file__)]
NAMES = {name: value for name, value in vars(messages).items() if isinstance(value, Message)}
SAYERS = frozenset({"say", "tell", "refused", "unable", "alert"})


class Spoken(NamedTuple):
    """The messages that the sources name, and each that a call says with the facts that it gives."""

    named: frozenset[str]
    said: tuple[tuple[str, frozenset[str]], ...]


@cache
def _spoken() -> Spoken:
    """Read the sources once; their trees are a million objects, and are not kept."""
    named: set[str] = set()
    said: list[tuple[str, frozenset[str]]] = []
    for file in SOURCES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if name := _message_of(node):
                named.add(name)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYERS:
                said += _said(node)
    return Spoken(named=frozenset(named), said=tuple(said))


def _message_of(node: ast.AST) -> str | None:
    """Return the name in `m.NAME`, when that is what an expression is."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in {"m", "messages"}:
        return node.attr if node.attr in NAMES else None
    return None


def test_every_message_has_a_key_of_its_own() -> None:
    assert [key for key, count in Counter(message.key for message in NAMES.values()).items() if count > 1] == []


def test_every_message_is_called_what_its_key_is_called() -> None:
    assert [name for name, message in NAMES.items() if name != message.key.upper()] == []


def test_every_declared_message_is_said_somewhere() -> None:
    by_the_menu = {f"MENU_{command.upper()}" for command in COMMANDS}
    assert NAMES.keys() - _spoken().named - by_the_menu == set()


def test_every_declared_message_has_a_text_and_every_text_a_message(library: Library) -> None:
    assert set(library.texts.messages) == set(declared_messages())


def test_every_message_is_said_with_all_its_facts() -> None:
    """What is missing would only show when the text is filled in, in front of a runner."""
    missing = {
        f"{name} without {sorted(lacking)}" for name, given in _spoken().said if (lacking := NAMES[name].facts - given)
    }
    assert missing == set()


def _said(call: ast.Call) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the message that a call says and the facts it gives; a call that passes facts on cannot be judged."""
    words = [word for node in call.args for word in [_message_of(node)] if word]
    if all(keyword.arg for keyword in call.keywords):
        yield from ((word, frozenset(str(keyword.arg) for keyword in call.keywords)) for word in words)
