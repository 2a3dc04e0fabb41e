"""Step 003 of the schema: what Telegram calls the pictures that it has already."""

STATEMENTS = (
    # A picture's content by its hash, and Telegram's id of the copy that one bot uploaded: sent again by that alone.
    """
    CREATE TABLE file_ids (
        bot_id INTEGER NOT NULL,
        digest TEXT NOT NULL,
        file_id TEXT NOT NULL,
        PRIMARY KEY (bot_id, digest)
    ) STRICT
    """,
)
