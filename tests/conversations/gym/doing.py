"""What is done in the gym, and what is kept of it.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin; the runner runs intervals on Tuesday 18:00, tempo on Thursday
06:30 and long on Sunday 08:00, and lifts on Friday at noon. Three sets of four at 100 kg with two reps in reserve,
eleven days before, are an e1RM of 118 kg: 84 to 87 % of it are 100 to 102.5 kg, 70 % are 82.5 kg.
"""

from bot.app.workout import Workout
from bot.local.shown import ShownMessage
from bot.training.lifts import Lift
from tests.conversations.conftest import Talker, World
from tests.conversations.pressing import now, press

LOGGED = "/log 2026-02-23 12:00 deadlift 3x4 100kg rpe 8"
FRIDAY = ("/remind off", "/remind warmup 30", "/lifts fri 12:00")
TICKS = (
    "✓ Easy cardio, 10 min",
    "✓ Slow breathing, 2 min",
    "✓ Mobility, 6 min",
    "✓ Hinges, 2 min",
    "✓ 40 kg × 5",
    "✓ 60 kg × 3",
    "✓ 75 kg × 2",
    "✓ 85 kg × 1",
)
DONE = "✓ Done as prescribed"


async def tapped(runner: Talker, message: ShownMessage, *labels: str) -> ShownMessage:
    """Press some buttons of a message, one after the other, and return it as it is then."""
    for label in labels:
        message = await press(runner, label, now(runner, message))
    return message


async def lifts_of(world: World, runner: Talker) -> list[Lift]:
    """Return the log."""
    return [lift for _, lift in await world.store.run(lambda records: records.lifts.of(runner.person.id))]


async def workouts_of(world: World, runner: Talker) -> list[Workout]:
    """Return the lifts that are being done."""
    return [one for _, one in await world.store.run(lambda records: records.workouts.of(runner.person.id))]


def done_in(lift: Lift) -> list[tuple[int, float | None, float | None]]:
    """Return the sets of a lift."""
    return [(work.reps, work.weight_kg, work.rir) for work in lift.sets]


def data_of(message: ShownMessage, label: str) -> str:
    """Return what a button carries."""
    rows = message.data["reply_markup"]["inline_keyboard"]
    return next(str(one["callback_data"]) for row in rows for one in row if one["text"] == label)


def countdowns(message: ShownMessage) -> list[int]:
    """Return the instants to which a message counts down, in seconds since 1970."""
    return [one["unix_time"] for one in message.entities if one["type"] == "date_time"]


async def press_old(runner: Talker, message: ShownMessage, data: str) -> ShownMessage:
    """Press a button with the data of another one and return the message as it is then."""
    await runner.press_data(message, data)
    return now(runner, message)
