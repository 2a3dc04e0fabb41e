"""The bot's sentences in one language: messages, what each rule says, the steps of the warm-ups."""

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from bot.app import messages
from bot.app.guide import Paper
from bot.app.knowledge import StepText, Texts
from bot.app.reply import Message
from bot.guidance.rules import RULES
from bot.guidance.warmup import WarmUpKind
from bot.library.files import ContentError, as_type, read_toml

RULE_FACTS = frozenset(
    {"run", "away", "ago", "hours", "needed", "days", "count", "level", "race", "phase", "sets", "until"}
)
_Tables: TypeAlias = Mapping[str, Mapping[str, str | list[str]]]


PAPERS: Final = "papers"
"""The key of a rule's table that names its papers; every other key is a sentence."""

MOST_NAME: Final = 40
"""A step's name stands on a button of a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of one warm-up; its ramp follows them."""

    steps: tuple[StepText, ...]


def load_texts(folder: Path, *, guides: Mapping[str, str], papers: Mapping[str, Paper]) -> Texts:
    """Read and check the sentences of content/<language>/."""
    rules = as_type(folder / "rules.toml", read_toml(folder / "rules.toml"), dict[str, dict[str, str | list[str]]])
    return Texts(
        messages=_messages(folder / "messages.toml"),
        rules=_rules(folder / "rules.toml", rules),
        warmups=_warmups(folder / "warmup.toml"),
        guides=guides,
        research=_research(folder / "rules.toml", rules, papers),
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


def _rules(file: Path, tables: _Tables) -> Mapping[str, Mapping[str, str]]:
    _same_keys(file, "", [rule.code for rule in RULES], tables)
    texts = {code: {key: text for key, text in table.items() if key != PAPERS} for code, table in tables.items()}
    sentences = as_type(file, texts, dict[str, dict[str, str]])
    for rule in RULES:
        _same_keys(file, f"{rule.code}.", ("title", *rule.variants), sentences[rule.code])
        for key, text in sentences[rule.code].items():
            _check(file, f"{rule.code}.{key}", text, RULE_FACTS)
    return sentences


def _research(file: Path, tables: _Tables, papers: Mapping[str, Paper]) -> Mapping[str, tuple[Paper, ...]]:
    named = {code: {PAPERS: table[PAPERS]} for code, table in tables.items() if PAPERS in table}
    keys = as_type(file, named, dict[str, dict[str, list[str]]])
    return {code: cited(file, f"{code}.{PAPERS}", table[PAPERS], papers) for code, table in keys.items()}


def cited(file: Path, key: str, names: Iterable[str], papers: Mapping[str, Paper]) -> tuple[Paper, ...]:
    """Return the papers that a place in a content file names; raises ContentError for one that is not on file."""
    for name in names:
        if name not in papers:
            raise ContentError(file, key, f"{name} does not stand in papers.toml")
    return tuple(papers[name] for name in names)


def _warmups(file: Path) -> Mapping[WarmUpKind, tuple[StepText, ...]]:
    texts = as_type(file, read_toml(file), dict[str, Steps])
    _same_keys(file, "", [kind.value for kind in WarmUpKind], texts)
    for kind, value in texts.items():
        for number, step in enumerate(value.steps):
            _check(file, f"{kind}.steps.{number}.text", step.text, frozenset())
            _check(file, f"{kind}.steps.{number}.name", step.name, frozenset())
            if len(step.name) > MOST_NAME:
                raise ContentError(file, f"{kind}.steps.{number}.name", f"at most {MOST_NAME} characters")
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
