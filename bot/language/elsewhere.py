"""What only sounds like a run of a day: a walk, a journey, a weight, hours of meetings."""

from bot.language.frames import Items, is_day
from bot.language.held import any_means, any_text, any_value
from bot.language.items import Dated, Days, Distance, Duration, Repeats
from bot.language.message import acts_in, names_run, strangers
from bot.language.run_words import is_since


def is_no_run(items: Items) -> bool:
    """Tell whether the words of running in a message belong to something else."""
    acts = acts_in(items)
    sore = not acts and any_means(items, "body")
    return sore or _only_went_out(acts, items) or any(tells(items) for tells in _OTHERS)


_PAIR = 2
_AROUND = frozenset({"please", "pls", "i'm", "im", "i", "it", "then", "again", "sorry", "so", "sry", "soz", "ok"}) | {
    *("cba", "can't be bothered", "cant be bothered", "can't be arsed", "cant be arsed", "not feeling it"),
    *("not in the mood", "no energy", "sod it", "screw it", "ah well", "oh well", "nvm", "meh", "ugh"),
}
_CALLS_OFF = frozenset(
    {"cancel", "skip", "scrap", "bin", "skipping", "cancelling", "cancelled", "canceled", "skipped"}
) | {
    *("skipping it", "bailing", "sacking it off", "giving it a miss", "give it a miss", "sitting this one out"),
    *("gonna miss", "going to miss", "will miss", "i'll miss", "ill miss", "have to miss", "must miss", "gotta miss"),
    *("gonna skip", "going to skip", "will skip", "i'll skip", "ill skip", "have to skip", "must skip", "gotta skip"),
    *("sitting it out", "knocking it on the head", "calling it off", "giving it a swerve"),
}


def is_day_called_off(items: Items) -> bool:
    """Tell whether a day's training is called off, whatever it was: "cancel tomorrow", "skipping friday"."""
    words = [item for item in items if not (item.is_mark(",.!") or item.text in _AROUND)]
    days = [item for item in words if isinstance(item.value, Dated | Days)]
    calls = [item for item in words if item.text in _CALLS_OFF]
    return len(words) == _PAIR and len(days) == 1 == len(calls)


def _is_of_else(items: Items) -> bool:
    """Tell whether what was done or skipped is no run: "went for a walk, 5k", "skipped lunch before my run"."""
    acts = [index for index, item in enumerate(items) if item.means("action") in {"done", "skip", "missed"}]
    if len(acts) != 1 or items[acts[0]].means("kind"):
        return False
    behind = [item for item in items[acts[0] + 1 :] if not (item.means("filler") and not item.means("kind"))]
    if items[acts[0]].means("action") == "done":
        walks = any_means(behind[:1], "not_run") and not any_means(items, "kind")
        return walks and not (any_means(behind, "word", "and") or any_text(behind, ("then",)))
    side = next((index for index, item in enumerate(behind) if item.is_word("before", "after")), None)
    return side is not None and not any(
        item.means("kind") or is_day(item) for item in (*items[: acts[0]], *behind[:side])
    )


def _only_since(items: Items) -> bool:
    """Tell whether the only day is where something else began: "a stabbing feeling since tuesday's session"."""
    days = [index for index, item in enumerate(items) if is_day(item)]
    return bool(days) and not acts_in(items) and all(is_since(items, index) for index in days)


def _is_of_mass(items: Items) -> bool:
    """Tell whether a weight is spoken of and no run is measured: "100 kg feels easy now"."""
    weighed = any_means(items, "mass") or any_means(items, "exercise")
    run = any_value(items, Repeats, Distance, Duration) or names_run(
        tuple(item for item in items if item.means("kind") != "rest")
    )
    return weighed and not run


def _is_busy(items: Items) -> bool:
    """Tell whether the hours told are hours of something else: "2 hours of meetings tonight"."""
    run = any_means(items, "kind") or any_value(items, Distance, Repeats)
    triples = zip(items, items[1:], items[2:], strict=False)
    return not run and any(
        isinstance(one.value, Duration) and of.is_word("of") and strangers((what,)) for one, of, what in triples
    )


def _only_went_out(acts: Items, items: Items) -> bool:
    """Tell whether "went out for" is all that was done, for so long but for no run: it may be a dinner."""
    run = any_means(items, "kind") or any_value(items, Distance)
    return (
        bool(acts)
        and all(item.text.startswith("went") or item.text.endswith(("made", "managed")) for item in acts)
        and not run
    )


def _is_of_a_lift(items: Items) -> bool:
    """Tell whether repeats stand beside a lift's name: "deadlifted 2x5 115 and then jogged 4k home"."""
    lifts = any_means(items, "lift", "past") or any_means(items, "exercise")
    return lifts and any_value(items, Repeats)


def _is_journey(items: Items) -> bool:
    """Tell whether the hours named are spent asleep or on the way, and no run is; "woke up 3 times" is no repeats."""
    states = {item.means("state") for item in items}
    kinds = any_means(items, "kind")
    if "travel" in states and not acts_in(items):
        return not kinds and not any_value(items, Repeats)
    counts = Distance if "sleep" in states else Distance | Repeats
    return (
        bool(states & {"sleep", "travel"}) and not kinds and not any(isinstance(item.value, counts) for item in items)
    )


def _runs_not(items: Items) -> bool:
    """Tell whether something else does not run: "the trains are not running", "not running the country"."""
    for index, item in enumerate(items):
        if item.means("action") != "skip" or not item.text.startswith(("not run", "not goin", "nt run")):
            continue
        before, behind = items[max(0, index - 1) : index], items[index + 1 : index + 3]
        led = any_text(behind[:1], ("the", "a", "my", "this")) and strangers(behind[1:])
        if any_text(before, ("is", "are", "was", "were")) or led:
            return True
    return False


def _is_sat_in(items: Items) -> bool:
    """Tell whether minutes are those of a sauna or a bath, and no run is named or measured beside them."""
    kinds = any(item.means("kind") and not item.means("loose_kind") for item in items)
    sat = any_means(items, "state", "hot_room")
    return sat and not kinds and not any_value(items, Distance)


_OTHERS = (_is_sat_in, _runs_not, _is_journey, _is_of_a_lift, _is_busy, _is_of_else, _only_since, _is_of_mass)
