"""Files go up and come down again, within Telegram's limits."""

import struct

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.local.faults import server_error
from bot.local.person import Person
from bot.local.service import LocalTelegram

MB = 2**20


def png(width: int = 2, height: int = 2) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + struct.pack(">HH", 30, 40)


async def test_a_document_arrives_with_its_name_and_content(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"a,b", filename="log.csv", caption="<b>Log</b>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("log.csv", 3)
    assert ada.last.file is not None
    assert (ada.last.file.name, ada.last.file.content, ada.last.text) == ("log.csv", b"a,b", "Log")


async def test_a_file_can_be_sent_again_by_its_id(bot: Bot, ada: Person) -> None:
    sent = await bot.send_document(ada.id, b"a,b", filename="log.csv")
    assert sent.document is not None
    await bot.send_document(ada.id, sent.document.file_id)
    assert ada.last.file is not None
    assert ada.last.file.content == b"a,b"


@pytest.mark.parametrize(("content", "size"), [(png(800, 600), (800, 600)), (JPEG, (40, 30))])
async def test_a_picture_arrives_with_its_size(bot: Bot, ada: Person, content: bytes, size: tuple[int, int]) -> None:
    sent = await bot.send_photo(ada.id, content, caption="week")
    assert (sent.photo[-1].width, sent.photo[-1].height) == size
    assert ada.last.file is not None
    assert ada.last.file.content == content


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"no picture", "image_process_failed"),
        (png()[:20], "image_process_failed"),
        (b"\xff\xd8\x00\x00\x00\x00\x00", "image_process_failed"),
        (png(9000, 1001), "photo_invalid_dimensions"),
        (png(2100, 100), "photo_invalid_dimensions"),
        (png(0, 0), "photo_invalid_dimensions"),
        (png() + bytes(10 * MB), "is too big for a photo"),
        (b"", "file must be non-empty"),
    ],
)
async def test_pictures_that_telegram_refuses_are_refused(bot: Bot, ada: Person, content: bytes, reason: str) -> None:
    with pytest.raises(BadRequest, match=f"(?i){reason}"):
        await bot.send_photo(ada.id, content)
    assert ada.messages == []


async def test_captions_are_shorter_than_texts(bot: Bot, ada: Person) -> None:
    await bot.send_document(ada.id, b"x", filename="x.csv", caption="x" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(ada.id, b"x", filename="x.csv", caption="x" * 1025)


async def test_a_bot_cannot_upload_more_than_50_mb(bot: Bot, ada: Person) -> None:
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(ada.id, bytes(50 * MB + 1), filename="x.bin")


@pytest.mark.parametrize("file_id", ["unknown", ""])
async def test_unknown_files_are_refused(bot: Bot, ada: Person, file_id: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_document(ada.id, file_id)


async def test_a_file_from_a_person_can_be_downloaded(bot: Bot, ada: Person) -> None:
    sent = await ada.send_document("läufe.ics", b"BEGIN:VCALENDAR", mime_type="text/calendar", caption="/schedule")
    update = (await bot.get_updates())[0]
    assert update.message is not None
    assert update.message.document is not None
    assert (update.message.document.mime_type, update.message.caption) == ("text/calendar", "/schedule")
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"BEGIN:VCALENDAR"
    assert sent.file is not None
    assert file.file_id == sent.file.id


async def test_a_bot_cannot_download_more_than_20_mb(bot: Bot, ada: Person) -> None:
    fits = await ada.send_document("fits.bin", bytes(20 * MB))
    large = await ada.send_document("large.bin", bytes(20 * MB + 1))
    assert fits.file is not None
    assert large.file is not None
    assert (await bot.get_file(fits.file.id)).file_size == 20 * MB
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(large.file.id)


async def test_downloads_can_fail_on_demand(bot: Bot, telegram: LocalTelegram, ada: Person) -> None:
    sent = await ada.send_document("log.csv", b"x")
    assert sent.file is not None
    file = await bot.get_file(sent.file.id)
    telegram.fail("download", server_error())
    with pytest.raises(NetworkError):
        await file.download_as_bytearray()
    assert await file.download_as_bytearray() == b"x"


async def test_a_path_that_was_never_given_out_is_not_found(bot: Bot) -> None:
    with pytest.raises(InvalidToken):
        await bot.request.retrieve(f"{bot.base_file_url}/files/secrets")
