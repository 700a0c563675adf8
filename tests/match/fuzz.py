"""Anything that players do with a match, in any order, beside a model that only keeps lists.

After every deed the match that runs, the same save opened anew, and the model agree in everything:
lines of play, positions, comments, names, who asks, and the head code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from attrs import define, field

from game.match import Journal, Match, MatchError
from game.match.chance import pick
from game.match.verifying import verify
from game.rules import (
    IllegalDecisionError,
    Phase,
    Rulebook,
    State,
    chances,
    charge,
    legal,
    play,
    start,
)
from tests.match.disks import MemoryDisk
from tests.match.games import SAVE, WELL, new
from tests.match.tally import Tally

Deed = tuple[str, int, int, int]
"""What is done, and three numbers that say to what."""

KINDS = (
    *("decide",) * 6,
    *("branch", "go", "comment", "withdraw", "name", "promote", "ask", "refuse", "take back"),
    *("close", "kill", "watch", "keep elsewhere"),
)

SEATS = (("human", "human"), ("human", "random"), ("random", "human"))
TEXTS = ("Here.", "Too early.\nOr not?", "Зря.", "")


@define
class Line:
    """A line of play, as the model keeps it: whole, not as a part of another one."""

    parent: int
    ply: int
    seats: tuple[str, str]
    name: str = ""
    by: str = ""
    price: int = 0
    decisions: list[str] = field(factory=list)
    states: list[State] = field(factory=list)
    own: dict[int, str] = field(factory=dict)
    """Comments that were written in this line; empty ones hide what is shared."""


@define
class Model:
    """What a match should know."""

    book: Rulebook
    seed: int
    lines: list[Line]
    current: int = 0
    main: int = 0
    asked: int | None = None

    @property
    def line(self) -> Line:
        return self.lines[self.current]

    @property
    def state(self) -> State:
        return self.line.states[-1]

    def draw_on(self) -> None:
        while self.state.phase is Phase.DRAW:
            drawn = sum(state.phase is Phase.DRAW for state in self.line.states[:-1])
            deck = chances(self.book, self.state)
            at = pick([weight for _, weight in deck], self.seed, drawn)
            self.decide(deck[at][0].text)

    def decide(self, decision: str) -> None:
        after = play(self.book, self.state, self.book.decision(decision)).state
        self.line.decisions.append(decision)
        self.line.states.append(after)
        self.asked = None

    def last_own(self, side: int) -> int | None:
        """After how many decisions a side's last one came, unless Chance has drawn since."""
        states = self.line.states[:-1]
        since = max((at for at, each in enumerate(states) if each.phase is Phase.DRAW), default=-1)
        own = [at for at, each in enumerate(states) if each.side == side and at > since]
        return own[-1] if own else None

    def branch(self, parent: int, ply: int, line: Line) -> None:
        old = self.lines[parent]
        line.decisions = old.decisions[:ply]
        line.states = old.states[: ply + 1]
        if line.price:
            side = self.book.side_ids.index(line.by)
            line.states[-1] = charge(self.book, line.states[-1], side, line.price)[0]
        self.lines.append(line)
        self.current = len(self.lines) - 1
        self.asked = None

    def comment(self, number: int, ply: int) -> str | None:
        """What is read there: the line's own words, or those of the part that it shares."""
        line = self.lines[number]
        if ply in line.own:
            return line.own[ply] or None
        shared = line.parent >= 0 and ply <= line.ply
        return self.comment(line.parent, ply) if shared else None

    def write(self, number: int, ply: int, text: str) -> None:
        own = self.lines[number].own
        if text:
            own[ply] = text
        elif own.get(ply):
            del own[ply]
        elif self.comment(number, ply):
            own[ply] = ""


