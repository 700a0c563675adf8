"""The table in lines: in short before a turn, in a debate, and whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.rules import NOBODY
from game.telling.board import Board, Exchange, Gauge, Nearness, Party, Rung
from game.telling.voice import Voice


def position(voice: Voice, seen: Board, side: int = NOBODY) -> Iterator[str]:
    """Everything about a position.

    Args:
        voice: who tells it.
        seen: the table.
        side: the side whose turn it is, for which the motions cost what is said; ``NOBODY`` if that
            need not be said.
    """
    yield from _hour(voice, seen)
    yield from gauges(voice, seen)
    for party in seen.parties:
        yield from of_party(voice, party)
    yield from _wire(voice, seen)
    yield from ladder(voice, seen, side)
    if seen.debate is not None:
        yield from debate(voice, seen.debate)


def gauges(voice: Voice, seen: Board) -> Iterator[str]:
    """The numbers with what is dangerous in them."""
    return (_gauge(voice, each) for each in seen.gauges)


def of_party(voice: Voice, party: Party) -> Iterator[str]:
    """What a side has and wants, and its hand."""
    yield _party(voice, party)
    yield from _set_in(_hand(voice, party))
    yield from _set_in(_goals(voice, party))


def ladder(voice: Voice, seen: Board, side: int = NOBODY) -> Iterator[str]:
    """The ladder with its motions, and for which side they cost what is said."""
    yield seen.ladder.ceiling_sentence
    if side != NOBODY and not seen.header.over:
        yield voice.say("plain.priced", side=voice.named(side))
    for each in seen.ladder.rungs:
        yield from rung(voice, each)


def before_a_turn(voice: Voice, seen: Board) -> Iterator[str]:
    """What moves from turn to turn, in a few lines: who decides, the numbers, what each side wants
    and has, and what is coming; the rest is asked for.
    """
    header = seen.header
    key = "plain.turn_named" if header.name else "plain.turn"
    places = {"name": header.name} if header.name else {}
    yield voice.say(key, when=header.when, turn=header.sentence, **places)
    if seen.wire.choosing:
        yield voice.say("plain.sentence", words=seen.wire.headline)
    if seen.gauges:
        numbers = voice.items(_briefly(voice, each) for each in seen.gauges)
        yield voice.say("plain.sentence", words=numbers)
    yield from (
        each.warning for each in seen.gauges if each.danger is Nearness.LAST and each.warning
    )
    for party in sorted(seen.parties, key=lambda each: each.side != header.side):
        yield _purse(voice, party)
        wanted = [goal.short for goal in party.goals if not goal.met]
        if wanted and party.side == header.side:
            yield voice.say("plain.wanted", goals=voice.items(wanted))
    coming = [seen.mood.short] if seen.mood is not None else []
    coming += _ceiling(voice, seen)
    coming += [seen.wire.sentence] if seen.wire.headline and not seen.wire.choosing else []
    if coming:
        yield voice.say("names.list.space").join(coming)


def in_a_debate(voice: Voice, seen: Board, exchange: Exchange) -> Iterator[str]:
    """What is on the table and what it would bring; what was said has just been heard."""
    worth = next(
        step.worth
        for rung in seen.ladder.rungs
        for step in rung.steps
        if step.motion == exchange.motion
    )
    told = [voice.say("plain.sentence", words=exchange.title)]
    told += [voice.say("plain.motion.worth", worth=worth)] if worth else []
    told += [each for each in (exchange.floor, exchange.most) if each]
    longest = voice.scenario.debate.longest
    if len(exchange.speeches) == longest - 1:
        told.append(voice.say("plain.last_argument"))
    yield voice.say("names.list.space").join(told)
    yield seen.header.sentence


def debate(voice: Voice, exchange: Exchange) -> Iterator[str]:
    """The debate with all that was said, the claim first."""
    yield voice.say("plain.sentence", words=exchange.title)
    for speech in exchange.speeches:
        yield from _set_in([speech.sentence, *([speech.note] if speech.note else [])])
    yield from _set_in([each for each in (exchange.floor, exchange.most) if each])


def news(voice: Voice, seen: Board) -> Iterator[str]:
    """What is coming: the wire, the close of the round, and what the hour speaks to; nothing comes
    after the end.
    """
    if seen.header.over:
        yield seen.header.sentence
        return
    yield from _wire(voice, seen)
    if seen.mood is not None:
        yield seen.mood.sentence
    close = seen.close
    if close is None:
        return
    yield voice.say("plain.close", when=close.when, effects=close.effects, income=close.income)
    for drift in close.drifts:
        key = "plain.drifts" if drift.happens else "plain.drifts_not"
        yield from _set_in([voice.say(key, name=drift.name, effects=drift.effects)])
    yield close.left


def _hour(voice: Voice, seen: Board) -> Iterator[str]:
    yield _when(voice, seen)
    if seen.situation:
        yield voice.say("plain.situation", situation=seen.situation)
    if seen.mood is not None:
        yield seen.mood.sentence


def _when(voice: Voice, seen: Board) -> str:
    header = seen.header
    if header.name:
        return voice.say("plain.round_named", when=header.when, name=header.name, turn=header.turn)
    return voice.say("plain.round", when=header.when, turn=header.turn)


def _briefly(voice: Voice, gauge: Gauge) -> str:
    key = "plain.briefly.calm" if gauge.danger is Nearness.NONE else "plain.briefly.danger"
    return voice.say(key, name=gauge.name, value=gauge.value)


def _purse(voice: Voice, party: Party) -> str:
    """How far a side is from what it wants, and what it has."""
    if not party.aims:
        return voice.say(
            "plain.purse_alone",
            name=party.name,
            goal=party.goal_short,
            score=party.score,
            capital=party.capital,
        )
    return voice.say(
        "plain.purse",
        name=party.name,
        goal=party.goal_short,
        score=party.score,
        threshold=party.threshold,
        bonus=voice.signed(party.bonus),
        capital=party.capital,
    )


def _ceiling(voice: Voice, seen: Board) -> Iterator[str]:
    """What the ceiling closes, if it closes anything."""
    if not seen.ladder.clear:
        name = voice.scenario.ladder.ceiling_name
        yield voice.say("plain.ceiling", name=name, tier=seen.ladder.open_to + 1)


def _gauge(voice: Voice, gauge: Gauge) -> str:
    places = {"name": gauge.name, "subject": gauge.subject, "of": gauge.of}
    if gauge.danger is Nearness.NONE:
        return voice.say("plain.gauge.calm", **places)
    key = "plain.gauge.last" if gauge.danger is Nearness.LAST else "plain.gauge.near"
    return voice.say(key, **places, warning=gauge.warning)


def _party(voice: Voice, party: Party) -> str:
    return voice.say("plain.party", name=party.name, standing=party.standing, purse=party.purse)


def _hand(voice: Voice, party: Party) -> Iterator[str]:
    """Arguments: ready, spent in the order in which they come back, on the record."""
    ready = [card.name for card in party.cards if card.ready]
    spent = sorted((card for card in party.cards if card.back), key=lambda card: card.back)
    record = [card.name for card in party.cards if card.on_record]
    if ready:
        yield voice.say("plain.hand.ready", arguments=voice.all_of(ready))
    else:
        yield voice.say("plain.hand.none")
    if spent:
        names = voice.items(card.name for card in spent)
        yield voice.say("plain.hand.spent", arguments=names)
    if record:
        yield voice.say("plain.hand.record", arguments=voice.all_of(record))


def _goals(voice: Voice, party: Party) -> Iterator[str]:
    """The objectives, and whether each would count now."""
    for goal in party.goals:
        yield voice.say("plain.goal.one", goal=goal.sentence, now=goal.present)


def _wire(voice: Voice, seen: Board) -> Iterator[str]:
    yield seen.wire.sentence
    yield from _set_in(
        voice.say("plain.option", letter=choice.letter, name=choice.name, effects=choice.effects)
        for choice in seen.wire.choices
    )


def rung(voice: Voice, rung: Rung) -> Iterator[str]:
    """A tier of the ladder with its motions."""
    if rung.needs:
        yield voice.say("plain.tier.needs", number=rung.number, name=rung.name, needs=rung.needs)
    else:
        yield voice.say("plain.tier.free", number=rung.number, name=rung.name)
    for step in rung.steps:
        told = [voice.say("plain.motion.stands", name=step.name, stands=step.stands)]
        if step.price is not None and step.worth:
            told.append(voice.say("plain.motion.worth", worth=step.worth))
        if step.fork:
            told.append(step.fork)
        yield from _set_in([voice.say("names.list.space").join(told)])


def _set_in(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
