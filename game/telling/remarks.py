"""What characters say, in words: their sentences with the gaps filled, once and with text only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.match import Timeline
from game.review.remarks import GAP, Utterance, decided_in_character, remarks
from game.telling.decisions import doing
from game.telling.intents import say_why
from game.telling.voice import Voice


def say_remark(voice: Voice, remark: Utterance) -> str:
    """What a character says."""

    def fill(gap: re.Match[str]) -> str:
        return _fill(voice, remark, gap[1])

    return GAP.sub(fill, remark.said.text)


def whys(voice: Voice, line: Timeline) -> tuple[str, ...]:
    """Per decision of a line of play why it was taken, as it is said at the table: a character
    says what it has to say, others their reasons; mostly empty.
    """
    told = zip(line.states, line.decisions, line.reasons, line.intents, strict=False)
    said = remarks(line)
    return tuple(
        say_remarks(voice, said[place])
        if decided_in_character(line, place)
        else _both(voice, say_why(voice, *each), say_remarks(voice, said[place]))
        for place, each in enumerate(told)
    )


def say_remarks(voice: Voice, said: Sequence[Utterance]) -> str:
    """What is said with one decision, and by whom; read aloud each in a line of its own."""
    between = "\n" if voice.messages.aloud else voice.say("names.list.space")
    return between.join(
        voice.say("story.remark", who=_speaker(voice, each), remark=say_remark(voice, each))
        for each in said
    )


def _speaker(voice: Voice, each: Utterance) -> str:
    """Who speaks: read aloud it has its name, in a column the letters of its side."""
    return each.character.name if voice.messages.aloud else voice.side_short(each.side)


def _both(voice: Voice, one: str, other: str) -> str:
    return voice.say("names.list.space").join(each for each in (one, other) if each)


def _fill(voice: Voice, remark: Utterance, gap: str) -> str:
    """What stands in a gap."""
    occasion = remark.occasion
    match gap:
        case "us":
            return voice.side(remark.side)
        case "them":
            return voice.side(1 - remark.side)
        case "motion":
            return voice.say("names.quoted_inside", name=voice.motion(occasion.motion))
        case "argument":
            return voice.say("names.quoted_inside", name=voice.argument(occasion.argument))
        case "headline":
            return voice.headline_named(occasion.headline)
        case "missing":
            return str(remark.missing)
        case "their_last" if remark.their_last is not None:
            return doing(voice, *remark.their_last)
    return f"{{{gap}}}"
