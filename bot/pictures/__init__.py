"""Pictures: what the bot shows is drawn here, from numbers alone, and comes out as PNG."""
