"""The way from python-telegram-bot to the local Bot API: a request class like any other."""

import json
import re
from urllib.parse import unquote, urlsplit

from telegram.request import BaseRequest, RequestData

from bot.local.api import BotApi
from bot.local.params import Params
from bot.local.refusals import Json, Refused
from bot.local.shown import StoredFile

# <any prefix>/bot<token>/<method> and <any prefix>/file/bot<token>/<path>, as on a self-hosted server.
_ADDRESS = re.compile(r".*?(?P<file>/file)?/bot(?P<token>[^/]+)/(?P<rest>.+)")


class LocalRequest(BaseRequest):
    """Answers requests from memory, with the status codes and envelopes of the real server."""

    __slots__ = ("_api", "_token")

    def __init__(self, *, api: BotApi, token: str) -> None:
        self._api = api
        self._token = token

    @property
    def read_timeout(self) -> float | None:
        """Return the time PTB adds to a long poll; nothing is ever slow here."""
        return 5.0

    async def initialize(self) -> None:
        """There is no connection to open."""

    async def shutdown(self) -> None:
        """There is no connection to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - GET or POST: the Bot API does not mind
        request_data: RequestData | None = None,
        *_timeouts: object,
        **_named_timeouts: object,
    ) -> tuple[int, bytes]:
        """Answer one request."""
        try:
            rest, is_file = self._addressed(url)
            if is_file:
                return 200, await self._api.download(rest)
            result = await self._api.call(rest, _params(request_data))
        except Refused as refusal:
            return refusal.code, _encoded(_envelope(refusal))
        return 200, _encoded({"ok": True, "result": result})

    def _addressed(self, url: str) -> tuple[str, bool]:
        match = _ADDRESS.fullmatch(unquote(urlsplit(url).path))
        if match is None:
            raise Refused(code=404, description="Not Found")
        if match["token"] != self._token:
            raise Refused(code=401, description="Unauthorized")
        return match["rest"], match["file"] is not None


def _params(request_data: RequestData | None) -> Params:
    if request_data is None:
        return Params(values={})
    # Through JSON: what cannot travel to Telegram shall not arrive here either, and the log keeps a copy of its own.
    values = json.loads(json.dumps(request_data.parameters))
    return Params(values=values, uploads=_uploads(request_data))


def _uploads(request_data: RequestData) -> dict[str, StoredFile]:
    return {
        part: StoredFile(
            name=name,
            content=content if isinstance(content, bytes) else content.read(),
            mime_type=mime_type,
        )
        for part, (name, content, mime_type) in request_data.multipart_data.items()
    }


def _envelope(refusal: Refused) -> Json:
    envelope: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    return envelope | ({"parameters": dict(refusal.parameters)} if refusal.parameters else {})


def _encoded(answer: Json) -> bytes:
    return json.dumps(answer).encode()
