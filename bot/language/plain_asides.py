"""What stands around a week that is not understood as a whole and tells none of it: a preface, remarks, reasons."""

from collections.abc import Iterator

from bot.language.asking import is_modal
from bot.language.frames import Items, is_day, is_point
from bot.language.held import any_item, any_mark, any_means, any_text, any_value
from bot.language.items import Clock, Distance, Duration, Item, OtherDays, PartOfDay, Repeats, SameAs
from bot.language.leads import REASONS
from bot.language.message import Message, message_of
from bot.language.openings import tells_another, tells_no_own_week
from bot.training.runs import RunKind

_MARKS = ",.;!?\n():"
_ENDS = ".!?\n"
_JOINTS = frozenset({"so", "and so", "so its", "so it's", "so that's"})
_UNREAL = frozenset(
    {"was", "were", "had", "would", "could", "you", "i'd", "suppose", "imagine", "wish", "hypothetically"}
)
_PAST = frozenset(
    {"was", "were", "used to", "remember", "back when", "back then", "years ago", "last year", "no longer"}
)
_TAKEN_BACK = frozenset({"kidding", "joking", "jk", "wish", "anymore", "scrap", "forget", "ignore", "delete"})
_LIMITS = ("before", "until", "after")


def without_asides(message: Message) -> Message | None:
    """Return a message without the clauses that name no day, time or run; nothing where one of them turns it about."""
    first = next((item.start for item in message.items if is_day(item)), None)
    if first is None or tells_no_own_week(message.items):
        return None
    kept: list[str] = []
    clauses = [(clause, end) for clause, end in _clauses(message.items) if clause]
    for clause, end in clauses:
        lead = clause[-1].end <= first
        if _tells(clause, lead=lead):
            parted = end is not None and end.text not in _JOINTS
            kept.append(message.text[clause[0].start : end.end if end is not None and parted else clause[-1].end])
        elif _turns(clause, lead=lead, why=end is not None and end.text in _JOINTS):
            return None
        elif kept and end is not None and end.is_mark(_ENDS):
            kept.append(end.text)
    dropped = not all(_tells(clause, lead=clause[-1].end <= first) for clause, _ in clauses)
    return message_of(message, " ".join(kept).strip(" ,;:-.")) if dropped else None


def _clauses(items: Items) -> Iterator[tuple[Items, Item | None]]:
    """Yield the clauses with the mark or the joint that ends each."""
    begin = 0
    reason = False
    for index, item in enumerate(items):
        opens = item.text in REASONS
        ends = (item.is_mark(_MARKS) and not is_point(items, index)) or item.text in _JOINTS or _is_dash(items, index)
        if ends:
            yield items[begin:index], item
            begin = index + 1
        elif opens or (reason and (item.is_word("and") or is_day(item))):
            yield items[begin:index], None
            begin = index
        reason = opens or (reason and not ends and begin < index)
    yield items[begin:], None


def _is_dash(items: Items, index: int) -> bool:
    """Tell whether a dash with room on both sides stands here."""
    inside = 0 < index < len(items) - 1 and items[index].text in {"-", "--", "\u2013", "\u2014"}
    return inside and items[index - 1].end < items[index].start and items[index].end < items[index + 1].start


def _tells(clause: Items, *, lead: bool) -> bool:
    """Tell whether a clause may be of the week; before its first day a time that only bounds the day is not."""
    if any_item(clause, is_day) or any_value(clause, Distance, Duration, Repeats, OtherDays, SameAs):
        return True
    kinds = (item.means("kind") for item in clause)
    if any(kind not in {None, RunKind.OTHER} or (kind and not lead) for kind in kinds):
        return True
    return any(
        isinstance(item.value, Clock | PartOfDay)
        and not (lead and any_means(clause[max(0, at - 1) : at], "word", *_LIMITS))
        for at, item in enumerate(clause)
    )


def _turns(clause: Items, *, lead: bool, why: bool) -> bool:
    """Tell whether a clause that is left out may say that the week is not so, or somebody else's, or asked about."""
    if any_text(clause, _PAST | _TAKEN_BACK) or any_means(clause, "unsure", "past"):
        return True
    if not lead:
        return any_means(clause, "action", "skip", "missed", "instead")
    supposed = any_text(clause[:1], ("if", "say")) and any_text(clause, _UNREAL)
    supposed = supposed or any_means(clause, "unsure", "word") or _tells_before(clause)
    # "Last winter: mon easy, wed tempo".
    supposed = supposed or any(item.text.split()[:1] == ["last"] for item in clause)
    asks = any_mark(clause, "?") or any_means(clause, "ask", "what", "open", "when") or any_item(clause, is_modal)
    return supposed or asks or tells_another(clause, why=why)


def _tells_before(clause: Items) -> bool:
    """Tell whether a clause says what was before something: "before the injury", but not "useless before noon"."""
    return any(
        item.is_word("before") and not any_value(clause[at + 1 : at + 2], Clock, PartOfDay)
        for at, item in enumerate(clause)
    )
