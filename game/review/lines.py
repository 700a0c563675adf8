"""What is said in a debate and after it: which of the scenario's words fit.

The choice is the same for the same game: nothing is drawn, and no words come again while others
that fit are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from game.rules import (
    Consequence,
    DebateState,
    Decision,
    Kind,
    Rule,
    Rulebook,
    State,
    floor_holder,
    holds,
)
from game.scenario.model import Press, Scenario, Spoken
from game.value import frozen


@frozen
class SpokenLine:
    """What a side said.

    Attributes:
        text: its words.
        line: which of the scenario's lines it was; nothing if it was the argument's own case.
    """

    text: str
    line: Spoken | None = None


@frozen
class Printed:
    """What a paper made of a debate: who says so, of which side, and what."""

    paper: str
    side: int
    text: str


def line_for(
    scenario: Scenario,
    argument: str,
    motion: str,
    side: str,
    answers: str | None = None,
    *,
    round_: int = 1,
    said: Counter[str] | None = None,
) -> SpokenLine:
    """What a side says with an argument about a motion.

    Args:
        scenario: the scenario.
        argument: the id of the argument.
        motion: the id of the motion on the table.
        side: the id of the side that says it.
        answers: the id of the argument that it answers, if it is no opening.
        round_: the round.
        said: how often these words were said before, by anybody.

    Returns:
        The most particular words that fit and were not said yet, at last the argument's case; if
        all were, those of the most particular line that were said least.
    """
    tags = next(each.tags for each in scenario.motions if each.id == motion)
    ranked = [
        (rank, line)
        for line in scenario.lines
        if line.argument == argument and line.side in (None, side) and line.heard_in(round_)
        if (rank := _rank(line, motion, tags, answers)) is not None
    ]
    ranked.sort(key=lambda pair: pair[0])
    entry = next(each for each in scenario.arguments if each.id == argument)
    words = [SpokenLine(text, line) for _, line in ranked for text in (line.text, *line.variants)]
    words.append(SpokenLine(entry.said_by(side)))
    heard = said or Counter[str]()
    fresh = next((each for each in words if not heard[each.text]), None)
    if fresh is not None:
        return fresh
    own = [each for each in words if each.line is words[0].line]
    return min(own, key=lambda each: heard[each.text])


_Rank = tuple[bool, int, int, bool, bool]


def _rank(line: Spoken, motion: str, tags: Sequence[str], answers: str | None) -> _Rank | None:
    """How particular a line is, the least first; nothing if it does not fit."""
    if line.answers not in (None, answers):
        return None
    if line.motion is not None:
        about, place = (0, 0) if line.motion == motion else (-1, 0)
    elif line.themes:
        places = [tags.index(theme) for theme in line.themes if theme in tags]
        about, place = (1, min(places)) if places else (-1, 0)
    else:
        about, place = 2, 0
    if about < 0:
        return None
    windowed = line.from_round is not None or line.until_round is not None
    return line.answers is None, about, place, line.side is None, not windowed


def spoken(
    book: Rulebook, states: Sequence[State], decisions: Sequence[Decision]
) -> tuple[SpokenLine | None, ...]:
    """Per decision of a game what was said with it; nothing with those that play no argument."""
    counts: Counter[str] = Counter()
    found: list[SpokenLine | None] = []
    for state, decision in zip(states, decisions, strict=False):
        said = _said(book, state, decision, counts)
        if said is not None:
            counts[said.text] += 1
        found.append(said)
    return tuple(found)


def would_say(
    book: Rulebook, state: State, decision: Decision, before: Sequence[SpokenLine | None] = ()
) -> SpokenLine | None:
    """What a decision would say in a position, after all that was said; nothing if nothing."""
    counts = Counter(each.text for each in before if each is not None)
    return _said(book, state, decision, counts)


def _said(
    book: Rulebook, state: State, decision: Decision, counts: Counter[str]
) -> SpokenLine | None:
    names, side = book.argument_ids, book.side_ids[state.side]
    if decision.kind is Kind.TABLE:
        motion, argument, answers = decision.subject, decision.backing, None
    elif decision.kind in (Kind.REBUT, Kind.REJOIN) and state.debate is not None:
        motion, argument = state.debate.motion, decision.subject
        answers = names[state.debate.chain[-1]]
    else:
        return None
    return line_for(
        book.scenario,
        names[argument],
        book.motion_ids[motion],
        side,
        answers,
        round_=state.round,
        said=counts,
    )


_OUTCOMES = {
    Kind.ACCEPT: "accepted",
    Kind.YIELD: "carried",
    Kind.CONCEDE: "carried",
    Kind.DECLINE: "declined",
    Kind.WALK_OUT: "walked_out",
    Kind.WITHDRAW: "withdrawn",
}
"""By the decision that ends a debate how its motion has ended."""


_TURN = 31
"""By so much what Chance has drawn before weighs more than what it draws next."""


def printed(
    book: Rulebook,
    states: Sequence[State],
    decisions: Sequence[Decision],
    consequences: Sequence[Sequence[Consequence]],
) -> tuple[Printed | None, ...]:
    """Per decision of a game what a paper makes of the debate that it ends, if any does.

    Of the lines that fit one is printed that was printed least, so that none comes again while
    another is left, and of those one of the country that was heard least. Where several are left,
    the motion says where to begin, and what Chance has drawn by then: what is played once more is
    not read of in the same words.
    """
    papers = book.scenario.press
    heard: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    found: list[Printed | None] = []
    contradicted: set[str] = set()
    drawn = 0
    for ply, decision in enumerate(decisions):
        if decision.kind in (Kind.SITUATION, Kind.DRAW):
            drawn = _TURN * drawn + decision.subject + 1
        if decision.kind is Kind.TABLE:
            contradicted = set()
        contradicted.update(
            each.side for each in consequences[ply] if each.cause.rule is Rule.CONTRADICTION
        )
        debate, outcome = states[ply].debate, _OUTCOMES.get(decision.kind)
        if debate is None or outcome is None:
            found.append(None)
            continue
        fitting = [
            each
            for each in papers
            if _fits(book, each, debate, outcome, contradicted, states[ply + 1])
        ]
        if not fitting:
            found.append(None)
            continue
        first = (debate.motion + drawn) % len(fitting)
        fitting = [*fitting[first:], *fitting[:first]]
        press = min(fitting, key=lambda each: (heard[each.text], countries[each.side]))
        heard[press.text] += 1
        countries[press.side] += 1
        found.append(Printed(press.paper, book.side_ids.index(press.side), press.text))
    return tuple(found)


def _fits(
    book: Rulebook,
    press: Press,
    debate: DebateState,
    outcome: str,
    contradicted: set[str],
    after: State,
) -> bool:
    """Whether a paper has something to say of a debate that is over."""
    motion = book.scenario.motions[debate.motion]
    own = book.side_ids.index(press.side)
    if press.outcome and outcome not in press.outcome:
        return False
    if press.motion not in (None, motion.id):
        return False
    if press.theme is not None and press.theme not in motion.tags:
        return False
    if press.floor is not None:
        argued = len(debate.chain) > 1
        holder = own if press.floor == "own" else 1 - own
        if not argued or floor_holder(debate) != holder:
            return False
    if press.contradiction is not None:
        side = own if press.contradiction == "own" else 1 - own
        if book.side_ids[side] not in contradicted:
            return False
    return holds(book.clause(press.when), after.tracks, after.carried, after.round)


def aftermath(book: Rulebook, state: State, ending: str) -> Iterator[str]:
    """The paragraphs after the epilogue of an ending."""
    told = [
        each
        for each in book.scenario.aftermath
        if not each.endings or ending in each.endings
        if holds(book.clause(each.when), state.tracks, state.carried, state.round)
    ]
    for about, parts in groupby(told, key=lambda each: each.paragraph):
        texts = [each.text for each in parts]
        for text in [" ".join(texts)] if about else texts:
            yield from text.split("\n\n")
