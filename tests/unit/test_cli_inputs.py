"""What the command line reads: files, folders, JSON lines, standard input."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from khabar import Document
from khabar.cli.inputs import InputError, Reading, documents, expand, parse_date
from khabar.cli.messages import Messages


def read(path: Path | str, reading: Reading | None = None) -> list[Document]:
    """The documents of a file; nothing may go wrong."""
    messages = Messages()
    found = list(documents(str(path), reading or Reading(), messages))
    assert messages.code == 0
    return found


def complaint(path: Path, capsys: pytest.CaptureFixture[str], reading: Reading | None = None) -> str:
    """What is said about a file that cannot be read, or only in part."""
    messages = Messages()
    list(documents(str(path), reading or Reading(), messages))
    assert messages.code == 1
    return capsys.readouterr().err


def test_a_text_file_is_one_document(tmp_path: Path) -> None:
    """A *.txt file is one document with the path as given for its id; no character is changed."""
    text = "\N{ZERO WIDTH NO-BREAK SPACE}سطر أول\r\nسطر ثان\r"
    file = tmp_path / "خبر.txt"
    file.write_bytes(text.encode())
    day = dt.date(2025, 3, 12)
    assert read(file, Reading(date=day)) == [Document(text=text, id=str(file), creation_time=day)]


def test_an_empty_file_is_an_empty_document(tmp_path: Path) -> None:
    """An empty text file gives an empty text; an empty JSON lines file gives nothing."""
    (tmp_path / "a.txt").touch()
    (tmp_path / "a.jsonl").touch()
    assert [document.text for document in read(tmp_path / "a.txt")] == [""]
    assert read(tmp_path / "a.jsonl") == []


def test_json_lines(tmp_path: Path) -> None:
    """Each line is a document; its own date comes before the given one, other strings go to meta."""
    file = tmp_path / "a.jsonl"
    lines = [
        {"id": "x", "text": "نص", "date": "2024-06-18", "source": "الميناء", "pages": 3},
        {"id": 7, "text": "نص\u2028آخر", "date": None},
        {"text": ""},
    ]
    file.write_text("\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    day = dt.date(2025, 3, 12)
    assert read(file, Reading(date=day)) == [
        Document(text="نص", id="x", creation_time=dt.date(2024, 6, 18), meta={"source": "الميناء"}),
        Document(text="نص\u2028آخر", id="7", creation_time=day),
        Document(text="", creation_time=day),
    ]


def test_json_fields_can_be_named(tmp_path: Path) -> None:
    """Text, id and date may stand under other keys."""
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"body": "نص", "url": "u", "published": "2024-06-18T08:30"}), encoding="utf-8")
    reading = Reading(text_field="body", id_field="url", date_field="published")
    assert read(file, reading) == [Document(text="نص", id="u", creation_time=dt.datetime(2024, 6, 18, 8, 30))]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[1]", "a JSON object is expected, not list"),
        ('{"body": "نص"}', "no text under 'text' (keys with strings: body; choose one with --text-field)"),
        ('{"text": 5}', "no text under 'text' (keys with strings: none"),
        ('{"text": "نص", "date": "أمس"}', "'أمس' is no date; write it as 2024-06-19"),
    ],
)
def test_a_bad_line_is_named_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, reason: str) -> None:
    """A line that is no document is reported with its number; the lines after it are read."""
    file = tmp_path / "a.jsonl"
    file.write_text(f'{{"text": "قبل"}}\n{line}\n{{"text": "بعد"}}', encoding="utf-8")
    messages = Messages()
    assert [document.text for document in documents(str(file), Reading(), messages)] == ["قبل", "بعد"]
    assert messages.code == 1
    assert f"khabar: {file}:2: {reason}" in capsys.readouterr().err


def test_a_wrong_byte_is_named_by_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in another encoding is reported with the offset of the first byte that does not fit."""
    file = tmp_path / "a.txt"
    good = "خبر ".encode() * 400_000  # more than one block is read
    file.write_bytes(good + "خبر".encode("cp1256"))
    assert complaint(file, capsys) == f"khabar: {file}: not UTF-8 at byte {len(good)} (try --encoding cp1256)\n"


def test_a_cut_character_is_a_wrong_byte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that ends in the middle of a character is not UTF-8 from where that character begins."""
    file = tmp_path / "a.txt"
    file.write_bytes("خبر".encode()[:-1])
    assert "not UTF-8 at byte 4 " in complaint(file, capsys)


def test_other_encodings(tmp_path: Path) -> None:
    """The encoding can be named, also one in which a line feed is more than one byte."""
    for encoding in ("cp1256", "utf-16"):
        file = tmp_path / "a.jsonl"
        file.write_bytes('{"text": "نص"}\n{"text": "آخر"}'.encode(encoding))
        assert [document.text for document in read(file, Reading(encoding=encoding))] == ["نص", "آخر"]


def test_a_missing_file_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is said to be missing."""
    assert "No such file" in complaint(tmp_path / "missing.txt", capsys)


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    """A folder stands for all its *.txt and *.jsonl files, by name, those of inner folders included."""
    for name in ("b.txt", "a/z.jsonl", "a/c.TXT", "a.md", "c.json"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    messages = Messages()
    found = [Path(path).relative_to(tmp_path).as_posix() for path in expand([str(tmp_path), "-", "x"], messages) if path not in {"-", "x"}]
    assert found == ["a/c.TXT", "a/z.jsonl", "b.txt"]
    assert messages.code == 0


def test_a_folder_without_texts_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in which nothing can be read is a failed input."""
    messages = Messages()
    assert list(expand([str(tmp_path)], messages)) == []
    assert messages.code == 1
    assert "no *.txt or *.jsonl inside" in capsys.readouterr().err


def test_dates_are_iso() -> None:
    """A day becomes a date, a moment a datetime, anything else an error that shows the form."""
    assert parse_date("2024-06-19") == dt.date(2024, 6, 19)
    assert parse_date("2024-06-19T08:30") == dt.datetime(2024, 6, 19, 8, 30)
    with pytest.raises(InputError, match="2024-06-19"):
        parse_date("19/6/2024")
