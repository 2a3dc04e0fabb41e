"""Requests to the Bot API with aiohttp: about three times as fast as the httpx that python-telegram-bot brings."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http import HTTPStatus
from typing import TypeVar

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.chat.transport.errors import ConnectionLostError, translate

T = TypeVar("T")

MAX_FILE_BYTES = 20 * 1024 * 1024
"""What Telegram lets bots download; a self-hosted server would send more."""

_most_bytes: ContextVar[int] = ContextVar("most_bytes")

_CHUNK_BYTES = 64 * 1024
_DNS_CACHE_S = 300
_JSON = {"Content-Type": "application/json"}
"""Telegram takes forms too, for which every character of a text and its keyboard is looked at."""


class DownloadTooLargeError(NetworkError):
    """A download went on for longer than it may, and was broken off."""


@contextmanager
def most_bytes(count: int) -> Iterator[None]:
    """Let downloads inside this block be so large at most; python-telegram-bot has no parameter for it."""
    token = _most_bytes.set(count)
    try:
        yield
    finally:
        _most_bytes.reset(token)


class AiohttpRequest(BaseRequest):
    """Speak HTTP for a `telegram.Bot`; all times are in seconds, None waits for ever."""

    __slots__ = ("_connect", "_media_write", "_pool", "_pool_size", "_read", "_refused", "_session", "_write")

    def __init__(
        self,
        *,
        connection_pool_size: int = 64,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the limits, and whom to tell when Telegram does not know the token (any more)."""
        self._pool_size = connection_pool_size
        self._read = read_timeout
        self._write = write_timeout
        self._connect = connect_timeout
        self._pool = pool_timeout
        self._media_write = media_write_timeout
        self._refused = refused
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Return how long to wait for an answer when a call does not say."""
        return self._read

    async def initialize(self) -> None:
        """Open the session; harmless when it is open."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._pool_size, ttl_dns_cache=_DNS_CACHE_S),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close all connections; harmless when they are closed."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917 - the signature is the base class's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request and return status and body; see `BaseRequest.do_request`."""
        uploads = request_data is not None and request_data.contains_files
        limits = _timeout(
            read=_chosen(read_timeout, self._read),
            write=_chosen(write_timeout, self._media_write if uploads else self._write),
            connect=_chosen(connect_timeout, self._connect),
            pool=_chosen(pool_timeout, self._pool),
            bounded=request_data is not None,
        )
        try:
            return await self._exchange(url, method, request_data, limits)
        except (aiohttp.ClientError, OSError, ValueError, TypeError) as error:  # some quote the URL or the body
            failure = translate(error)
        raise failure  # outside the handler: the original would hang on as its context, with the URL in it

    async def _exchange(
        self, url: str, method: str, request_data: RequestData | None, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("This AiohttpRequest is not initialized")
        # The token is in the path: a redirect would hand it to whomever it names.
        async with self._session.request(
            method, url, timeout=limits, allow_redirects=False, data=_body(request_data), headers=_headers(request_data)
        ) as response:
            if response.status == HTTPStatus.GATEWAY_TIMEOUT:  # the servers behind it may still carry the call out
                raise ConnectionLostError("The gateway got no answer in time")
            body = await (response.read() if method == "POST" else _file(response))
            if response.status >= HTTPStatus.BAD_REQUEST:
                self._look_at_refusal(method, response.status, body)
            return response.status, body

    def _look_at_refusal(self, method: str, status: int, body: bytes) -> None:
        """Raise NetworkError for a refusal by something in front of Telegram: it says nothing about chat or token."""
        if not _is_telegrams(body):
            raise NetworkError(f"Something in front of Telegram answered {status}")
        # To a token that it cannot even read, Telegram says that there is no such method; to a download, no such file.
        if status == HTTPStatus.UNAUTHORIZED or (status == HTTPStatus.NOT_FOUND and method == "POST"):
            self._refused()


def _chosen(asked: ODVInput[T], usual: T | None) -> T | None:
    return usual if isinstance(asked, DefaultValue) else asked


def _timeout(
    *, read: float | None, write: float | None, connect: float | None, pool: float | None, bounded: bool
) -> aiohttp.ClientTimeout:
    """Map the four timeouts of python-telegram-bot onto those of aiohttp.

    aiohttp has no timeout for writing; the sum bounds it. A download has no total: `read` is between its chunks.
    """
    waiting = None if connect is None or pool is None else connect + pool
    total = None if waiting is None or read is None or write is None or not bounded else waiting + write + read
    return aiohttp.ClientTimeout(total=total, connect=waiting, sock_connect=connect, sock_read=read)


def _headers(request_data: RequestData | None) -> dict[str, str] | None:
    return _JSON if request_data is not None and not request_data.contains_files else None


def _body(request_data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return json.dumps(request_data.parameters).encode()
    form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime_type) in request_data.multipart_data.items():
        # Bytes would be written in one piece, which holds up the event loop when there are many.
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=mime_type)
    return form


def _is_telegrams(body: bytes) -> bool:
    """Tell whether a refusal has the form that all of Telegram's have."""
    try:
        answer = json.loads(body)
    except ValueError:
        return False
    return isinstance(answer, dict) and answer.get("ok") is False


async def _file(response: aiohttp.ClientResponse) -> bytes:
    """Read a download, but not more than a bot may expect."""
    body, most = bytearray(), _most_bytes.get(MAX_FILE_BYTES)
    async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
        body += chunk
        if len(body) > most:
            raise DownloadTooLargeError("The file is larger than a bot may download")
    return bytes(body)
