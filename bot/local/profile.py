"""The methods about the bot itself, its files and the updates it gets."""

import json
import re
from collections.abc import Callable

from bot.local.params import Params
from bot.local.refusals import Json, bad_request
from bot.local.updates import LONGEST_POLL_S, MOST_AT_ONCE
from bot.local.world import TAP_LIFETIME, Deed, Entry, World

LARGEST_DOWNLOAD = 20 * 2**20
LONGEST_ALERT = 200
MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_\-]{0,256}")


def get_me(world: World, _params: Params) -> Json:
    """Say who the bot is."""
    return world.me


async def get_updates(world: World, params: Params) -> list[Json]:
    """Hand out updates, waiting for one if asked to."""
    world.updates.allow(params.get("allowed_updates"))
    limit = min(max(params.integer("limit", MOST_AT_ONCE), 1), MOST_AT_ONCE)
    seconds = min(max(params.integer("timeout"), 0), LONGEST_POLL_S)
    return await world.updates.poll(offset=params.integer("offset"), limit=limit, seconds=seconds)


def set_webhook(world: World, params: Params) -> bool:
    """Remember the address for updates; they are not delivered there, and no longer to polls."""
    url = params.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(params.text("secret_token")):
        raise bad_request("secret token contains unallowed characters")
    world.updates.webhook_url = url
    world.updates.allow(params.get("allowed_updates"))
    if params.get("drop_pending_updates"):
        world.updates.drop()
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Go back to polls."""
    world.updates.webhook_url = ""
    if params.get("drop_pending_updates"):
        world.updates.drop()
    return True


def get_webhook_info(world: World, _params: Params) -> Json:
    """Say where updates go."""
    return {
        "url": world.updates.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def set_my_commands(world: World, params: Params) -> bool:
    """Keep the list of commands for one scope and language."""
    commands = params.items("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.profile[_command_key(params)] = [_checked_command(command) for command in commands]
    return True


def get_my_commands(world: World, params: Params) -> object:
    """Return the list of commands of one scope and language."""
    return world.profile.get(_command_key(params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    """Forget the list of commands of one scope and language."""
    world.profile.pop(_command_key(params), None)
    return True


def setter(name: str, *, longest: int) -> Callable[[World, Params], bool]:
    """Build the method that keeps one text of the profile."""

    def keep(world: World, params: Params) -> bool:
        if len(params.text(name)) > longest:
            raise bad_request(f"{name} is too long")
        world.profile[f"{name} {params.text('language_code')}"] = params.text(name)
        return True

    return keep


def getter(name: str) -> Callable[[World, Params], Json]:
    """Build the method that returns one text of the profile."""
    return lambda world, params: {name: world.profile.get(f"{name} {params.text('language_code')}", "")}


def get_chat(world: World, params: Params) -> Json:
    """Describe a chat."""
    return {**world.chat(params.get("chat_id")).data, "accent_color_id": 0, "max_reaction_count": 11} | {
        "accepted_gift_types": dict.fromkeys(_GIFTS, False)
    }


def get_file(world: World, params: Params) -> Json:
    """Say where a file can be downloaded."""
    file = world.file(params.get("file_id"))
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.id,
        "file_unique_id": file.id[-16:],
        "file_size": len(file.content),
        "file_path": file.path,
    }


def answer_callback_query(world: World, params: Params) -> bool:
    """Answer a tap, once and not too late."""
    if len(params.text("text")) > LONGEST_ALERT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.pop(params.text("callback_query_id"), None)
    if tap is None or world.now() - tap.at > TAP_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.note(
        Entry(
            deed=Deed.ALERT,
            chat_id=tap.chat_id,
            user_id=tap.user_id,
            text=params.text("text"),
            is_popup=bool(params.get("show_alert")),
        )
    )
    return True


_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def _command_key(params: Params) -> str:
    scope = json.dumps(params.get("scope") or {"type": "default"}, sort_keys=True)
    return f"commands {scope} {params.text('language_code')}"


def _checked_command(command: object) -> Json:
    if not isinstance(command, dict) or not {"command", "description"} <= command.keys():
        raise bad_request("can't parse BotCommand: Can't find field \"description\"")
    name, description = str(command["command"]), str(command["description"])
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID" if name else "command must be non-empty")
    if not 1 <= len(description) <= 256:  # noqa: PLR2004 - the limits stand in the API's documentation
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID" if description else "command description must be non-empty")
    return {"command": name, "description": description}
