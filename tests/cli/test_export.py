"""A save is written as any of the formats, to a file or to standard output."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.export import export as command_of_export
from game.export import FORMATS
from game.export.formats import COMMON
from tests.cli.kept import damage, keep, path_of
from tests.cli.terminal import Command, sentence


def test_every_option_of_a_format_is_offered() -> None:
    options = {option.name for each in FORMATS.values() for option in (*each.options, *COMMON)}
    assert options <= {parameter.name for parameter in command_of_export.params}


@pytest.mark.parametrize("to", sorted(FORMATS))
def test_every_format_goes_to_standard_output_and_to_a_file_alike(
    command: Command, tmp_path: Path, to: str
) -> None:
    keep(tmp_path, "table:forum/law", "rebut:grievance", "stop")
    printed = command("export", "x", "--to", to)
    assert printed.code == 0
    assert printed.err == ""
    file = tmp_path / f"x{FORMATS[to].suffix}"
    said = command("export", "x", "--to", to, "-o", str(file))
    assert said.code == 0
    assert said.out == ""
    assert file.name in said.err
    assert file.read_bytes().decode() == printed.out
    assert command("export", "x", "--to", to, "-o", "-").out == printed.out


@pytest.mark.parametrize(
    ("typed", "to"), [("md", "markdown"), ("htm", "html"), ("TXT", "markdown")]
)
def test_a_format_may_be_called_as_its_files_end(
    command: Command, tmp_path: Path, typed: str, to: str
) -> None:
    keep(tmp_path, "consult")
    assert command("export", "x", "--to", typed).out == command("export", "x", "--to", to).out
    said = command("export", "x", "--to", typed, "-o", str(tmp_path / "y"))
    assert (said.code, f"of {FORMATS[to].what}" in said.err) == (0, True)


def test_the_options_reach_the_format(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, "consult", "consult")
    command("branch", "x", "--at", "1")
    first = command("export", "x", "--to", "svg", "--variation", "0", "--at", "0").out
    assert first != command("export", "x", "--to", "svg", "--variation", "0").out
    whole = json.loads(command("export", "x", "--to", "json", "--scenario").out)
    assert "text" in whole["scenario"]
    assert "text" not in json.loads(command("export", "x", "--to", "json").out)["scenario"]


def test_a_file_that_is_there_is_written_over_only_if_that_is_forced(
    command: Command, tmp_path: Path
) -> None:
    keep(tmp_path, "consult")
    file = tmp_path / "x.csv"
    file.write_text("mine")
    said = command("export", "x", "--to", "csv", "-o", str(file))
    assert said.code == 1
    assert "is there already and was not changed" in said.err
    assert "--force" in said.err
    assert file.read_text() == "mine"
    assert command("export", "x", "--to", "csv", "-o", str(file), "--force").code == 0
    assert file.read_text() != "mine"


def test_of_a_damaged_save_the_good_part_is_written_and_that_is_said(
    command: Command, tmp_path: Path
) -> None:
    damage(keep(tmp_path, "consult", "consult"), 4)
    said = command("export", "x", "--to", "csv")
    assert said.code == 1
    assert said.out.count("\n") > 1
    assert "x.jsonl:4:" in said.err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--to", "mrkdown"), 2, 'Did you mean "markdown"?'),
        (("--to", "pdf"), 2, "Formats: markdown, html"),
        (("--to", "csv", "-o", "aux.csv"), 1, "device on Windows; choose another name"),
        ((), 2, "--to"),
        (("--to", "csv", "--at", "1"), 1, "no option"),
        (("--to", "svg", "--at", "99"), 1, "no position 99"),
        (("--to", "svg", "--side", "de"), 1, "no side"),
        (("--to", "aif", "--debate", "0"), 2, "--debate"),
        (("--to", "csv", "--variation", "5"), 1, "no variation 5"),
        (("--to", "csv", "-o", "no/such/folder/x.csv"), 1, "There is no folder"),
    ],
)
def test_what_cannot_be_exported_is_said_in_a_sentence(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    keep(tmp_path)
    monkeypatch.chdir(tmp_path)
    said = command("export", "x", *arguments)
    assert said.code == code
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["saves"]


def test_a_save_that_is_not_there_is_named(command: Command, tmp_path: Path) -> None:
    said = command("export", "nowhere", "--to", "csv", "-o", str(tmp_path / "x.csv"))
    assert said.code == 1
    assert "nowhere" in said.err
    assert not path_of(tmp_path, "x.csv").exists()


def test_no_export_takes_the_place_of_a_save(command: Command, tmp_path: Path) -> None:
    """Neither of the one that is exported, by whatever name it goes, nor of another; though forced.

    A folder is not taken for a file that --force could write over either.
    """
    keep(tmp_path, "consult")
    other = keep(tmp_path, name="y")
    plain = tmp_path / "mine.txt"
    plain.write_bytes(path_of(tmp_path).read_bytes())
    for source, target in (("x", path_of(tmp_path)), ("x", other), (str(plain), plain)):
        before = target.read_bytes()
        said = command("export", source, "--to", "csv", "-o", str(target), "--force")
        assert said.code == 1
        assert "is a save and was not changed" in sentence(said)
        assert target.read_bytes() == before
    for force in ((), ("--force",)):
        said = command("export", "x", "--to", "csv", "-o", str(tmp_path), *force)
        assert said.code == 1
        assert "is a folder; name a file in it" in sentence(said)
