"""Step 006 of the schema: lifts that are being done."""

STATEMENTS = (
    # A lift that is not in the log yet. `plan` and `done` are lists of {reps, weight_kg, rir}, `warm_up` its list of
    # steps and ramp (NULL: none); `taps` counts the taps, which tells the buttons of an older view from the newest.
    """
    CREATE TABLE workouts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        stage TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        exercise TEXT NOT NULL,
        plan TEXT NOT NULL CHECK (json_valid(plan)),
        rest_s TEXT NOT NULL CHECK (json_valid(rest_s)),
        called TEXT,
        done TEXT NOT NULL CHECK (json_valid(done)),
        warm_up TEXT CHECK (warm_up IS NULL OR json_valid(warm_up)),
        step INTEGER NOT NULL,
        rest_until TEXT,
        taps INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX workouts_of_runner ON workouts (runner_id)",
    "CREATE INDEX workouts_by_touched_at ON workouts (touched_at)",
)
