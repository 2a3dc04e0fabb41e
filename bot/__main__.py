"""`python -m bot`."""

import gc
import sys

# What a start makes lives as long as the bot: looking for garbage among it took a fifth of the start. `main` looks
# again once the content is read.
gc.disable()

from bot.command import main  # noqa: E402 - importing is most of what a start does

if __name__ == "__main__":
    sys.exit(main())
