"""The guidance engine: from a runner's situation and a moment to a verdict with its reasons. Pure."""
