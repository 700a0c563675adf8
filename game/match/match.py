"""One match: a scenario, two seats, the timeline of positions, and the journal it is kept in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from game.match.books import rulebook
from game.match.chain import Chain
from game.match.company import Company, brought
from game.match.errors import MatchError, ReadOnlyError, SaveError
from game.match.event import (
    LONGEST_REASON,
    Asked,
    Branched,
    Closed,
    Commented,
    Decided,
    Event,
    EventError,
    Named,
    Promoted,
    Refused,
    Went,
    event_of,
)
from game.match.header import Header, checked, now
from game.match.intent import ByMaxim, Expected, Intent, fault_of
from game.match.journal import Journal, Loaded
from game.match.line import head_code
from game.match.listeners import Listener, Listeners
from game.match.places import real
from game.match.timeline import Timeline, begin
from game.match.tree import Tree
from game.rules import (
    Consequence,
    Decision,
    Phase,
    Played,
    Rulebook,
    State,
    Verdict,
    describe,
    digest,
    legal,
    play,
    verdict,
)
from game.scenario import Scenario
from game.scenario.character import Character
from game.text import clean

if TYPE_CHECKING:
    from game.match.notices import Moved, Notice


class Match:
    """A match, on disk or in memory. Make one with ``new`` or ``open``.

    A decision is checked, played, written and confirmed by the disk; then the position changes
    and the listeners are told. Chance draws by itself whenever it is its turn, so between two
    calls a side decides or the game is over (unless the match is read only).
    """

    def __init__(self, header: Header, tree: Tree, journal: Journal | None, chain: Chain) -> None:
        self.header = header
        self.tree = tree
        self.journal = journal
        self.spectator = False
        """Whether another program played it when it was opened."""
        self.read_only = False
        """Nothing can be decided: the match is only looked at, or was put away."""
        self.notice: Notice | None = None
        """What there is to say on opening: what was recovered, or that it was not closed."""
        self.holding: Callable[[], AbstractContextManager[None]] = nullcontext
        """What guards each change from being cut short, as by a signal, while it is written."""
        self._chain = chain
        self._trouble: str | None = None
        self._changing = False
        self._moves: tuple[Moved, ...] = ()
        _KNOWN.add(self)
        self._listeners = Listeners()

    # ------------------------------------------------------------------ beginning and opening

    @classmethod
    def new(
        cls,
        text: str,
        where: str = "scenario",
        *,
        seats: tuple[str, str],
        seed: int,
        variant: str | None = None,
        journal: Journal | None = None,
        title: str = "",
        names: tuple[str, str] = ("", ""),
        characters: Mapping[str, str] | None = None,
        lesson: str = "",
        clock: Callable[[], str] = now,
    ) -> Match:
        """Begin a match; Chance draws the first headline.

        Args:
            text: the scenario, in TOML.
            where: its file, as errors name it.
            seats: per side ``human`` or the name of an opponent.
            seed: what Chance draws from, 0 to 2**64 - 1.
            variant: the id of a variant of the scenario's start.
            journal: where the match is kept; in memory only if there is none.
            title: what the players call the match.
            names: per side what the player is called.
            characters: by name the text of each character that is brought along; those of the
                game's own that sit down, if nothing is said.
            lesson: the id of the lesson that the match is.
            clock: gives the moment for the header.

        Raises:
            ScenarioError: the text is no scenario.
            RulesError: the scenario has no such variant.
            MatchError: the seed, a seat, a name or the title cannot be used.
            SaveError: there is a save of the journal's name.
        """
        book = rulebook(text, where, variant)
        texts = brought(book.scenario, seats) if characters is None else characters
        header = checked(
            Header(
                scenario=book.scenario.id,
                text=text,
                variant=variant,
                seats=seats,
                seed=seed,
                title=title,
                names=names,
                created=clock(),
                rules=book.rules,
                characters={**texts},
                lesson=lesson,
            )
        )
        chain = Chain(header.plain())
        if journal is not None:
            journal.begin(chain.first)
        match = cls(header, Tree.begin(begin(book, seed), header), journal, chain)
        match._draw_on()
        return match

    @classmethod
    def open(cls, source: Path | Journal, *, read_only: bool = False) -> Match:
        """Open a save where it was left.

        A torn end is recovered. A save that is damaged, or that another program plays, is opened
        read only, up to its last good decision; ``trouble`` says why.

        Args:
            source: the file.
            read_only: only look: nothing is written, locked or mended.

        Raises:
            SaveError: nothing of the file can be used.
        """
        journal = Journal(source) if isinstance(source, Path) else source
        loaded = Loaded(journal.look()) if read_only else journal.load()
        try:
            return cls._opened(journal, loaded, read_only=read_only)
        except MatchError:
            journal.close()
            raise

    @classmethod
    def _opened(cls, journal: Journal, loaded: Loaded, *, read_only: bool) -> Match:
        from game.match.record import read  # noqa: PLC0415 - a new match has none
        from game.match.replay import reenact  # noqa: PLC0415 - likewise

        record = read(loaded.scan, journal.where)
        opened = reenact(record, journal.where)
        chain = Chain(record.header.plain(), record.format, opened.events, opened.head)
        match = cls(record.header, opened.tree, journal, chain)
        if opened.damage is not None:
            match._trouble = (
                f"{journal.where}:{opened.damage} The save is shown as far as it is good, up to "
                f"decision {len(match.decisions)}; nothing in the file was changed."
            )
        elif loaded.spectator:
            match.spectator = True
            match._trouble = f"{_sentence(journal.player())} plays this save; you are watching."
        match.read_only = read_only or match._trouble is not None
        if match.read_only:
            journal.close()
            return match
        match.notice = journal.mend(loaded)
        if match.notice is None and not record.closed:
            from game.match.notices import Unclosed  # noqa: PLC0415 - not for a new match

            match.notice = Unclosed(len(match.decisions), match.head_code)
        match._draw()
        return match

    @staticmethod
    def playing(path: Path) -> Match | None:
        """The match by which this program itself writes to a save, if there is one."""
        for match in list(_KNOWN):
            journal = match.journal
            if journal is not None and journal.saving and _one_file(journal.path, path):
                return match
        return None

    # ------------------------------------------------------------------ looking at it

    def __repr__(self) -> str:
        return f"<Match {self.book.scenario.id}, {len(self.decisions)} decisions>"

    def __str__(self) -> str:
        return describe(self.book, self.state)

    @property
    def _line(self) -> Timeline:
        return self.tree.timeline

    @property
    def book(self) -> Rulebook:
        """The compiled scenario."""
        return self._line.book

    @property
    def seats(self) -> tuple[str, str]:
        """Per side who sits there, in the variation that is played."""
        return self.tree.variation.seats

    @property
    def scenario(self) -> Scenario:
        """The scenario as it was when the match began."""
        return self.book.scenario

    @property
    def state(self) -> State:
        """The position now."""
        return self._line.state

    @property
    def states(self) -> list[State]:
        """Every position, the one before the first decision first."""
        return self._line.states

    @property
    def decisions(self) -> list[Decision]:
        """Every decision, Chance's included; ``decisions[i]`` was taken in ``states[i]``."""
        return self._line.decisions

    @property
    def consequences(self) -> list[tuple[Consequence, ...]]:
        """Per decision what it changed."""
        return self._line.consequences

    @property
    def reasons(self) -> list[str]:
        """Per decision why, in the words of whoever decided; mostly empty."""
        return self._line.reasons

    @property
    def intents(self) -> list[Intent | None]:
        """Per decision what an opponent had in mind; nothing of people, and in format 1."""
        return self._line.intents

    @property
    def seed(self) -> int:
        """What Chance draws from."""
        return self.header.seed

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.phase is Phase.END

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or nothing while the game goes on."""
        return verdict(self.book, self.state) if self.over else None

    @property
    def company(self) -> Company:
        """Who is a character in this match."""
        company = self.tree.company
        assert company is not None  # a match has a header
        return company

    def character(self, name: str) -> Character | None:
        """Who plays as a character under a name, in this match.

        Raises:
            ScenarioError: its text cannot be used.
        """
        return self.company(name)

    def legal(self) -> tuple[Decision, ...]:
        """Everything that can be decided now."""
        return legal(self.book, self.state)

    def who(self) -> str | None:
        """Who decides now: a side's id, ``chance``, or nothing when the game is over."""
        return None if self.over else self._line.who()

    @property
    def trouble(self) -> str | None:
        """Why nothing is being saved, in plain sentences; nothing if all is well."""
        if self._changing:
            return _CUT_SHORT
        cause = None if self.journal is None else self.journal.cause
        if self._trouble or cause is None:
            return self._trouble
        return f"{cause} Play goes on in memory only: save the match in another place to keep it."

    @property
    def moves(self) -> tuple[Moved, ...]:
        """Each time that the save had to be written anew: why, and where it is now."""
        return (*self._moves, *(() if self.journal is None else self.journal.moves))

    @property
    def head_code(self) -> str:
        """Ten letters and digits that stand for everything up to now."""
        return head_code(self._chain.head)

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened in all lines of play, in the order of the journal."""
        return (*self._chain.events,)

    @property
    def closed(self) -> bool:
        """Whether nothing was decided since the match was last put away."""
        return self._chain.closed

    # ------------------------------------------------------------------ playing

    def decide(
        self, decision: Decision | str, *, reason: str = "", intent: Intent | None = None
    ) -> Played:
        """Take a decision for the side whose turn it is. Chance's draws follow by themselves.

        Args:
            decision: the decision, or its text.
            reason: why, in a person's words; kept in the journal, cleaned of what cannot be shown.
            intent: what an opponent had in mind; there are no words then.

        Returns:
            The position right after the decision, and its consequences.

        Raises:
            InvalidDecisionError: the scenario knows no such decision.
            IllegalDecisionError: it is not legal now. Nothing has changed.
            ReadOnlyError: the match is only looked at.
            MatchError: a listener that is being told of something took it, or the intent is not
                one of this scenario.
        """
        self._need_pen()
        if isinstance(decision, str):
            decision = self.book.decision(decision)
        assert self.state.phase is not Phase.DRAW  # Chance never waits to be asked
        played = self._take(decision, clean(reason)[:LONGEST_REASON], intent)
        try:
            self._listeners.decided(self._line)
        finally:
            self._draw_on()
        return played

    def _change(self, event: Event, then: Callable[[], None] = lambda: None) -> None:
        """Check an event that is no decision, write it, take it up and tell of it; then go on."""
        self._need_pen()
        event = _checked(event)
        if (fault := self.tree.fault(event)) is not None:
            raise MatchError(fault)
        with self._change_whole():
            self._write(event)
            self.tree.take(event)
        try:
            self._listeners.tell(event)
        finally:
            then()

    @contextmanager
    def _change_whole(self) -> Iterator[None]:
        """Guard what belongs together: a line in the journal, and what it says of the match.

        If something breaks in on it all the same, such as Ctrl+C, the match is changed no more:
        what the file holds is known only once it is opened anew.
        """
        with self.holding():
            self._changing = True
            yield
            self._changing = False

    def _need_pen(self) -> None:
        if self._changing:
            raise ReadOnlyError(_CUT_SHORT)
        if self.read_only:
            raise ReadOnlyError(
                self._trouble or "this match is only looked at; open it anew to play on"
            )
        if self._listeners.busy:
            raise MatchError("a listener changed the match while it was told of a change")

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have a listener told of all that happens: decisions, Chance's included, and the rest.

        Only that the match is put away is not told. Call the result to stop listening.
        """
        return self._listeners.add(listener)

    def _take(self, decision: Decision, reason: str = "", intent: Intent | None = None) -> Played:
        """Check, play and write a decision; only then it has happened."""
        played = play(self.book, self.state, decision)
        event = Decided(
            self._line.who(),
            decision.text,
            digest(self.book, played.state),
            reason,
            intent if isinstance(intent, ByMaxim) else None,
            intent if isinstance(intent, Expected) else None,
        )
        if intent is not None:
            _checked(event)
            if (fault := fault_of(self.book, intent)) is not None:
                raise MatchError(fault)
        with self._change_whole():
            self._write(event)
            self._line.extend(
                decision, played.state, played.consequences, reason=reason, intent=intent
            )
            self.tree.asked = None
        return played

    def _draw_on(self) -> None:
        """Let Chance draw as long as it is Chance's turn; close the journal of a finished game."""
        self._draw()
        if self.over and not self.closed:
            self._put_away()

    def _draw(self) -> None:
        """Let Chance draw. Opening a save does no more: what was whole stays as it was."""
        while self.state.phase is Phase.DRAW:
            self._take(self._line.draw())
            self._listeners.decided(self._line)

    def _put_away(self) -> None:
        """Note in the journal that all is in good order."""
        with self._change_whole():
            self._write(Closed(self.tree.claim()))

    def _write(self, event: Event) -> None:
        line = self._chain.add(event)
        if self.journal is not None:
            self.journal.append(line)

    # ------------------------------------------------------------------ other lines of play

    def branch(
        self,
        ply: int,
        *,
        variation: int | None = None,
        seats: tuple[str, str] | None = None,
        name: str = "",
    ) -> int:
        """Play on from an earlier position; the line that it leaves stays as it is.

        Args:
            ply: after how many decisions.
            variation: of which variation; the one that is played now if not given.
            seats: per side who sits there from now on; as before if not given.
            name: what to call the new variation.

        Returns:
            The number of the new variation, which is played from now on.

        Raises:
            ReadOnlyError: the match is only looked at.
            ScenarioError: a character that is to sit down cannot be read.
            MatchError: there is no such position, or a seat or the name cannot be used.
        """
        parent = self.tree.current if variation is None else variation
        sitting = seats
        if sitting is None and parent < len(self.tree.variations):
            sitting = self.tree.variations[parent].seats
        sitting = sitting or self.seats
        known = {seat for each in self.tree.variations for seat in each.seats}
        new = self.company.newcomers(sitting, known)
        if sum(len(each.text.encode()) for each in new) > MOST_BROUGHT:
            raise MatchError("two characters with texts so long cannot sit down at once")
        self._change(Branched(parent, ply, sitting, name, characters=new), self._draw_on)
        return self.tree.current

    def go(self, variation: int) -> None:
        """Play on in another variation, where it was left.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Went(variation), self._draw_on)

    def ask_back(self, side: int) -> None:
        """A side asks the other to let it take its last decision back.

        Raises:
            ReadOnlyError: the match is only looked at.
            MatchError: it has none that can be taken back: Chance has drawn since.
        """
        self._change(Asked(self.book.side_ids[side]))

    def refuse_back(self) -> None:
        """The other side refuses. To play on refuses as well."""
        self._change(Refused())

    def take_back(self, side: int, price: int = 0) -> None:
        """Take a side's last decision back, and what came after it.

        The line as it was stays a variation. Between two people it is the other side's to allow.

        Args:
            side: 0 or 1.
            price: the points of score that the side pays for it.

        Raises:
            ReadOnlyError, MatchError: as for ``ask_back``.
        """
        by, ply = self.book.side_ids[side], self._line.own(side)
        self._change(Branched(self.tree.current, ply or 0, self.seats, by=by, price=price))

    def comment(self, ply: int, text: str, *, variation: int | None = None, by: str = "") -> None:
        """Write a comment on a position, in place of the one there; an empty text removes it.

        Raises:
            ReadOnlyError: the match is only looked at.
            MatchError: there is no such position, or the text cannot be kept.
        """
        line = self.tree.current if variation is None else variation
        self._change(Commented(line, ply, text, by))

    def name(self, variation: int, name: str) -> None:
        """Call a variation something.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Named(variation, name))

    def promote(self, variation: int) -> None:
        """Make a variation the main line.

        Raises:
            ReadOnlyError, MatchError: as for ``branch``.
        """
        self._change(Promoted(variation))

    # ------------------------------------------------------------------ watching and keeping

    def refresh(self) -> int:
        """In a match that is only looked at, take up what was decided elsewhere since.

        Returns:
            How many events are new, not counting that it was put away.

        Raises:
            SaveError: the save is gone or cannot be read.
        """
        if self.journal is None or not self.read_only:
            return 0
        from game.match.record import read  # noqa: PLC0415 - only who watches needs it
        from game.match.replay import replay  # noqa: PLC0415 - likewise

        record = read(self.journal.look(), self.journal.where)
        chain = self._chain
        known = len(chain.events)
        if len(record.heads) <= known or record.heads[known] != chain.head:
            return 0
        for event, head in zip(record.events[known:], record.heads[known + 1 :], strict=True):
            if isinstance(event, Decided):
                if replay(self._line, event) is not None:
                    break
                self.tree.asked = None
                chain.follow(event, head)
                self._listeners.decided(self._line)
                continue
            if self.tree.take(event) is not None:
                break
            chain.follow(event, head)
            if not isinstance(event, Closed):
                self._listeners.tell(event)
        return sum(not isinstance(event, Closed) for event in chain.events[known:])

    def save_as(self, journal: Journal) -> None:
        """Keep the match in another place from now on, with everything that was decided and what
        is known about it.

        Raises:
            SaveError: there is a save of that name already, or the disk refuses there too; then
                nothing has changed.
        """
        if self._changing:
            raise ReadOnlyError(_CUT_SHORT)
        chain = Chain(self.header.plain())
        with self.holding():
            journal.begin(b"".join((chain.first, *map(chain.add, self._chain.events))))
            if not journal.saving:
                raise SaveError(journal.cause)
            if self.journal is not None:
                from game.match.review_files import copy_reviews  # noqa: PLC0415 - seldom

                self.journal.close()
                copy_reviews(self.journal.path, journal.path, journal.disk)
            self._moves = self.moves
            self.journal, self._chain, self._trouble = journal, chain, None
            self.read_only = self.spectator = False
        self._draw_on()

    def use(self) -> None:
        """Let its save count as written now: lists have it first, and it is the one to resume."""
        if self.journal is not None and self.journal.saving:
            with suppress(OSError):
                self.journal.disk.touch(self.journal.path)

    def close(self) -> None:
        """Put the match away: note so in the journal, and let go of it."""
        journal = self.journal
        with self.holding():
            try:
                if journal is not None and journal.saving and not self._changing:
                    if self.closed:
                        journal.make_sure()
                    else:
                        self._put_away()
            finally:
                if journal is not None:
                    journal.close()
                self.read_only = True


MOST_BROUGHT: Final = 40_000
"""So many bytes the texts of those who sit down at once may have, so that a line holds them."""

_CUT_SHORT: Final = (
    "Something broke in while a line of the save was written. Nothing that came before is lost: "
    "open the match anew to play on."
)


_KNOWN: Final[WeakSet[Match]] = WeakSet()
"""Every match that somebody still has a use for."""


def _checked(event: Event) -> Event:
    """An event as it comes back from the journal."""
    try:
        return event_of(event.plain())
    except EventError as error:
        raise MatchError(str(error)) from error


def _one_file(one: Path, other: Path) -> bool:
    return one.name == other.name and real(one.parent) == real(other.parent)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
