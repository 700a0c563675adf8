"""What a name on the command line means, and that every hint can be pasted back."""

from __future__ import annotations

import os
import shlex
import shutil
from pathlib import Path

import pytest

from game.match import verify
from tests.cli.kept import damage, keep, path_of
from tests.cli.terminal import Command, Said, sentence


def hint(said: Said) -> tuple[str, ...]:
    """The command that an output ends with."""
    _, _, command = (said.out + said.err).rpartition("shared-enemy ")
    return tuple(shlex.split(command))


EVERY = (
    ("verify", "NAME"),
    ("replay", "NAME", "--plain"),
    ("resume", "NAME", "--plain"),
    ("export", "NAME", "--to", "markdown"),
    ("variations", "NAME"),
    ("branch", "NAME", "--at", "1", "--save", "other"),
    ("annotate", "NAME", "Here.", "--at", "1"),
    ("saves", "copy", "NAME", "other"),
    ("saves", "rename", "NAME", "other"),
    ("saves", "rescue", "NAME", "other"),
    ("saves", "delete", "NAME"),
)


@pytest.mark.parametrize("command_line", EVERY)
@pytest.mark.parametrize("name", ["x.jsonl", "./x.jsonl"])
def test_no_command_takes_the_save_for_a_file_or_the_file_for_the_save(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command_line: tuple[str, ...],
    name: str,
) -> None:
    """A broken file here, and a sound save of the same name: the file is what was asked for."""
    monkeypatch.chdir(tmp_path)
    kept = keep(tmp_path, "consult").read_bytes()
    Path("x.jsonl").write_text("broken")
    said = command(*(name if word == "NAME" else word for word in command_line))
    assert path_of(tmp_path).read_bytes() == kept
    if command_line[:2] not in {("saves", "copy"), ("saves", "rename"), ("saves", "delete")}:
        assert said.code == 1
        assert "x.jsonl:1: this is not a save of this game" in said.err
        assert not path_of(tmp_path, "other").exists()


