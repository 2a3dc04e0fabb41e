"""Deadlift guidance for runners, as a Telegram bot."""
