"""What a review has found out, in words: what the payoffs are made of, and what mattered."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from game.review.evaluations import TO_A_HUNDREDTH
from game.review.glyphs import Glyph, Mark
from game.review.kept import Fit
from game.review.payoffs import payoff_range
from game.review.prospects import mattered
from game.review.review_store import Found, Stored
from game.review.reviewed_line import ReviewedLine
from game.review.step import Step
from game.rules import NOBODY, Decision, Kind, Phase, State, advance
from game.telling.decisions import say_decision
from game.telling.messages import MINUS, Messages
from game.telling.voice import Voice
from game.value import frozen

Amount = int | Fraction
"""Millipoints."""


@frozen
class TotalRow:
    """A part of the payoffs: what it is, and how much it is for each side.

    Attributes:
        label: what it is.
        amounts: per side.
        whole: whether it is a worth of its own, and not something that is added to one.
    """

    label: str
    amounts: tuple[str, str]
    whole: bool


@frozen
class StepTold:
    """A step that mattered, in words.

    Attributes:
        step: the same as values.
        when: the round, and the number of the decision.
        what: what was decided or drawn.
        changes: what it brought each side beside what was to be expected.
        sign: the sign of its mark; empty if it has none.
        name: what its mark is called; empty if it has none.
        mark: its mark with the reason; empty if it has none.
        better: the better line; empty if there is none.
    """

    step: Step
    when: str
    what: str
    changes: tuple[str, str]
    sign: str
    name: str
    mark: str
    better: str

    @property
    def provisional(self) -> bool:
        """Whether its mark comes of a first look, and may still change."""
        return self.step.mark is not None and self.step.mark.provisional


def tenths(amount: Amount) -> str:
    """Millipoints as hundredths of payoff with one digit: ``80.0``, ``−1.5``."""
    whole = round(amount)
    sign = MINUS if whole < 0 else ""
    return f"{sign}{abs(whole) // TO_A_HUNDREDTH}.{abs(whole) % TO_A_HUNDREDTH}"


def signed_tenths(amount: Amount) -> str:
    """The same with its sign: ``+1.5``, ``−1.5``, ``0.0``."""
    return f"+{tenths(amount)}" if round(amount) > 0 else tenths(amount)


def say_unit(voice: Voice) -> str:
    """What the figures are."""
    least, most = payoff_range(voice.scenario)
    return voice.say("review.unit", least=least, most=most)


def about(voice: Voice, reviewed: ReviewedLine) -> tuple[str, ...]:
    """How sure the figures are."""
    found = reviewed.review
    sure = voice.say("review.provisional" if found.provisional else "review.settled")
    return voice.say("review.looked", playouts=found.budget), sure


def totals(voice: Voice, reviewed: ReviewedLine) -> tuple[TotalRow, ...]:
    """What the payoffs are made of. What is shown adds up to them: what rounding leaves is counted
    as not foreseen.
    """
    first, second = (_parts(reviewed, side) for side in (0, 1))
    end = "end" if reviewed.review.over else "worth"
    rows = [
        TotalRow(
            voice.say(f"review.total.{name}"),
            (signed_tenths(first[name]), signed_tenths(second[name])),
            whole=False,
        )
        for name in ("luck", "own", "others", "gap", "taken_back")
        if name != "taken_back" or reviewed.review.taken_back
    ]
    starts, ends = ((tenths(first[name]), tenths(second[name])) for name in ("start", "end"))
    return (
        TotalRow(voice.say("review.total.start"), starts, whole=True),
        *rows,
        TotalRow(voice.say(f"review.total.{end}"), ends, whole=True),
    )


def _parts(reviewed: ReviewedLine, side: int) -> dict[str, int]:
    found = reviewed.debrief.sides[side]
    parts = {
        "start": found.start,
        "luck": round(found.luck),
        "own": round(found.own),
        "others": round(found.others),
        "taken_back": round(found.taken_back),
    }
    return parts | {"gap": found.end - sum(parts.values()), "end": found.end}


# ---------------------------------------------------------------------- steps


def steps(voice: Voice, reviewed: ReviewedLine, most_news: int = 3) -> tuple[StepTold, ...]:
    """The steps that mattered: those with a mark, and what moved most."""
    found = reviewed.review.steps
    news = [step for step in found if step.side == NOBODY and not all(step.faint)]
    news.sort(key=lambda step: (-sum(map(abs, step.delta)), step.ply))
    kept = {step.ply for step in (*news[:most_news], *mattered(reviewed.review))}
    return tuple(
        step_told(voice, reviewed, step)
        for step in found
        if step.mark is not None or step.ply in kept
    )


def most(voice: Voice, reviewed: ReviewedLine) -> tuple[StepTold, ...]:
    """The decisions and the news that mattered most."""
    return tuple(step_told(voice, reviewed, step) for step in mattered(reviewed.review))


def say_most(voice: Voice, each: StepTold) -> str:
    """A step that mattered most, on a line."""
    said = voice.say("review.at", when=each.when, what=each.what)
    return voice.say("review.moved", step=said, changes=say_changes(voice, each))


def say_moved(voice: Voice, each: StepTold) -> str:
    """A step that mattered most, on a line, with what its mark is called if it has one."""
    said = say_most(voice, each)
    return voice.say("review.moved_marked", step=said, name=each.name) if each.name else said


def say_mattered(voice: Voice, reviewed: ReviewedLine) -> tuple[str, ...]:
    """What mattered most, a line each: what was decided or drawn, and what it was."""
    return tuple(say_moved(voice, each) for each in most(voice, reviewed))


def say_asked(voice: Voice, each: StepTold) -> str:
    """A decision that mattered most as a question, which does not say what was decided."""
    side = voice.side(each.step.side)
    return voice.say("review.asked", when=each.when, side=side)


def say_changes(voice: Voice, each: StepTold) -> str:
    """What a step brought each side."""
    return voice.items(
        voice.say("review.change", side=voice.side_short(side), change=change)
        for side, change in enumerate(each.changes)
    )


def step_told(voice: Voice, reviewed: ReviewedLine, step: Step) -> StepTold:
    """One step in words."""
    state = reviewed.line.states[step.ply]
    what = did(voice, state, step.decision, subject=True)
    mark = step.mark
    return StepTold(
        step=step,
        when=when(voice, state, step.ply),
        what=what,
        changes=(_change(voice, step, 0), _change(voice, step, 1)),
        sign="" if mark is None else glyph_sign(voice, mark.glyph),
        name="" if mark is None else mark_name(voice, mark),
        mark="" if mark is None else say_mark(voice, step.side, mark),
        better=say_better(voice, state, step) if step.better else "",
    )


def when(voice: Voice, state: State, ply: int) -> str:
    """The round of a position, and the number of the decision that is taken in it."""
    return voice.say("review.when", round=state.round, decision=ply + 1)


def _change(voice: Voice, step: Step, side: int) -> str:
    amount = signed_tenths(step.delta[side])
    doubtful = step.faint[side] and bool(step.delta[side])
    return voice.say("review.doubtful", amount=amount) if doubtful else amount


def glyph_sign(voice: Voice, glyph: Glyph) -> str:
    """The sign of a glyph, a single character."""
    return voice.say(f"review.glyph.{glyph.value}.sign")


def glyph_name(voice: Voice, glyph: Glyph) -> str:
    """What a glyph is called."""
    return voice.say(f"review.glyph.{glyph.value}.name")


def mark_name(voice: Voice, mark: Mark) -> str:
    """What a mark is called; of one that may still change, perhaps."""
    name = glyph_name(voice, mark.glyph)
    return voice.say("review.perhaps", name=name) if mark.provisional else name


def say_mark(voice: Voice, side: int, mark: Mark) -> str:
    """A mark with its reason, and with what came of it."""
    name = mark_name(voice, mark)
    other = voice.named(1 - side)
    why = voice.sentence(
        f"review.glyph.{mark.glyph.value}.why",
        side=voice.named(side),
        other=other,
        own=tenths(abs(mark.gain[side])),
        others=tenths(abs(mark.gain[1 - side])),
        both=tenths(abs(sum(mark.gain))),
    )
    said = voice.say("review.marked", name=name, why=why)
    if mark.punished is None:
        return said
    key = f"review.punished.{mark.glyph.value}.{'yes' if mark.punished else 'no'}"
    return voice.say("names.list.space").join((said, voice.sentence(key, other=other)))


def say_better(voice: Voice, state: State, step: Step) -> str:
    """The line that would have been better, decision by decision, and what its first decision
    would have been.
    """
    line = ""
    for told in _said(voice, state, step.better):
        line = voice.say("review.then", before=line, what=told) if line else told
    if step.promised is None:
        return voice.say("review.better", line=line)
    promised = glyph_name(voice, step.promised)
    return voice.say("review.better_promised", promised=promised, line=line)


def _said(voice: Voice, state: State, line: tuple[Decision, ...]) -> Iterator[str]:
    for decision in line:
        yield did(voice, state, decision)
        state = advance(voice.book, state, decision)


def did(voice: Voice, state: State, decision: Decision, *, subject: bool = False) -> str:
    """Who decided, and what; or what Chance drew.

    Args:
        voice: who tells it.
        state: the position.
        decision: the decision.
        subject: whether it is said, where it is read aloud, what it is about.
    """
    said = say_decision(voice, state, decision)
    match decision.kind:
        case Kind.SITUATION:
            return voice.say("review.situation", situation=said)
        case Kind.DRAW:
            return voice.say("review.news", headline=said)
        case _:
            side = voice.side_short(state.side)
            about = _subject(voice, state) if subject and voice.messages.aloud else ""
            if about:
                return voice.say("review.step_on", side=side, subject=about, decision=said)
            return voice.say("review.step", side=side, decision=said)


def _subject(voice: Voice, state: State) -> str:
    """The motion on the table, or the headline that is answered; empty if it is neither."""
    if state.debate is not None:
        return voice.motion(state.debate.motion)
    return voice.headline(state.wire) if state.phase is Phase.EVENT else ""


def legend(voice: Voice, told: tuple[StepTold, ...]) -> tuple[tuple[str, str], ...]:
    """The signs of the marks that stand there, each with its name."""
    glyphs = dict.fromkeys(each.step.mark.glyph for each in told if each.step.mark is not None)
    return tuple(
        (glyph_sign(voice, glyph), glyph_name(voice, glyph)) for glyph in Glyph if glyph in glyphs
    )


# ---------------------------------------------------------------------- the file


def say_found(messages: Messages, found: Found) -> str:
    """What is to be known of the file that a review was kept in; empty if all is well."""
    match found.fit:
        case Fit.NONE | Fit.GOOD:
            return ""
        case Fit.PLAYED_ON:
            return messages.say("review.fit.played_on")
        case Fit.DAMAGED:
            return messages.say("review.fit.damaged", file=found.where, line=found.line)
        case Fit.UNREADABLE:
            return messages.say("review.fit.unreadable", file=found.where, why=found.why)
        case _:
            return messages.say(f"review.fit.{found.fit.value}", file=found.where)


def say_stored(messages: Messages, stored: Stored) -> str:
    """Where a review is kept, if it is not where it belongs; empty if it is."""
    if not stored.where:
        return messages.say("review.stored.nowhere", why=stored.trouble)
    if stored.cached and stored.trouble:
        return messages.say("review.stored.cached", file=stored.where, why=stored.trouble)
    return ""
