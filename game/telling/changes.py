"""What changed and why, in words: one sentence for each cause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from attrs import evolve

from game.rules import Cause, Consequence, Rule, What
from game.telling.messages import signed
from game.telling.voice import Voice
from game.value import frozen


@frozen
class Told:
    """What one cause brought about.

    Attributes:
        why: the cause.
        source: the ¶ behind it; may be empty.
        changes: the changes, each in words.
        sentence: all of it.
        rule: the rule by which it came.
        consequences: what it is that is told.
    """

    why: str
    source: str
    changes: tuple[str, ...]
    sentence: str
    rule: Rule
    consequences: tuple[Consequence, ...]

    def __str__(self) -> str:
        return self.sentence


def tell(voice: Voice, consequences: tuple[Consequence, ...]) -> tuple[Told, ...]:
    """Consequences as sentences, one for each cause, in the order in which they happened."""
    groups: list[tuple[Cause, list[Consequence]]] = []
    turned = any(each.what is What.MOOD and each.after for each in consequences)
    for each in consequences:
        if turned and each.what is What.MOOD and not each.after:
            continue  # that the hour speaks to something else says it
        if each.what is What.USED:
            continue
        if groups and _as_one(voice, groups[-1][0], each.cause):
            groups[-1][1].append(each)
        else:
            groups.append((each.cause, [each]))
    return tuple(_told(voice, cause, changes) for cause, changes in groups)


def _as_one(voice: Voice, before: Cause, cause: Cause) -> bool:
    """Whether two causes are told as one; read aloud so is what is left standing together."""
    together = voice.messages.aloud and before.rule is cause.rule is Rule.STAND
    return together or before == cause


def _in_words(voice: Voice, changes: Sequence[Consequence]) -> tuple[str, ...]:
    """Changes in words; what happened to several arguments of a side in a row is one of them."""
    found = []
    for _, some in groupby(enumerate(changes), key=_alike):
        together = [each for _, each in some]
        several = together[0].what in _OF_ARGUMENTS
        found += [_arguments(voice, together) if several else say_change(voice, *together)]
    return tuple(found)


_OF_ARGUMENTS: Final = (What.SPENT, What.RECORD)


def _alike(placed: tuple[int, Consequence]) -> tuple[object, ...]:
    place, change = placed
    if change.what in _OF_ARGUMENTS:
        return change.what, change.side, bool(change.after)
    return (place,)


def _arguments(voice: Voice, changes: Sequence[Consequence]) -> str:
    """What happened to some arguments of a side."""
    what, after = changes[0].what.value, "in" if changes[0].after else "out"
    side = voice.book.side_ids.index(changes[0].side)
    return voice.say(
        f"change.{what}_{after}",
        number=len(changes),
        side=voice.named(side) if voice.messages.aloud else voice.side_short(side),
        argument=voice.all_of(voice.argument(voice.book.argument(it.subject)) for it in changes),
    )


def _told(voice: Voice, cause: Cause, consequences: Sequence[Consequence]) -> Told:
    changes = _in_words(voice, consequences)
    why, source = say_cause(voice, cause), voice.cite(cause.source)
    what = voice.items(changes)
    if source:
        sentence = voice.say("change.told_with_source", why=why, source=source, changes=what)
    else:
        sentence = voice.say("change.told", why=why, changes=what)
    return Told(why, source, changes, sentence, cause.rule, tuple(consequences))


def say_effects(voice: Voice, effects: Mapping[str, int]) -> str:
    """Effects as amounts: ``Trust +1, US goals +2``; empty if no number changes."""
    return voice.items(
        voice.say("change.amount", track=voice.track(name), by=signed(by))
        for name, by in effects.items()
        if by
    )


def sum_up(voice: Voice, consequences: Iterable[Consequence]) -> tuple[str, ...]:
    """Every change in words, whatever caused it, and each number once."""
    return tuple(change for told in tell(voice, net(consequences)) for change in told.changes)


def net(consequences: Iterable[Consequence]) -> tuple[Consequence, ...]:
    """Consequences with what several causes did to one track as one change, told where it began."""
    found: dict[tuple[object, ...], Consequence] = {}
    for place, each in enumerate(consequences):
        key = (each.what, each.subject) if each.what is What.TRACK else (each.what, place)
        first = found.get(key, each)
        found[key] = evolve(first, after=each.after)
    return tuple(found.values())


def say_change(voice: Voice, change: Consequence) -> str:
    """One change in words and numbers; empty if it says nothing to a person."""
    match change.what:
        case What.TRACK:
            track = voice.track(change.subject)
            if change.before == change.after:
                return voice.say("change.stays", track=track, value=change.after)
            return voice.say("change.track", track=track, before=change.before, after=change.after)
        case What.SPENT | What.RECORD:
            return _arguments(voice, [change])
        case What.BARRED if change.cause.rule is Rule.SITUATION:
            motion = voice.motion(voice.book.motion(change.subject))
            return voice.say(
                f"change.barred_motion{_for_good(voice, change)}", motion=motion, round=change.after
            )
        case What.MOOD:
            key = "change.mood_in" if change.after else "change.mood_out"
            return voice.say(key, value=voice.value(change.subject))
        case What.BARRED:
            return voice.say(f"change.barred{_for_good(voice, change)}", round=change.after)
        case What.ROUND:
            return voice.say("change.round", round=change.after)
        case What.CARRIED | What.COLLAPSE | What.SITUATION:
            return voice.say(f"change.{change.what.value}")
        case What.DRAWN:
            headline = voice.book.headline_ids.index(change.subject)
            flash = voice.book.headline_flash[headline]
            return voice.say("change.flash" if flash else "change.wire")
        case What.USED:
            return ""


def _for_good(voice: Voice, change: Consequence) -> str:
    """Which message tells a bar: no round comes in which it would be lifted, or one does."""
    return "_for_good" if change.after >= voice.book.rounds else ""


def say_cause(voice: Voice, cause: Cause) -> str:
    """Why something changed, without the citation, and without what the change itself says."""
    book, scenario, name = voice.book, voice.scenario, cause.subject
    match cause.rule:
        case Rule.ACT:
            return scenario.acts[book.act_ids.index(name)].name
        case Rule.SITUATION:
            return scenario.situations[book.hour.situation_ids.index(name)].name
        case Rule.HEADLINE:
            return voice.headline(book.headline_ids.index(name))
        case Rule.CHOICE_A | Rule.CHOICE_B:
            headline = scenario.headlines[book.headline_ids.index(name)]
            option = int(cause.rule is Rule.CHOICE_B)
            answer = headline.choice.options[option].name if headline.choice else ""
            return voice.say("cause.choice", title=headline.title, answer=answer)
        case Rule.DRIFT:
            return next(drift.name for drift in scenario.drifts if drift.id == name)
        case Rule.COLLAPSE:
            # What that means is told by the verdict.
            collapse = scenario.tracks[book.track(name)].collapse
            at = collapse.at if collapse else book.high[book.track(name)]
            return voice.say("cause.collapse", track=voice.track(name), at=at)
        case Rule.CONSULT | Rule.INCOME | Rule.RECOVER | Rule.CLOCK | Rule.TAKE_BACK:
            return voice.say(f"cause.{cause.rule.value}")
        case _:
            return voice.say(f"cause.{cause.rule.value}", what=_entry(voice, cause))


def _entry(voice: Voice, cause: Cause) -> str:
    """The name of the entry of the scenario that a cause is about."""
    book, name = voice.book, cause.subject
    match cause.rule:
        case Rule.ARGUE | Rule.STAND:
            return voice.argument(book.argument(name))
        case Rule.CONTRADICTION if name in book.argument_ids:
            return voice.argument(book.argument(name))
        case Rule.CONTRADICTION | Rule.ACT_COST:
            return voice.scenario.acts[book.act_ids.index(name)].name
        case Rule.DRAW:
            return voice.headline(book.headline_ids.index(name))
        case _:
            return voice.motion(book.motion(name))
