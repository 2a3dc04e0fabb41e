"""Step 004 of the schema: every kind of reminder, pauses, single lifts moved or left out, what was told of lifts."""

_SHELVES = (
    # One lift that goes to another local time, or nowhere (`to_date` NULL).
    """
    CREATE TABLE lift_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        to_date TEXT,
        to_time TEXT
    ) STRICT
    """,
    "CREATE INDEX lift_changes_of_runner ON lift_changes (runner_id)",
    """
    CREATE TABLE pauses (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        until TEXT NOT NULL,
        ended_at TEXT
    ) STRICT
    """,
    "CREATE INDEX pauses_of_runner ON pauses (runner_id)",
    # The verdict shown beside a lift in a list of lifts: an evening alert is sent only when it got worse.
    """
    CREATE TABLE told_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        verdict INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX told_lifts_of_runner ON told_lifts (runner_id)",
)

# NULL: as the morning reminder is.
_REMINDERS = (
    "ALTER TABLE runners ADD COLUMN remind_alert INTEGER",
    "ALTER TABLE runners ADD COLUMN remind_after INTEGER",
    "ALTER TABLE runners ADD COLUMN remind_sore INTEGER",
    "ALTER TABLE runners ADD COLUMN remind_taper INTEGER",
    "ALTER TABLE runners ADD COLUMN remind_back INTEGER",
    "ALTER TABLE runners ADD COLUMN remind_week TEXT CHECK (remind_week IS NULL OR json_valid(remind_week))",
)

# What a reminder is held against: others of its runner at nearly the same time.
_DUE = ("CREATE INDEX due_of_runner ON due (runner_id, due_at)",)

STATEMENTS = (*_SHELVES, *_REMINDERS, *_DUE)
