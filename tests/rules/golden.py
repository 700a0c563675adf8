"""The golden games: whole games as text, with everything that the rules said on the way.

``golden.txt`` is one line per decision, so that a changed rule shows as changed lines::

    game 1 standard
    start threat 4, tension 6, ...
    1 TURN us | table:train/enemy | us_capital 2, us spends enemy | -table:advise/enemy
    ...
    end frozen, rounds 10, final 2 1, margins -10 -10, payoffs 10 10, digest 0123456789abcdef

The four columns of a decision are: the position (round, phase, side or ``-``); the decision; what
is different after it and every automatic step that follows (a track's new value, the wire, what
a side spends, readies, records, strikes); and the legal set *before* it, where
``table:train/enemy,need`` is short for two decisions. The legal sets of TURN and DRAW are written
as what joined (``+``) and what left (``-``) since that side's (or Chance's) last one in the same
game, all others in full; reading the file gives the whole list back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from attrs import field, frozen

from game.rules import Phase, Rulebook, State, advance, digest, legal, start, verdict
from tests.books import rulebook

FILE = Path(__file__).with_name("golden.txt")
STANDARD = "standard"
LISTED_AS_CHANGES = ("TURN", "DRAW")


@frozen
class Table:
    """What lies on the table: tracks, the wire, and per side its ready arguments and record."""

    tracks: dict[str, int]
    wire: str
    ready: dict[str, frozenset[str]]
    record: dict[str, frozenset[str]]


@frozen
class Entry:
    """One decision: the position's name, what was legal, what was decided, and the table then."""

    round: int
    phase: str
    side: str
    legal: tuple[str, ...]
    decision: str
    table: Table


@frozen
class Ending:
    """How a game ended. Payoffs are hundredths; there are no margins after a collapse."""

    verdict: str
    rounds: int
    final: tuple[int, int]
    margins: tuple[int, int] | None
    payoffs: tuple[int, int]
    digest: str


@frozen
class Game:
    """A golden game."""

    name: str
    variant: str
    start: dict[str, int]
    entries: tuple[Entry, ...] = field(repr=False)
    ending: Ending

    @property
    def book(self) -> Rulebook:
        """The rulebook that the game is played by."""
        return rulebook(None if self.variant == STANDARD else self.variant)

    @property
    def decisions(self) -> tuple[str, ...]:
        """What was decided, in order."""
        return tuple(entry.decision for entry in self.entries)


# -------------------------------------------------------------------- playing


def table_of(book: Rulebook, state: State) -> Table:
    """The table as the rules have it."""
    names = book.argument_ids
    return Table(
        tracks=dict(zip(book.track_ids, state.tracks, strict=True)),
        wire="-" if state.wire < 0 else book.headline_ids[state.wire],
        ready={
            side: frozenset(
                name
                for index, name in enumerate(names)
                if book.held[number] >> index & 1 and index not in state.spent[number]
            )
            for number, side in enumerate(book.side_ids)
        },
        record={
            side: frozenset(
                name for index, name in enumerate(names) if state.record[number] >> index & 1
            )
            for number, side in enumerate(book.side_ids)
        },
    )


def played(book: Rulebook, name: str, variant: str, decisions: Sequence[str]) -> Game:
    """What the rules say of a whole game now.

    From the first decision on that is not legal any more, the first legal one by name is taken,
    so that there is always a whole game to compare.
    """
    entries: list[Entry] = []
    digests = []
    state = start(book)
    while state.phase is not Phase.END:
        options = {each.text: each for each in sorted(legal(book, state), key=str)}
        kept = decisions[len(entries)] if len(entries) < len(decisions) else ""
        text = kept if kept in options else min(options)
        before, state = state, advance(book, state, options[text])
        digests.append(digest(book, state))
        entries.append(
            Entry(
                round=before.round,
                phase=before.phase.value,
                side="-" if before.side < 0 else book.side_ids[before.side],
                legal=tuple(options),
                decision=text,
                table=table_of(book, state),
            )
        )
    end = verdict(book, state)
    return Game(
        name=name,
        variant=variant,
        start=table_of(book, start(book)).tracks,
        entries=tuple(entries),
        ending=Ending(end.name, state.round, end.final, end.margins, end.payoffs, chained(digests)),
    )


def chained(digests: Iterable[str]) -> str:
    """One digest for many."""
    return hashlib.sha256(" ".join(digests).encode("ascii")).hexdigest()[:16]


# -------------------------------------------------------------------- text


def write(games: Iterable[Game]) -> str:
    """The text of golden games."""
    return "\n".join("\n".join(_lines(game)) + "\n" for game in games)


def _lines(game: Game) -> Iterator[str]:
    yield f"game {game.name} {game.variant}"
    yield "start " + ", ".join(f"{name} {value}" for name, value in game.start.items())
    table = opening(game)
    lists: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in game.entries:
        place = (entry.phase, entry.side)
        if entry.phase in LISTED_AS_CHANGES:
            known, lists[place] = lists.get(place, ()), entry.legal
            joined = [each for each in entry.legal if each not in known]
            left = [each for each in known if each not in entry.legal]
            may = " ".join((*_shortened(joined, "+"), *_shortened(left, "-")))
        else:
            may = " ".join(_shortened(entry.legal, ""))
        then = ", ".join(changes(table, entry.table))
        position = f"{entry.round} {entry.phase} {entry.side}"
        yield f"{position} | {entry.decision} | {then} | {may}".rstrip()
        table = entry.table
    end = game.ending
    margins = "none" if end.margins is None else "{} {}".format(*end.margins)
    yield (
        f"end {end.verdict}, rounds {end.rounds}, final {end.final[0]} {end.final[1]}, "
        f"margins {margins}, payoffs {end.payoffs[0]} {end.payoffs[1]}, digest {end.digest}"
    )


