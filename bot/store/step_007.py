"""Step 007 of the schema: the lifts of a file that wait for their runner's tap."""

STATEMENTS = (
    # One file for each runner at most; `lifts` is a list of {date, time, exercise, sets}.
    """
    CREATE TABLE imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL UNIQUE REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        expires_at TEXT NOT NULL,
        app TEXT NOT NULL,
        in_kg INTEGER NOT NULL,
        lifts TEXT NOT NULL CHECK (json_valid(lifts)),
        others INTEGER NOT NULL,
        warm_ups INTEGER NOT NULL,
        empty INTEGER NOT NULL,
        unread INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX imports_expiring ON imports (expires_at)",
)