@define
class Run:
    """A match beside its model."""

    seed: int
    disk: MemoryDisk
    match: Match
    model: Model
    copies: int = 0

    @property
    def path_is(self) -> Journal:
        assert self.match.journal is not None  # it is kept on the disk
        return self.match.journal

    # ------------------------------------------------------------------ deeds

    def do(self, deed: Deed) -> None:
        """Do something to both; what the one refuses the other must refuse."""
        kind, one, two, three = deed
        act, told = getattr(self, "_" + kind.replace(" ", "_"))(one, two, three)
        before = self.match.head_code
        try:
            act()
        except (MatchError, IllegalDecisionError):
            assert told is None, f"refused: {deed}"
            assert self.match.head_code == before, f"refused, and yet written: {deed}"
            return
        assert told is not None, f"not refused: {deed}"
        told()

    def _decide(self, one: int, two: int, _: int) -> _Pair:
        options = legal(self.model.book, self.model.state)
        if not options:
            return lambda: self.match.decide("consult"), None
        text = options[(one + two) % len(options)].text

        def told() -> None:
            self.model.decide(text)
            self.model.draw_on()

        return lambda: self.match.decide(text), told

    def _branch(self, one: int, two: int, three: int) -> _Pair:
        parent = one % len(self.model.lines)
        # One more than there are, at times.
        ply = two % (len(self.model.lines[parent].decisions) + 2)
        seats, name = SEATS[three % 3], f"line {three}" if three % 4 else ""

        def told() -> None:
            self.model.branch(parent, ply, Line(parent, ply, seats, name))
            self.model.draw_on()

        there = ply <= len(self.model.lines[parent].decisions)
        return (
            lambda: self.match.branch(ply, variation=parent, seats=seats, name=name),
            told if there else None,
        )

    def _go(self, one: int, _: int, __: int) -> _Pair:
        number = one % (len(self.model.lines) + 1)

        def told() -> None:
            self.model.current, self.model.asked = number, None
            self.model.draw_on()

        return lambda: self.match.go(number), told if number < len(self.model.lines) else None

    def _comment(self, one: int, two: int, three: int, *, text: str | None = None) -> _Pair:
        number = one % len(self.model.lines)
        ply = two % (len(self.model.lines[number].decisions) + 2)
        words = TEXTS[three % len(TEXTS)] if text is None else text
        there = ply <= len(self.model.lines[number].decisions)
        return (
            lambda: self.match.comment(ply, words, variation=number),
            (lambda: self.model.write(number, ply, words)) if there else None,
        )

    def _withdraw(self, one: int, two: int, three: int) -> _Pair:
        return self._comment(one, two, three, text="")

    def _name(self, one: int, two: int, _: int) -> _Pair:
        number, name = one % len(self.model.lines), "" if two % 3 == 0 else f"attempt {two}"

        def told() -> None:
            self.model.lines[number].name = name

        return lambda: self.match.name(number, name), told

    def _promote(self, one: int, _: int, __: int) -> _Pair:
        number = one % (len(self.model.lines) + 1)

        def told() -> None:
            self.model.main = number

        return lambda: self.match.promote(number), told if number < len(self.model.lines) else None

    def _ask(self, one: int, _: int, __: int) -> _Pair:
        side = one % 2

        def told() -> None:
            self.model.asked = side

        can = self.model.last_own(side) is not None
        return lambda: self.match.ask_back(side), told if can else None

    def _refuse(self, _: int, __: int, ___: int) -> _Pair:
        def told() -> None:
            self.model.asked = None

        return self.match.refuse_back, None if self.model.asked is None else told

    def _take_back(self, one: int, two: int, _: int) -> _Pair:
        side, price = one % 2, two % 12 * (two % 2)
        ply, model = self.model.last_own(side), self.model

        def told() -> None:
            assert ply is not None  # it is told of only then
            by = model.book.side_ids[side]
            line = Line(model.current, ply, model.line.seats, by=by, price=price)
            model.branch(model.current, ply, line)

        can = ply is not None and price <= 10
        return lambda: self.match.take_back(side, price), told if can else None

    def _close(self, _: int, __: int, ___: int) -> _Pair:
        def act() -> None:
            self.match.close()
            self._reopen()

        return act, _nothing

    def _kill(self, _: int, __: int, ___: int) -> _Pair:
        def act() -> None:
            self.disk.kill()
            self._reopen()

        return act, _nothing

    def _reopen(self) -> None:
        """Open the save to play on: that alone changes nothing."""
        head, path = self.match.head_code, self.path_is.path
        self.match = Match.open(Journal(path, self.disk))
        assert self.match.trouble is None, self.match.trouble
        assert self.match.head_code == head, f"head {head} is {self.match.head_code}"

    def _watch(self, _: int, __: int, ___: int) -> _Pair:
        def act() -> None:
            path = self.path_is.path
            watching = Match.open(Journal(path, self.disk), read_only=True)
            self.compare(watching)
            assert watching.head_code == self.match.head_code
            assert watching.events == self.match.events
            assert verify(path, self.disk).good

        return act, _nothing

    def _keep_elsewhere(self, _: int, __: int, ___: int) -> _Pair:
        self.copies += 1
        other = SAVE.with_name(f"copy-{self.copies}.jsonl")
        return lambda: self.match.save_as(Journal(other, self.disk)), _nothing

    # ------------------------------------------------------------------ agreement

    def compare(self, match: Match) -> None:
        """Everything that a match knows is what the model knows."""
        model, tree = self.model, match.tree
        asked = None if model.asked is None else model.book.side_ids[model.asked]
        assert (tree.current, tree.main, tree.asked) == (model.current, model.main, asked)
        assert len(tree.variations) == len(model.lines)
        for number, (line, mine) in enumerate(zip(tree.variations, model.lines, strict=True)):
            assert (line.parent, line.ply, line.seats) == (mine.parent, mine.ply, mine.seats)
            assert (line.name, line.by, line.price) == (mine.name, mine.by, mine.price)
            assert [each.text for each in line.timeline.decisions] == mine.decisions
            assert line.timeline.states == mine.states
            for ply in range(len(mine.states)):
                found = tree.comment(number, ply)
                assert (found and found.text) == model.comment(number, ply), (number, ply)
        written = {
            (number, ply): text
            for number, line in enumerate(model.lines)
            for ply, text in line.own.items()
            if text
        }
        assert {(each.variation, each.ply): each.text for each in tree.comments} == written
        if not match.read_only:
            assert match.over == (model.state.phase is Phase.END)
            assert match.legal() == legal(model.book, model.state)


