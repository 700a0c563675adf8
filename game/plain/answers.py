"""What is said to answers that decide nothing: help, the position, its causes, what is coming."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from game.match import Match, MatchError
from game.match.writing import keep_in
from game.opponents import Opponent
from game.opponents.search import SearchSeat
from game.plain.asking import explained, hints
from game.plain.causes import causes
from game.plain.counted_on import foretold, who
from game.plain.happened import round_of, story
from game.plain.helping import EVERYTHING, helped
from game.plain.lesson_lines import LessonLines
from game.plain.narrowed import part_of_table, some_arguments, some_words
from game.plain.numbered import Numbered, Offer, certain
from game.plain.page import MORE, SKIP
from game.plain.records import Records
from game.plain.reviews import Reviewing, Reviews
from game.plain.unclear import HELP, UnclearError, numbers, refused
from game.plain.worths import Worths
from game.review.asked import game_of
from game.review.coach import LEVEL
from game.review.history import is_dated
from game.review.lines import SpokenLine, spoken
from game.review.standing import mover
from game.rules import Phase, why_not
from game.settings import SettingsFile
from game.telling.article import article_lines
from game.telling.board import Board, Seats, board
from game.telling.glossary import glossary_lines
from game.telling.history import history_lines
from game.telling.position import news, position
from game.telling.primer import primer
from game.telling.reasons import say_reasons
from game.telling.settings import say_settings_fault, setting_rows
from game.telling.voice import Voice
from game.text import clean, shown

Seating = Callable[[str], Opponent | None]
"""Who sits in a seat of this name; nothing for a person."""

Lines = Iterable[str]
Reply = Callable[[Offer, str], Lines]

NOTES: Final = (["notes", "on"], ["notes", "off"])
"""What can be set while one plays."""

GOING: Final = (
    "more",
    "skip",
    "again",
    "back",
    "branch",
    "go",
    "save",
    "rematch",
    "swap",
    "new",
    "quit",
)
"""The commands that lead elsewhere. The game itself follows them."""


class Answers:
    """Answers a person who asks something.

    Args:
        voice: who tells it.
        match: the match.
        seating: who answers in the seat of a side.
        made: finds out what there is to say of a line of play.
        kept: what the player has set.
        waits: is told the words for whoever has to wait.
    """

    seats: Seats = ("", "")
    """Per side who sits there, as a person calls it."""

    opponents: tuple[Opponent | None, ...] = ()
    """Per side who plays it; nothing for a person."""

    lesson: LessonLines | None = None
    """The lesson that it is, if it is one."""

    def __init__(
        self,
        voice: Voice,
        match: Match,
        seating: Seating,
        made: Reviewing,
        kept: SettingsFile,
        waits: Callable[[str], None],
    ) -> None:
        self._voice = voice
        self._match = match
        self._seating = seating
        self._kept = kept
        self._worths = Worths(voice, match)
        records, reviews = Records(voice, match), Reviews(voice, match, made, waits)

        def plainly(reply: Callable[[str], Lines]) -> Reply:
            return lambda _, rest: reply(rest)

        self.replies: dict[str, Reply] = {
            "all": self._all,
            "compare": self._compare,
            "look": self._look,
            "news": self._news,
            "why": self._why,
            "who": self._who,
            "arguments": self._arguments,
            "story": self._story,
            "article": self._article,
            "history": self._history,
            "rules": self._rules,
            "words": self._words,
            "ask": self._ask,
            "hint": self._hint,
            "worth": lambda *_: self._worths.switch(self.opponents),
            "review": plainly(reviews.review),
            "debrief": plainly(reviews.debrief),
            "comment": plainly(records.comment),
            "variations": plainly(records.lines),
            "rename": plainly(records.rename),
            "promote": plainly(records.promote),
            "export": plainly(records.export),
            "settings": self._set,
        }
        """The commands that only ask, in the order in which help tells them."""

    def knows(self, answer: str) -> bool:
        """Whether an answer begins with a word that asks or leads for something."""
        word = answer.lower().partition(" ")[0]
        return word in (*HELP, *self.replies, *GOING) or word.startswith("?")

    def to(self, on_offer: Offer, answer: str) -> Lines:
        """What is said to an answer that decides nothing."""
        try:
            return list(self._to(on_offer, answer))
        except UnclearError as unclear:
            return [str(unclear)]
        except MatchError as error:
            return [refused(self._voice, error)]

    def _to(self, on_offer: Offer, answer: str) -> Lines:
        voice, state = self._voice, self._match.state
        word = answer.lower()
        asked, _, rest = answer.partition(" ")
        if word == "?" or asked.lower() in HELP[:2]:
            return self._helped(rest.strip().lower())
        if word in (*MORE[1:], SKIP):
            return [voice.say("plain.more.nothing")]
        if reply := self.replies.get(asked.lower()):
            return reply(on_offer, rest.strip())
        if word.startswith("?") and (choice := on_offer.find(word[1:].strip())):
            return self._preview(choice, known=on_offer.within is not None)
        named = voice.book.decisions.get(word.removeprefix("?").strip())
        if named is not None:
            why = say_reasons(voice, why_not(voice.book, state, named))
            reasons = voice.say("names.list.semicolon").join(why)
            return [voice.say("plain.not_legal", decision=named.text, reasons=reasons)]
        if not answer:
            return [voice.say("plain.nothing_chosen")]
        return [voice.say("plain.no_choice", said=shown(answer))]

    def _helped(self, wanted: str) -> Lines:
        """Help, or what a word of the game means that is no answer."""
        known = (HELP[0], *self.replies, *GOING)
        if wanted and wanted not in (*known, EVERYTHING):
            meant = some_words(self._voice, wanted)
            if meant:
                return meant
        return helped(self._voice, known, wanted)

    def _preview(self, choice: Numbered, *, known: bool = False) -> Iterator[str]:
        """What a choice will certainly do, what may come of it, and how it would be answered."""
        match, voice = self._match, self._voice
        yield from certain(voice, match.state, choice, self._spoken(), known=known)
        opponent = self.opponents[1 - match.state.side] if self.opponents else None
        if opponent is not None:
            game = game_of(match.tree.variation)
            answer = foretold(voice, game, choice.decisions, opponent)
            yield from [f"  {answer}"] if answer else []

    def question(self, on_offer: Offer) -> str:
        """What can be answered."""
        if not on_offer.choices:
            dated = is_dated(self._match.scenario)
            return self._voice.say("plain.over_dated" if dated else "plain.over")
        if on_offer.within is not None:
            return self._voice.say("plain.choose_backing", choices=len(on_offer.choices))
        number, closed = len(on_offer.choices), len(on_offer.closed)
        if closed and self._match.state.phase is Phase.TURN:
            return self._voice.say("plain.choose_open", choices=number, closed=closed)
        return self._voice.say("plain.choose", choices=number)

    def worth(self) -> Lines:
        """What the position is worth, if everybody who plays has asked for it."""
        return self._worths.lines(self.opponents)

    def table(self) -> Board:
        """The table as it stands, with what was said."""
        return board(self._voice, self._match.state, self.seats, said=self._spoken())

    def _spoken(self) -> tuple[SpokenLine | None, ...]:
        match = self._match
        return spoken(match.book, match.states, match.decisions)

    def save(self, folder: str) -> Lines:
        """Keep the match in another folder."""
        voice = self._voice
        if not folder:
            return [voice.say("plain.save.where")]
        try:
            # Names of people who are not there stay as they are.
            keep_in(Path(os.path.expanduser(folder)), self._match)  # noqa: PTH111
        except MatchError as error:
            return [refused(voice, error)]
        journal = self._match.journal
        assert journal is not None  # it was just kept
        return [voice.say("plain.save.kept", where=str(journal.where))]

    # ------------------------------------------------------------------ the commands

    def _all(self, on_offer: Offer, _rest: str) -> Iterator[str]:
        yield from on_offer.lines
        yield self._voice.say("plain.closed" if on_offer.closed else "plain.nothing_closed")
        yield from on_offer.closed

    def _compare(self, on_offer: Offer, rest: str) -> Iterator[str]:
        """Two choices beside each other: what only one brings, and what both do."""
        voice = self._voice
        if len(rest.split()) != 2:
            raise UnclearError(voice.say("plain.compare_choices.which"))
        pair = numbers(voice, rest, "compare A B", 0, least=1)
        found = [on_offer.find(str(each)) for each in pair]
        if None in found or pair[0] == pair[1]:
            raise UnclearError(voice.say("plain.compare_choices.which"))
        one, other = (list(self._preview(each)) for each in found if each is not None)
        for lines, others in ((one, other), (other, one)):
            yield lines[0]
            yield from (each for each in lines[1:] if each not in others)
        both = [each for each in one[1:] if each in other]
        if both:
            yield voice.say("plain.compare_choices.both")
            yield from both

    def _look(self, on_offer: Offer, rest: str) -> Iterator[str]:
        table, state = self.table(), self._match.state
        if rest:
            yield from part_of_table(self._voice, table, state, rest)
            return
        yield table.header.sentence
        yield from (*self.lesson.goal(), *self.lesson.task()) if self.lesson else ()
        yield from position(self._voice, table, mover(state))
        yield from who(self._voice, game_of(self._match.tree.variation))
        yield from on_offer.lines

    def _news(self, _on_offer: Offer, _rest: str) -> Lines:
        return news(self._voice, self.table())

    def _why(self, _on_offer: Offer, rest: str) -> Lines:
        return causes(self._voice, self._match.tree.timeline, rest)

    def _who(self, _on_offer: Offer, _rest: str) -> Iterator[str]:
        voice = self._voice
        found = list(who(voice, game_of(self._match.tree.variation), whole=True))
        yield from found or [voice.say("forecast.nobody")]

    def _story(self, _on_offer: Offer, rest: str) -> Lines:
        line = self._match.tree.timeline
        if rest:
            return list(round_of(self._voice, line, self._round(rest, "story N")))
        return story(self._voice, line)

    def _round(self, rest: str, usage: str) -> int:
        """The number of a round that has begun.

        Raises:
            UnclearError: it is none.
        """
        number, _ = numbers(self._voice, rest, usage, 0, least=1)
        last = self._match.state.round
        if not 1 <= number <= last:
            raise UnclearError(self._voice.say("plain.part.no_round", number=number, last=last))
        return number

    def _arguments(self, _on_offer: Offer, rest: str) -> Lines:
        return some_arguments(self._voice, self._match.state, self.table(), rest)

    def _article(self, _on_offer: Offer, _rest: str) -> Lines:
        return article_lines(self._voice)

    def _history(self, _on_offer: Offer, rest: str) -> Lines:
        """How it went and how it really went; what is still to come would tell the news."""
        if not self._match.over:
            return [self._voice.say("plain.not_over")]
        only = self._round(rest, "history N") if rest else 0
        return history_lines(self._voice, self._match.states, self._match.decisions, only)

    def _rules(self, _on_offer: Offer, _rest: str) -> Lines:
        return (rule.sentence for rule in primer(self._voice))

    def _words(self, _on_offer: Offer, rest: str) -> Lines:
        if not rest:
            return glossary_lines(self._voice)
        return some_words(self._voice, rest) or [
            self._voice.say("plain.part.no_word", name=shown(rest))
        ]

    def _ask(self, _on_offer: Offer, rest: str) -> Lines:
        sitting = {side: each for side, each in enumerate(self.opponents) if each}
        before = numbers(self._voice, rest, "ask N", 0)[0] if rest else None
        return explained(self._voice, self._match, sitting, before)

    def _set(self, _on_offer: Offer, rest: str) -> Iterator[str]:
        """What is set, and how it can be changed; or whether notes are made from now on."""
        say, wanted = self._voice.say, rest.lower().split()
        if wanted and wanted not in NOTES:
            raise UnclearError(say("plain.settings.notes"))
        if wanted:
            self._kept.change(notes=wanted == NOTES[0])
            messages = self._voice.messages
            yield from (say_settings_fault(messages, each) for each in self._kept.faults)
        for row in setting_rows(self._voice.messages, self._kept.settings):
            if row.name == "notes" or not wanted:
                yield say("plain.settings.one", title=row.title, value=row.value)
        if not wanted:
            yield say("plain.settings.where")

    def _hint(self, _on_offer: Offer, _rest: str) -> Lines:
        coach = self._seating(LEVEL)
        assert isinstance(coach, SearchSeat)  # a coach looks ahead
        if self._match.over:
            return [self._voice.say("board.over")]
        return hints(self._voice, self._match, coach)


def folder_in(answer: str) -> str | None:
    """The folder that an answer wants the match to be kept in; nothing if it is about others."""
    words = answer.split(maxsplit=2)
    if [each.lower() for each in words[:2]] != ["save", "as"]:
        return None
    return clean(words[2]).strip() if len(words) > 2 else ""
