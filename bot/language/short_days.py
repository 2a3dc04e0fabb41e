"""A run's only day in two letters, or cut oddly: "fr easy 5k 7am", "tempo 8k th 6pm", "wedn off"."""

import re

_DAYS = {
    "mo": "monday",
    "tu": "tuesday",
    "we": "wednesday",
    "th": "thursday",
    "fr": "friday",
    "sa": "saturday",
    "su": "sunday",
    "wedn": "wednesday",
    "frid": "friday",
    "thrs": "thursday",
    "tuesd": "tuesday",
    "satur": "saturday",
    "wdnsday": "wednesday",
    "wensdy": "wednesday",
    "fri day": "friday",
}
_DAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_RUN = (
    r"(?:easy|tempo|long|steady|recovery|intervals?|track|hills?|fartlek|strides?|progression|threshold|parkrun|speed"
    r"|jog|run|rest|off|\d{1,3}(?:[.,]\d+)? ?(?:k|km|kms|mi|miles?|min|mins)|\d+ ?x ?\d+)\b"
)
_BEFORE = re.compile(rf"\s*(?P<day>{_DAY})\b[.:]? (?={_RUN})", re.IGNORECASE)
# "We" behind a run is no day: "easy 5k we did".
_BEHIND = re.compile(
    rf"(?P<before>\s*{_RUN}(?: [\w.,]+){{0,3}}?) (?:on )?(?P<day>(?!we\b)(?:{_DAY}))(?= (?:at )?\d|[ .!]*$)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(rf"\b(?:{_DAY}|(?:mon|tue|wed|thu|fri|sat|sun)\w*|today|tomorrow|tonight)\b", re.IGNORECASE)
_LONGEST = 60


def with_whole_day(text: str) -> str:
    """Return a short text that tells one run with its day written out; several such days are a week's."""
    if len(text) > _LONGEST or "\n" in text or "?" in text:
        return text
    found = _BEFORE.match(text) or _BEHIND.match(text)
    if found is None or len(_ANOTHER.findall(text)) != 1:
        return text
    return f"{text[: found.start('day')]}{_DAYS[found['day'].lower()]}{text[found.end('day') :]}"
