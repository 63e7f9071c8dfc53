"""The command line as its users meet it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import khabar
from khabar.cli import main

TEXT = "قالت وزيرة البيئة ليلى بن منصور أمس: «لن ينتظر سكان الجنوب»."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with a short report."""
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one command."""
    code = main([str(arg) for arg in args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def program(*args: object) -> list[str]:
    """The command in a process of its own."""
    return [sys.executable, "-c", "import sys; from khabar.cli import main; sys.exit(main())", *map(str, args)]


def test_extract_writes_one_analysis_a_line(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    """Away from a terminal the result is the JSON of the library's own analysis."""
    code, out, err = run(capsys, "extract", article, "--date", "2025-03-12")
    assert (code, err) == (0, "")
    (line,) = out.splitlines()
    analysis = khabar.Analysis.from_json(line)
    assert analysis.document.id == str(article)
    assert analysis == khabar.analyze(analysis.document)


def test_extract_in_readable_form(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    """The text format shows sentences, quotations with kind and speaker, dates with value, attributions with their parts."""
    code, out, _ = run(capsys, "extract", article, "--date", "2025-03-12", "--format", "text")
    assert code == 0
    for line in ("created: 2025-03-12", "sentences: 1", "kind: speech", "value: 2025-03-11", "cue: قالت (neutral)"):
        assert line in out
    assert "speaker: ليلى بن منصور" in out
    assert "content: «لن ينتظر سكان الجنوب»" in out


@pytest.mark.parametrize("name", ["sentences", "quotations", "dates", "attributions"])
def test_short_forms(capsys: pytest.CaptureFixture[str], article: Path, name: str) -> None:
    """The short form of a layer is `extract` with that layer alone."""
    _, short, _ = run(capsys, name, article)
    _, long, _ = run(capsys, "extract", "--layer", name, article)
    assert short == long
    assert list(json.loads(short)) == ["schema", "document", name, "diagnostics"]


def test_tokenize(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    """Tokens are written with their places and kinds."""
    code, out, _ = run(capsys, "tokenize", article)
    tokens = json.loads(out)["tokens"]
    assert code == 0
    assert [token["span"]["text"] for token in tokens] == [token.span.text for token in khabar.tokenize(TEXT)]
    assert all(TEXT[token["span"]["start"] : token["span"]["end"]] == token["span"]["text"] for token in tokens)


def test_normalize(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The normalised text is that of the library."""
    file = tmp_path / "a.txt"
    file.write_text("قـالَ", encoding="utf-8")
    assert run(capsys, "normalize", file, "--format", "text") == (0, khabar.normalize("قـالَ").text + "\n", "")
    data = json.loads(run(capsys, "normalize", file, "--format", "jsonl")[1])
    assert data["document"]["text"] == "قـالَ"
    assert data["text"] == khabar.normalize("قـالَ").text
    assert [tuple(edit) for edit in data["edits"]] == list(khabar.normalize("قـالَ").edits)
    assert run(capsys, "normalize", file, "--format", "text", "--profile", "tatweel")[1] == "قالَ\n"


def test_explain(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    """Every annotation that holds the offset is shown with its rule, and the part of it that does."""
    code, out, _ = run(capsys, "explain", article, "--at", TEXT.index("ليلى"))
    assert code == 0
    assert out.startswith("token [")
    assert "attributions [" in out
    assert "here: source" in out
    assert "rule: " in out


def test_explain_outside_the_text(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    """An offset behind the text is said to be so."""
    code, _, err = run(capsys, "explain", article, "--at", 5000)
    assert code == 1
    assert f"no offset 5000 in a text of {len(TEXT)} characters" in err


def test_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    """The list of plugins is printed, or it is said that there are none."""
    code, out, err = run(capsys, "plugins")
    assert code == 0
    assert bool(out) != bool(err)


def test_lexicon_check_finds_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """The lexicons that come with khabar have no faults."""
    code, _, err = run(capsys, "lexicon", "check")
    assert (code, err) == (0, "")


def test_lexicon_check_reads_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A lexicon with a fault is reported."""
    file = tmp_path / "dishes.toml"
    file.write_text('format = "khabar-lexicon/1"\n[class.dish]\n', encoding="utf-8")
    code, out, err = run(capsys, "lexicon", "check", file)
    assert code == 1
    assert "dishes.toml" in out + err


def test_lexicon_forms(capsys: pytest.CaptureFixture[str]) -> None:
    """The forms derived from a word are listed with their grammar."""
    code, out, _ = run(capsys, "lexicon", "forms", "أضاف")
    assert code == 0
    assert {"أضافت", "يضيف", "إضافة"} <= {line.split()[0] for line in out.splitlines() if line[:1].isspace()}


def test_lexicon_forms_of_an_unknown_word(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that no lexicon has is said to be unknown."""
    code, out, err = run(capsys, "lexicon", "forms", "قرنبيط")
    assert (code, out) == (1, "")
    assert "قرنبيط" in err


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["extract", "--layer", "places", "FILE"], "no layer 'places'; there are tokens, sentences"),
        (["extract", "--with", "no-such-plugin", "FILE"], "no plugin 'no-such-plugin'"),
        (["extract", "--lexicon", "no-such-lexicon", "FILE"], "no plugin 'no-such-lexicon'"),
        (["extract", "--date", "12/3/2025", "FILE"], "write it as 2024-06-19"),
        (["extract", "--encoding", "klingon", "FILE"], "'klingon' is no encoding"),
        (["extract", "--encoding", "rot13", "FILE"], "'rot13' is no encoding"),
        (["extract", "--format", "papyrus", "FILE"], "jsonl"),
        (["explain", "FILE"], "--at"),
        (["read", "FILE"], "No such command"),
    ],
)
def test_misuse_says_what_would_be_right(capsys: pytest.CaptureFixture[str], article: Path, args: list[str], reason: str) -> None:
    """A wrong command ends with 2 and a message that names the known ones, and nothing is read."""
    code, out, err = run(capsys, *(article if arg == "FILE" else arg for arg in args))
    assert (code, out) == (2, "")
    assert reason in err


def test_a_failed_input_does_not_stop_the_run(capsys: pytest.CaptureFixture[str], tmp_path: Path, article: Path) -> None:
    """A file that cannot be read is reported, the others are done, the exit code is 1."""
    (tmp_path / "a.txt").write_bytes("خبر".encode("cp1256"))
    code, out, err = run(capsys, "dates", tmp_path)
    assert code == 1
    assert [json.loads(line)["document"]["id"] for line in out.splitlines()] == [str(article)]
    assert err == f"khabar: {tmp_path / 'a.txt'}: not UTF-8 at byte 0 (try --encoding cp1256)\n"


def test_an_empty_file_is_an_empty_analysis(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An empty file gives an analysis in which every layer is empty."""
    (tmp_path / "a.txt").touch()
    code, out, err = run(capsys, "extract", tmp_path / "a.txt")
    data = json.loads(out)
    assert (code, err) == (0, "")
    assert [data[name] for name in ("sentences", "quotations", "dates", "attributions", "diagnostics")] == [[]] * 5


def test_a_lone_surrogate_goes_through(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A lone surrogate of a JSON record comes out as it went in."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "bad", "text": "\\ud83d"}\n{"id": "good", "text": "خبر"}', encoding="utf-8")
    code, out, err = run(capsys, "extract", file)
    assert (code, err) == (0, "")
    assert [json.loads(line)["document"]["text"] for line in out.splitlines()] == ["\ud83d", "خبر"]


def test_control_characters_stay_away_from_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The text format never sends an escape sequence of the text to the terminal, nor a lone surrogate."""
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": "قال: «\x1b[2J\ud83d نعم»."}), encoding="utf-8")
    code, out, _ = run(capsys, "extract", "--format", "text", file)
    assert code == 0
    assert "\x1b" not in out
    out.encode("utf-8")


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard input is one text, or JSON lines when it is said to be."""
    for args, data in (([], TEXT), (["-"], TEXT), (["--input-format", "jsonl"], json.dumps({"text": TEXT}))):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        code, out, _ = run(capsys, "quotations", *args)
        assert code == 0
        assert json.loads(out)["document"]["text"] == TEXT


def test_the_locale_does_not_matter(article: Path) -> None:
    """Results are UTF-8 whatever the locale says."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(program("dates", article), capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout.decode("utf-8"))["document"]["text"] == TEXT


def test_a_closed_pipe_is_no_failure(article: Path, tmp_path: Path) -> None:
    """A reader that stops reading ends the run quietly."""
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join([json.dumps({"text": TEXT})] * 300), encoding="utf-8")
    process = subprocess.Popen(program("tokenize", file, article), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), errors) == (0, b"")


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    """Help names every command; the version is that of the package."""
    code, out, _ = run(capsys, "--help")
    assert code == 0
    for name in ("extract", "sentences", "quotations", "dates", "attributions", "tokenize", "normalize", "explain", "plugins", "lexicon"):
        assert f"  {name} " in out
    assert run(capsys, "--version")[1].startswith("khabar")
