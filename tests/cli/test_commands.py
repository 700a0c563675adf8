"""Every command does what it says, and says what it cannot do."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import __version__
from game.match import Match, verify
from game.opponents import seats
from game.scenario import read_text
from tests.cli.terminal import Command, Said

RANDOM = ("play", "--plain", "--us", "random", "--ru", "random", "--seed", "7")


def save(tmp_path: Path, name: str = "x") -> Path:
    return tmp_path / "saves" / f"{name}.jsonl"


def sentence(said: Said) -> str:
    """What was said on standard error, which must be one line of one program, no traceback."""
    assert said.err.startswith("shared-enemy: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def test_an_unattended_match_is_played_to_its_verdict_and_saved(
    command: Command, tmp_path: Path
) -> None:
    said = command(*RANDOM, "--save", "x")
    assert said.code == 0
    assert "Verdict: " in said.out
    assert "Saved as x" in said.out
    match = Match.open(save(tmp_path), read_only=True)
    assert match.over
    assert match.seats == ("random", "random")
    assert match.seed == 7
    assert verify(save(tmp_path)).good


def test_a_person_plays_resumes_and_sees_the_same_position(
    command: Command, tmp_path: Path
) -> None:
    first = command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\n")
    assert first.code == 0
    assert "resume x --plain" in first.out
    again = command("resume", "x", "--plain", typed="look\n")
    position = first.out[first.out.rindex("Round 1 of") : first.out.rindex("Choose 1 to")]
    assert position in again.out
    assert verify(save(tmp_path)).good


def test_resume_without_a_name_takes_the_match_played_last(command: Command) -> None:
    command("play", "--plain", "--seed", "1", "--save", "old")
    command("play", "--plain", "--seed", "2", "--save", "new")
    command(*RANDOM, "--save", "over")
    said = command("resume", "--plain")
    assert "Saved as new" in said.out


def test_a_save_without_a_name_gets_one_that_is_free(command: Command, tmp_path: Path) -> None:
    for _ in range(2):
        assert command(*RANDOM).code == 0
    names = sorted(path.stem for path in (tmp_path / "saves").glob("*.jsonl"))
    assert names == ["shared-enemy", "shared-enemy-2"]


def test_a_match_without_a_seed_draws_one_and_says_it_in_the_replay(command: Command) -> None:
    command("play", "--plain", "--us", "random", "--ru", "random", "--save", "x")
    assert "Seed " in command("replay", "x", "--plain").out


def test_replay_prints_what_play_printed(command: Command) -> None:
    shown = command(*RANDOM, "--save", "x").out
    told = command("replay", "x", "--plain")
    assert told.code == 0
    begin, end = shown.index("Round 1\n"), shown.index("Saved as")
    assert shown[begin:end] in told.out


def test_replay_takes_a_file_as_well_as_a_name(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    by_name = command("replay", "x", "--plain")
    assert command("replay", str(save(tmp_path)), "--plain").out == by_name.out


def test_replay_of_an_unfinished_match_ends_with_its_position(command: Command) -> None:
    command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\n")
    said = command("replay", "x", "--plain")
    assert said.code == 0
    assert "Round 1 of 10, second turn" in said.out
    assert "take your turn" in said.out


def test_a_replay_does_not_touch_the_save(command: Command, tmp_path: Path) -> None:
    command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\n")
    before = save(tmp_path).read_bytes()
    command("replay", "x", "--plain")
    command("verify", "x")
    command("saves")
    assert save(tmp_path).read_bytes() == before


def test_a_finished_match_is_resumed_to_its_verdict_and_not_touched(
    command: Command, tmp_path: Path
) -> None:
    command(*RANDOM, "--save", "x")
    before = save(tmp_path).read_bytes()
    said = command("resume", "x", "--plain")
    assert said.code == 0
    assert "Verdict: " in said.out
    assert save(tmp_path).read_bytes() == before


def test_saves_lists_what_there_is(command: Command) -> None:
    assert "no saves" in command("saves").out or "example" in command("saves").out
    command(*RANDOM, "--save", "over")
    command("play", "--plain", "--seed", "7", "--variant", "easy", "--save", "going")
    lines = command("saves").out.splitlines()
    assert lines[0].split()[:5] == ["going", "round", "1", "of", "10,"]
    assert "easy" in lines[0]
    assert lines[1].startswith("over ")
    assert "random against random" in lines[1]


def test_saves_can_be_kept_elsewhere(command: Command, tmp_path: Path) -> None:
    there = tmp_path / "there"
    assert command("--saves", str(there), *RANDOM, "--save", "x").code == 0
    assert command(*RANDOM, "--saves", str(there), "--save", "y").code == 0
    assert {path.stem for path in there.glob("*.jsonl")} == {"x", "y"}
    assert command("verify", "x", "--saves", str(there)).code == 0


def test_verify_says_of_each_save_whether_it_is_good(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    command(*RANDOM, "--save", "y")
    said = command("verify", "x", str(save(tmp_path, "y")))
    assert said.code == 0
    assert said.out.count("all good") == 2


def test_scenario_list_names_the_scenarios(command: Command) -> None:
    said = command("scenario", "list")
    assert said.code == 0
    assert "shared-enemy: Shared Enemy." in said.out


def test_a_scenario_can_be_a_file(command: Command, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(read_text("shared-enemy")[0], encoding="utf-8")
    assert command(*RANDOM, "--scenario", str(own), "--save", "x").code == 0
    own.unlink()
    assert command("replay", "x", "--plain").code == 0


def test_any_scenario_can_seat_its_sides_by_their_ids(command: Command, tmp_path: Path) -> None:
    said = command("play", "--plain", "--seat", "ru=random", "--seat", "us=random", "--save", "x")
    assert said.code == 0
    assert Match.open(save(tmp_path), read_only=True).seats == ("random", "random")


def test_the_version_and_the_help_are_told(command: Command) -> None:
    assert command("--version").out == f"shared-enemy {__version__}\n"
    said = command("--help")
    assert said.code == 0
    for name in ("play", "resume", "replay", "saves", "verify", "scenario"):
        assert f"  {name} " in said.out


@pytest.mark.parametrize("name", ["play", "resume", "replay", "saves", "verify", "scenario"])
def test_every_command_explains_itself(command: Command, name: str) -> None:
    said = command(name, "-h")
    assert said.code == 0
    assert said.out.startswith(f"Usage: shared-enemy {name}")


# ---------------------------------------------------------------- wrong use: exit code 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plya",), "play"),
        (("play", "--plian"), "--plain"),
        (("play", "--plain", "--seed", "-1"), "--seed"),
        (("play", "--plain", "--seed", "x"), "--seed"),
        (("play", "--plain", "--seed", str(2**64)), "--seed"),
        (("play", "--plain", "--us", "rnadom"), 'Did you mean "random"?'),
        (("play", "--plain", "--us", ""), "there is no seat"),
        (("play", "--plain", "--ru", "random:9"), "no settings"),
        (("play", "--plain", "--seat", "usrandom"), "SIDE=SEAT"),
        (("play", "--plain", "--seat", "de=random"), "Sides: us, ru."),
        (("play", "--plain", "--scenario", "shard-enemy"), 'Did you mean "shared-enemy"?'),
        (("play", "--plain", "--variant", "esy"), 'Did you mean "easy"?'),
        (("replay",), "FILE"),
        (("verify",), "FILE"),
        (("saves", "extra"), "extra"),
        (("scenario", "lst"), "list"),
    ],
)
def test_wrong_use_gets_one_sentence_and_exit_code_2(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = command(*arguments)
    assert said.code == 2
    assert words in sentence(said)
    assert not (tmp_path / "saves").exists()


@pytest.mark.parametrize("arguments", [(), ("play",), ("resume",), ("replay", "x")])
def test_without_a_terminal_the_app_points_to_plain_lines(
    command: Command, arguments: tuple[str, ...]
) -> None:
    said = command(*arguments)
    if arguments != ("replay", "x"):
        assert said.code == 2
        assert "--plain" in sentence(said)
    else:
        assert said.code in (1, 2)
        sentence(said)


def test_an_unknown_seat_lists_the_known_ones(command: Command) -> None:
    said = command("play", "--plain", "--us", "nobody")
    assert all(name in said.err for name in seats())


# ---------------------------------------------------------------- failure: exit code 1


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


def altered(tmp_path: Path, line: int) -> None:
    """Change one digit of the seal of a line."""
    lines = save(tmp_path).read_bytes().splitlines(keepends=True)
    body = lines[line - 1]
    digit = b"1" if body[-4:-3] != b"1" else b"2"
    lines[line - 1] = body[:-4] + digit + body[-3:]
    save(tmp_path).write_bytes(b"".join(lines))


def test_verify_names_the_first_line_that_differs(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    altered(tmp_path, 9)
    said = command("verify", "x")
    assert said.code == 1
    assert "x.jsonl:9:" in said.err
    assert "good up to decision 7" in said.err
    assert said.out == ""


def test_verify_goes_on_after_a_bad_save(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    command(*RANDOM, "--save", "y")
    altered(tmp_path, 9)
    said = command("verify", "x", "nowhere", "y")
    assert said.code == 1
    assert "y.jsonl" in said.out


def test_an_altered_save_is_shown_as_far_as_it_is_good(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    altered(tmp_path, 9)
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
    broken.write_text(read_text("shared-enemy")[0].replace("rounds = 10", "rounds = true"))
    said = command("play", "--plain", "--scenario", str(broken))
    assert said.code == 1
    assert "broken.toml:" in said.err
    assert not list((tmp_path).rglob("*.jsonl"))


def test_a_missing_scenario_file_is_named(command: Command, tmp_path: Path) -> None:
    said = command("play", "--plain", "--scenario", str(tmp_path / "no.toml"))
    assert said.code == 1
    assert "no.toml" in said.err


def test_a_fault_of_the_program_is_kept_in_a_file_and_no_traceback_is_shown(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.cli.listing.scenarios", lambda: 1 / 0)
    said = command("scenario", "list")
    assert said.code == 70
    assert "ZeroDivisionError" in sentence(said)
    (crash,) = (tmp_path / "state").rglob("crash-*.txt")
    assert str(crash) in said.err
    assert "Traceback" in crash.read_text()
