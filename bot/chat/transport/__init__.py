"""What lies between python-telegram-bot and the network, the inbox and the outbox."""
