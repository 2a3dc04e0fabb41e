"""Step 002 of the schema: health, decisions against the advice, the plan, plates, and verdicts by the day asked."""

_SHELVES = (
    # A lasting health answer, kept with the runner's consent.
    """
    CREATE TABLE health (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        topic TEXT NOT NULL,
        said_on TEXT NOT NULL,
        since TEXT,
        cleared_on TEXT
    ) STRICT
    """,
    "CREATE INDEX health_of_runner ON health (runner_id)",
    # A decision to lift against the advice; `codes` is a list of the rules overridden.
    """
    CREATE TABLE overrides (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        day TEXT NOT NULL,
        codes TEXT NOT NULL CHECK (json_valid(codes))
    ) STRICT
    """,
    "CREATE INDEX overrides_of_runner ON overrides (runner_id)",
    # A lift of the plan last shown.
    """
    CREATE TABLE planned_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        heavy INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX planned_lifts_of_runner ON planned_lifts (runner_id)",
)

_PROFILE = (
    "ALTER TABLE runners ADD COLUMN plates TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(plates))",
    "ALTER TABLE runners ADD COLUMN auto_lifts INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE runners ADD COLUMN fewer_sets INTEGER NOT NULL DEFAULT 0",
)

_VERDICTS = ("CREATE INDEX verdicts_about_day ON verdicts (runner_id, asked_day, at)",)

STATEMENTS = (*_SHELVES, *_PROFILE, *_VERDICTS)
