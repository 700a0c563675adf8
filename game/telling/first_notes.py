"""A word on what occurs to somebody for the first time."""

from __future__ import annotations

from game.rules import State
from game.teaching.first_notes import FirstNote, Occurrence
from game.telling.voice import Voice


def say_first_note(voice: Voice, state: State, it: Occurrence) -> str:
    """What there is to know of it, in a sentence or two.

    Args:
        voice: who tells it.
        state: the position in which it occurs.
        it: what occurs.
    """
    key = f"first_note.{it.note.value}"
    book, scenario = voice.book, voice.scenario
    match it.note:
        case FirstNote.SILENCE | FirstNote.CONTRADICTION | FirstNote.FLOOR:
            side = voice.named_first(book.side_ids.index(it.subject))
            return voice.say(key, side=side, points=voice.signed(it.number))
        case FirstNote.FAILED:
            motion = voice.motion(book.motion_ids.index(it.subject))
            return voice.say(key, motion=motion, round=it.number)
        case FirstNote.OBJECTIVE:
            name = next(each.name for each in scenario.objectives if each.id == it.subject)
            return voice.say(key, objective=name, side=voice.named(state.side))
        case FirstNote.REACHED:
            return voice.say(key, side=voice.named_first(state.side), score=it.number)
        case FirstNote.CHOICE:
            return voice.say(key, side=voice.named(state.side))
        case FirstNote.ANSWER:
            return voice.say(key if scenario.recover else "first_note.answer_bare")
        case FirstNote.DANGER:
            track = next(each for each in scenario.tracks if each.id == it.subject)
            end = 0 if track.collapse is None else track.collapse.at
            return voice.say(key, track=voice.track(track.id), value=it.number, end=end)
        case FirstNote.ORDER:
            side = voice.named(state.side)
            return voice.say(key, side=side, before=it.number - 1, round=it.number)
        case FirstNote.CEILING:
            ladder = scenario.ladder
            return voice.say(
                key,
                name=ladder.ceiling_name,
                track=voice.track(ladder.ceiling),
                value=state.tracks[book.track_ids.index(ladder.ceiling)],
                exempt=voice.tag(ladder.exempt),
            )
        case FirstNote.FORK:
            one, other = (
                voice.motion(book.motion_ids.index(each)) for each in (it.subject, it.other)
            )
            return voice.say(key, one=one, other=other)
        case FirstNote.MOOD:
            name = next(each.name for each in scenario.values if each.id == it.subject)
            return voice.say(key, value=name)
        case FirstNote.MOTION | FirstNote.HEADLINE:
            return voice.say(key)
