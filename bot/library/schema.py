"""JSON schemas of the content files, for editors that check TOML: `python -m bot.library.schema` writes them anew."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from bot.app import messages
from bot.app.guide import Asked, NotCovered, Paper, Refusal, Request
from bot.app.reply import Message
from bot.guidance.rules import RULES, Rule
from bot.guidance.thresholds import Thresholds
from bot.guidance.warmup import WarmUpKind
from bot.language.rewordings import RewordingFile
from bot.language.safety import SafetyPhrases
from bot.language.sentences import SentenceFile
from bot.language.vocabulary import GROUPS
from bot.library.guide import AnswerFile, TopicFile
from bot.library.texts import MOST_NAME, PAPERS, RULE_FACTS, declared_messages
from bot.training.lifts import Exercise

SCHEMAS = Path(__file__).parents[2] / "content" / "schema"
DIALECT = "http://json-schema.org/draft-07/schema#"  # the newest that editors for TOML know for certain
LOCAL_TIME = r"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$"

Schema: TypeAlias = dict[str, Any]


def schemas() -> Mapping[str, Schema]:
    """Return the schema of each content file, by the file's name without its ending."""
    return {
        "exercise_titles": _exercise_titles(),
        "guides": _of_type(dict[str, str], "The titles of the guides, by the article that claims.csv names."),
        "messages": _messages(),
        "papers": _of_type(dict[str, Paper], "The research that rules and topics cite, by key."),
        "rewordings": _of_type(RewordingFile),
        "rules": _rules(),
        "safety": _of_type(SafetyPhrases),
        "sentences": _of_type(SentenceFile),
        "thresholds": _of_type(Thresholds),
        "vocabulary": _vocabulary(),
        "warmup": _warmups(),
        "topic": _topic(),
        "not_covered": _of_type(dict[str, NotCovered], "What people ask about lifting that no guide covers."),
        "refusals": _of_type(dict[str, Refusal], "What the bot does not talk about."),
        "requests": _of_type(dict[Request, Asked], "What people want of the bot itself, and how they say it."),
        "synonyms": _of_type(
            dict[str, list[str]], "Words that mean the same to a question, by the key they are read as."
        ),
    }


def as_file(schema: Schema) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps({"$schema": DIALECT, **schema}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path) -> None:
    """Write all schemas into a folder."""
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(as_file(schema), encoding="utf-8")


class _Strict(GenerateJsonSchema):
    """Says what the library checks beyond types: unknown keys and negative numbers are wrong, times are local."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        text = json.dumps(super().generate(schema, mode))
        in_draft_7: JsonSchemaValue = json.loads(text.replace("$defs", "definitions").replace("prefixItems", "items"))
        return in_draft_7

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - "Assumed Time" tells nobody anything
        return False

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        return {**super().dataclass_schema(schema), "additionalProperties": False}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "minimum": 0}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "minimum": 0}

    def time_schema(self, schema: core_schema.TimeSchema) -> JsonSchemaValue:  # noqa: ARG002 - one form for all times
        return {"type": "string", "pattern": LOCAL_TIME}


def _of_type(kind: Any, description: str = "") -> Schema:
    schema = TypeAdapter(kind).json_schema(schema_generator=_Strict)
    return {**schema, "description": description} if description else schema


def _exercise_titles() -> Schema:
    names = {"type": "array", "items": {"type": "string", "minLength": 1}}
    properties = {exercise.value: names for exercise in Exercise}
    description = "What strength apps call the exercises of the log; capitals and hyphens do not matter."
    return {"type": "object", "description": description, "properties": properties, "additionalProperties": False}


def _messages() -> Schema:
    texts = {key: _message(message) for key, message in declared_messages().items()}
    return _object(texts, "Everything the bot says that is not a rule's reason.")


def _message(message: Message) -> Schema:
    return _sentence(message.facts, may_be_empty=message == messages.WHY_CAP_NONE)


def _rules() -> Schema:
    return _object({rule.code: _rule(rule) for rule in RULES}, "What the bot says about each rule.")


def _rule(rule: Rule) -> Schema:
    texts = {name: _sentence(RULE_FACTS) for name in ("title", *rule.variants)}
    schema = _object(texts, " ".join(rule.page.split()))
    papers = {"type": "array", "items": {"type": "string"}, "description": "Keys of papers.toml."}
    return {**schema, "properties": {**schema["properties"], PAPERS: papers}}


def _warmups() -> Schema:
    name = {**_sentence(()), "maxLength": MOST_NAME, "description": "What the step is called, as a button shows it."}
    step = _object({"name": name, "text": _sentence(())}, "One step, ticked off with one tap.")
    steps = {"type": "array", "minItems": 1, "items": step}
    kinds = {kind.value: _object({"steps": steps}, f"The steps of the {kind.value} warm-up.") for kind in WarmUpKind}
    return _object(kinds, "The steps of each warm-up, in order.")


def _topic() -> Schema:
    topic, answer = _of_type(TopicFile), _of_type(AnswerFile)
    text = {"type": "string", "minLength": 1}
    answer = {**answer, "properties": {**answer["properties"], "try": text}}
    answer["required"] = sorted([*answer["required"], "try"])
    properties = {
        **topic["properties"],
        "answer": {key: value for key, value in answer.items() if key != "definitions"},
    }
    return {
        **topic,
        "description": "One topic of the form guide; the file's name is the topic's own.",
        "properties": properties,
        "required": sorted([*topic["required"], "answer"]),
    }


def _vocabulary() -> Schema:
    groups = {name: _group(keys) for name, keys in GROUPS.items()}
    return _object(groups, "The words that the bot knows, by group and key, with the ways to say each.")


def _group(keys: Iterable[str] | None) -> Schema:
    words = {"type": "array", "items": {"type": "string", "pattern": "^[^A-Z-]+$"}}
    if keys is None:
        return {"type": "object", "additionalProperties": words}
    return {"type": "object", "properties": dict.fromkeys(keys, words), "additionalProperties": False}


def _object(properties: Mapping[str, Schema], description: str) -> Schema:
    """Return the schema of a table that holds exactly these keys."""
    return {
        "type": "object",
        "description": description,
        "properties": dict(properties),
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _sentence(facts: Iterable[str], *, may_be_empty: bool = False) -> Schema:
    """Return the schema of a text that may use some facts in braces; a brace that is meant as one is doubled."""
    names = sorted(facts)
    fact = rf"|\{{({'|'.join(names)})\}}" if names else ""
    offered = f"May use {', '.join(f'{{{name}}}' for name in names)}." if names else "Uses no facts."
    least = {} if may_be_empty else {"minLength": 1}
    return {"type": "string", "pattern": rf"^([^{{}}]|\{{\{{|\}}\}}{fact})*$", "description": offered, **least}


if __name__ == "__main__":
    write(SCHEMAS)
    sys.stdout.write(f"wrote {len(schemas())} schemas\n")
