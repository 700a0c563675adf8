"""What a coach advises: each decision with what it gains, risks and costs the other side."""

from __future__ import annotations

from game.review.coach import Advice
from game.review.payoffs import payoff_range
from game.rules import State, play
from game.telling.changes import sum_up
from game.telling.decisions import say_decision
from game.telling.preview import preview
from game.telling.voice import Voice
from game.value import frozen


@frozen
class Hint:
    """An advice in words.

    Attributes:
        decision: what to do.
        now: what it changes at once, for whomever; empty if no number changes.
        gain: what the coach expects it to be worth in the end to whoever asks, and from how many
            lines of play.
        risk: what the other side may make of it.
        cost: what it is expected to mean for the other side.
    """

    decision: str
    now: str
    gain: str
    risk: str
    cost: str

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What there is to say of it: by the name of its message the words, in their order."""
        named = ("now", self.now), ("gain", self.gain), ("risk", self.risk), ("cost", self.cost)
        return tuple((name, words) for name, words in named if words)


def say_order(voice: Voice) -> str:
    """In which order it is advised, and what its figures mean."""
    least, most = payoff_range(voice.scenario)
    return voice.say("hint.order", least=least, most=most)


def hint(voice: Voice, state: State, advice: Advice) -> Hint:
    """An advice for a position in words."""
    seen = preview(voice, state, advice.decision)
    changes = sum_up(voice, play(voice.book, state, advice.decision).consequences)
    return Hint(
        say_decision(voice, state, advice.decision),
        voice.items(changes),
        _expected(voice, advice),
        voice.say("names.list.space").join(seen.then) or voice.say("hint.no_risk"),
        _worth(voice, advice.other, 1 - advice.side),
    )


def _expected(voice: Voice, advice: Advice) -> str:
    worth = _worth(voice, advice.own, advice.side)
    if advice.visits:
        worth = voice.say("hint.lines", worth=worth, lines=advice.visits)
    if advice.behind:
        key = "hint.less" if advice.behind > 0 else "hint.more"
        return voice.say(key, worth=worth, by=abs(advice.behind))
    return worth


def _worth(voice: Voice, worth: int, side: int) -> str:
    most = payoff_range(voice.scenario)[1]
    return voice.say("hint.worth", worth=worth, most=most, side=voice.side_short(side))
