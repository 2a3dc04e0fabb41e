"""Step 009 of the schema: until when a clinician forbade lifting."""

STATEMENTS = (
    # The last local day of what a clinician forbade; NULL: until the runner is cleared, and of every other answer.
    "ALTER TABLE health ADD COLUMN until TEXT",
)
