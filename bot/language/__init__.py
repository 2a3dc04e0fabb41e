"""Text becomes meaning: weeks, moments, lifts, check-ins, red flags. Pure and deterministic."""
