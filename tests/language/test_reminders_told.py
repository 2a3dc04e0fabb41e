"""Which of the bot's messages a sentence means: the reminder, the prompt, the week's plan, or the quiet hours."""

import datetime as dt

import pytest

from bot.language.meaning import SettingReading
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit
from bot.training.time import Weekday

OF_A_KIND = {
    "turn off the warm-up reminder": ("warmup", "off"),
    "no more warm-up prompts please": ("warmup", "off"),
    "warm-up reminder 45 minutes before please": ("warmup", "45"),
    "remind me 45 min before my lift": ("warmup", "45"),
    "remind me every sunday about my week at 19:00": ("week", "sun 19:00"),
    "remind me about my week every friday at 6pm": ("week", "fri 18:00"),
    "send me the weekly reminder on monday at 7am": ("week", "mon 07:00"),
    "no more weekly reminders": ("week", "off"),
    "no reminders on rest days": ("daily", "off"),
    "remind me on rest days too": ("daily", "on"),
    "no messages at night": ("quiet", ""),
    "stop texting me while I sleep": ("quiet", ""),
    "no pings overnight please": ("quiet", ""),
    "no messages between 22:00 and 6:30 please": ("quiet", "22:00-06:30"),
    # Of no kind and no day: the morning reminder.
    "remind me at 7am every day": ("reminder", "07:00"),
    "I lift on tuesdays, remind me at 7am": ("reminder", "07:00"),
    "stop reminding me": ("reminder", "off"),
    "turn off the morning reminder, the evening one is enough": ("reminder", "off"),
}

OF_SOME_DAYS = {
    "don't text me on weekends": ("off", (Weekday.SAT, Weekday.SUN), False),
    "don't remind me on sunday": ("off", (Weekday.SUN,), False),
    "remind me on sundays at 7pm": ("19:00", (Weekday.SUN,), False),
    "remind me tomorrow at 7": ("07:00", (), True),
    "remind me at 6:30 on weekdays": (
        "06:30",
        (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
        False,
    ),
}


def read(text: str, vocabulary: Vocabulary, now: dt.datetime) -> SettingReading:
    [reading] = understand(text, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
    assert isinstance(reading, SettingReading)
    return reading


@pytest.mark.parametrize(("text", "setting"), OF_A_KIND.items())
def test_a_kind_of_message_is_set(
    text: str, setting: tuple[str, str], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    reading = read(text, vocabulary, now)
    assert (reading.name, reading.value, reading.days, reading.once) == (*setting, (), False)


@pytest.mark.parametrize(("text", "told"), OF_SOME_DAYS.items())
def test_days_named_for_the_reminder_are_kept_with_it(
    text: str, told: tuple[str, tuple[Weekday, ...], bool], vocabulary: Vocabulary, now: dt.datetime
) -> None:
    reading = read(text, vocabulary, now)
    assert reading.name == "reminder"
    assert (reading.value, reading.days, reading.once) == told
