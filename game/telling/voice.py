"""A voice: a language, and a scenario in that language. Every sentence is told by one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Final, TypeVar

from attrs import field, frozen

from game.rules import NOBODY, Rulebook
from game.scenario import Scenario
from game.telling.messages import Messages, Value, english, signed
from game.telling.tags import tag_words

T = TypeVar("T")

KEPT: Final = 4096
"""So much is remembered of what was told; then all begins anew."""


@frozen(eq=False)
class Voice:
    """Who tells a game: the rules it is played by, and the words for it.

    Attributes:
        book: the rules.
        messages: the sentences of a language.
        scenario: the scenario with its words in that language; the rulebook's own as a default.
    """

    book: Rulebook
    messages: Messages = field(factory=english)
    scenario: Scenario = field()

    _tags: dict[str, str] = field(factory=dict, init=False, repr=False)
    """How tags are told, as far as they have been."""
    _kept: dict[Hashable, Any] = field(factory=dict, init=False, repr=False)
    """What was told lately, by all that it depends on."""
    _articles: dict[str, bool] = field(factory=dict, init=False, repr=False)
    """Which names take an article, as far as that was asked."""

    @scenario.default
    def _own(self) -> Scenario:
        return self.book.scenario

    def once(self, asked: tuple[Hashable, ...], tell: Callable[[], T]) -> T:
        """What is told of the same things in the same words, whenever it is asked for.

        Args:
            asked: all that it depends on, besides this voice.
            tell: tells it.
        """
        whole = (self.messages.after, *asked)
        known: T | None = self._kept.get(whole)
        if known is None:
            known = tell()
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[whole] = known
        return known

    def say(self, key: str, /, **places: Value) -> str:
        """A message with its places filled."""
        return self.messages.say(key, **places)

    def sentence(self, key: str, /, **places: Value) -> str:
        """A message that begins large, whatever fills its first place."""
        said = self.say(key, **places)
        return f"{said[:1].upper()}{said[1:]}"

    def signed(self, value: int) -> str:
        """A number with its sign."""
        return signed(value)

    # ------------------------------------------------------------------ names

    def side(self, side: int) -> str:
        """The full name of a side; of Chance if it is nobody."""
        return self.say("names.chance") if side == NOBODY else self.scenario.sides[side].name

    def named(self, side: int) -> str:
        """A side within a sentence: with an article, if the scenario itself writes it with one."""
        name = self.side(side)
        return self.say("names.article", name=name) if self._with_article(name) else name

    def named_first(self, side: int) -> str:
        """Likewise, at the beginning of a sentence."""
        name = self.side(side)
        return self.say("names.article_first", name=name) if self._with_article(name) else name

    def _with_article(self, name: str) -> bool:
        """Whether a name mostly stands with an article where the scenario says something."""
        known = self._articles.get(name)
        if known is None:
            prose = "\n".join(_prose(self.scenario)).casefold()
            whole = self.say("names.article", name=name).casefold()
            times = prose.count(whole) if whole != name.casefold() else 0
            known = self._articles[name] = 2 * times > prose.count(name.casefold())
        return known

    def side_short(self, side: int) -> str:
        """The short name of a side, of Chance if it is nobody; read aloud it is the full one, for
        letters are no name.
        """
        if side == NOBODY:
            return self.say("names.chance")
        entry = self.scenario.sides[side]
        return entry.name if self.messages.aloud else entry.short

    def briefly(self, side: int) -> str:
        """The short name of a side within a sentence; read aloud the full one with its article."""
        return self.named(side) if self.messages.aloud else self.side_short(side)

    def briefly_first(self, side: int) -> str:
        """The same where a sentence begins."""
        return self.named_first(side) if self.messages.aloud else self.side_short(side)

    def motion_briefly(self, motion: int) -> str:
        """The short name of a motion; read aloud it is the full one, which has been heard."""
        entry = self.scenario.motions[motion]
        return entry.name if self.messages.aloud else entry.short

    def track(self, track: str) -> str:
        """The name of a track: a shared one's own, or a side's capital or score in its words."""
        book, index = self.book, self.book.track(track)
        if index < book.shared:
            return self.scenario.tracks[index].name
        number = (index - book.shared) % 2
        side = self.side_short(number)
        if index in book.capital:
            return self.say("names.capital", side=side)
        goal = self.scenario.sides[number].goal_short
        return self.say("names.score", side=side, goal=goal)

    def motion(self, motion: int) -> str:
        """The name of a motion."""
        return self.scenario.motions[motion].name

    def argument(self, argument: int) -> str:
        """The name of an argument."""
        return self.scenario.arguments[argument].name

    def tag(self, tag: str) -> str:
        """What motions with a tag are about."""
        known = self._tags.get(tag)
        if known is None:
            known = self._tags[tag] = tag_words(self.scenario, tag)
        return known

    def value(self, name: str) -> str:
        """The name of a value, by its id."""
        return self.scenario.values[self.book.hour.value_ids.index(name)].name

    def case(self, argument: int, side: int) -> str:
        """What a side says with an argument."""
        return self.scenario.arguments[argument].said_by(self.book.side_ids[side])

    def round(self, number: int) -> str:
        """A round, with the name that the scenario has for it."""
        name = self.scenario.round_name(number)
        if name:
            return self.say("names.round_named", round=number, name=name)
        return self.say("names.round", round=number)

    def headline(self, headline: int) -> str:
        """A headline with its date."""
        entry = self.scenario.headlines[headline]
        return self.say("names.headline", date=entry.date, title=entry.title)

    def headline_named(self, headline: int) -> str:
        """A headline as somebody calls it who speaks of it."""
        entry = self.scenario.headlines[headline]
        return entry.short or self.say("names.quoted_inside", name=entry.title)

    def cite(self, source: tuple[str, ...]) -> str:
        """Paragraphs of the source, such as ``¶5`` or ``¶7c, 7d``; empty if there are none."""
        return self.say("names.source", paragraphs=", ".join(source)) if source else ""

    def cited(self, words: str, source: tuple[str, ...]) -> str:
        """Words with the paragraphs of the source behind them, if there are any."""
        if not source:
            return words
        return self.say("names.cited", words=words, source=self.cite(source))

    # ------------------------------------------------------------------ lists

    def items(self, names: Iterable[str]) -> str:
        """Things one after the other: ``A, B, C``; empty if there are none."""
        return self.say("names.list.comma").join(names)

    def all_of(self, names: Iterable[str]) -> str:
        """Names as a person lists them: ``A, B and C``."""
        return self._listed("names.list.and", names)

    def one_of(self, names: Iterable[str]) -> str:
        """Names as a person lists what is to be chosen from: ``A, B or C``."""
        return self._listed("names.list.or", names)

    def _listed(self, key: str, names: Iterable[str]) -> str:
        *most, end = names
        if not most:
            return end
        return self.say(key, most=self.say("names.list.comma").join(most), last=end)


def _prose(scenario: Scenario) -> Iterator[str]:
    """Sentences of a scenario in which its sides are named."""
    yield scenario.summary
    yield scenario.opening
    yield from (each.about for each in scenario.sides)
    yield from (each.about for each in scenario.tracks)
    yield from (each.text for each in scenario.motions)
    yield from (each.text for each in scenario.epilogues.values())
