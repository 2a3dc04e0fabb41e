from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.records import Lane
from bot.chat.transport.limiter import Limits, Pacer, Unpaced

A, B = Lane.ANSWER, Lane.BULK
Sent = tuple[float, int, Lane]
PACE = 29.0
"""Bulk messages a second: thirty without the one that is kept for answers."""

ROUNDING = 1e-6


def play(pacer: Pacer, arrivals: list[Sent], *, until: float) -> list[Sent]:
    """Send what arrives as the delivery does: answers first, each as soon as it may leave; calls take no time."""
    waiting: list[Sent] = []
    sent: list[Sent] = []
    coming = sorted(arrivals, key=lambda item: item[0])
    now = 0.0
    while now <= until and (coming or waiting):
        waiting += [item for item in coming if item[0] <= now]
        coming = [item for item in coming if item[0] > now]
        waiting.sort(key=lambda item: item[2] is B)
        delays = list[float]()
        for place, (_, chat, lane) in enumerate(waiting):
            delays.append(pacer.delay_for(chat, lane, now))
            if delays[-1] == 0:
                pacer.note_sent(chat, lane, now)
                pacer.note_answered(chat, now)
                sent.append((now, chat, lane))
                del waiting[place]
                break
        else:
            steps = delays + [item[0] - now for item in coming[:1]]
            now += max(1e-9, min(steps, default=1.0))
    return sent


def most_in_window(times: list[float], seconds: float) -> int:
    return max((sum(1 for time in times if start <= time < start + seconds - ROUNDING) for start in times), default=0)


arrivals_of = st.lists(st.tuples(st.floats(0, 4), st.integers(-3, 40), st.sampled_from(Lane)), max_size=150)


@settings(max_examples=40)
@given(arrivals_of)
def test_never_more_than_thirty_leave_in_any_second(arrivals: list[Sent]) -> None:
    sent = play(Pacer(), arrivals, until=300)
    assert len(sent) == len(arrivals)
    assert most_in_window([at for at, _, _ in sent], 1.0) <= 30


@settings(max_examples=40)
@given(arrivals_of)
def test_no_chat_gets_more_than_its_pace_and_a_small_burst(arrivals: list[Sent]) -> None:
    sent = play(Pacer(), arrivals, until=300)
    for chat in {chat for _, chat, _ in sent}:
        times = [at for at, its, _ in sent if its == chat]
        for seconds in (1, 5, 20):
            assert most_in_window(times, seconds) <= seconds - 1 + 3


@settings(max_examples=20)
@given(st.integers(1, 20), st.lists(st.floats(0, 5), min_size=1, max_size=25))
def test_an_answer_hardly_waits_for_bulk_however_much_of_it_there_is(first: int, moments: list[float]) -> None:
    """Each answer beyond the reserve waits for one bulk message to leave the window: one 28th of a second or so."""
    bulk = [(0.0, 1000 + number, B) for number in range(150)]
    answers = [(at, first + number, A) for number, at in enumerate(moments)]
    sent = play(Pacer(), bulk + answers, until=60)
    left = {chat: at for at, chat, lane in sent if lane is A}
    for at, chat, _ in answers:
        beside = sum(1 for other, _, _ in answers if abs(other - at) <= 1.5)
        assert left[chat] - at <= max(0, beside - 1) / PACE + 0.11


@settings(max_examples=20)
@given(st.integers(0, 30), st.integers(1, 120))
def test_answers_alone_are_not_slowed_by_lanes(answers: int, bulk: int) -> None:
    """Thirty answers to thirty chats leave at once, and bulk only takes what they leave."""
    work = [(0.0, number + 1, A) for number in range(answers)] + [(0.0, number + 1000, B) for number in range(bulk)]
    sent = play(Pacer(), work, until=60)
    assert all(at == 0 for at, _, lane in sent if lane is A)
    if answers >= 29:
        assert all(at >= 1.0 - ROUNDING for at, _, lane in sent if lane is B)


def test_bulk_keeps_an_even_pace_below_the_limit() -> None:
    sent = play(Pacer(), [(0.0, number, B) for number in range(1, 101)], until=60)
    assert most_in_window([at for at, _, _ in sent], 1 / PACE) <= 4
    assert sent[-1][0] == pytest.approx(99 / PACE, abs=0.15)


def test_bulk_makes_up_for_wake_ups_that_come_late() -> None:
    """Each message is sent 10 ms after it might have been: the rate is that of the pace all the same."""
    pacer, now = Pacer(), 0.0
    for number in range(280):
        now += pacer.delay_for(number + 1, B, now) + 0.01
        while (delay := pacer.delay_for(number + 1, B, now)) > 0:
            now += delay
        pacer.note_sent(number + 1, B, now)
        pacer.note_answered(number + 1, now)
    assert 280 / now >= 0.9 * 30


