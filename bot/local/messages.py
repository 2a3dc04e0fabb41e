"""The methods that write, change and remove messages."""

from collections.abc import Callable

from bot.local.images import LARGEST_PHOTO, LONGEST_SIDES, STEEPEST_RATIO, picture_size
from bot.local.keyboards import checked_keyboard
from bot.local.params import Params
from bot.local.refusals import Json, bad_request
from bot.local.shown import StoredFile
from bot.local.world import ChatState, Deed, Entry, World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
_CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, params: Params) -> Json:
    """Send text."""
    content = params.message_text()
    return _send(world, params, lambda: content)


def send_document(world: World, params: Params) -> Json:
    """Send a file, uploaded or by its file_id."""
    caption = params.caption()
    return _send(world, params, lambda: {"document": document(_file(world, params, "document")), **caption})


def send_photo(world: World, params: Params) -> Json:
    """Send a picture, uploaded or by its file_id."""
    caption = params.caption()
    return _send(world, params, lambda: {"photo": photo(_file(world, params, "photo")), **caption})


def edit_message_text(world: World, params: Params) -> Json:
    """Replace the text of a message of the bot."""
    content = params.message_text()
    message = _own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, params, message, {"entities": None, **content})


def edit_message_caption(world: World, params: Params) -> Json:
    """Replace the caption of a file of the bot."""
    content = params.caption()
    message = _own_message(world, params)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, params, message, {"caption": None, "caption_entities": None, **content})


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Replace the inline keyboard of a message of the bot."""
    return _edit(world, params, _own_message(world, params), {})


def delete_message(world: World, params: Params) -> bool:
    """Remove a message."""
    chat = world.writable_chat(params.get("chat_id"))
    message = chat.messages.pop(params.integer("message_id"), None)
    if message is None:
        raise bad_request("message to delete not found")
    world.note(Entry(deed=Deed.DELETE, chat_id=chat.id, message=message))
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """Show what the bot is doing."""
    action = params.text("action")
    if action not in _CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = world.writable_chat(params.get("chat_id"))
    world.note(Entry(deed=Deed.ACTION, chat_id=chat.id, text=action))
    return True


def set_message_reaction(world: World, params: Params) -> bool:
    """React to a message, or take the reaction back."""
    chat = world.writable_chat(params.get("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    emoji = "".join(str(reaction.get("emoji", "")) for reaction in params.items("reaction"))
    world.note(Entry(deed=Deed.REACTION, chat_id=chat.id, message=message, text=emoji))
    return True


def document(file: StoredFile) -> Json:
    """Describe a file as a message does."""
    return {
        "file_id": file.id,
        "file_unique_id": file.id[-16:],
        "file_name": file.name,
        "mime_type": file.mime_type,
        "file_size": len(file.content),
    }


def photo(file: StoredFile) -> list[Json]:
    """Describe a picture as a message does, or refuse what Telegram cannot show as one."""
    size = picture_size(file.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if len(file.content) > LARGEST_PHOTO:
        raise bad_request(f"file of size {len(file.content)} bytes is too big for a photo")
    if not min(size) or sum(size) > LONGEST_SIDES or max(size) > STEEPEST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    width, height = size
    return [
        {
            "file_id": file.id,
            "file_unique_id": file.id[-16:],
            "width": width,
            "height": height,
            "file_size": len(file.content),
        }
    ]


def _file(world: World, params: Params, name: str) -> StoredFile:
    uploaded = params.upload(name)
    if uploaded is not None:
        return world.store(uploaded)
    if not params.text(name):
        raise bad_request(f"there is no {name} in the request")
    return world.file(params.get(name))


def _send(world: World, params: Params, content: Callable[[], Json]) -> Json:
    chat = world.writable_chat(params.get("chat_id"))
    markup = checked_keyboard(params.get("reply_markup"), is_private=chat.is_private)
    replied = _replied(chat, params)
    inline = {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
    message = world.add_message(chat, world.me, {**replied, **content(), **inline})
    _show_keyboard(chat, markup)
    world.note(Entry(deed=Deed.MESSAGE, chat_id=chat.id, message=message, keyboard=chat.keyboard))
    return message


def _show_keyboard(chat: ChatState, markup: Json | None) -> None:
    if markup and "keyboard" in markup:
        chat.keyboard = markup
    elif markup and markup.get("remove_keyboard"):
        chat.keyboard = None


def _replied(chat: ChatState, params: Params) -> Json:
    reply = params.get("reply_parameters") or {}
    wanted = reply.get("message_id", params.get("reply_to_message_id"))
    if wanted is None:
        return {}
    original = chat.messages.get(int(wanted))
    if original is None and not (reply.get("allow_sending_without_reply") or params.get("allow_sending_without_reply")):
        raise bad_request("message to be replied not found")
    # One level deep, as Telegram does it.
    shown = {key: value for key, value in (original or {}).items() if key != "reply_to_message"}
    return {"reply_to_message": shown} if shown else {}


def _own_message(world: World, params: Params) -> Json:
    chat = world.writable_chat(params.get("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.me["id"]:
        raise bad_request("message can't be edited")
    return message


def _edit(world: World, params: Params, message: Json, content: Json) -> Json:
    chat = world.writable_chat(params.get("chat_id"))
    markup = checked_keyboard(params.get("reply_markup"), is_private=chat.is_private, inline_only=True)
    # Without a keyboard in the call the message loses the one it had.
    changes = {**content, "reply_markup": markup if markup and "inline_keyboard" in markup else None}
    if all(message.get(key) == value for key, value in changes.items()):
        raise bad_request(_NOT_MODIFIED)
    message.update(changes, edit_date=int(world.now().timestamp()))
    for key in [key for key, value in message.items() if value is None]:
        del message[key]
    world.note(Entry(deed=Deed.EDIT, chat_id=chat.id, message=message))
    return message
