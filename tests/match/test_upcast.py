"""Old formats: a journal of an earlier format is read, played on, and never rewritten."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.match import Journal, Match, SaveError
from game.match.chain import Chain
from game.match.event import FORMAT, Claim, Closed, Decided, Event, EventError, event_of
from game.match.intent import Alternative, ByMaxim, Expected
from game.match.line import Plain, head_of, members_of, seal
from game.match.record import read
from game.match.replay import reenact
from game.match.scan import scan
from game.match.upcast import STEPS, Upcast, known, lift_event, lift_header
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE
from tests.match.prefixes import journal


def _header(members: Plain) -> Plain:
    """Format 0 called the title a name."""
    rest = {name: value for name, value in members.items() if name != "name"}
    return {**rest, "title": members["name"], "format": 1}


def _event(members: Plain) -> Plain:
    """Format 0 called a decision a move, and closed with a word."""
    if members == {"closed": True}:
        return {"event": "close"}
    if "move" not in members:
        return members
    rest = {name: value for name, value in members.items() if name != "move"}
    return {**rest, "decision": members["move"]}


INVENTED = {**STEPS, 0: Upcast(_header, _event)}
"""A format that never was, to try the way up from it."""

SHORT = {"parent": "from", "variation": "line", "digest": "s"}
"""What format 1 called members."""


def lowered(data: bytes, count: int | None = None, to: int = 0) -> bytes:
    """A journal as format 0 or 1 would have written its first ``count`` lines."""
    lines: list[bytes] = []
    for number, raw in enumerate(data.splitlines()):
        members = members_of(raw)
        assert members is not None
        if number == 0:
            members["format"] = to
            if to == 0:
                members["name"] = members.pop("title")
        else:
            members["prev"] = head_of(lines[-1])
            if count is not None and number >= count:
                members["v"] = FORMAT
            else:
                members = {SHORT.get(name, name): it for name, it in members.items()}
                members.pop("claim", None)
                if to == 0 and "decision" in members:
                    members["move"] = members.pop("decision")
                elif to == 0 and members["event"] == "close":
                    del members["event"]
                    members["closed"] = True
        lines.append(seal(members))
    return b"".join(lines)


def unclaimed(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events as they come from a format in which nothing was claimed."""
    return tuple(Closed() if isinstance(each, Closed) else each for each in events)


@pytest.mark.parametrize("version", [0, 1])
@pytest.mark.parametrize("seed", range(6))
def test_a_journal_of_an_old_format_is_read_as_the_same_match(seed: int, version: int) -> None:
    """Header, events and positions are those of the present format; words stay as they stand."""
    whole = journal(seed)
    data, states = whole.data, whole.states
    old = read(scan(lowered(data, to=version)), "x.jsonl", INVENTED)
    new = read(scan(data), "x.jsonl")
    assert old.format == version
    assert (old.header, old.events) == (new.header, unclaimed(new.events))
    assert old.closed == new.closed
    assert old.claim is None
    assert reenact(old, "x.jsonl").timeline.states == states


def test_a_journal_that_was_played_on_in_a_later_format_says_so_line_by_line() -> None:
    """The file is not rewritten; each later line names its own format."""
    whole = journal(4)
    data, states = whole.data, whole.states
    record = read(scan(lowered(data, 6)), "x.jsonl", INVENTED)
    assert record.damage is None
    assert reenact(record, "x.jsonl").timeline.states == states
    chain = Chain(record.header.plain(), record.format, record.events[:3], record.heads[3])
    line = members_of(chain.add(record.events[3])[:-1])
    assert line is not None
    assert line["v"] == FORMAT
    assert line["n"] == 4
    assert line["prev"] == record.heads[3]
    assert b'"v"' not in Chain(record.header.plain()).add(record.events[0])


def test_without_the_way_up_an_old_journal_is_refused() -> None:
    """In a sentence that names the format."""
    with pytest.raises(SaveError, match="format 0"):
        read(scan(lowered(journal(4).data)), "x.jsonl")


def test_only_formats_with_a_way_up_are_known() -> None:
    """Versions are whole numbers, up to the present one."""
    assert [version for version in range(-3, 5) if known(version)] == [1, FORMAT]
    assert [version for version in range(-3, 5) if known(version, INVENTED)] == [0, 1, FORMAT]
    assert not known(-(10**9), INVENTED)
    for strange in (True, "1", 1.0, None):
        assert not known(strange)
    assert set(STEPS) == set(range(1, FORMAT))


def test_lifting_changes_nothing_it_was_given() -> None:
    """The functions are pure, and leave the present format alone."""
    event, header = {"move": "consult", "who": "a", "s": "0"}, {"name": "x", "format": 0}
    copies = (dict(event), dict(header))
    lift_event(event, 0, INVENTED)
    lift_header(header, 0, INVENTED)
    assert (event, header) == copies
    assert lift_event(event, FORMAT, INVENTED) == event


@given(st.text("abc", max_size=5), st.text("abc:", max_size=9), st.text("012", max_size=9))
def test_events_come_back_from_their_members(who: str, decision: str, digest: str) -> None:
    """Writing and reading are inverse."""
    expected = Expected(3, (40, -5), ("stop",), Alternative("yield", (1, 2), ("stop",)))
    for event in (
        Decided(who, decision, digest),
        Decided(who, decision, digest, "why"),
        Decided(who, decision, digest, maxim=ByMaxim("realist", 2, 1)),
        Decided(who, decision, digest, expected=expected),
        Closed(),
        Closed(Claim(3, (2, -1), verdict="bargain", final=(9, 9))),
    ):
        assert event_of(event.plain()) == event
    with pytest.raises(EventError):
        event_of({})


def test_resuming_an_old_journal_keeps_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """New lines come after the old ones, which stay as they are."""
    monkeypatch.setattr(read, "__defaults__", (INVENTED,))
    disk = MemoryDisk()
    begun = b"".join(lowered(journal(4).data).splitlines(keepends=True)[:4])
    disk.put(SAVE, begun)
    match = Match.open(Journal(SAVE, disk))
    match.decide(match.legal()[0])
    match.close()
    assert disk.bytes_of(SAVE).startswith(begun)
    assert b'"v":2' in disk.bytes_of(SAVE)[len(begun) :]
    assert not Match.open(Journal(SAVE, disk), read_only=True).trouble
