import pytest

from bot.chat.routes import COMMANDS
from bot.language.safety import read_safety
from bot.library.library import Library


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_stands_alone_says_nothing_of_the_body(name: str, library: Library) -> None:
    """It is not read for red flags."""
    assert read_safety(f"/{name}", lexicon=library.knowledge.safety) is None
