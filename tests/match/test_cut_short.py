"""Something breaks in on a match while it is changed, such as Ctrl+C: the save stays sound."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

import pytest

from game.match import Journal, Match, MatchError, ReadOnlyError
from game.match import match as match_module
from game.match.event import CHANCE, Commented, Decided
from game.match.verifying import verify
from game.plain import Stopped, Stopping
from tests.match.deeds import happened
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, new, play_out

ROOM = str(Path(match_module.__file__).parent)


class BrokenInError(BaseException):
    """What a signal's handler may raise."""


def _asked(match: Match) -> Match:
    side = next(each for each in (0, 1) if match.tree.timeline.own(each) is not None)
    match.ask_back(side)
    return match


def _before_the_end(match: Match) -> Match:
    """Play until the first choice ends the game."""
    while True:
        ahead = new(seed=match.seed)
        for event in happened(match):
            if isinstance(event, Decided) and event.who != CHANCE:
                ahead.decide(event.decision)
        ahead.decide(ahead.legal()[0])
        if ahead.over:
            return match
        match.decide(match.legal()[0])


def _as_it_is(match: Match) -> Match:
    return match


DEEDS: dict[str, tuple[Callable[[Match], Match], Callable[[Match], object]]] = {
    "decide": (_as_it_is, lambda match: match.decide(match.legal()[0])),
    "end the game": (_before_the_end, lambda match: match.decide(match.legal()[0])),
    "comment": (_as_it_is, lambda match: match.comment(1, "Here.")),
    "name": (_as_it_is, lambda match: match.name(0, "first")),
    "promote": (_as_it_is, lambda match: match.promote(0)),
    "branch": (_as_it_is, lambda match: match.branch(1)),
    "branch before a draw": (_as_it_is, lambda match: match.branch(0)),
    "go": (_as_it_is, lambda match: match.go(0)),
    "ask": (_as_it_is, _asked),
    "refuse": (_asked, lambda match: match.refuse_back()),
    "take back": (_asked, lambda match: match.take_back(_who_asks(match))),
    "leave": (_as_it_is, lambda match: match.close()),
}


def _who_asks(match: Match) -> int:
    assert match.tree.asked is not None
    return match.book.side_ids.index(match.tree.asked)


def started(name: str) -> tuple[Match, MemoryDisk]:
    """A match at the moment before a deed."""
    disk = MemoryDisk()
    return DEEDS[name][0](play_out(new(journal=Journal(SAVE, disk)), 1, most=3)), disk


@contextmanager
def at_line(number: int, act: Callable[[], None]) -> Iterator[list[int]]:
    """Do something before the line of the match's own code that comes as number so much."""
    passed = [0]

    def trace(frame: FrameType, event: str, _: object) -> object:
        if not frame.f_code.co_filename.startswith(ROOM):
            return None
        if event == "line":
            passed[0] += 1
            if passed[0] == number + 1:
                act()
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # what it returns is not typed as itself
    try:
        yield passed
    finally:
        sys.settrace(before)


def lines_of(name: str) -> int:
    match, _ = started(name)
    with at_line(-1, lambda: None) as passed:
        DEEDS[name][1](match)
    return passed[0]


def some_lines(name: str) -> range:
    """Every fifth line of code that a deed passes, of each deed others."""
    return range([*DEEDS].index(name) % 5, lines_of(name), 5)


def _break_in() -> None:
    raise BrokenInError


@pytest.mark.parametrize("name", DEEDS)
def test_a_change_may_be_cut_short_before_any_line_of_code(name: str) -> None:
    """The save is as before, or as it was to be, and never damaged; it can be played on."""
    match, _ = started(name)
    before = happened(match)
    DEEDS[name][1](match)
    after = happened(match)
    for number in some_lines(name):
        match, disk = started(name)
        with suppress(BrokenInError), at_line(number, _break_in):
            DEEDS[name][1](match)
        # It goes on, unless it cannot know what the file holds.
        with suppress(MatchError):
            match.comment(0, "What was that?", variation=0)
            match.comment(0, "", variation=0)
        match.close()
        disk.kill()
        assert verify(SAVE, disk).line is None
        again = Match.open(Journal(SAVE, disk))
        assert again.trouble is None
        kept = happened(again)
        assert kept[: len(before)] == before
        added = (Commented(0, 0, "What was that?"), Commented(0, 0, ""))
        rest = tuple(event for event in kept if event not in added)
        assert rest == after[: len(rest)] or rest[: len(after)] == after


@pytest.mark.parametrize("name", DEEDS)
def test_a_signal_is_heard_only_when_the_change_is_whole(name: str) -> None:
    """Wherever it comes: then the match and its save agree."""
    for number in some_lines(name):
        match, disk = started(name)
        stopping = Stopping()
        match.holding = stopping.held
        interrupted = at_line(number, lambda: signal.raise_signal(signal.SIGTERM))
        with suppress(Stopped, MatchError), stopping.watch(), interrupted:
            DEEDS[name][1](match)
        match.close()
        assert match.trouble is None
        report = verify(SAVE, disk)
        assert (report.good, report.closed) == (True, True)
        assert happened(Match.open(Journal(SAVE, disk), read_only=True)) == happened(match)


def test_a_match_that_was_cut_short_says_so() -> None:
    """It is not written to, nor kept elsewhere, and says what to do."""
    match, disk = started("comment")
    disk.append = lambda handle, data: _break_in()  # type: ignore[method-assign]  # breaks in
    with pytest.raises(BrokenInError):
        match.comment(0, "Here.")
    assert match.trouble is not None
    assert "open the match anew" in match.trouble
    with pytest.raises(ReadOnlyError, match="open the match anew"):
        match.decide(match.legal()[0])
    with pytest.raises(ReadOnlyError, match="open the match anew"):
        match.save_as(Journal(SAVE.with_name("other.jsonl"), disk))