def _shortened(decisions: Iterable[str], sign: str) -> Iterator[str]:
    """Decisions of which neighbours that differ in their last name only share one word."""
    for stem, group in groupby(decisions, lambda each: _halves(each)[0]):
        yield sign + stem + ",".join(_halves(each)[1] for each in group)


def _whole(word: str) -> list[str]:
    """The decisions that a word of a legal set stands for."""
    stem, names = _halves(word)
    return [stem + name for name in names.split(",")]


def _halves(decision: str) -> tuple[str, str]:
    cut = max(decision.rfind(":"), decision.rfind("/")) + 1
    return decision[:cut], decision[cut:]


def opening(game: Game) -> Table:
    """The table before the first decision."""
    book = game.book
    return Table(
        game.start,
        "-",
        {
            side.id: frozenset(
                each.id for each in book.scenario.arguments if side.id in each.held_by
            )
            for side in book.scenario.sides
        },
        {side.id: frozenset() for side in book.scenario.sides},
    )


def changes(before: Table, after: Table) -> list[str]:
    """What is different between two tables, in words."""
    found = [
        f"{name} {value}" for name, value in after.tracks.items() if before.tracks[name] != value
    ]
    if before.wire != after.wire:
        found.append(f"wire {after.wire}")
    for side in after.ready:
        found.extend(
            f"{side} spends {each}" for each in sorted(before.ready[side] - after.ready[side])
        )
        found.extend(
            f"{side} readies {each}" for each in sorted(after.ready[side] - before.ready[side])
        )
        found.extend(
            f"{side} records {each}" for each in sorted(after.record[side] - before.record[side])
        )
        found.extend(
            f"{side} strikes {each}" for each in sorted(before.record[side] - after.record[side])
        )
    return found


def differences(kept: Entry, now: Entry) -> list[str]:
    """How what the rules say of a position differs from what they said when it was kept."""
    found = [
        f"{what} {was}, now {becomes}"
        for what, was, becomes in (
            ("round", kept.round, now.round),
            ("phase", kept.phase, now.phase),
            ("side", kept.side, now.side),
            ("decision", kept.decision, now.decision),
        )
        if was != becomes
    ]
    found += [f"{each} was legal" for each in kept.legal if each not in now.legal]
    found += [f"{each} is legal now" for each in now.legal if each not in kept.legal]
    found += [f"then kept: {each}" for each in changes(now.table, kept.table)]
    found += [f"then now: {each}" for each in changes(kept.table, now.table)]
    return found


def read(text: str) -> list[Game]:
    """The golden games in a text, as ``write`` wrote them."""
    return [_game(block.splitlines()) for block in text.strip().split("\n\n")]


def _game(lines: Sequence[str]) -> Game:
    _, name, variant = lines[0].split()
    tracks = dict(_pair(each) for each in lines[1].removeprefix("start ").split(", "))
    end = [each.split() for each in lines[-1].split(", ")]
    first, second = (int(each) for each in end[2][1:])
    margins = None if end[3][1] == "none" else (int(end[3][1]), int(end[3][2]))
    game = Game(
        name,
        variant,
        tracks,
        (),
        Ending(
            end[0][1],
            int(end[1][1]),
            (first, second),
            margins,
            (int(end[4][1]), int(end[4][2])),
            end[5][1],
        ),
    )
    entries = tuple(_entries(opening(game), lines[2:-1]))
    return Game(name, variant, tracks, entries, game.ending)


def _entries(table: Table, lines: Iterable[str]) -> Iterator[Entry]:
    lists: dict[tuple[str, str], frozenset[str]] = {}
    for line in lines:
        position, decision, then, may = (each.strip() for each in f"{line} ".split(" | "))
        round_, phase, side = position.split()
        words = may.split()
        if phase in LISTED_AS_CHANGES:
            joined = {each for word in words if word[0] == "+" for each in _whole(word[1:])}
            left = {each for word in words if word[0] == "-" for each in _whole(word[1:])}
            known = lists.get((phase, side), frozenset())
            lists[phase, side] = (known | joined) - left
            options = tuple(sorted(lists[phase, side]))
        else:
            options = tuple(each for word in words for each in _whole(word))
        table = _changed(table, then.split(", ") if then else [])
        yield Entry(int(round_), phase, side, options, decision, table)


def _changed(table: Table, changed: Iterable[str]) -> Table:
    tracks, wire = dict(table.tracks), table.wire
    ready, record = dict(table.ready), dict(table.record)
    for each in changed:
        match each.split():
            case ["wire", headline]:
                wire = headline
            case [side, "spends", argument]:
                ready[side] -= {argument}
            case [side, "readies", argument]:
                ready[side] |= {argument}
            case [side, "records", argument]:
                record[side] |= {argument}
            case [side, "strikes", argument]:
                record[side] -= {argument}
            case [track, value]:
                tracks[track] = int(value)
    return Table(tracks, wire, ready, record)


def _pair(text: str) -> tuple[str, int]:
    name, value = text.split()
    return name, int(value)
