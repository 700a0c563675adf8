"""Setting up a match by questions: what is played, who plays, how hard, and which side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from game.opponents import HUMAN
from game.plain.page import PlainPage
from game.plain.unclear import LEAVING, no_answer, only_one
from game.review.last_won import Won
from game.rules import Rulebook
from game.scenario import MAIN, MILD, Scenario, load, scenarios
from game.scenario.cast import FIRST
from game.settings import LastSetup
from game.telling.messages import Messages
from game.telling.opponents import Sitter, degrees, to_choose_from, told
from game.telling.suggested import Suggested, suggested
from game.telling.voice import Voice
from game.value import frozen

FIRST_GAME = LastSetup(MILD, None, (HUMAN, FIRST))
"""What is proposed to whoever has never chosen."""

BACK = ("back", "b", "0")
"""The answers that go back to the question before."""

ALONE, TOGETHER, WATCH = range(3)


@frozen
class OfferedAnswer:
    """Something that can be answered.

    Attributes:
        words: what it is, a sentence.
        about: more about it, for whoever asks; may be empty.
    """

    words: str
    about: str = ""


class StepBackError(Exception):
    """Somebody wants to answer the question before once more."""


class LeftError(Exception):
    """Somebody wants to begin nothing."""


class SettingUp:
    """Asks what is to be played and who plays.

    Args:
        page: where questions go and answers come from.
        messages: the sentences.
        last: what was chosen last, if that is known.
        won: the game that was finished last, if it was won.
    """

    def __init__(
        self,
        page: PlainPage,
        messages: Messages,
        last: LastSetup | None,
        won: Won | None = None,
    ) -> None:
        self._page = page
        self._messages = messages
        self._say = messages.say
        shipped = [each.id for each in scenarios() if each.error is None]
        self._shipped = sorted(shipped, key=lambda each: each != MAIN)
        self._last = last if last is not None and self._known(last) else None
        self._setup = self._last or FIRST_GAME
        self._suggested: Suggested | None = None
        if won is not None and won.scenario in self._shipped:
            as_won = LastSetup(won.scenario, won.variant, won.seats)
            if self._last is None or self._last == as_won:
                self._setup = self._last = as_won
                self._suggested = suggested(messages, load(won.scenario), won)

    def ask(self) -> LastSetup | None:
        """What is to be played; nothing if nobody wants to play."""
        questions = [
            self._as_before,
            self._ask_scenario,
            self._ask_start,
            self._ask_way,
            self._ask_opponent,
            self._ask_side,
        ]
        at = 0
        asked: list[int] = []
        try:
            while at < len(questions):
                try:
                    answered = questions[at]()
                except StepBackError:
                    at = asked.pop() if asked else at
                    continue
                if answered is None:
                    return self._setup
                if answered:
                    asked.append(at)
                at += 1
        except LeftError:
            return None
        return self._setup

    def _known(self, setup: LastSetup) -> bool:
        """Whether what was chosen once can still be played."""
        if setup.scenario not in self._shipped:
            return False
        scenario = load(setup.scenario)
        starts = {None, *(each.id for each in scenario.variants)}
        seats = {HUMAN, *(each.name for each in to_choose_from(self._messages, scenario))}
        return setup.variant in starts and seats.issuperset(setup.seats)

    # ------------------------------------------------------------------ the questions
    # Each gives whether it was asked at all; nothing if all is answered by it.

    def _as_before(self) -> bool | None:
        key = "first" if self._last is None else "last"
        known = self._say(f"plain.setup.{key}", match=self._told(self._setup))
        other = OfferedAnswer(self._say("plain.setup.other"))
        hint = self._suggested
        if hint is None:
            return None if self._choose("", [OfferedAnswer(known), other]) == 0 else True
        harder = replace(self._setup, variant=None, seats=hint.seats)
        told = self._say("plain.setup.suggested", match=self._told(harder))
        chosen = self._choose(hint.why, [OfferedAnswer(told), OfferedAnswer(known), other])
        self._setup = harder if chosen == 0 else self._setup
        return None if chosen < 2 else True

    def _told(self, setup: LastSetup) -> str:
        """A setup in a sentence."""
        scenario = load(setup.scenario)
        sitters = {each.name: each for each in to_choose_from(self._messages, scenario)}
        title = scenario.title
        for start in scenario.variants:
            if start.id == setup.variant:
                title = self._say("plain.setup.start", scenario=title, start=start.name)
        people = [side for side in (0, 1) if setup.seats[side] == HUMAN]
        names = [sitters[seat].title if seat in sitters else "" for seat in setup.seats]
        if len(people) == 2:
            return self._say("plain.setup.together_in", title=title)
        if not people:
            return self._say("plain.setup.watch_in", title=title, one=names[0], other=names[1])
        side = people[0]
        return self._say(
            "plain.setup.alone_in",
            title=title,
            side=Voice(Rulebook(scenario)).named(side),
            who=names[1 - side],
        )

    def _ask_scenario(self) -> bool:
        known = [load(each) for each in self._shipped]
        told = [
            OfferedAnswer(self._say("plain.setup.scenario", title=each.title, about=each.summary))
            for each in known
        ]
        chosen = known[self._choose(self._say("plain.setup.what"), told)].id
        if chosen != self._setup.scenario:
            self._setup = LastSetup(chosen, None, FIRST_GAME.seats)
        return True

    def _ask_start(self) -> bool:
        starts = self._scenario.variants
        if not starts:
            self._setup = replace(self._setup, variant=None)
            return False
        told = [OfferedAnswer(self._say("plain.setup.standard"))]
        told += [
            OfferedAnswer(self._say("plain.setup.scenario", title=each.name, about=each.about))
            for each in starts
        ]
        chosen = self._choose(self._say("plain.setup.which_start"), told)
        self._setup = replace(self._setup, variant=starts[chosen - 1].id if chosen else None)
        return True

    def _ask_way(self) -> bool | None:
        ways = ("alone", "together", "watch")
        told = [OfferedAnswer(self._say(f"plain.setup.{each}")) for each in ways]
        self._way = self._choose(self._say("plain.setup.way"), told)
        if self._way == TOGETHER:
            self._setup = replace(self._setup, seats=(HUMAN, HUMAN))
            return None
        return True

    def _ask_opponent(self) -> bool | None:
        if self._way == ALONE:
            self._who = self._sitter(self._say("plain.setup.against"))
            return True
        voice = Voice(Rulebook(self._scenario))
        one, other = (
            self._sitter(self._say("plain.setup.plays", side=voice.named(side))) for side in (0, 1)
        )
        self._setup = replace(self._setup, seats=(one.name, other.name))
        return None

    def _ask_side(self) -> bool:
        voice = Voice(Rulebook(self._scenario))
        told = [
            OfferedAnswer(self._say("plain.sentence", words=voice.side(side))) for side in (0, 1)
        ]
        side = self._choose(self._say("plain.setup.side"), told)
        other = self._who.name
        self._setup = replace(self._setup, seats=(other, HUMAN) if side else (HUMAN, other))
        return True

    @property
    def _scenario(self) -> Scenario:
        return load(self._setup.scenario)

    def _sitter(self, question: str) -> Sitter:
        """Ask first how hard it is to be, then who of those."""
        found = to_choose_from(self._messages, self._scenario)
        ranks = (*degrees(self._messages), "")  # who was not measured comes last
        ordered = sorted(found, key=lambda each: ranks.index(each.hard))
        groups = [list(some) for _, some in groupby(ordered, key=lambda each: each.hard)]
        while True:
            chosen = groups[self._choose(question, list(self._degrees(groups)))]
            if len(chosen) == 1:
                return chosen[0]
            who = [
                OfferedAnswer(
                    self._say("plain.setup.sitter", title=each.title, stance=each.stance),
                    told(self._messages, each),
                )
                for each in chosen
            ]
            try:
                return chosen[self._choose(self._say("plain.setup.who"), who)]
            except StepBackError:
                continue

    def _degrees(self, groups: Iterable[Sequence[Sitter]]) -> Iterator[OfferedAnswer]:
        for some in groups:
            names = self._say("names.list.comma").join(each.title for each in some)
            hard = some[0].hard or self._say("plain.setup.unmeasured")
            yield OfferedAnswer(self._say("plain.setup.degree", hard=hard, names=names))

    # ------------------------------------------------------------------ asking

    def _choose(self, question: str, options: Sequence[OfferedAnswer]) -> int:
        """The place of the option that is chosen.

        Raises:
            StepBackError: the question before is to be asked again.
            LeftError: the person leaves.
        """
        lines = [
            self._say("plain.choice", number=number, words=each.words)
            for number, each in enumerate(options, 1)
        ]
        self._page.tell([question] if question else [])
        self._page.tell(lines, choices=True)
        while True:
            said = self._page.ask(self._say("plain.setup.choose", choices=len(options)))
            if said is None or said.lower() in LEAVING:
                raise LeftError
            if said.lower() in BACK:
                raise StepBackError
            asked = said.removeprefix("?").strip()
            number = int(asked[:9]) if asked.isascii() and asked.isdigit() else 0
            number = number or 1 + only_one(asked, [each.words for each in options])
            if said == "?" and any(each.about for each in options):
                self._page.write([self._say("plain.setup.more")])
            elif not 1 <= number <= len(options):
                unclear = self._say("plain.setup.unclear", choices=len(options))
                self._page.write([no_answer(self._messages, said), unclear])
            elif said.startswith("?"):
                self._page.write([options[number - 1].about or lines[number - 1]])
            elif self._page.untold(lines[number - 1]):
                self._page.write([self._say("plain.more.untold")])
            else:
                return number - 1
