"""The bot's sentences in one language: messages, what each rule says, the steps of the warm-ups."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.app import messages
from bot.app.knowledge import Texts
from bot.app.reply import Message
from bot.guidance.rules import RULES
from bot.guidance.warmup import WarmUpKind
from bot.library.files import ContentError, as_type, read_toml

RULE_FACTS = frozenset({"run", "away", "ago", "hours", "needed", "days", "count", "level", "race", "phase", "sets"})
WARMUP_FACTS = frozenset({"ramp"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of one warm-up."""

    steps: tuple[str, ...]


def load_texts(folder: Path, *, guides: Mapping[str, str]) -> Texts:
    """Read and check the sentences of content/<language>/."""
    return Texts(
        messages=_messages(folder / "messages.toml"),
        rules=_rules(folder / "rules.toml"),
        warmups=_warmups(folder / "warmup.toml"),
        guides=guides,
    )


def declared_messages() -> dict[str, Message]:
    """Return the messages that the code declares, by key."""
    values = (value for value in vars(messages).values() if isinstance(value, Message))
    return {value.key: value for value in values}


def _messages(file: Path) -> Mapping[str, str]:
    texts = as_type(file, read_toml(file), dict[str, str])
    declared = declared_messages()
    _same_keys(file, "", declared, texts)
    for key, text in texts.items():
        _check(file, key, text, declared[key].facts)
    return texts


def _rules(file: Path) -> Mapping[str, Mapping[str, str]]:
    texts = as_type(file, read_toml(file), dict[str, dict[str, str]])
    _same_keys(file, "", [rule.code for rule in RULES], texts)
    for rule in RULES:
        _same_keys(file, f"{rule.code}.", ("title", *rule.variants), texts[rule.code])
        for key, text in texts[rule.code].items():
            _check(file, f"{rule.code}.{key}", text, RULE_FACTS)
    return texts


def _warmups(file: Path) -> Mapping[WarmUpKind, tuple[str, ...]]:
    texts = as_type(file, read_toml(file), dict[str, Steps])
    _same_keys(file, "", [kind.value for kind in WarmUpKind], texts)
    for kind, value in texts.items():
        for number, step in enumerate(value.steps):
            _check(file, f"{kind}.steps.{number}", step, WARMUP_FACTS)
    return {WarmUpKind(kind): value.steps for kind, value in texts.items()}


def _same_keys(file: Path, prefix: str, wanted: Iterable[str], given: Iterable[str]) -> None:
    wanted, given = set(wanted), set(given)
    for key in sorted(wanted - given):
        raise ContentError(file, f"{prefix}{key}", "this text is missing")
    for key in sorted(given - wanted):
        raise ContentError(file, f"{prefix}{key}", "nobody reads this key; is it misspelt?")


def _check(file: Path, key: str, text: str, facts: frozenset[str]) -> None:
    if not text.strip() and key != messages.WHY_CAP_NONE.key:
        raise ContentError(file, key, "the text is empty")
    try:
        fields = [field for field in string.Formatter().parse(text) if field[1] is not None]
    except ValueError as wrong:
        raise ContentError(file, key, str(wrong)) from None
    for _, name, form, conversion in fields:
        if form or conversion:
            raise ContentError(file, key, f"{{{name}}} takes nothing behind its name")
    for name in sorted({str(name) for _, name, _, _ in fields} - facts):
        raise ContentError(file, key, f"{{{name}}} is not offered here; there is {', '.join(sorted(facts)) or 'none'}")