@pytest.mark.parametrize(("per_second", "late"), [(30, 0.09), (100, 0.05), (300, 0.02)])
def test_what_a_late_look_missed_leaves_together(per_second: int, late: float) -> None:
    pacer, sent = Pacer(limits=Limits(per_second=per_second)), list[float]()
    for look in range(200):
        now, together = look * late, 0
        while pacer.lane_delay(B, now, ahead=together) == 0:
            together += 1
        for _ in range(together):
            pacer.note_sent(len(sent) + 1, B, now)
            pacer.note_answered(len(sent) + 1, now)
            sent.append(now)
    assert most_in_window(sent, 1.0) <= per_second
    assert len(sent) / (200 * late) >= 0.9 * per_second


def bulk_sent(pacer: Pacer, takes: Callable[[int], float]) -> list[float]:
    """Send bulk as soon as it may leave and return when; the call of each takes its time."""
    now, left = 0.0, list[float]()
    under_way: list[tuple[float, int]] = []
    for number in range(300):
        while (delay := pacer.lane_delay(B, now)) > 0:
            now = min([now + delay, *(at for at, _ in under_way)])
            for at, chat in [one for one in under_way if one[0] <= now]:
                pacer.note_answered(chat, at)
                under_way.remove((at, chat))
            now += 1e-9
        pacer.note_sent(number, B, now)
        left.append(now)
        under_way.append((now + takes(number), number))
    return left


@pytest.mark.parametrize("takes", [0.0, 0.05, 0.3])
def test_bulk_comes_close_to_the_limit_however_long_calls_take(takes: float) -> None:
    left = bulk_sent(Pacer(), lambda _: takes)
    assert 200 / (left[299] - left[99]) >= 0.95 * 30


def test_bulk_comes_close_to_the_limit_again_when_calls_have_become_slower() -> None:
    left = bulk_sent(Pacer(), lambda number: 0.01 if number < 100 else 0.3)
    assert 100 / (left[299] - left[199]) >= 0.95 * 30


@pytest.mark.parametrize("slow", [1, 5, 20])
def test_never_more_than_thirty_arrive_in_a_second_when_the_first_calls_are_slow(slow: int) -> None:
    """The first calls open connections: they take 0.3 s more than the others, and bring their messages at their end."""
    pacer, late = Pacer(), [0.3 if number < slow else 0.0 for number in range(300)]
    left = bulk_sent(pacer, lambda number: 0.01 + late[number])
    arrived = sorted(at + held for at, held in zip(left, late, strict=True))
    assert most_in_window(arrived, 1.0) <= 30


@pytest.mark.parametrize("slow", [3, 7, 40])
def test_never_more_than_thirty_arrive_in_a_second_when_some_are_held_up_on_the_way(slow: int) -> None:
    """Every so many calls take 0.2 s more, and the message arrives only at their end."""
    late = [0.2 if number % slow == 0 else 0.0 for number in range(300)]
    left = bulk_sent(Pacer(), lambda number: 0.02 + late[number])
    arrived = sorted(at + 0.01 + held for at, held in zip(left, late, strict=True))
    assert most_in_window(arrived, 1.0) <= 30


def test_a_message_that_is_never_answered_frees_its_place_all_the_same() -> None:
    pacer = Pacer(limits=Limits(per_second=1))
    pacer.note_sent(1, A, 0.0)
    assert pacer.lane_delay(A, 1.0) == pytest.approx(1.0)
    assert pacer.lane_delay(A, 2.0) == 0
    pacer.note_answered(1, 5.0)
    assert pacer.lane_delay(A, 5.0) == 0


def test_a_higher_rate_that_telegram_allows_is_used() -> None:
    arrivals = [(0.0, number, B) for number in range(1, 451)]
    sent = play(Pacer(limits=Limits(per_second=300)), arrivals, until=60)
    assert most_in_window([at for at, _, _ in sent], 1.0) <= 300
    assert sent[-1][0] == pytest.approx(450 / 290, abs=0.2)


def test_three_answers_may_follow_each_other_in_a_chat_and_then_one_a_second() -> None:
    sent = play(Pacer(), [(0.0, 7, A)] * 6, until=60)
    assert [round(at, 3) for at, _, _ in sent] == [0, 0, 0, 1, 2, 3]


