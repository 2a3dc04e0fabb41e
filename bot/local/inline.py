"""Inline mode: what a person types behind the bot's name in any chat, and what the bot offers there."""

import datetime as dt
import re
from typing import Final

from bot.local.params import Params
from bot.local.refusals import Json, bad_request
from bot.local.world import Deed, Entry, World

MOST_RESULTS: Final = 50
LONGEST_ID_BYTES: Final = 64
# Telegram does not say how long a query can be answered; the apps stop waiting after about ten seconds.
QUERY_LIFETIME: Final = dt.timedelta(seconds=10)
_START: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def answer_inline_query(world: World, params: Params) -> bool:
    """Offer results to whoever typed a query, once and not too late."""
    results = params.items("results")
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len({str(result.get("id")) for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    offer = {"results": [_checked(world, result) for result in results], "button": _button(params.get("button"))}
    query = world.queries.pop(params.text("inline_query_id"), None)
    if query is None or world.now() - query.at > QUERY_LIFETIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.note(Entry(deed=Deed.OFFER, chat_id=query.user_id, user_id=query.user_id, message=offer))
    return True


def _checked(world: World, result: Json) -> Json:
    """Return a result with the message that it would send."""
    if not 1 <= len(str(result.get("id", "")).encode()) <= LONGEST_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    match result.get("type"):
        case "article":
            return {**result, "content": _article(result)}
        case "photo" if "photo_file_id" in result:
            return {**result, "content": _photo(world, result)}
    raise bad_request("can't parse inline query result: type must be one that this server knows")


def _article(result: Json) -> Json:
    if not str(result.get("title", "")).strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = dict(result.get("input_message_content") or {})
    content["text"] = content.pop("message_text", "")
    return Params(values=content).message_text()


def _photo(world: World, result: Json) -> Json:
    file = world.file(result["photo_file_id"])
    size = {"file_id": file.id, "file_unique_id": file.id[-16:], "file_size": len(file.content)}
    return {"photo": [{**size, "width": 800, "height": 600}], **Params(values=result).caption()}


def _button(button: object) -> Json | None:
    if button is None:
        return None
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    if not _START.fullmatch(str(button.get("start_parameter", ""))):
        raise bad_request("START_PARAM_INVALID")
    return button
