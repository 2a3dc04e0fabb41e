"""The server of these tests minds Telegram's limits; else no figure of it would mean anything."""

from tests.e2e.limits import Limits


def test_the_thirty_first_message_of_a_second_is_too_many() -> None:
    limits = Limits()
    refusals = [limits.refusal(chat, 10.0) for chat in range(1, 32)]

    assert refusals == [None] * 30 + [1]
    assert limits.broken == 1
    assert limits.refusal(32, 11.0) is None


def test_the_fourth_message_to_a_chat_at_once_is_too_many_and_a_second_later_it_is_not() -> None:
    limits = Limits()

    assert [limits.refusal(7, 10.0) for _ in range(4)] == [None, None, None, 1]
    assert limits.refusal(7, 11.0) is None
    assert limits.refusal(8, 11.0) is None


def test_the_twenty_first_message_of_a_minute_to_a_group_is_too_many() -> None:
    limits = Limits()
    times = [10.0 + 2 * number for number in range(21)]

    assert [limits.refusal(-7, at) for at in times] == [None] * 20 + [20]
    assert limits.refusal(-7, 70.0) is None


def test_what_is_paid_for_has_a_limit_of_its_own() -> None:
    limits = Limits(paid=40)
    paid = [limits.refusal(chat, 10.0, paid=True) for chat in range(1, 42)]

    assert paid == [None] * 40 + [1]
    assert limits.refusal(42, 10.0) is None
