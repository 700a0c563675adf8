"""What stands in the way of a decision, in words with numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from game.rules import Bar, Reason
from game.telling.voice import Voice

_BOUNDS: Final = (Bar.GATE, Bar.CEILING, Bar.NEED_TRACK)
"""What asks for a track to stand somewhere: a tier of the ladder, or a condition."""


def say_reasons(voice: Voice, reasons: Iterable[Reason], payer: str = "") -> tuple[str, ...]:
    """What stands in the way, each thing once: of two bounds of one track the stricter is told.

    A tier and a motion on it may both ask for trust; whoever has the more has both.
    """
    return tuple(say_reason(voice, each, payer) for each in _strictest(reasons))


def ever_shorter(voice: Voice, reasons: Sequence[Reason]) -> tuple[str, ...]:
    """The first thing that stands in the way, in a sentence and in fewer and fewer words; if there
    is more of it, all but the last say so. Empty if nothing is in the way.
    """
    told = list(_strictest(reasons))
    if not told:
        return ()
    ways = [say_reason(voice, told[0]), brief := _briefly(voice, told[0])]
    if told[0].bar is Bar.SPENT:  # until it is back nothing else matters
        return (brief,)
    if told[1:]:
        ways = [voice.say("reason.first_of", reason=each, all=len(told)) for each in ways]
    return tuple(dict.fromkeys((*ways, brief)))


def kind_of(reason: Reason) -> Bar:
    """What a reason is a case of: whatever asks for a track is told in the same words."""
    return _BOUNDS[0] if reason.bar in _BOUNDS else reason.bar


def _strictest(reasons: Iterable[Reason]) -> Iterable[Reason]:
    """Of two bounds of one track the stricter."""
    strictest: dict[tuple[object, ...], Reason] = {}
    for place, each in enumerate(reasons):
        bound = each.bar in _BOUNDS
        key = (each.subject, each.at_most) if bound else (place,)
        known = strictest.get(key, each)
        harder = each.needed < known.needed if each.at_most else each.needed > known.needed
        strictest[key] = each if harder else known
    return strictest.values()


def say_reason(voice: Voice, reason: Reason, payer: str = "") -> str:
    """What stands in the way: ``needs Trust 3, it is 2``.

    Args:
        voice: who tells it.
        reason: what is told.
        payer: the side that would pay, unless it is the one that is spoken to.
    """
    book, key = voice.book, f"reason.{reason.bar.value}"
    match reason.bar:
        case Bar.GATE | Bar.CEILING | Bar.NEED_TRACK:
            key = "reason.track_at_most" if reason.at_most else "reason.track_at_least"
            return voice.say(
                key,
                track=voice.track(reason.subject),
                needed=reason.needed,
                actual=reason.actual,
            )
        case Bar.NEED_MOTION:
            return voice.say(key, motion=voice.motion_briefly(book.motion(reason.subject)))
        case Bar.EXCLUDED:
            return voice.say(key, motion=voice.motion(book.motion(reason.subject)))
        case Bar.MOOD:
            return voice.say(key, value=voice.value(reason.subject))
        case Bar.NEED_TAG:
            return _tag(voice, reason)
        case Bar.SPENT if voice.scenario.recover:
            return voice.say("reason.spent_recover")
        case Bar.ATTACK:
            return voice.say(key, argument=voice.argument(book.argument(reason.subject)))
        case Bar.BARRED if reason.needed >= book.rounds:
            return voice.say("reason.barred_for_good")
        case Bar.BARRED | Bar.LONGEST:
            return voice.say(key, needed=reason.needed)
        case Bar.CAPITAL if payer:
            return voice.say(
                "reason.capital_of", needed=reason.needed, side=payer, actual=reason.actual
            )
        case Bar.CAPITAL:
            return voice.say(key, needed=reason.needed, actual=reason.actual)
        case _:
            return voice.say(key)


def _briefly(voice: Voice, reason: Reason) -> str:
    book, key = voice.book, f"reason.brief.{reason.bar.value}"
    match reason.bar:
        case Bar.GATE | Bar.CEILING | Bar.NEED_TRACK:
            key = "reason.brief.track_at_most" if reason.at_most else "reason.brief.track_at_least"
            return voice.say(key, track=voice.track(reason.subject), needed=reason.needed)
        case Bar.NEED_MOTION | Bar.EXCLUDED:
            return voice.say(key, motion=voice.motion_briefly(book.motion(reason.subject)))
        case Bar.BARRED if reason.needed >= book.rounds:
            return voice.say("reason.brief.barred_for_good")
        case Bar.CAPITAL:
            return voice.say(key, needed=reason.needed)
        case Bar.NEED_TAG:
            limit = "at_most" if reason.at_most else "at_least"
            if not reason.subject:
                return voice.say(f"reason.brief.play_{limit}", needed=reason.needed)
            tag = voice.tag(reason.subject)
            return voice.say(f"reason.brief.tag_{limit}", tag=tag, needed=reason.needed)
        case Bar.MOOD | Bar.SPENT | Bar.SUPPORT | Bar.NO_SUPPORT | Bar.LONGEST | Bar.BARRED:
            return voice.say(key)
        case _:
            return say_reason(voice, reason)


def _tag(voice: Voice, reason: Reason) -> str:
    limit = "at_most" if reason.at_most else "at_least"
    if not reason.subject:
        return voice.say(f"reason.play_{limit}", needed=reason.needed, actual=reason.actual)
    return voice.say(
        f"reason.tag_{limit}",
        tag=voice.tag(reason.subject),
        needed=reason.needed,
        actual=reason.actual,
    )
