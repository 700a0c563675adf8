"""What fails is said in a sentence, with exit code 1, and nothing is lost by it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.cli import run
from game.match import Report, verify
from game.scenario import read_text
from tests.books import RULES_3
from tests.cli.kept import damage, keep
from tests.cli.kept import path_of as save
from tests.cli.terminal import RANDOM, Command, sentence


@pytest.mark.parametrize("name", ["resume", "replay"])
def test_a_missing_save_is_named(command: Command, name: str) -> None:
    said = command(name, "nowhere", "--plain")
    assert said.code == 1
    assert "nowhere" in sentence(said)


def test_with_nothing_to_resume_a_new_match_is_proposed(command: Command) -> None:
    said = command("resume", "--plain")
    assert said.code == 1
    assert "shared-enemy play" in sentence(said)


def test_a_name_that_is_taken_is_refused_and_the_save_kept(
    command: Command, tmp_path: Path
) -> None:
    command(*RANDOM, "--save", "x")
    before = save(tmp_path).read_bytes()
    said = command(*RANDOM, "--save", "x")
    assert said.code == 1
    assert "already" in sentence(said)
    assert save(tmp_path).read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "", "UPPER", "con", "a/b", "x\x1b[2J", "ü", "x" * 41])
def test_a_name_that_no_file_should_have_is_refused(
    command: Command, tmp_path: Path, name: str
) -> None:
    said = command(*RANDOM, "--save", name)
    assert said.code == 1
    assert "\x1b" not in sentence(said)
    assert not list(tmp_path.rglob("*.jsonl"))


@pytest.mark.parametrize("name", ["verify", "replay", "resume"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"hello\n",
        b"{}\n",
        b"\x00" * 100,
        b"\xff\xfe",
        b'{"game":"chess"}\n',
        b"[" * 5000,
    ],
    ids=["empty", "line feed", "prose", "braces", "zeros", "no text", "chess", "brackets"],
)
def test_a_foreign_file_is_refused_and_left_alone(
    command: Command, tmp_path: Path, name: str, data: bytes
) -> None:
    foreign = tmp_path / "foreign.jsonl"
    foreign.write_bytes(data)
    said = command(name, str(foreign), *(() if name == "verify" else ("--plain",)))
    assert said.code == 1
    assert "foreign.jsonl" in said.err
    assert "Traceback" not in said.err
    assert foreign.read_bytes() == data


def test_a_folder_is_no_save(command: Command, tmp_path: Path) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    said = command("replay", str(tmp_path / "folder.jsonl"), "--plain")
    assert said.code == 1
    assert "folder" in sentence(said)


def test_verify_names_the_first_line_that_differs(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    damage(save(tmp_path), 9)
    said = command("verify", "x")
    assert said.code == 1
    assert "x.jsonl:9:" in said.err
    assert "good up to decision 7" in said.err
    assert said.out == ""


def test_verify_goes_on_after_a_bad_save(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    command(*RANDOM, "--save", "y")
    damage(save(tmp_path), 9)
    said = command("verify", "x", "nowhere", "y")
    assert said.code == 1
    assert "y.jsonl" in said.out


def test_verify_goes_on_after_a_fault_of_the_program_itself(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command(*RANDOM, "--save", "x")
    command(*RANDOM, "--save", "y")

    def prove(path: Path) -> Report:
        return verify(path) if path.stem == "y" else Report("", 1 // 0, "", closed=True)

    monkeypatch.setattr("game.cli.verify.report_of", prove)
    said = command("verify", "x", "y")
    assert said.code == 1
    assert said.err == (
        "x: it cannot be looked at (ZeroDivisionError); please report it with the file\n"
    )
    assert "y.jsonl" in said.out


def test_an_altered_save_is_shown_as_far_as_it_is_good(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    damage(save(tmp_path), 9)
    before = save(tmp_path).read_bytes()
    said = command("replay", "x", "--plain")
    assert said.code == 1
    assert "Round 1" in said.out
    assert "x.jsonl:9:" in said.err
    resumed = command("resume", "x", "--plain")
    assert resumed.code == 1
    assert "x.jsonl:9:" in sentence(resumed)
    assert save(tmp_path).read_bytes() == before


def test_an_unfinished_last_line_is_mended_on_resuming(command: Command, tmp_path: Path) -> None:
    command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\nconsult\n")
    lines = save(tmp_path).read_bytes().splitlines(keepends=True)
    whole = b"".join(lines[:3])
    save(tmp_path).write_bytes(whole + lines[3][:20])
    said = command("resume", "x", "--plain")
    assert said.code == 0
    assert "Recovered." in said.out
    assert save(tmp_path).read_bytes().startswith(whole)
    assert verify(save(tmp_path)).good


def test_a_match_that_cannot_be_saved_is_played_all_the_same_and_said_to_be_lost(
    command: Command, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way of a folder")
    said = command(*RANDOM, "--saves", str(tmp_path / "file" / "saves"))
    assert said.code == 1
    assert "Verdict: " in said.out
    assert said.out.count("Not saved: ") == 2


def test_a_scenario_with_faults_is_refused_with_every_place(
    command: Command, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(read_text(RULES_3)[0].replace("rounds = 10", "rounds = true"))
    said = command("play", "--plain", "--scenario", str(broken))
    assert said.code == 1
    assert "broken.toml:" in said.err
    assert not list((tmp_path).rglob("*.jsonl"))


def test_a_missing_scenario_file_is_named(command: Command, tmp_path: Path) -> None:
    said = command("play", "--plain", "--scenario", str(tmp_path / "no.toml"))
    assert said.code == 1
    assert "no.toml" in said.err


def test_no_output_fails_over_a_character_that_it_lacks(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(tmp_path, names=("Łucja “Lu”", ""))
    sink = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(sink, encoding="ascii"))
    assert run(["saves"]) == 0
    assert b'?ucja "Lu" against a person' in sink.getvalue()


def test_a_fault_of_the_program_is_kept_in_a_file_and_no_traceback_is_shown(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.scenario.scenarios", lambda: 1 / 0)
    said = command("scenario", "list")
    assert said.code == 70
    assert "ZeroDivisionError" in sentence(said)
    (crash,) = (tmp_path / "state").rglob("crash-*.txt")
    assert str(crash) in said.err
    assert "Traceback" in crash.read_text()
