"""Which app wrote a table, and where its columns are: told by the header alone, never by the file's name."""

import csv

LONGEST_HEADER = 4000
MOST_COLUMNS = 60
SEPARATORS = ",;\t"

STRONG, HEVY = "Strong", "Hevy"
KG, LB = "kg", "lb"

# By the names in lower case. Strong writes them in the language of the app; the second ones are its German.
_NAMES = {
    STRONG: {
        "start": ("date", "datum"),
        "title": ("exercise name", "name der übung"),
        "kind": ("set order", "reihenfolge festlegen"),
        "weight": ("weight", "gewicht", "weight (kg)", "weight (kgs)", "weight (lb)", "weight (lbs)"),
        "reps": ("reps", "wiederh."),
        "unit": ("weight unit",),
        "rpe": ("rpe",),
        "note": ("notes", "notizen"),
        "session_note": ("workout notes", "workout-notizen"),
    },
    HEVY: {
        "start": ("start_time",),
        "title": ("exercise_title",),
        "kind": ("set_type",),
        "weight": ("weight_kg", "weight_lbs", "weight_lb"),
        "reps": ("reps",),
        "rpe": ("rpe",),
        "note": ("exercise_notes",),
        "session_note": ("description",),
    },
}
_NEEDED = ("start", "title", "kind", "weight", "reps")


class Layout:
    """A table as it was recognised: the app, what separates its columns, their places, the weight's unit if it says."""

    def __init__(self, *, app: str, separator: str, names: list[str]) -> None:
        self.app = app
        self.separator = separator
        self.width = len(names)
        self.places = {
            field: names.index(name) for field, known in _NAMES[app].items() for name in known if name in names
        }
        self.is_known = all(field in self.places for field in _NEEDED)
        self.unit = _unit_in(names[self.places["weight"]]) if self.is_known else None


def layout_of(text: str) -> Layout | None:
    """Return how a table is laid out; None when no app that is known wrote it."""
    line = text[:LONGEST_HEADER].lstrip("\r\n ").splitlines()[:1]
    for separator in SEPARATORS if line else "":
        names = _names(line[0], separator)
        for app in _NAMES if len(names) <= MOST_COLUMNS else ():
            layout = Layout(app=app, separator=separator, names=names)
            if layout.is_known:
                return layout
    return None


def unit_named(text: str) -> str | None:
    """Return the unit that a word means, or None."""
    word = text.strip().lower()
    if word in {"kg", "kgs"}:
        return KG
    return LB if word in {"lb", "lbs"} else None


def _names(line: str, separator: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
    return [" ".join(cell.split()).lower() for cell in cells]


def _unit_in(name: str) -> str | None:
    return unit_named(name.replace("_", " ").replace("(", " ").replace(")", " ").split()[-1])
