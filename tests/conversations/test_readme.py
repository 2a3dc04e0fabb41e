"""The conversation in the README is one that the bot really holds."""

from pathlib import Path

from bot.library.library import Library
from bot.local.shown import ShownMessage
from tests.conversations.conftest import Clock, bot_on

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- conversation -->\n```text\n", "```\n<!-- /conversation -->"
SAID = (
    "/start",
    "Berlin",
    "Tue 6x800 @ 6pm, Thu tempo 40 min 6:30am, Sun long 18k 8am",
    "5 years",
    "3 years",
    "none of these",
    "06:30",
    "can I deadlift today?",
    "thursday evening?",
    "/lifts thu 18:00",
    "deadlifted 3x4 at 100 yesterday at 9am, felt like an 8",
    "slept 4 hours, hamstrings a 6, can I still pull tomorrow evening?",
    "/lifts auto",
)


async def test_the_conversation_in_the_readme_is_real(tmp_path: Path, library: Library, clock: Clock) -> None:
    shown = README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert shown == await held(tmp_path / "bot.db", library, clock)


async def held(database: Path, library: Library, clock: Clock) -> str:
    """Hold the conversation and return it as the README shows it: what was said after `>`, buttons in brackets."""
    lines: list[str] = []
    async with bot_on(database, library, clock) as world:
        ada = world.person()
        for said in SAID:
            lines.append(f"> {said}\n")
            lines += [_as_shown(answer) for answer in await ada.say(said)]
    return "\n".join(lines)


def _as_shown(answer: ShownMessage) -> str:
    buttons = "  ".join(f"[{label}]" for label in answer.labels)
    return f"{answer.text}\n{buttons}\n" if buttons else f"{answer.text}\n"
