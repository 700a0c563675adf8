"""Lines of play on the command line: branches, variations, comments, and replays of each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.match import HUMAN, verify
from game.match.places import EXAMPLES
from tests.cli.kept import damage, keep, path_of, seen
from tests.cli.terminal import Command

EXAMPLE = EXAMPLES[0]
DECISIONS = ("consult", "act:counter")


# ---------------------------------------------------------------------- branch


def test_a_branch_is_played_from_now_on_and_the_line_it_leaves_stays(
    command: Command, tmp_path: Path
) -> None:
    path = keep(tmp_path, *DECISIONS)
    old = path.read_bytes()
    said = command("branch", "x", "--at", "1", "--name", "Another try")
    assert said.code == 0
    assert "Variation 1 of x leaves variation 0 after decision 1" in said.out
    match = seen(tmp_path)
    assert match.tree.current == 1
    assert match.tree.variation.name == "Another try"
    assert len(match.decisions) == 1
    assert path.read_bytes().startswith(old)
    assert verify(path).good


def test_who_is_not_named_sits_where_they_sat(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, *DECISIONS)
    assert command("branch", "x", "--at", "1", "--ru", "random").code == 0
    assert seen(tmp_path).seats == (HUMAN, "random")
    assert command("branch", "x", "--at", "1", "--seat", "us=random").code == 0
    assert seen(tmp_path).seats == ("random", "random")
    assert command("branch", "x", "--at", "1", "--variation", "0").code == 0
    assert seen(tmp_path).seats == (HUMAN, HUMAN)


def test_a_branch_can_be_a_save_of_its_own(command: Command, tmp_path: Path) -> None:
    path = keep(tmp_path, *DECISIONS)
    old = path.read_bytes()
    assert command("branch", "x", "--at", "2", "--save", "y").code == 0
    assert path.read_bytes() == old
    assert [each.text for each in seen(tmp_path, "y").decisions[1:]] == ["consult"]
    assert verify(path_of(tmp_path, "y")).good


def test_a_branch_of_a_finished_match_can_be_played_on(command: Command, tmp_path: Path) -> None:
    keep(tmp_path, over=True)
    command("branch", "x", "--at", "5", "--us", "random", "--ru", "random")
    said = command("resume", "x", "--plain")
    assert said.code == 0
    assert "Verdict: " in said.out
    assert seen(tmp_path).over
    assert all(each.timeline.decisions[:5] for each in seen(tmp_path).tree.variations)


def test_the_example_is_branched_from_in_a_copy(command: Command, tmp_path: Path) -> None:
    said = command("branch", EXAMPLE, "--at", "5", "--save", "mine")
    assert said.code == 0
    assert len(seen(tmp_path, "mine").decisions) == 5


def test_what_is_good_in_a_damaged_save_is_branched_from_in_a_new_one(
    command: Command, tmp_path: Path
) -> None:
    path = keep(tmp_path, *DECISIONS, "choose:A")
    damage(path, 5)
    before = path.read_bytes()
    refused = command("branch", "x", "--at", "1")
    assert refused.code == 1
    assert "--save NEW" in refused.err
    assert command("branch", "x", "--at", "1", "--save", "y").code == 0
    assert verify(path_of(tmp_path, "y")).good
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--at", "9"), 1, "has 3 decisions, not 9"),
        (("--at", "1", "--variation", "3"), 1, "no variation 3, only 0"),
        (("--at", "1", "--us", "rnadom"), 2, 'Did you mean "random"?'),
        (("--at", "1", "--seat", "de=human"), 2, "Sides: us, ru."),
        (("--at", "-1"), 2, "--at"),
        ((), 2, "--at"),
        (("--at", "1", "--name", "x" * 61), 1, "61 characters. Shorten it"),
        (("--at", "1", "--save", "../y"), 1, "cannot be the name"),
        (("--at", "1", "--save", "x"), 1, "already"),
        (("--at", "9", "--save", "y"), 1, "has 3 decisions, not 9"),
    ],
)
def test_where_there_is_no_branch_nothing_is_written(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    path = keep(tmp_path, *DECISIONS)
    before = path.read_bytes()
    said = command("branch", "x", *arguments)
    assert said.code == code
    assert words in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before
    assert not path_of(tmp_path, "y").exists()


# ---------------------------------------------------------------------- variations


@pytest.fixture
def tried(command: Command, tmp_path: Path) -> Path:
    """A save with three lines of play."""
    path = keep(tmp_path, *DECISIONS)
    command("branch", "x", "--at", "1", "--name", "Louder")
    command("resume", "x", "--plain", typed="act:deploy\n")
    command("branch", "x", "--at", "2", "--ru", "random")
    return path


def test_variations_are_listed_below_those_they_leave(command: Command, tried: Path) -> None:
    said = command("variations", "x")
    assert said.code == 0
    root, first, second = said.out.splitlines()
    assert root.startswith("Variation 0, the main line. 3 decisions, round 2 of 10, ")
    assert first.startswith(
        "  Variation 1 “Louder”, leaves variation 0 after decision 1. 2 decisions"
    )
    assert second.startswith(
        "    Variation 2, played now, leaves variation 1 after decision 2, a person against Chance."
    )


def test_for_programs_every_variation_has_its_decisions(command: Command, tried: Path) -> None:
    root, first, second = json.loads(command("variations", "x", "--json").out)
    assert (root["main"], root["parent"]) == (True, None)
    assert first["name"] == "Louder"
    assert first["decisions"][1:] == ["act:deploy"]
    assert (second["played"], second["parent"], second["ply"]) == (True, 1, 2)
    assert second["seats"] == [HUMAN, "random"]


def test_two_variations_are_compared(command: Command, tried: Path) -> None:
    said = command("variations", "x", "--compare", "0", "1")
    assert said.code == 0
    assert said.out.startswith("Variations 0 and 1 share 1 decision.\nRound 1: ")
    found = json.loads(command("variations", "x", "--compare", "0", "1", "--json").out)
    assert found["shared"] == 1
    tension = found["rounds"][0]["tracks"]["tension"]
    match = seen(tried.parents[1])
    index = match.book.track("tension")
    ends = [each.timeline.state.tracks[index] for each in match.tree.variations[:2]]
    assert tension == ends
    assert found["verdicts"] == [None, None]


def test_a_variation_is_named_and_made_the_main_line(command: Command, tried: Path) -> None:
    assert command("variations", "x", "--promote", "1").code == 0
    assert command("variations", "x", "--rename", "2", "Calmer").code == 0
    lines = command("variations", "x").out.splitlines()
    assert lines[1].startswith("  Variation 1 “Louder”, the main line")
    assert lines[2].startswith("    Variation 2 “Calmer”, played now")
    assert verify(tried).good


def test_any_variation_is_resumed_and_replayed(command: Command, tried: Path) -> None:
    said = command("replay", "x", "--plain", "--variation", "0")
    assert said.code == 0
    assert "Variation 0, the main line." in said.out
    assert "Russia: " in said.out
    assert command("resume", "x", "--plain", "--variation", "0").code == 0
    assert seen(tried.parents[1]).tree.current == 0


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("variations", "x", "--compare", "0", "3"), 1, "no variation 3, only 0 to 2"),
        (("variations", "x", "--promote", "3"), 1, "no variation 3"),
        (("variations", "x", "--rename", "3", "Name"), 1, "no variation 3"),
        (
            ("variations", "x", "--rename", "1", "x" * 61),
            1,
            "61 characters. Shorten it",
        ),
        (("variations", "x", "--promote", "1", "--rename", "1", "y"), 2, "only one of"),
        (("variations", "x", "--compare", "0"), 2, "--compare"),
        (("replay", "x", "--plain", "--variation", "3"), 2, "only 0 to 2"),
        (("resume", "x", "--plain", "--variation", "3"), 1, "only 0 to 2"),
        (("variations", "nowhere"), 1, "nowhere"),
    ],
)
def test_what_there_is_no_variation_for_is_said(
    command: Command, tried: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = tried.read_bytes()
    said = command(*arguments)
    assert said.code == code
    assert words in said.err
    assert tried.read_bytes() == before


def test_of_a_damaged_save_the_good_variations_are_listed(command: Command, tried: Path) -> None:
    damage(tried, 6)
    said = command("variations", "x")
    assert said.code == 1
    assert said.out.startswith("Variation 0, the main line")
    assert "x.jsonl:6:" in said.err


# ---------------------------------------------------------------------- comments


def test_a_comment_is_written_told_in_the_replay_and_removed(
    command: Command, tmp_path: Path
) -> None:
    path = keep(tmp_path, *DECISIONS)
    said = command("annotate", "x", "--at", "2", "--by", "Ann", "A quiet start.\nToo quiet.")
    assert said.out == "The comment on variation 0 after decision 2 is written.\n"
    (comment,) = seen(tmp_path).tree.comments
    assert (comment.variation, comment.ply, comment.by) == (0, 2, "Ann")
    told = command("replay", "x", "--plain").out
    assert "  Comment by Ann: A quiet start.\n    Too quiet.\n" in told
    assert command("annotate", "x", "--at", "2", "").out.endswith("is removed.\n")
    assert seen(tmp_path).tree.comments == ()
    assert verify(path).good


def test_a_comment_belongs_to_the_variation_that_is_named(command: Command, tried: Path) -> None:
    assert command("annotate", "x", "--at", "3", "--variation", "0", "Here.").code == 0
    match = seen(tried.parents[1])
    assert [each.variation for each in match.tree.comments] == [0]
    assert match.tree.current == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--at", "9", "Here."), "has 3 decisions, not 9"),
        (("--at", "1", "--variation", "4", "Here."), "no variation 4"),
        (("--at", "1", "x" * 2001), "2001 characters. Shorten it: there is room for 2000"),
        (("--at", "1", "a\x1b[2Jb"), "U+001B"),
        (("--at", "1", "Here.", "--by", "a\u202eb"), "U+202E"),
    ],
)
def test_a_comment_that_cannot_be_kept_is_refused(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    path = keep(tmp_path, *DECISIONS)
    before = path.read_bytes()
    said = command("annotate", "x", *arguments)
    assert said.code == 1
    assert words in said.err
    assert "\x1b" not in said.err
    assert path.read_bytes() == before


def test_a_damaged_save_is_not_written_to(command: Command, tmp_path: Path) -> None:
    path = keep(tmp_path, *DECISIONS)
    damage(path, 4)
    before = path.read_bytes()
    said = command("annotate", "x", "--at", "1", "Here.")
    assert said.code == 1
    assert "x.jsonl:4:" in said.err
    assert path.read_bytes() == before
