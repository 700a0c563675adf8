"""Golden saves: whatever was written once can be read for ever, and means the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.match import Journal, Match
from game.match.event import FORMAT
from tests.match import goldens
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE


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
        journal=Journal(SAVE, disk),
        clock=lambda: header.created,
    )
    for decision, reason in list(zip(match.decisions, match.reasons, strict=True)):
        if not decision.text.startswith("draw:"):
            again.decide(decision, reason=reason)
    if match.closed:
        again.close()
    if path.parent.name == f"format-{FORMAT}":
        assert disk.bytes_of(SAVE) == path.read_bytes()
    assert again.states == match.states
