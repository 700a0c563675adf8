"""What a doctrine would have gone by if something had been otherwise, in words."""

from __future__ import annotations

from typing import Final

from game.opponents import Game, Ruling
from game.opponents.doctrine.compiled import QUESTIONS, CompiledDoctrine, Observation
from game.opponents.doctrine.deeds import recalls
from game.review.phrases import condition, number
from game.review.words import listed
from game.rules import holds
from game.scenario.doctrine import Conduct, Deed, Maxim, Standing

MOST: Final = 3
"""How many maxims are told at most."""

_DONE: Final[dict[Deed, str]] = {
    "tabled": "tabled a motion",
    "carried": "let a motion pass",
    "refused": "refused a motion",
    "withdrew": "withdrew a motion",
    "rebutted": "argued against a motion",
    "pressed": "pressed alone",
    "calmed": "calmed things alone",
    "consulted": "consulted at home",
}

_STANDING: Final = {
    "own": "my score over what I need were",
    "other": "your score over what you need were",
    "lead": "my lead were",
    "own_capital": "my capital were",
    "other_capital": "your capital were",
    "own_ready": "my ready arguments were",
    "other_ready": "your ready arguments were",
    "motion_own": "the motion brought me",
    "motion_other": "the motion brought you",
}


def other_maxims(game: Game, ruling: Ruling) -> str:
    """The maxims that come before the one that decided, and what they waited for."""
    doctrine = next(each for each in game.book.scenario.doctrines if each.id == ruling.doctrine)
    compiled, question = CompiledDoctrine(game.book, doctrine), QUESTIONS[game.state.phase]
    seen = compiled.observe(game)
    parts = [
        f"if {listed(_missing(compiled, seen, maxim), 'and')}: “{maxim.reason}”"
        for maxim in doctrine.rules[: ruling.rule]
        if not maxim.asked or question in maxim.asked
    ]
    if not parts:
        return "Nothing: of all that I go by this comes first."
    return f"I would go by something else {'; or '.join(parts[:MOST])}"


def _missing(compiled: CompiledDoctrine, seen: Observation, maxim: Maxim) -> list[str]:
    """What did not hold for a maxim; if all did, that nothing could be done about it."""
    book, state = compiled.book, seen.state
    missing = [
        condition(book.scenario, each)
        for each, atom in zip(maxim.when, book.clause(maxim.when), strict=True)
        if not holds((atom,), state.tracks, state.carried, state.round)
    ]
    missing += [
        conduct(each)
        for each in maxim.conduct
        if not recalls(each, seen.done, seen.side, state.round)
    ]
    missing += [standing(each) for each in maxim.standing if not compiled.stands(seen, each)]
    return missing or ["there were a way to do so now"]


def conduct(it: Conduct) -> str:
    """A condition on what was done, as the opponent says it.

    >>> conduct(Conduct(by="other", deed="refused", last=True))
    'you refused a motion last'
    >>> conduct(Conduct(by="own", deed="pressed", rounds=2, at_most=0))
    'I never pressed alone in the last 2 rounds'
    """
    who, done = "I" if it.by == "own" else "you", _DONE[it.deed]
    when = f" in the last {it.rounds} rounds" if (it.rounds or 0) > 1 else ""
    when = " in this round" if it.rounds == 1 else when
    if it.last:
        return f"{who} {done} last"
    if it.at_most == 0:
        return f"{who} never {done}{when}"
    if it.at_most is None:
        often = "" if (it.at_least or 1) == 1 else f" {_times(it.at_least or 1)} or more"
    elif it.at_least is None:
        often = f" {_times(it.at_most)} at most"
    else:
        often = f" {it.at_least} to {it.at_most} times"
    return f"{who} {done}{often}{when}"


def standing(it: Standing) -> str:
    """A condition on how the sides stand, as the opponent says it.

    >>> standing(Standing(of="own_capital", at_most=2))
    'my capital were 2 or less'
    >>> standing(Standing(of="motion_own", at_least=1))
    'the motion brought me 1 or more'
    """
    if it.at_least is not None and it.at_most is not None:
        limits = f"{number(it.at_least)} to {number(it.at_most)}"
    elif it.at_least is not None:
        limits = f"{number(it.at_least)} or more"
    else:
        limits = f"{number(it.at_most or 0)} or less"
    return f"{_STANDING[it.of]} {limits}"


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number} times"
