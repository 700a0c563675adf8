"""Golden saves: whatever was written once can be read for ever, and means the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from game.match import Journal, Match, SaveError
from game.match.chain import Chain
from game.match.event import FORMAT
from game.match.verifying import verify
from game.rules import Kind
from tests.match import branched, goldens
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, whole
from tests.scenario.full import FULL


def test_every_format_has_its_golden_saves() -> None:
    """Thirty of each, and no file that the list does not know."""
    listed = [line.split()[0] for line in goldens.LIST.read_text(encoding="ascii").splitlines()]
    assert listed == [path.relative_to(goldens.FOLDER).as_posix() for path in goldens.paths()]
    for version in range(1, FORMAT + 1):
        assert sum(name.startswith(f"format-{version}/") for name in listed) >= 30


@pytest.mark.parametrize("line", goldens.LIST.read_text(encoding="ascii").splitlines())
def test_a_golden_save_means_what_it_meant(line: str) -> None:
    """The same decisions, verdict and head code, with every line verified."""
    assert goldens.described(goldens.FOLDER / line.split(maxsplit=1)[0]) == line


@pytest.mark.parametrize("path", goldens.paths(), ids=lambda path: path.stem)
def test_a_match_is_still_written_as_it_was(path: Path) -> None:
    """The same decisions from the same header give the same bytes, in the present format."""
    match = Match.open(path, read_only=True)
    header, disk = match.header, MemoryDisk()
    again = Match.new(
        header.text,
        seats=header.seats,
        seed=header.seed,
        variant=header.variant,
        title=header.title,
        names=header.names,
        characters=header.characters,
        journal=Journal(SAVE, disk),
        clock=lambda: header.created,
    )
    for decision, reason, intent in zip(match.decisions, match.reasons, match.intents, strict=True):
        if not decision.text.startswith("draw:"):
            again.decide(decision, reason=reason, intent=intent)
    if match.closed:
        again.close()
    if path.parent.name == f"format-{FORMAT}":
        assert disk.bytes_of(SAVE) == path.read_bytes()
    assert again.states == match.states


@pytest.mark.parametrize("line", branched.LIST.read_text(encoding="utf-8").splitlines())
def test_a_game_of_rules_3_with_branches_means_what_it_meant(line: str) -> None:
    """Every line verifies; each variation leaves where it left and ends where it ended."""
    assert branched.described(branched.FOLDER / f"{line.split(maxsplit=1)[0]}.jsonl") == line


def test_each_shipped_scenario_has_a_branched_game_of_rules_3() -> None:
    """With a branch, a decision taken back at a price, and comments."""
    listed = [line.split()[0] for line in branched.LIST.read_text(encoding="utf-8").splitlines()]
    assert listed == [path.stem for path in branched.paths()]
    assert set(listed) >= {"shared-enemy", "paris-thaw", "glass-ceiling", "helsinki-1975"}
    for path in branched.paths():
        tree = Match.open(path, read_only=True).tree
        assert [line.price for line in tree.variations] == [0, 1, 0]
        assert len(tree.comments) == 2


@pytest.mark.parametrize("path", branched.paths(), ids=lambda path: path.stem)
def test_a_game_of_rules_3_means_the_same_in_the_present_format(path: Path) -> None:
    """A match begun today from its header has the same header; its events, kept anew, are these."""
    match = Match.open(path, read_only=True)
    header = match.header
    begun = Match.new(
        header.text,
        seats=header.seats,
        seed=header.seed,
        variant=header.variant,
        title=header.title,
        names=header.names,
        clock=lambda: header.created,
    )
    assert begun.header == header
    chain = Chain(header.plain())
    disk = MemoryDisk()
    disk.put(SAVE, b"".join((chain.first, *map(chain.add, match.events))))
    again = Match.open(Journal(SAVE, disk), read_only=True)
    assert again.trouble is None
    assert again.events == match.events
    assert again.tree == match.tree


def later(seed: int) -> tuple[MemoryDisk, Match]:
    """A game of the scenario that has every rule, kept and put away."""
    disk = MemoryDisk()
    return disk, whole(disk, seed, FULL)


@pytest.mark.parametrize("seed", range(6))
def test_a_game_with_every_rule_is_kept_like_any_other(seed: int) -> None:
    """Its situation is the first thing that Chance draws; it is proved line by line."""
    disk, match = later(seed)
    assert match.header.rules == 4
    assert match.decisions[0].kind is Kind.SITUATION
    assert verify(SAVE, disk).good
    again = Match.open(Journal(SAVE, disk), read_only=True)
    assert again.states == match.states


def test_a_save_of_rules_3_cannot_hold_a_scenario_that_needs_more() -> None:
    """Nobody wrote it: a scenario of rules 3 knows none of the newer keys."""
    disk, match = later(1)
    header = evolve(match.header, rules=3)
    chain = Chain(header.plain())
    disk.swap(SAVE, b"".join((chain.first, *map(chain.add, match.events))))
    with pytest.raises(SaveError, match="played by rules 3, and its scenario needs rules 4"):
        Match.open(Journal(SAVE, disk), read_only=True)
