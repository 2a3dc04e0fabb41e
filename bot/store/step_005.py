"""Step 005 of the schema: how far reminders were derived anew, and indexes for short starts and tidying."""

STATEMENTS = (
    # After a change of the rules (`basis`) everybody's reminders are derived anew, in the order of ids; `reached` NULL:
    # everybody's were.
    """
    CREATE TABLE derivation (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        basis TEXT NOT NULL,
        reached INTEGER
    ) STRICT
    """,
    # Who cannot be reached has no reminders that wait: what is due is found without passing them over.
    "DELETE FROM due WHERE state = 'pending' AND runner_id IN (SELECT id FROM runners WHERE NOT reachable)",
    "CREATE INDEX outbox_sending ON outbox (id) WHERE state = 'sending'",
    "CREATE INDEX outbox_settled ON outbox (settled_at) WHERE state NOT IN ('pending', 'sending')",
    "CREATE INDEX due_by_deadline ON due (deadline)",
    "CREATE INDEX verdicts_by_at ON verdicts (at)",
    "CREATE INDEX told_lifts_by_at ON told_lifts (at)",
    "CREATE INDEX changes_by_at ON changes (at)",
)
