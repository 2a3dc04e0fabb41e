"""What each variable of the environment accepts, refuses and becomes."""

import logging
import traceback
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import Address, Settings, SettingsError, load_settings

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "123456789:AAreplace-me_with-a-token-of-35-chars"  # noqa: S105 - nobody's token
SECRET = "whisper-1_2"  # noqa: S105 - nobody's secret
WEBHOOK = {"WEBHOOK_URL": "https://bot.example.org/hook", "WEBHOOK_LISTEN": ":8080", "WEBHOOK_SECRET": SECRET}
NAMES = [name.upper() for name in Settings.model_fields]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> "Load":
    return Load(monkeypatch)


class Load:
    """Load settings from variables given as arguments."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, **variables: str) -> Settings:
        for name, value in variables.items():
            self._monkeypatch.setenv(name, value)
        return load_settings()

    def refused(self, **variables: str) -> str:
        with pytest.raises(SettingsError) as caught:
            self(**variables)
        return str(caught.value)


def test_the_fields_are_the_variables_of_the_manual_in_its_order() -> None:
    assert " ".join(NAMES) == (
        "TELEGRAM_BOT_TOKEN TELEGRAM_API_URL DATABASE_URL WEBHOOK_URL WEBHOOK_LISTEN WEBHOOK_SECRET "
        "HEALTH_LISTEN LOG_LEVEL LOG_FORMAT ADMIN_CHAT_ID CONTENT_DIR MESSAGES_PER_SECOND"
    )


def test_a_bare_environment_gives_the_defaults_of_the_manual(load: Load) -> None:
    assert load().model_dump() == {
        "telegram_bot_token": None,
        "telegram_api_url": "https://api.telegram.org",
        "database_url": "sqlite:///data/bot.db",
        "webhook_url": None,
        "webhook_listen": None,
        "webhook_secret": None,
        "health_listen": None,
        "log_level": "INFO",
        "log_format": "text",
        "admin_chat_id": None,
        "content_dir": ROOT / "content",
        "messages_per_second": 30,
    }


@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_an_empty_variable_counts_as_unset(load: Load, blank: str) -> None:
    assert load(**dict.fromkeys(NAMES, blank)) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("TELEGRAM_BOT_TOKEN", TOKEN, SecretStr(TOKEN)),
        ("TELEGRAM_BOT_TOKEN", f" {TOKEN}\n", SecretStr(TOKEN)),
        ("TELEGRAM_BOT_TOKEN", "1:" + "a" * 20, SecretStr("1:" + "a" * 20)),
        ("TELEGRAM_API_URL", "http://localhost:8081", "http://localhost:8081"),
        ("TELEGRAM_API_URL", "http://localhost:8081/", "http://localhost:8081"),
        ("TELEGRAM_API_URL", "https://api.example.org/telegram/", "https://api.example.org/telegram"),
        ("TELEGRAM_API_URL", "http://[::1]:8081", "http://[::1]:8081"),
        ("DATABASE_URL", "sqlite:///runs.db", "sqlite:///runs.db"),
        ("DATABASE_URL", "sqlite:////var/lib/bot/bot.db", "sqlite:////var/lib/bot/bot.db"),
        ("HEALTH_LISTEN", "127.0.0.1:8081", Address(host="127.0.0.1", port=8081)),
        ("HEALTH_LISTEN", "localhost:1", Address(host="localhost", port=1)),
        ("HEALTH_LISTEN", "[::1]:65535", Address(host="::1", port=65535)),
        ("HEALTH_LISTEN", ":8080", Address(host=None, port=8080)),
        ("LOG_LEVEL", "debug", "DEBUG"),
        ("LOG_LEVEL", "Warning", "WARNING"),
        ("LOG_FORMAT", "JSON", "json"),
        ("LOG_FORMAT", "text", "text"),
        ("ADMIN_CHAT_ID", "123456789", 123456789),
        ("ADMIN_CHAT_ID", "-1001234567890", -1001234567890),
        ("CONTENT_DIR", ".", Path()),
        ("MESSAGES_PER_SECOND", "1000", 1000),
    ],
)
def test_a_good_value_is_taken(load: Load, name: str, value: str, expected: object) -> None:
    assert getattr(load(**{name: value}), name.lower()) == expected


BAD_VALUES = {
    "TELEGRAM_BOT_TOKEN": f"hunter2-hunter2-hunter2 | 123456789:tooshort | bot{TOKEN} | '{TOKEN}' | {TOKEN} {TOKEN}"
    " | ١٢٣:AAreplace-me_with-a-token-of-35-chars",
    "TELEGRAM_API_URL": "localhost:8081 | ftp://localhost | http:// | http://localhost:port | http://localhost:99999"
    " | http://[::1 | http://localhost?x=1 | http://user:hunter2@localhost | http://localhost/{token}"
    " | http://local host | https://api.telegram.org/bot",
    "DATABASE_URL": "data/bot.db | postgresql://me:hunter2@db/bot | sqlite://data/bot.db | sqlite:/// | sqlite:///:memory:"
    " | sqlite:///data/ | sqlite:///. | sqlite:///bot.db?mode=ro",
    "WEBHOOK_URL": "http://bot.example.org/hook | bot.example.org/hook | https://bot.example.org:9000/hook"
    " | https://user:hunter2@bot.example.org/hook | https://bot.example.org/hook#top",
    "WEBHOOK_LISTEN": "8080 | [::1]",
    "WEBHOOK_SECRET": f"hunter2! | hunter2 hunter2 | {'hunter2' * 40}",
    "HEALTH_LISTEN": "8080 | localhost | localhost:0 | localhost:65536 | localhost:http | ::1:8080 | [localhost]:8080"
    ' | 1.2.3.400:8080 | http://localhost:8080 | {"host": "localhost", "port": 8080}',
    "LOG_LEVEL": "loud | 10",
    "LOG_FORMAT": "xml",
    "ADMIN_CHAT_ID": "@coach | 0 | 12.5 | 1_000 | 99999999999999999",
    "CONTENT_DIR": f"no/such/folder | {'x' * 5000} | {Path(__file__).name}",
    "MESSAGES_PER_SECOND": "0 | -1 | many | 29.5 | 10001",
}
BAD = [(name, value) for name, values in BAD_VALUES.items() for value in values.split(" | ")]


def _is_about(line: str, name: str) -> bool:
    expectation = Settings.model_fields[name.lower()].description or "a description is missing"
    return line == f"{name}: expected {expectation}" and "\n" not in line


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_wrong_value_is_refused_in_one_line_that_says_what_is_expected(load: Load, name: str, value: str) -> None:
    Path(Path(__file__).name).touch()
    beside = WEBHOOK if name in WEBHOOK else {}

    assert _is_about(load.refused(**(beside | {name: value})), name)


def test_every_variable_has_a_bad_value_in_these_tests() -> None:
    assert list(BAD_VALUES) == NAMES


def test_the_three_webhook_variables_load_together(load: Load) -> None:
    settings = load(**WEBHOOK)

    assert settings.webhook_url == "https://bot.example.org/hook"
    assert settings.webhook_listen == Address(host=None, port=8080)
    assert settings.webhook_secret == SecretStr(SECRET)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (["WEBHOOK_URL"], "WEBHOOK_LISTEN"),
        (["WEBHOOK_LISTEN"], "WEBHOOK_LISTEN"),
        (["WEBHOOK_SECRET"], "WEBHOOK_SECRET"),
        (["WEBHOOK_URL", "WEBHOOK_LISTEN"], "WEBHOOK_SECRET"),
        (["WEBHOOK_URL", "WEBHOOK_SECRET"], "WEBHOOK_LISTEN"),
        (["WEBHOOK_LISTEN", "WEBHOOK_SECRET"], "WEBHOOK_LISTEN"),
    ],
)
def test_a_part_of_the_webhook_variables_is_refused(load: Load, given: list[str], named: str) -> None:
    line = load.refused(**{name: WEBHOOK[name] for name in given})

    assert line.startswith(f"{named}: expected ")
    assert line.endswith("WEBHOOK_URL, WEBHOOK_LISTEN and WEBHOOK_SECRET belong together")


def test_a_self_hosted_server_may_call_a_webhook_on_any_port(load: Load) -> None:
    url = "https://bot.example.org:9000/hook"

    assert load(**(WEBHOOK | {"WEBHOOK_URL": url}), TELEGRAM_API_URL="http://localhost:8081").webhook_url == url


def test_of_several_wrong_values_the_first_of_the_table_is_named(load: Load) -> None:
    line = load.refused(LOG_LEVEL="loud", WEBHOOK_URL="https://bot.example.org", ADMIN_CHAT_ID="me")

    assert line.startswith("WEBHOOK_LISTEN: ")


def test_python_telegram_bot_gets_the_addresses_of_telegram_itself_by_default(load: Load) -> None:
    settings = load()

    assert settings.api_base_url == "https://api.telegram.org/bot"
    assert settings.api_file_url == "https://api.telegram.org/file/bot"


def test_python_telegram_bot_gets_the_addresses_of_a_self_hosted_server(load: Load) -> None:
    settings = load(TELEGRAM_API_URL="http://localhost:8081/")

    assert settings.api_base_url == "http://localhost:8081/bot"
    assert settings.api_file_url == "http://localhost:8081/file/bot"


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///data/bot.db", Path("data/bot.db")),
        ("sqlite:////var/lib/bot.db", Path("/var/lib/bot.db")),
        ("sqlite:///~/bot.db", Path("~/bot.db").expanduser()),
    ],
)
def test_the_database_path_is_relative_or_absolute_as_the_address_says(load: Load, url: str, path: Path) -> None:
    assert load(DATABASE_URL=url).database_path == path


def test_the_content_is_found_beside_the_package_wherever_the_bot_is_started(load: Load, tmp_path: Path) -> None:
    assert Path.cwd() == tmp_path
    assert load().content_dir == ROOT / "content"


def test_settings_cannot_be_changed(load: Load) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load().log_level = "DEBUG"  # type: ignore[misc] # that it is refused is the test


def test_env_file_of_the_working_directory_is_read() -> None:
    Path(".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nexport LOG_LEVEL='debug'\n", encoding="utf-8")

    settings = load_settings()

    assert settings.secrets == (TOKEN,)
    assert settings.log_level == "DEBUG"


@pytest.mark.parametrize(("value", "level"), [("error", "ERROR"), ("", "INFO")])
def test_the_environment_wins_over_the_env_file_even_when_empty(load: Load, value: str, level: str) -> None:
    Path(".env").write_text("LOG_LEVEL=debug\n", encoding="utf-8")

    assert load(LOG_LEVEL=value).log_level == level


def test_a_wrong_value_in_the_env_file_is_refused_like_one_in_the_environment(load: Load) -> None:
    Path(".env").write_text("LOG_LEVEL=loud\n", encoding="utf-8")

    assert _is_about(load.refused(), "LOG_LEVEL")


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("BOT_TOKEN", "TELEGRAM_BOT_TOKEN"),
        ("TELEGRAM_BOT_TOKNE", "TELEGRAM_BOT_TOKEN"),
        ("LOGLEVEL", "LOG_LEVEL"),
        ("ADMIN_CHATID", "ADMIN_CHAT_ID"),
    ],
)
def test_a_misspelt_variable_in_the_env_file_is_named(load: Load, misspelt: str, meant: str) -> None:
    Path(".env").write_text(f"{misspelt}=hunter2\n", encoding="utf-8")

    assert load.refused() == f"{misspelt} in .env: unknown variable, expected {meant}"


def test_variables_of_others_are_ignored_in_the_env_file_and_in_the_environment(load: Load) -> None:
    Path(".env").write_text("COMPOSE_PROJECT_NAME=x\nADMIN_EMAIL=a@example.org\nTZ=UTC\n", encoding="utf-8")

    assert load(LOGLEVEL="x", PORT="80") == Settings()


def test_an_unreadable_env_file_is_refused_in_one_line(load: Load) -> None:
    Path(".env").write_bytes(b"LOG_LEVEL=\xff\xfe\n")

    assert load.refused() == ".env: expected a readable text file in UTF-8"


def test_secrets_are_hidden_in_repr_str_and_dump(load: Load) -> None:
    settings = load(TELEGRAM_BOT_TOKEN=TOKEN, **WEBHOOK)

    for text in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json()):
        assert TOKEN not in text
        assert SECRET not in text
    assert settings.secrets == (TOKEN, SECRET)


@pytest.mark.parametrize(("name", "value"), [bad for bad in BAD if "hunter2" in bad[1]])
def test_no_error_and_no_traceback_shows_a_secret(load: Load, name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load(**(WEBHOOK | {name: value}))

    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


def test_loading_writes_no_log(load: Load, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        load(TELEGRAM_BOT_TOKEN=TOKEN)

    assert caplog.records == []
