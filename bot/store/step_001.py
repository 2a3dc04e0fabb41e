"""Step 001 of the schema: the first one. Released, and never edited."""

_PEOPLE = (
    # A person: who they are, the profile, and (remind_…) the reminder settings. `id` is Telegram's user id.
    """
    CREATE TABLE runners (
        id INTEGER PRIMARY KEY,
        chat_id INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        reachable INTEGER NOT NULL,
        timezone TEXT NOT NULL,
        timezone_known INTEGER NOT NULL,
        units TEXT NOT NULL,
        distance TEXT NOT NULL,
        lifting_since TEXT,
        running_since TEXT,
        began_as_new INTEGER NOT NULL,
        slots TEXT NOT NULL CHECK (json_valid(slots)),
        days TEXT NOT NULL CHECK (json_valid(days)),
        run_time TEXT,
        target INTEGER,
        phase TEXT,
        priority TEXT NOT NULL,
        equipment TEXT NOT NULL CHECK (json_valid(equipment)),
        language TEXT NOT NULL,
        remind_morning TEXT,
        remind_warmup_min INTEGER,
        remind_daily INTEGER NOT NULL,
        remind_quiet TEXT CHECK (remind_quiet IS NULL OR json_valid(remind_quiet))
    ) STRICT
    """,
    "CREATE INDEX runners_of_chat ON runners (chat_id)",
    # Where a person is in a dialogue: at most one place each.
    """
    CREATE TABLE dialogues (
        runner_id INTEGER PRIMARY KEY REFERENCES runners ON DELETE CASCADE,
        name TEXT NOT NULL,
        step TEXT NOT NULL,
        draft TEXT NOT NULL CHECK (json_valid(draft))
    ) STRICT
    """,
)

_SHELVES = (
    # A usual week; `runs` is a list of {weekday, run}.
    """
    CREATE TABLE weekly_patterns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        valid_from TEXT,
        runs TEXT NOT NULL CHECK (json_valid(runs))
    ) STRICT
    """,
    "CREATE INDEX weekly_patterns_of_runner ON weekly_patterns (runner_id)",
    # A run, or a rest day, on one date.
    """
    CREATE TABLE dated_runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        run TEXT NOT NULL CHECK (json_valid(run)),
        replaces INTEGER NOT NULL,
        done INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX dated_runs_of_runner ON dated_runs (runner_id)",
    """
    CREATE TABLE races (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        date TEXT NOT NULL,
        distance_km REAL,
        priority TEXT NOT NULL,
        time TEXT,
        name TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX races_of_runner ON races (runner_id)",
    # A logged lift; `sets` is a list of {reps, weight_kg, rir}.
    """
    CREATE TABLE lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        exercise TEXT NOT NULL,
        sets TEXT NOT NULL CHECK (json_valid(sets)),
        called TEXT,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX lifts_of_runner ON lifts (runner_id)",
    """
    CREATE TABLE fixed_lifts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        weekday INTEGER NOT NULL,
        time TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX fixed_lifts_of_runner ON fixed_lifts (runner_id)",
    # How the body is: `kind` names the sort of check-in, `data` holds what only that sort has.
    """
    CREATE TABLE checkins (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        kind TEXT NOT NULL,
        at TEXT NOT NULL,
        data TEXT NOT NULL CHECK (json_valid(data))
    ) STRICT
    """,
    "CREATE INDEX checkins_of_runner ON checkins (runner_id)",
    """
    CREATE TABLE red_flags (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        level TEXT NOT NULL,
        phrase TEXT NOT NULL,
        ended_at TEXT,
        ended_by TEXT
    ) STRICT
    """,
    "CREATE INDEX red_flags_of_runner ON red_flags (runner_id)",
    # A verdict with all that it was made from, for /why and for audits.
    """
    CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        asked_day TEXT NOT NULL,
        rule_set TEXT NOT NULL,
        inputs TEXT NOT NULL CHECK (json_valid(inputs)),
        result TEXT NOT NULL CHECK (json_valid(result))
    ) STRICT
    """,
    "CREATE INDEX verdicts_of_runner ON verdicts (runner_id, at)",
)

_JOURNAL = (
    # What Undo can take back …
    """
    CREATE TABLE changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        at TEXT NOT NULL,
        undone_at TEXT
    ) STRICT
    """,
    "CREATE INDEX changes_of_runner ON changes (runner_id)",
    # … and the rows it touched, as they were and as it left them (NULL: there was none).
    """
    CREATE TABLE change_rows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        change_id INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT CHECK (before IS NULL OR json_valid(before)),
        after TEXT CHECK (after IS NULL OR json_valid(after)),
        UNIQUE (change_id, table_name, row_id)
    ) STRICT
    """,
)

_MAIL = (
    # One occurrence of a reminder.
    """
    CREATE TABLE due (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        runner_id INTEGER NOT NULL REFERENCES runners ON DELETE CASCADE,
        item TEXT NOT NULL,
        kind TEXT NOT NULL,
        local_date TEXT NOT NULL,
        local_time TEXT NOT NULL,
        zone TEXT NOT NULL,
        due_at TEXT NOT NULL,
        deadline TEXT NOT NULL,
        lift_at TEXT NOT NULL,
        state TEXT NOT NULL,
        UNIQUE (runner_id, item, local_date, kind)
    ) STRICT
    """,
    "CREATE INDEX due_in_state ON due (state, due_at)",
    # A message on its way out. Once its fate is settled, what it said is emptied.
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        chat_id INTEGER NOT NULL,
        method TEXT NOT NULL,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        lane TEXT NOT NULL,
        expires_at TEXT,
        file_name TEXT,
        document BLOB,
        due_id INTEGER REFERENCES due ON DELETE SET NULL,
        state TEXT NOT NULL DEFAULT 'pending',
        attempts INTEGER NOT NULL DEFAULT 0,
        error TEXT,
        settled_at TEXT
    ) STRICT
    """,
    "CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state IN ('pending', 'unknown')",
    "CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE state IN ('pending', 'unknown')",
    "CREATE INDEX outbox_of_chat ON outbox (chat_id)",
    "CREATE INDEX outbox_of_due ON outbox (due_id)",
    # An update from Telegram. The row stays when it was handled, so that a second delivery is known; its payload does
    # not. Both ids are NULL when the update names no person or chat, and once it was handled.
    """
    CREATE TABLE inbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        bot_id INTEGER NOT NULL,
        update_id INTEGER NOT NULL,
        user_id INTEGER,
        chat_id INTEGER,
        payload TEXT NOT NULL,
        received_at TEXT,
        handled_at TEXT,
        attempts INTEGER NOT NULL DEFAULT 0,
        UNIQUE (bot_id, update_id)
    ) STRICT
    """,
    "CREATE INDEX inbox_waiting ON inbox (bot_id, id) WHERE handled_at IS NULL",
    "CREATE INDEX inbox_handled ON inbox (handled_at)",
    "CREATE INDEX inbox_of_user ON inbox (user_id)",
    "CREATE INDEX inbox_of_chat ON inbox (chat_id)",
)

STATEMENTS = (*_PEOPLE, *_SHELVES, *_JOURNAL, *_MAIL)
