"""A match played in lines: the position, numbered choices, an answer, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from enum import Enum
from pathlib import Path

from game.match import HUMAN, Intent, Match, MatchError
from game.match.forced import forced
from game.match.rematch import can_swap
from game.opponents import Opponent
from game.plain.answers import Answers, Seating, folder_in
from game.plain.counted_on import foretold, who
from game.plain.happened import outcome, story
from game.plain.lesson_lines import LessonLines
from game.plain.lines_of_play import heading
from game.plain.newly_open import NewlyOpen
from game.plain.note_lines import NoteLines
from game.plain.numbered import Numbered, Offer, offer, within
from game.plain.page import PlainPage
from game.plain.reviews import Reviewing, mattered, reviewing
from game.plain.takeback import PlainTakeBack, Settled
from game.plain.unclear import LEAVING, UnclearError, no_answer, numbers, refused
from game.review.asked import game_of
from game.review.intents import intent_of
from game.rules import Decision, Phase
from game.settings import SettingsFile
from game.telling.briefing import in_lines, wanted
from game.telling.messages import Messages, aloud
from game.telling.notices import say_notice
from game.telling.position import before_a_turn, in_a_debate
from game.telling.voice import Voice

AGAIN = "again"
"""The answer for what was told last, once more."""

NOTHING_OF_IT = "0"
"""The answer that goes back to all that is offered."""

Holding = Callable[[], AbstractContextManager[None]]
"""What guards a change of the match from being cut short while it is written."""


class AfterGame(Enum):
    """What is to be played when the game is over."""

    REMATCH = "rematch"
    SWAP = "swap"
    NEW = "new"


class Away(Enum):
    """An answer after which the position in front is another one, or none."""

    LEFT = "left"
    ELSEWHERE = "elsewhere"


class PlainGame:
    """Plays a match on a page, up to its end or until the person leaves.

    Args:
        match: the match.
        seating: who answers in the seat of a side.
        page: where lines go and answers come from.
        holding: what guards each change of the match.
        made: finds out what there is to say of a line of play; with nothing but this process, and
            kept nowhere but beside the save, if it is not given.
        cache: the folder for reviews that cannot be kept beside the save; nowhere else if none.
        kept: what the player has set; nothing if it is not given, and nothing is noted then.
        messages: the sentences that are said; those to be read aloud if not given.

    Raises:
        SeatError: nobody knows who sits in a seat of the match.
    """

    def __init__(
        self,
        match: Match,
        seating: Seating,
        page: PlainPage,
        holding: Holding,
        messages: Messages | None = None,
        made: Reviewing = reviewing,
        cache: Path | None = None,
        kept: SettingsFile | None = None,
    ) -> None:
        self.match = match
        self._voice = Voice(match.book, messages or aloud())
        self._say = self._voice.say
        self._seating = seating
        self._page = page
        self._cache = cache
        match.holding = holding
        self._answers = Answers(
            self._voice,
            match,
            seating,
            made,
            kept or SettingsFile(None),
            lambda words: page.write([words]),
        )
        self._lesson = self._answers.lesson = LessonLines(self._voice, match)
        self._notes = None if kept is None else NoteLines(self._voice, match, kept)
        self._newly_open = NewlyOpen(self._voice)
        self._take_back = PlainTakeBack(self._voice, match, page)
        self.wish: AfterGame | None = None
        """What is to be played next, if anything is."""
        self._told = 0
        self._recent: list[str] = []
        """What was told since somebody decided last."""
        self._moves = len(match.moves)
        self._trouble: str | None = None
        self._sit()
        self._back, self._attended = False, None in self._opponents
        """A person is there, who may want to go back when a line is over."""

    def begin(self) -> bool:
        """Tell how it all begins, then play; whether the game was played to its end."""
        scenario = self.match.scenario
        opening = scenario.opening.split("\n\n")
        begun = self._lesson.opening()
        if not begun:
            sitting = who(self._voice, game_of(self.match.tree.variation))
            begun = [scenario.title, *self._wanted(), "", *opening, "", *sitting]
        self._tell_lines([*begun, self._say("plain.begin")])
        return self._play()

    def _wanted(self) -> list[str]:
        """What each side wants, if a person plays one."""
        if not self._attended:
            return []
        rows = wanted(self._voice, self._answers.table(), game_of(self.match.tree.variation))
        return [in_lines(self._voice, each) for each in rows]

    def resume(self) -> bool:
        """Tell what happened since the person in front last decided, then play on."""
        match = self.match
        self._back = match.over  # whoever comes back to what is over asks about it
        self._told, words = self._missed()
        begun = [words] if match.decisions else []
        self._tell_lines([match.scenario.title, *self._lesson.goal(), *begun])
        return self._play()

    def look_back(self) -> bool:
        """Answer what is asked about a game that is over, and has been told."""
        self._told = len(self.match.decisions)
        while self._hear() is not Away.LEFT:
            pass
        return True

    def _missed(self) -> tuple[int, str]:
        """From which decision on somebody who comes back wants to be told, and in what words."""
        match = self.match
        last, states = len(match.decisions) - 1, match.states
        if match.over:
            decided = [place for place in range(last + 1) if states[place].phase != Phase.DRAW]
            return (decided[-1] if decided else 0), self._say("plain.missed.end")
        side = match.state.side
        if match.seats[side] != HUMAN and match.seats[1 - side] == HUMAN:
            side = 1 - side
        own = [place for place in range(last + 1) if states[place].side == side]
        if not own:
            return 0, self._say("plain.missed.all")
        name = self._voice.named(side)
        if own[-1] == last:
            return last, self._say("plain.missed.own", side=name)
        return own[-1] + 1, self._say("plain.missed.since", side=name)

    def _sit(self) -> None:
        """Seat whoever plays the present variation."""
        match = self.match
        self._opponents: tuple[Opponent | None, ...] = tuple(
            self._seating(seat) for seat in match.seats
        )
        self._answers.seats = match.header.names
        self._answers.opponents = self._opponents

    def _play(self) -> bool:
        match = self.match
        self._tell()
        while True:
            self._tell_of_the_save()
            if match.tree.asked is not None and not match.read_only:
                if self._settled(self._take_back.settle()) is Away.LEFT and self._may_leave():
                    return False
                continue
            if match.over:
                reviewed = mattered(self._voice, match, match.tree.current, self._cache)
                self._tell_lines(outcome(self._voice, match.tree.timeline, reviewed))
                if not self._attended:
                    self._page.rest(whole=True)
                    if not self._back:
                        return True
                if self._hear() is Away.LEFT and self._may_leave():
                    return True
                continue
            opponent = self._opponents[match.state.side]
            if opponent is not None:
                game = game_of(match.tree.variation)
                answer = opponent.choose(game)
                self._decide(answer.decision, intent_of(answer))
                if not self._attended and not self._page.rest():
                    return False
                continue
            only = forced(match.book, match.state)
            if only is not None and not match.read_only:
                self._decide(only)
                continue
            heard = self._hear()
            if heard is Away.LEFT and self._may_leave():
                return False
            if isinstance(heard, Decision):
                self._recent.clear()
                self._decide(heard)

    def _decide(self, decision: Decision, intent: Intent | None = None) -> None:
        self.match.decide(decision, intent=intent)
        self._tell()

    def _tell(self) -> None:
        """Tell what has happened since the last time, and whether it is still being saved."""
        match = self.match
        self._tell_lines(story(self._voice, match.tree.timeline, self._told))
        self._told = len(match.decisions)
        self._tell_lines(self._lesson.heard())
        self._tell_of_the_save()

    def _tell_of_the_save(self) -> None:
        """Tell whether the match is still being saved, and where if it is another place."""
        match = self.match
        moves = match.moves[self._moves :]
        self._page.write([say_notice(self._voice.messages, each) for each in moves])
        self._moves = len(match.moves)
        if match.trouble != self._trouble:
            self._trouble = match.trouble
            if match.trouble:
                self._page.write([self._say("plain.save.not", why=match.trouble)])
                self._page.write([] if match.read_only else [self._say("plain.save.keep")])

    # ------------------------------------------------------------------ answers

    def _hear(self) -> Decision | Away:
        """Ask until a person has decided, has left, or has gone to another position."""
        on_offer = whole = offer(self._voice, self.match.state)
        on_turn = self.match.state.phase is Phase.TURN
        if not self.match.over:
            self._tell_lines([*self._beside(), *self._answers.worth()])
            self._look()
            self._tell_lines([""] if on_turn else [])
            self._tell_lines(on_offer.lines, choices=True)
        while True:
            answer = self._page.ask(self._answers.question(on_offer))
            if answer is None or answer.lower() in LEAVING:
                return Away.LEFT
            if on_offer is not whole and answer == NOTHING_OF_IT:
                on_offer = whole
                self._tell_lines(whole.lines, choices=True)
                continue
            if self._untold(on_offer, answer):
                self._page.write([self._say("plain.more.untold")])
                continue
            choice = on_offer.find(answer.lower())
            if choice is None and not answer.isdigit():
                choice = whole.find(answer.lower())
            if choice is None and not self._answers.knows(answer):
                choice = on_offer.spoken(answer)
            if choice is not None and choice.decision is not None:
                return choice.decision
            if choice is not None:
                on_offer = self._within(choice)
                self._tell_lines(on_offer.lines, choices=True)
                continue
            try:
                away = self._go_away(answer)
            except MatchError as error:
                self._page.write([refused(self._voice, error)])
                continue
            except UnclearError as unclear:
                self._page.write([str(unclear)])
                continue
            if away is not None:
                return away
            if answer.lower().partition(" ")[0] == "save":
                self._page.write(self._answers.save(folder_in(answer) or ""))
            elif answer.lower() == AGAIN:
                self._page.answer(self._recent or [self._say("plain.again")])
            else:
                self._page.answer(self._answers.to(on_offer, answer))
            self._tell_of_the_save()

    def _untold(self, on_offer: Offer, answer: str) -> bool:
        """Whether an answer is the number of a choice that was not told yet."""
        number, _, _ = answer.partition(" ")
        chosen = (each for each in on_offer.choices if str(each.number) == number)
        return any(self._page.untold(each.line) for each in chosen)

    def _within(self, choice: Numbered) -> Offer:
        """What there is within a choice, each with how it would be answered."""
        opponent = self._opponents[1 - self.match.state.side]
        game = game_of(self.match.tree.variation)
        answers = ("",) * len(choice.within)
        if opponent is not None:
            answers = tuple(
                foretold(self._voice, game, (decision,), opponent) for decision in choice.decisions
            )
        return within(self._voice, self.match.state, choice, answers)

    def _may_leave(self) -> bool:
        """Whether whoever wants to leave can do so: they are asked if anything would be lost."""
        match = self.match
        while match.trouble and not match.read_only:
            answer = self._page.ask(self._say("plain.save.lost"))
            if answer is None or answer.lower() in LEAVING:
                return True
            if answer.lower() == "stay":
                return False
            folder = folder_in(answer)
            if folder is None:
                self._page.write([no_answer(self._voice.messages, answer)])
            else:
                self._page.write(self._answers.save(folder))
        return True

    # ------------------------------------------------------------------ other lines of play

    def _go_away(self, answer: str) -> Away | None:
        """Follow an answer that leads to another position; nothing if it does not.

        Raises:
            UnclearError: the answer does not say where to.
            MatchError: there is no such position.
        """
        word, _, rest = answer.lower().partition(" ")
        match word:
            case "back":
                return self._settled(self._take_back.ask(rest.strip()))
            case "branch":
                at, of = numbers(self._voice, rest, "branch N", self.match.tree.current)
                return self._moved(at, lambda: self.match.branch(at, variation=of))
            case "go":
                number, _ = numbers(self._voice, rest, "go N", 0)
                lines = self.match.tree.variations
                told = len(lines[number].timeline.decisions) if number < len(lines) else 0
                return self._moved(told, lambda: self.match.go(number))
            case AfterGame.REMATCH.value | AfterGame.SWAP.value | AfterGame.NEW.value:
                if not self.match.over:
                    raise UnclearError(self._say("plain.not_over"))
                if word == AfterGame.SWAP.value and not can_swap(self.match):
                    raise UnclearError(self._say("plain.not_swapped"))
                self.wish = AfterGame(word)
                return Away.LEFT
        return None

    def _moved(self, told: int, go: Callable[[], object]) -> Away:
        """Go to another variation, of which so many decisions need not be told."""
        go()
        self._recent.clear()
        self._newly_open.forget()
        self._sit()
        self._told = told
        line = heading(self._voice, self.match, self.match.tree.variation)
        self._page.write([self._say("plain.line.here", line=line)])
        self._tell()
        return Away.ELSEWHERE

    def _settled(self, how: Settled) -> Away:
        if how is Settled.LEFT:
            return Away.LEFT
        self._recent.clear()
        self._newly_open.forget()
        self._told = len(self.match.decisions)
        return Away.ELSEWHERE

    # ------------------------------------------------------------------ what is in front

    def _beside(self) -> list[str]:
        """In a lesson what to try; else a word on what is new."""
        if self._lesson.teaches or self._notes is None:
            return self._lesson.task()
        return self._notes.heard()

    def _look(self) -> None:
        """What moves from turn to turn, before one; in a debate only what it is about."""
        table = self._lesson.shown(self._answers.table())
        if table.debate is None:
            lines = before_a_turn(self._voice, table)
        else:
            lines = in_a_debate(self._voice, table, table.debate)
        opened = self._newly_open.heard(self.match.state, table)
        self._tell_lines(["", *lines, *opened])

    def _tell_lines(self, lines: Iterable[str], *, choices: bool = False) -> None:
        """Tell what nobody asked for."""
        told = list(lines)
        self._recent += told
        self._page.tell(told, choices=choices)
