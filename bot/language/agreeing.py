"""A yes that goes on: "yes, keep it, but half past nine please"."""

import re

_YES = re.compile(
    r"(?:(?:yes|y|yep|yeah|yup|ok|okay|sure|right|correct|fine|good|perfect)\b(?!-)[\s,.!]*)*"
    r"(?:(?:please\s+)?keep\s+(?:it|that|them|this|all|those|what you (?:understood|have|got|read))\b[\s,.!-]*)?"
    r"(?:(?:but|and|only|just|though|except|please)\b[\s,.!-]*)*",
    re.IGNORECASE,
)


def behind_yes(text: str) -> str | None:
    """Return what follows an agreement, with "but" left out; None where a text does not begin by agreeing."""
    found = _YES.match(text.strip())
    agreed = found is not None and re.search(r"[a-z]", found.group(), re.IGNORECASE) is not None
    joined_only = found is not None and re.match(r"(?:but|and|only|just|though|except|please)\b", text.strip(), re.I)
    return None if found is None or not agreed or joined_only else text.strip()[found.end() :].strip(" .!")
