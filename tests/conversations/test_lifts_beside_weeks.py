"""A lift that is told beside a week, in as many parts as one likes: both are kept, each as it was said."""

import pytest

from tests.conversations.conftest import EXPERIENCED, Talker


@pytest.mark.parametrize(
    "said",
    [
        "easy tue thu, deadlift 3x5 100, rir 2",
        "easy tue thu, deadlifted 3x5 at 100 kg, rpe 8",
        "deadlift 3x5 100, rir 2, easy tue thu",
        "easy tue thu, did deadlifts, 3x5 at 100, rir 2",
        "tue easy, thu easy. deadlift 3x5, 100 kg, 2 reps in reserve",
    ],
)
async def test_a_lift_split_by_commas_leaves_the_week_beside_it_whole(ada: Talker, said: str) -> None:
    await ada.set_up(*EXPERIENCED)
    replies = [one.text for one in await ada.say(said)]
    assert replies[0].startswith("📌 today 10:00 · deadlift 3 × 5 at 100 kg (2 in reserve)")
    assert replies[-1] == "📌 Your week:\nTue · easy\nThu · easy"


@pytest.mark.parametrize(
    "said", ["mon easy, tue gym, deadlift 3x5 100, thu tempo", "mon easy, thu tempo, tue gym, deadlift 3x5 100"]
)
async def test_the_sets_of_a_gym_day_are_no_lift_of_today(ada: Talker, said: str) -> None:
    await ada.set_up(*EXPERIENCED)
    assert not any("today" in one.text for one in await ada.say(said))
