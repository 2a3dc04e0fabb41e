"""The environment becomes frozen settings, or one line that says which variable is wrong and what it expects."""

import difflib
import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, NoDecode, SettingsConfigDict

TELEGRAM_API: Final = "https://api.telegram.org"
CONTENT: Final = Path(__file__).resolve().parent.parent / "content"

# Telegram calls webhooks on these ports only; a self-hosted Bot API server calls any.
TELEGRAM_WEBHOOK_PORTS: Final = frozenset({None, 80, 88, 443, 8443})

_TOKEN: Final = re.compile(r"[0-9]+:[A-Za-z0-9_-]{20,}")
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{1,256}")
_DATABASE: Final = re.compile(r"sqlite:///(?P<path>[^?#]*[^?#/])")
_LISTEN: Final = re.compile(r"(?:\[(?P<v6>[^\]]+)\]|(?P<host>[A-Za-z0-9._-]*)):(?P<port>[0-9]{1,5})")
_TELLING: Final = 4  # letters: a longer part of a variable's name is probably that variable, such as BOT_TOKEN
_CHAT_ID: Final = re.compile(r"-?[1-9][0-9]{0,15}")  # Telegram's ids need at most 52 bits


class SettingsError(Exception):
    """Something in the configuration is wrong. The text is one line for people and holds no value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where to listen; without a host on every interface."""

    host: str | None
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `host:port`, `[IPv6]:port` or `:port`."""
        match = _LISTEN.fullmatch(text)
        if match is None or not 1 <= int(match["port"]) <= 65535:  # noqa: PLR2004 - the range of TCP ports
            raise ValueError
        host = match["v6"] or match["host"]
        if match["v6"]:
            ipaddress.IPv6Address(host)
        elif re.fullmatch(r"[0-9.]+", host):
            ipaddress.IPv4Address(host)
        return cls(host=host or None, port=int(match["port"]))


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError
    return value


def _secret(value: SecretStr) -> SecretStr:
    if not _SECRET.fullmatch(value.get_secret_value()):
        raise ValueError
    return value


def _web_address(value: str, *, schemes: frozenset[str]) -> SplitResult:
    """Split an address with a host; credentials, queries and fragments have no place in ours."""
    url = urlsplit(value)
    _ = url.port  # raises when it is no port
    usable = url.scheme in schemes and url.hostname and not (url.query or url.fragment or url.username)
    if not usable or re.search(r"[\s{}]", value):
        raise ValueError
    return url


def _api_url(value: str) -> str:
    base = value.rstrip("/")
    url = _web_address(base, schemes=frozenset({"http", "https"}))
    if url.path.endswith("/bot"):  # a likely slip: Telegram's own manual writes addresses as …/bot<token>/…
        raise ValueError
    return base


def _webhook_url(value: str, info: ValidationInfo) -> str:
    url = _web_address(value, schemes=frozenset({"https"}))
    if info.data.get("telegram_api_url") == TELEGRAM_API and url.port not in TELEGRAM_WEBHOOK_PORTS:
        raise ValueError
    return value


def _database_url(value: str) -> str:
    match = _DATABASE.fullmatch(value)
    # A database in memory would forget everybody at each start.
    if match is None or match["path"] == ":memory:" or _is_folder(Path(match["path"])):
        raise ValueError
    return value


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # no permission, or a name that no file system takes
        return False


def _address(value: Any) -> Any:
    return Address.parse(value) if isinstance(value, str) else value


def _chat_id(value: Any) -> Any:
    if isinstance(value, str) and not _CHAT_ID.fullmatch(value):
        raise ValueError
    return value


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _folder(value: Path) -> Path:
    folder = value.expanduser()
    if not _is_folder(folder):
        raise ValueError
    return folder


_TOGETHER: Final = "WEBHOOK_URL, WEBHOOK_LISTEN and WEBHOOK_SECRET belong together"


class Settings(BaseSettings):
    """What the environment and `.env` say, in the order of the manual's table; the last one is beyond it.

    Each description completes the sentence "expected …" of the error about that variable.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="ignore", validate_default=True, hide_input_in_errors=True, env_file_encoding="utf-8"
    )

    telegram_bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        default=None,
        description="the token that @BotFather gave: digits, a colon and at least 20 letters, digits, '_' or '-'",
    )
    telegram_api_url: Annotated[str, AfterValidator(_api_url)] = Field(
        default=TELEGRAM_API,
        description="the http(s) base of a Bot API server, without /bot<token>, such as http://localhost:8081",
    )
    database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        default="sqlite:///data/bot.db",
        description="sqlite:///relative/path/to/bot.db or sqlite:////absolute/path/to/bot.db",
    )
    webhook_url: Annotated[str, AfterValidator(_webhook_url)] | None = Field(
        default=None,
        description="the public https address that Telegram shall call, such as https://bot.example.org/hook, "
        "on port 443, 80, 88 or 8443",
    )
    webhook_listen: Annotated[Address | None, NoDecode, BeforeValidator(_address)] = Field(
        default=None, description=f"host:port, [IPv6]:port or :port to listen on; {_TOGETHER}"
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = Field(
        default=None, description=f"1 to 256 letters, digits, '_' or '-'; {_TOGETHER}"
    )
    health_listen: Annotated[Address | None, NoDecode, BeforeValidator(_address)] = Field(
        default=None, description="host:port, [IPv6]:port or :port for /healthz, /readyz and /metrics"
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"], BeforeValidator(_upper)] = Field(
        default="INFO", description="DEBUG, INFO, WARNING, ERROR or CRITICAL"
    )
    log_format: Annotated[Literal["text", "json"], BeforeValidator(_lower)] = Field(
        default="text", description="text or json"
    )
    admin_chat_id: Annotated[int | None, BeforeValidator(_chat_id)] = Field(
        default=None, description="the number of a chat, such as 123456789 or -1001234567890"
    )
    content_dir: Annotated[Path, AfterValidator(_folder)] = Field(
        default=CONTENT, description="an existing folder with the bot's content"
    )
    messages_per_second: int = Field(
        default=30,
        ge=1,
        le=10_000,
        description="1 to 10000; Telegram allows 30, and more only as paid broadcasts, for a fee",
    )

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: Any, info: ValidationInfo) -> Any:
        """An empty variable counts as unset, and takes the place of one in `.env` like any other."""
        text = value.strip() if isinstance(value, str) else value
        return cls.model_fields[info.field_name or ""].default if text == "" else text

    @field_validator("webhook_listen", "webhook_secret", mode="after")
    @classmethod
    def _all_or_none(cls, value: Any, info: ValidationInfo) -> Any:
        if "webhook_url" in info.data and (value is None) != (info.data["webhook_url"] is None):
            raise ValueError
        return value

    @property
    def api_base_url(self) -> str:
        """What python-telegram-bot puts before the token to call a method."""
        return f"{self.telegram_api_url}/bot"

    @property
    def api_file_url(self) -> str:
        """What python-telegram-bot puts before the token to fetch a file."""
        return f"{self.telegram_api_url}/file/bot"

    @property
    def database_path(self) -> Path:
        """The file of the database."""
        return Path(self.database_url.removeprefix("sqlite:///")).expanduser()

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values that no log may show."""
        return tuple(s.get_secret_value() for s in (self.telegram_bot_token, self.webhook_secret) if s is not None)


def load_settings(*, env_file: Path = Path(".env")) -> Settings:
    """Read the environment and `.env`, where the environment wins; SettingsError says what is wrong in one line."""
    try:
        _refuse_misspelt(env_file)
        return Settings(_env_file=env_file)
    except ValidationError as error:
        line = _line(str(error.errors(include_input=False)[0]["loc"][0]))
    except (OSError, UnicodeDecodeError):
        line = f"{env_file.name}: expected a readable text file in UTF-8"
    raise SettingsError(line)  # outside of the handlers: their errors quote values, and a traceback would show them


def _line(field: str) -> str:
    return f"{field.upper()}: expected {Settings.model_fields[field].description}"


def _refuse_misspelt(env_file: Path) -> None:
    """Name a variable of `.env` that looks like one of ours; the environment and other names are left alone."""
    known = [name.upper() for name in Settings.model_fields]
    for name in (name.upper() for name in DotEnvSettingsSource(Settings, env_file=env_file).env_vars):
        near = [k for k in known if len(name) > _TELLING and name in k] or difflib.get_close_matches(
            name, known, n=1, cutoff=0.8
        )
        if name not in known and near:
            raise SettingsError(f"{name} in {env_file.name}: unknown variable, expected {near[0]}")
