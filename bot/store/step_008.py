"""Step 008 of the schema: pauses that begin on a later day."""

STATEMENTS = (
    # The first local day of a pause; NULL: it held from when it was said.
    "ALTER TABLE pauses ADD COLUMN since TEXT",
)
