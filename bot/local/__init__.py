"""Telegram on this machine: the Bot API in process, people to drive it, and a chat in the terminal."""
