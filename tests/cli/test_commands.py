"""Every command does what it says, and says what it cannot do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import __version__
from game.authoring.starter import starter
from game.cli.group import LazyGroup
from game.cli.overview import COMMANDS, EPILOG, OPTIONS, overview
from game.cli.root import cli
from game.match import Library, Match, verify
from game.opponents import opponent, seats
from game.rules import Rulebook
from game.scenario import load, read_text
from game.scenario.cast import character_ids
from game.teaching.begin import begin_lesson
from game.teaching.tutor import tutor_of
from game.telling.messages import english
from game.telling.opponents import sitters
from game.telling.opponents import told as told_of
from game.telling.primer import primer
from game.telling.voice import Voice
from tests.cli.kept import path_of as save
from tests.cli.terminal import RANDOM, Command, sentence


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
    first = command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\nlook\n")
    assert first.code == 0
    assert "resume x --plain" in first.out
    again = command("resume", "x", "--plain", typed="look\n")
    position = first.out[first.out.rindex("Russia: take your turn.") :]
    position = position[: position.index("or help:")]
    assert "Tier 1: " in position
    assert position in again.out
    assert verify(save(tmp_path)).good


def test_resume_without_a_name_takes_the_match_played_last(command: Command) -> None:
    command("play", "--plain", "--seed", "1", "--save", "old")
    command("play", "--plain", "--seed", "2", "--save", "new")
    command(*RANDOM, "--save", "over")
    said = command("resume", "--plain")
    assert "Saved as new" in said.out


def test_resume_without_a_name_passes_over_a_lesson_that_is_over(
    command: Command, tmp_path: Path
) -> None:
    command("play", "--plain", "--seed", "1", "--save", "game")
    match = begin_lesson("motion", Library(tmp_path / "saves"))
    tutor = tutor_of(match)
    while tutor is not None and not tutor.over:
        match.decide(match.legal()[0])
    match.close()
    assert "Saved as game" in command("resume", "--plain").out


def test_a_save_without_a_name_gets_one_that_is_free(command: Command, tmp_path: Path) -> None:
    for _ in range(2):
        assert command(*RANDOM).code == 0
    names = sorted(path.stem for path in (tmp_path / "saves").glob("*.jsonl"))
    assert names == ["shared-enemy", "shared-enemy-2"]


def test_a_match_without_a_seed_draws_one_and_says_it_in_the_replay(command: Command) -> None:
    command("play", "--plain", "--us", "random", "--ru", "random", "--save", "x")
    assert "Seed " in command("replay", "x", "--plain").out


def test_replay_prints_what_play_printed_and_the_moments_that_mattered(command: Command) -> None:
    shown = command(*RANDOM, "--save", "x").out
    told = command("replay", "x", "--plain")
    assert told.code == 0
    lines = told.out.splitlines(keepends=True)
    moments = [line for line in lines if line.startswith("  A moment that mattered: ")]
    assert moments
    begin, end = shown.index("Round 1: winter 2014/15\n"), shown.index("Saved as")
    assert shown[begin:end] in "".join(line for line in lines if line not in moments)


def test_replay_takes_a_file_as_well_as_a_name(command: Command, tmp_path: Path) -> None:
    command(*RANDOM, "--save", "x")
    by_name = command("replay", "x", "--plain")
    assert command("replay", str(save(tmp_path)), "--plain").out == by_name.out


def test_replay_of_an_unfinished_match_ends_with_its_position(command: Command) -> None:
    command("play", "--plain", "--seed", "7", "--save", "x", typed="consult\n")
    said = command("replay", "x", "--plain")
    assert said.code == 0
    assert "Round 1 of 8" in said.out
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
    assert lines[0].split()[:5] == ["going", "round", "1", "of", "8,"]
    assert "easy" in lines[0]
    assert lines[1].startswith("over ")
    assert "Chance against Chance" in lines[1]


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


def test_opponents_are_listed_by_the_names_that_play_takes(command: Command) -> None:
    scenario = load("shared-enemy")
    said = command("opponents")
    assert said.code == 0
    for each, line in zip(sitters(english(), scenario), said.out.splitlines(), strict=True):
        assert line == " ".join(f"{each.name}: {told_of(english(), each)}".split())
        assert all(words in line for words in (each.title, each.hard, each.stance, *each.lines))
        assert opponent(each.name, seed=1, scenario=scenario) is not None
    records = json.loads(command("opponents", "--json").out)
    assert [each["name"] for each in records] == [
        each.name for each in sitters(english(), scenario)
    ]


def test_the_cast_plays_everywhere_and_doctrines_in_their_own_scenario(
    command: Command, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(starter("own"), encoding="utf-8")
    told = {line.partition(":")[0] for line in command("opponents").out.splitlines()}
    theirs = command("opponents", "--scenario", str(own)).out
    there = {line.partition(":")[0] for line in theirs.splitlines()}
    assert set(character_ids()) <= told & there
    assert "neighbour" in there - told


def test_a_doctrine_plays_and_says_why(command: Command, tmp_path: Path) -> None:
    said = command(
        "play", "--plain", "--us", "doctrine:realist", "--ru", "doctrine:grudge", "--seed", "7"
    )
    assert said.code == 0
    assert "Verdict: " in said.out
    assert "  Why: " in said.out


def test_the_version_is_told(command: Command) -> None:
    assert command("--version").out == f"shared-enemy {__version__}\n"


Named = tuple[tuple[str, ...], click.Command, str]
"""A command by its names, and the line that its group has for it."""


def below(group: LazyGroup, *names: str) -> Iterator[Named]:
    """All commands of a group, and those of the groups in it."""
    for name, (_, line) in group.table.items():
        each = group.get_command(click.Context(group), name)
        assert each is not None
        yield (*names, name), each, line
        if isinstance(each, LazyGroup):
            yield from below(each, *names, name)


EVERY = list(below(cli))


@pytest.mark.parametrize(
    ("names", "found", "line"), EVERY, ids=[" ".join(each[0]) for each in EVERY]
)
def test_every_command_explains_itself_and_all_its_options(
    command: Command, names: tuple[str, ...], found: click.Command, line: str
) -> None:
    """And the line that its group has for it is the first sentence of its help."""
    said = command(*names, "-h")
    assert said.code == 0
    assert said.out.startswith(f"Usage: shared-enemy {' '.join(names)}")
    assert found.help
    assert found.name == names[-1]
    assert found.get_short_help_str() == line
    assert "..." not in line
    for option in found.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


def test_whoever_asks_how_to_play_gets_the_game_in_a_page(command: Command) -> None:
    """The same page as in the app and in plain mode."""
    told = " ".join(command("play", "--help").out.split())
    for rule in primer(Voice(Rulebook(load("shared-enemy")))):
        assert f"{rule.title} {rule.text}" in told


def test_the_overview_has_every_command_and_every_option_that_click_knows() -> None:
    """It is told without click; what it tells is what click reads."""
    context = click.Context(cli, info_name="shared-enemy")
    records = (each.get_help_record(context) for each in cli.get_params(context))
    assert tuple(record for record in records if record) == OPTIONS
    formatter = context.make_formatter()
    cli.format_usage(context, formatter)
    assert overview().startswith(formatter.getvalue().rstrip())
    assert list(COMMANDS) == sorted(COMMANDS)


@given(columns=st.integers(1, 300))
def test_the_overview_keeps_all_its_words_in_every_width(columns: int) -> None:
    text = overview(columns)
    words = " ".join(text.split())
    assert cli.help is not None
    for said in (*cli.help.split("\n\n"), *(said for _, said in OPTIONS), EPILOG):
        assert said in words
    for name, (_, said) in COMMANDS.items():
        assert f"\n  {name} " in text
        assert f" {name} {said}" in words
    assert max(map(len, text.splitlines())) <= max(min(columns, 96), 50)


@pytest.mark.parametrize(
    "arguments", [("--help",), ("-h",), ("--saves", "x", "--help"), ("--help", "play")]
)
def test_the_overview_is_the_help_however_it_is_asked_for(
    command: Command, arguments: tuple[str, ...]
) -> None:
    said = command(*arguments)
    assert (said.code, said.out) == (0, f"{overview()}\n")


# ---------------------------------------------------------------- wrong use: exit code 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plya",), "Did you mean play?"),
        (("play", "--plian"), "--plain"),
        (("play", "--plain", "--seed", "-1"), "--seed"),
        (("play", "--plain", "--seed", "x"), "--seed"),
        (("play", "--plain", "--seed", str(2**64)), "--seed"),
        (("play", "--plain", "--us", "rnadom"), 'Did you mean "random"?'),
        (("play", "--plain", "--us", ""), "there is no seat"),
        (("play", "--plain", "--ru", "random:9"), "no settings"),
        (("play", "--plain", "--seat", "usrandom"), "SIDE=SEAT"),
        (("play", "--plain", "--us"), "say who plays it, for example --us random"),
        (("play", "--plain", "--seat", "de=random"), "Sides: us, ru."),
        (("play", "--plain", "--ussr", "random"), "Sides: us, ru."),
        (("play", "--plain", "--sede", "7"), "'--seed'"),
        (("scenario", "check"), "--explain. See"),
        (("play", "--plain", "--scenario", "shard-enemy"), 'Did you mean "shared-enemy"?'),
        (("play", "--plain", "--variant", "esy"), 'Did you mean "easy"?'),
        (("replay",), "FILE"),
        (("verify",), "FILE"),
        (("saves", "extra"), "extra"),
        (("opponents", "--scenario", "shard-enemy"), 'Did you mean "shared-enemy"?'),
        (("scenario", "lst"), "Did you mean list?"),
    ],
)
def test_wrong_use_gets_one_sentence_and_exit_code_2(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = command(*arguments)
    assert said.code == 2
    assert words in sentence(said)
    assert not (tmp_path / "saves").exists()


@pytest.mark.parametrize(
    "seats",
    [
        ("--us", "random", "--ussr", "random"),
        ("--ussr=random", "--seat", "us=random"),
    ],
)
def test_the_sides_of_every_scenario_are_options(command: Command, seats: tuple[str, ...]) -> None:
    said = command("play", "--plain", "--scenario", "helsinki-1975", "--seed", "7", *seats)
    assert said.code == 0
    assert "Saved as helsinki-1975" in said.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("play", "--zzz", "--plain"),
        ("play", "--plain", "--zzz"),
        ("branch", "x", "--at", "1", "--zzz"),
    ],
)
def test_an_option_that_names_no_seat_swallows_nothing(
    command: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """Neither the option behind it, nor in silence: such as --plain, where it is not one."""
    said = command(*arguments)
    assert said.code == 2
    assert '"--zzz" is no option of this command' in sentence(said)
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


def test_what_follows_two_dashes_is_named_as_it_was_typed(command: Command) -> None:
    """Not as the option that it would have been before them."""
    said = command("play", "--", "--us", "x")
    assert said.code == 2
    assert "--us x" in sentence(said)
    assert "--seat" not in sentence(said)
