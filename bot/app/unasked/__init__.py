"""What each kind of message says that the bot sends unasked; nothing when it has nothing to say."""