@pytest.mark.parametrize("command_line", EVERY)
def test_a_file_that_is_not_there_is_not_looked_for_among_the_saves(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command_line: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = keep(tmp_path, "consult").read_bytes()
    said = command(*("x.jsonl" if word == "NAME" else word for word in command_line))
    assert said.code == 1
    assert 'there is no file "x.jsonl"; the save is called x' in said.err
    assert path_of(tmp_path).read_bytes() == kept


def test_a_copy_in_this_folder_is_verified_and_the_path_that_was_used_is_said(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(keep(tmp_path, "consult"), "mine.jsonl")
    assert command("verify", "mine.jsonl").out.startswith("mine.jsonl: 2 decisions, all good")
    assert command("replay", "./mine.jsonl", "--plain").out.endswith(", of mine.jsonl.\n")
    said = command("export", "mine.jsonl", "--to", "csv", "-o", "x.csv")
    assert said.err.endswith(", of mine.jsonl\n")


@pytest.mark.parametrize("place", ["usb/letter.jsonl", "it's here/a b.jsonl", "-x.jsonl"])
def test_a_match_of_a_file_anywhere_is_gone_on_with_as_the_game_says(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Not with a save of the same name, or with none."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    shutil.copy(keep(tmp_path, "consult"), file)
    shutil.copy(path_of(tmp_path), path_of(tmp_path, "letter"))
    said = command("resume", f"./{place}", "--plain", typed="consult\n")
    assert said.code == 0
    before = verify(file).decisions
    again = command(*hint(said), typed="1\n")
    assert again.code == 0
    assert verify(file).decisions > before
    assert verify(path_of(tmp_path, "letter")).decisions == 2


def test_a_match_in_a_folder_that_was_asked_for_is_found_there_again(
    command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "two words"
    said = command(
        "play", "--plain", "--seed", "7", "--save", "x", "--saves", str(folder), typed="1 1\n"
    )
    assert said.code == 0
    before = verify(folder / "x.jsonl").decisions
    assert command(*hint(said), typed="1\n").code == 0
    assert verify(folder / "x.jsonl").decisions > before
    gone = command("saves", "delete", "x", "--saves", str(folder))
    assert command(*hint(gone)).code == 0
    assert verify(folder / "x.jsonl").good


def test_what_is_good_of_a_damaged_file_is_kept_as_the_hint_says(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the file that was named, whatever saves are called; a sentence ends but once."""
    monkeypatch.chdir(tmp_path)
    damage(keep(tmp_path, "consult", "consult"), 4)
    shutil.move(path_of(tmp_path), "damaged.jsonl")
    for arguments in (("resume", "./damaged.jsonl", "--plain"), ("verify", "damaged.jsonl")):
        said = command(*arguments)
        assert said.code == 1
        assert ".;" not in said.err
        assert command(*hint(said)).code == 0
    assert verify(path_of(tmp_path, "damaged-rescued")).decisions == 2
    assert verify(path_of(tmp_path, "damaged-rescued-2")).decisions == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    ],
    ids=["CRLF", "BOM", "both"],
)
def test_of_a_save_that_an_editor_has_rewritten_all_is_rescued(
    command: Command, tmp_path: Path, change: object
) -> None:
    """And verify says how."""
    assert callable(change)
    path = keep(tmp_path, "consult", "consult")
    path.write_bytes(change(path.read_bytes()))
    said = command("verify", "x")
    assert said.code == 1
    assert hint(said) == ("saves", "rescue", "x")
    assert "3 decisions" in command(*hint(said)).out
    assert verify(path_of(tmp_path, "x-rescued")).good
    assert command("saves").out.count("damaged") == 1


def fifo(path: Path) -> None:
    os.mkfifo(path)


def nothing(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (fifo, "this is a pipe, not a save"),
        (Path.mkdir, "this is a folder, not a save"),
        (lambda path: path.symlink_to("/dev/zero"), "this is a link"),
        (nothing, "holds no match"),
    ],
)
def test_what_is_no_save_at_all_is_named_and_no_rescue_is_promised(
    command: Command, tmp_path: Path, make: object, what: str
) -> None:
    assert callable(make)
    make(tmp_path / "x.jsonl")
    for arguments in (("resume", "--plain"), ("replay", "--plain"), ("verify",)):
        said = command(arguments[0], str(tmp_path / "x.jsonl"), *arguments[1:])
        assert said.code == 1
        assert what in said.err
        assert "rescue" not in said.err
        assert said.err.count("\n") == 1


def test_a_folder_of_saves_that_leads_nowhere_is_said_to(command: Command, tmp_path: Path) -> None:
    (tmp_path / "saves").symlink_to(tmp_path / "nowhere")
    said = command("saves", "--filter", "going")
    assert said.code == 1
    assert "is a link to nowhere" in sentence(said)
    said = command("play", "--plain", "--save", "x", typed="consult\n")
    assert said.code == 1
    assert "Not saved: A file, or a link to nowhere, stands where a folder belongs." in said.out


@pytest.mark.parametrize("value", ["~nosuchuser/x", "~nosuchuser"])
def test_a_home_that_nobody_has_is_answered_with_what_to_do(
    command: Command, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SHARED_ENEMY_SAVES", value)
    said = command("saves")
    assert said.code == 1
    assert "--saves" in sentence(said)
    assert f'"{value}"' in said.err


def test_without_a_home_folder_one_is_asked_for(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And none called ~ is made here; with --saves all goes well."""
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name in {"HOME", "SHARED_ENEMY_SAVES"} or name.startswith("XDG_"):
            monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.setattr("game.match.places.in_checkout", lambda: False)
    for arguments in (("saves",), ("play", "--plain"), ("resume", "--plain")):
        said = command(*arguments)
        assert said.code == 1
        assert "there is no home folder to keep saves in" in sentence(said)
    assert command("saves", "--saves", "here").code == 0
    assert command("play", "--plain", "--saves", "here", "--save", "x").code == 0
    assert {path.name for path in tmp_path.iterdir()} <= {"here", "settings.json"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("play", "--plain", "--seed", "abc"),
        ("play", "--plain", "--seed", "-1"),
        ("play", "--plain", "--seed", "1.5"),
        ("play", "--plain", "--seed", str(2**64)),
        ("play", "--plain", "--seed", "9" * 5000),
        ("branch", "x", "--at", "9" * 5000),
        ("annotate", "x", "Here.", "--at", "two"),
        ("variations", "x", "--compare", "0", "x"),
        ("variations", "x", "--rename", "x", "Words"),
        ("export", "x", "--to", "svg", "--at", "²"),
    ],
)
def test_what_is_no_whole_number_is_answered_in_plain_words(
    command: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """With the bounds, however long it is."""
    keep(tmp_path)
    said = command(*arguments)
    assert said.code == 2
    assert " is not a whole number from 0 to " in sentence(said)
    assert len(said.err) < 300


@pytest.mark.parametrize("to", ["aspartix", "iccma", "aif"])
def test_of_a_game_without_debates_it_is_said_that_nothing_was_debated(
    command: Command, tmp_path: Path, to: str
) -> None:
    """Rather than to write nothing in silence."""
    keep(tmp_path, "consult")
    keep(tmp_path, over=True, name="debated")
    note = "There is no argument in it: nothing was debated in this game.\n"
    assert command("export", "x", "--to", to).err == note
    assert command("export", "x", "--to", to, "-o", str(tmp_path / "out")).err.endswith(note)
    assert command("export", "debated", "--to", to).err == ""
