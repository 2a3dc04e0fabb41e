"""The Bot API: a method's name and parameters in, its result or a refusal out."""

import asyncio
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.local import inline, messages, profile
from bot.local.faults import Faults
from bot.local.params import Params
from bot.local.refusals import Refused
from bot.local.world import World

_METHODS: Final[Mapping[str, Callable[[World, Params], Any]]] = {
    "answercallbackquery": profile.answer_callback_query,
    "answerinlinequery": inline.answer_inline_query,
    "deletemessage": messages.delete_message,
    "deletemycommands": profile.delete_my_commands,
    "deletewebhook": profile.delete_webhook,
    "editmessagecaption": messages.edit_message_caption,
    "editmessagereplymarkup": messages.edit_message_reply_markup,
    "editmessagetext": messages.edit_message_text,
    "getchat": profile.get_chat,
    "getfile": profile.get_file,
    "getme": profile.get_me,
    "getmycommands": profile.get_my_commands,
    "getmydescription": profile.getter("description"),
    "getmyname": profile.getter("name"),
    "getmyshortdescription": profile.getter("short_description"),
    "getupdates": profile.get_updates,
    "getwebhookinfo": profile.get_webhook_info,
    "sendchataction": messages.send_chat_action,
    "senddocument": messages.send_document,
    "sendmessage": messages.send_message,
    "sendphoto": messages.send_photo,
    "setmessagereaction": messages.set_message_reaction,
    "setmycommands": profile.set_my_commands,
    "setmydescription": profile.setter("description", longest=512),
    "setmyname": profile.setter("name", longest=64),
    "setmyshortdescription": profile.setter("short_description", longest=120),
    "setwebhook": profile.set_webhook,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call that the bot made, when (`at` on the loop's clock), and why it failed if it did."""

    method: str
    params: Mapping[str, Any]
    at: float
    error: str | None = None


class BotApi:
    """Carries out calls on a world, with the accidents and the latency that a test wants."""

    def __init__(self, *, world: World, latency: float = 0.0) -> None:
        self._world = world
        self.latency = latency
        self.faults = Faults()
        self.calls: list[Call] = []

    async def call(self, method: str, params: Params) -> Any:
        """Carry out a call; raise Refused, or the accident that was due."""
        handler = _METHODS.get(method.lower(), _unknown)
        return await self._log(method, params, lambda: handler(self._world, params))

    async def download(self, path: str) -> bytes:
        """Return the content of a file; accidents are those of the method `download`."""
        content = await self._log("download", Params(values={"path": path}), lambda: self._world.download(path))
        return bytes(content)

    async def _log(self, method: str, params: Params, work: Callable[[], Any]) -> Any:
        at, error = asyncio.get_running_loop().time(), None
        try:
            return await self._accident_prone(method, work)
        except Exception as failure:
            error = str(failure) or type(failure).__name__
            raise
        finally:
            # A bot polls all the time: what it polls says nothing about what it did.
            if method.lower() != "getupdates":
                self.calls.append(Call(method=method, params=params.values, at=at, error=error))

    async def _accident_prone(self, method: str, work: Callable[[], Any]) -> Any:
        if self.latency:
            await asyncio.sleep(self.latency)
        fault = self.faults.take(method)
        if fault is not None and not fault.arrives:
            raise fault.error()
        result = work()
        answer = await result if inspect.isawaitable(result) else result
        if fault is not None:
            raise fault.error()
        return answer


def _unknown(_world: World, _params: Params) -> None:
    raise Refused(code=404, description="Not Found: method not found")