def test_bulk_waits_for_a_quiet_chat() -> None:
    pacer = Pacer()
    for _ in range(3):
        pacer.note_sent(7, A, 100.0)
    assert pacer.chat_delay(7, B, 100.0) == pytest.approx(3.0)
    assert pacer.chat_delay(8, B, 100.0) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    sent = play(Pacer(), [(0.0, -100, A)] * 25, until=200)
    times = [at for at, _, _ in sent]
    assert most_in_window(times, 60) == 20
    assert times[20] == pytest.approx(60, abs=0.01)


def test_a_private_chat_has_no_limit_by_the_minute() -> None:
    sent = play(Pacer(), [(0.0, 100, A)] * 25, until=200)
    assert sent[-1][0] == pytest.approx(22, abs=0.01)


def test_a_refusal_pauses_its_chat_and_bulk_but_no_other_answer() -> None:
    pacer = Pacer()
    pacer.note_retry_after(7, 5, 100.0)
    assert pacer.delay_for(7, A, 101.0) == pytest.approx(4)
    assert pacer.delay_for(8, B, 101.0) == pytest.approx(4)
    assert pacer.delay_for(8, A, 101.0) == 0
    assert pacer.delay_for(7, A, 105.0) == 0


def test_two_chats_refused_within_ten_seconds_pause_everything() -> None:
    pacer = Pacer()
    pacer.note_retry_after(7, 5, 100.0)
    pacer.note_retry_after(8, 5, 103.0)
    assert pacer.delay_for(9, A, 104.0) == pytest.approx(4)


@pytest.mark.parametrize(("chat", "at"), [(7, 103.0), (8, 111.0)])
def test_the_same_chat_again_or_another_much_later_does_not(chat: int, at: float) -> None:
    pacer = Pacer()
    pacer.note_retry_after(7, 30, 100.0)
    pacer.note_retry_after(chat, 30, at)
    assert pacer.delay_for(9, A, at) == 0


def test_bulk_resumes_gradually_after_a_refusal() -> None:
    pacer = Pacer()
    pacer.note_retry_after(7, 10, 0.0)
    sent = play(pacer, [(0.0, number, B) for number in range(100, 300)], until=60)
    times = [at for at, _, _ in sent]
    assert times[0] == pytest.approx(10)
    per_second = [sum(1 for at in times if 10 + start <= at < 11 + start) for start in range(7)]
    assert per_second[0] <= 5
    assert per_second == sorted(per_second)
    assert per_second[-1] >= 24


def test_after_a_refusal_of_everything_answers_come_back_before_bulk() -> None:
    pacer = Pacer()
    pacer.note_retry_after(7, 10, 0.0)
    pacer.note_retry_after(8, 10, 0.0)
    work = [(0.0, number, A) for number in range(100, 130)] + [(0.0, number, B) for number in range(200, 260)]
    sent = play(pacer, work, until=120)
    assert sum(1 for at, _, _ in sent if at < 11 - ROUNDING) <= 10
    assert max(at for at, _, lane in sent if lane is A) <= min(at for at, _, lane in sent if lane is B)
    assert len(sent) == 90


def test_messages_chosen_together_count_before_they_leave() -> None:
    pacer = Pacer()
    assert pacer.lane_delay(A, 0.0, ahead=29) == 0
    assert pacer.lane_delay(A, 0.0, ahead=30) > 0
    assert pacer.lane_delay(B, 0.0, ahead=3) > 0


def test_memory_does_not_grow_with_the_chats() -> None:
    pacer = Pacer()
    for number in range(5000):
        pacer.note_sent(number - 2500, A, float(number))
        pacer.note_retry_after(number, 1, float(number))
    assert len(pacer._chat_free) < 100
    assert len(pacer._chat_paused) < 100
    assert len(pacer._groups) < 200
    assert len(pacer._on_the_way) < 100


def test_limits_can_be_set() -> None:
    pacer = Pacer(limits=Limits(per_second=2))
    pacer.note_sent(1, A, 0.0)
    pacer.note_sent(2, A, 0.0)
    pacer.note_answered(1, 0.0)
    pacer.note_answered(2, 0.0)
    assert pacer.lane_delay(A, 0.25) == pytest.approx(0.75)


def test_nothing_waits_where_there_are_no_limits() -> None:
    unpaced = Unpaced()
    checks: list[Callable[[], float]] = [
        lambda: unpaced.lane_delay(B, 0.0, ahead=99),
        lambda: unpaced.chat_delay(1, B, 0.0),
    ]
    for _ in range(100):
        unpaced.note_sent(1, B, 0.0)
        unpaced.note_answered(1, 0.0)
        unpaced.note_retry_after(1, 60, 0.0)
    assert [check() for check in checks] == [0.0, 0.0]