_Pair = tuple[Callable[[], object], Callable[[], None] | None]
"""What is done to the match, and to the model; nothing if the match must refuse it."""


def _nothing() -> None:
    """The model does not change."""


def begin(seed: int) -> Run:
    """A new match on a disk in memory, and its model."""
    disk = MemoryDisk()
    match = new(WELL, seed=seed, journal=Journal(SAVE, disk))
    line = Line(-1, 0, match.seats, states=[start(match.book)])
    model = Model(match.book, seed, [line])
    model.draw_on()
    return Run(seed, disk, match, model)


def run_through(seed: int, deeds: list[Deed]) -> Run:
    """Do one thing after the other, and look each time whether all agree."""
    run = begin(seed)
    run.compare(run.match)
    for number, deed in enumerate((*deeds, ("watch", 0, 0, 0), ("close", 0, 0, 0))):
        try:
            run.do(deed)
            run.compare(run.match)
        except AssertionError as error:
            raise AssertionError(f"deed {number}, {deed}: {error}") from error
    run.do(("watch", 0, 0, 0))
    return run


def sequence(random: Random) -> list[Deed]:
    """Up to sixty deeds."""
    return [*_drawn(random, random.randrange(1, 61))]


def _drawn(random: Random, count: int) -> Iterator[Deed]:
    for _ in range(count):
        one, two, three = (random.randrange(1 << 16) for _ in range(3))
        yield random.choice(KINDS), one, two, three


def run(count: int, *, seed: int = 0) -> Tally:
    """So many sequences, each the same every time."""
    tally = Tally()
    for number in range(count):
        random = Random(seed * 1_000_003 + number)
        deeds = sequence(random)
        try:
            run_through(number, deeds)
        except Exception as error:
            tally.case(f"{type(error).__name__}: {error}", f"sequence {number}")
        else:
            tally.case(None, "")
        for deed in deeds:
            tally.note(deed[0])
    return tally
