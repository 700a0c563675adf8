"""What answers what: the arguments of both hands and what lies between them, as it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from game.review.standing import MotionStanding
from game.rules import NOBODY, Bar, State, attack_reasons, bits
from game.telling.board import Board
from game.telling.board.parties import Card, Party
from game.telling.reasons import say_reasons
from game.telling.voice import Voice
from game.value import frozen


@frozen
class Arrow:
    """That one argument may answer another, of which the other side holds one each.

    Attributes:
        card: how the argument at the other end lies in its hand.
        fits: whether it answers as things stand, were the answering one ready.
        ready: whether the answering one is.
        sentence: that argument, and both in words.
    """

    card: Card
    fits: bool
    ready: bool
    sentence: str

    @property
    def argument(self) -> int:
        """The index of the argument at the other end."""
        return self.card.argument

    @property
    def now(self) -> bool:
        """Whether the answer could be given now."""
        return self.fits and self.ready


@frozen
class Backed:
    """A motion that an argument can be tabled for.

    Attributes:
        motion: its index.
        how: how it stands for the side whose turn it is.
        sentence: its name, and that in words.
        text: what it says.
    """

    motion: int
    how: MotionStanding
    sentence: str
    text: str


@frozen
class MappedArgument:
    """An argument in a hand, with all that lies between it and the other hand.

    Attributes:
        side: whose hand it is.
        card: how it lies there.
        name: what it is called.
        state: whether it is ready, spent, on the record, in words.
        words: what is said with it, in quotation marks.
        source: the ¶ behind it; may be empty.
        appeal: the value that it appeals to, and what the hour makes of that; may be empty.
        favoured: whether the hour speaks to that value.
        against: by what the other side can answer it.
        answers: what it can answer of what the other side holds, once it is ready itself.
        backs: the motions that it can be tabled for, those that are not carried first.
        contradicts: what it contradicts, in a sentence; empty if that is nothing.
        breaks: whether something of that is on the record, so that it costs to play it.
        heads: what the three lists are headed with, or that there is nothing in them.
    """

    side: int
    card: Card
    name: str
    state: str
    words: str
    source: str
    appeal: str
    favoured: bool
    against: tuple[Arrow, ...]
    answers: tuple[Arrow, ...]
    backs: tuple[Backed, ...]
    contradicts: str
    breaks: bool
    heads: tuple[str, str, str]

    @property
    def argument(self) -> int:
        """Its index."""
        return self.card.argument

    @property
    def lists(self) -> tuple[tuple[Arrow | Backed, ...], ...]:
        """What stands under each of the heads."""
        return self.against, self.answers, self.backs

    @property
    def threats(self) -> int:
        """How many answers to it could be given now."""
        return sum(each.now for each in self.against)

    @property
    def targets(self) -> int:
        """How many of the arguments of the other side it can answer as things stand."""
        return sum(each.fits for each in self.answers)


def argument_map(voice: Voice, state: State, seen: Board) -> tuple[MappedArgument, ...]:
    """Every argument of both hands, those of the viewer first.

    Args:
        voice: who tells it.
        state: the position.
        seen: the table in it.
    """
    return tuple(
        _mapped(voice, state, seen, party.side, card)
        for party in seen.in_order
        for card in party.cards
    )


def hand_lines(voice: Voice, state: State, seen: Board, side: int) -> Iterator[str]:
    """One hand in a line for each argument, those that are ready first."""
    yield voice.say("arguments.hand", side=seen.parties[side].name)
    own = [each for each in argument_map(voice, state, seen) if each.side == side]
    for each in sorted(own, key=lambda each: not each.card.ready):
        line = voice.say("arguments.line", argument=each.name, state=each.state)
        told = [line, each.appeal] if each.appeal else [line]
        yield f"  {voice.say('names.list.space').join(told)}"


def map_lines(voice: Voice, state: State, seen: Board, name: str = "") -> Iterator[str]:
    """The same in lines, each argument with what answers it; only those that have something in
    their name, if it is given.
    """
    side = -1
    for each in argument_map(voice, state, seen):
        if name.casefold() not in each.name.casefold():
            continue
        if each.side != side:
            side = each.side
            yield voice.say("arguments.hand", side=seen.parties[side].name)
        yield voice.say("arguments.line", argument=each.name, state=each.state)
        told = [each.appeal] if each.appeal else []
        for head, rows in zip(each.heads, each.lists, strict=True):
            told.append(head)
            told += [f"  {row.sentence}" for row in rows]
        told += [each.contradicts] if each.contradicts else []
        yield from (f"  {line}" for line in told)


def _mapped(voice: Voice, state: State, seen: Board, side: int, card: Card) -> MappedArgument:
    entry = voice.scenario.arguments[card.argument]
    other = seen.parties[1 - side]
    against = tuple(_arrows(voice, state, other, card, answered=True))
    answers = tuple(_arrows(voice, state, other, card, answered=False))
    backs = tuple(_backs(voice, state, seen, card.argument))
    contradicts, breaks = _contradicts(voice, state, side, card.argument)
    key = f"{'ready' if card.ready else 'spent'}{'_record' if card.on_record else ''}"
    appeal, favoured = _appeal(voice, state, card.argument)
    heads = (
        _head(voice, "answered", against, other.side),
        _head(voice, "answers" if card.ready or not answers else "spent", answers, other.side),
        _head(voice, "backs", backs),
    )
    return MappedArgument(
        side=side,
        card=card,
        name=card.name,
        state=voice.say(f"arguments.state.{key}", **({"back": card.back} if card.back else {})),
        words=voice.say("debate.quoted", words=card.case),
        source=voice.cite(entry.source),
        appeal=appeal,
        favoured=favoured,
        against=against,
        answers=answers,
        backs=backs,
        contradicts=contradicts,
        breaks=breaks,
        heads=heads,
    )


def _head(voice: Voice, of: str, found: tuple[Arrow | Backed, ...], side: int = NOBODY) -> str:
    """What a list is headed with, or that there is nothing in it."""
    key = f"arguments.some.{of}" if found else f"arguments.none.{of}"
    if side == NOBODY:
        return voice.say(key)
    begins = not found and of == "answered"
    return voice.say(key, side=voice.named_first(side) if begins else voice.named(side))


def _arrows(
    voice: Voice, state: State, other: Party, card: Card, *, answered: bool
) -> Iterator[Arrow]:
    """What can answer an argument, or what it can answer, of the other hand."""
    for far in other.cards:
        one, target = (far, card) if answered else (card, far)
        reasons = attack_reasons(voice.book, state, one.argument, target.argument)
        if any(each.bar is Bar.ATTACK for each in reasons):
            continue
        # Of what it can answer the state is said of the target; of the argument itself the head
        # says it once.
        of = "answered" if answered else "target"
        key = f"arguments.how.{of}.{'ready' if far.ready else 'spent'}"
        if reasons:
            told = voice.items(say_reasons(voice, reasons))
            how = voice.say(f"{key}_not_now", reasons=told)
        else:
            how = voice.say(key)
        sentence = voice.say("arguments.edge", argument=far.name, how=how)
        yield Arrow(far, not reasons, one.ready, sentence)


def _backs(voice: Voice, state: State, seen: Board, argument: int) -> Iterator[Backed]:
    """The motions that an argument supports; the carried ones last."""
    steps = [
        step
        for rung in seen.ladder.rungs
        for step in rung.steps
        if voice.book.supports[step.motion] >> argument & 1
    ]
    for step in sorted(steps, key=lambda each: state.carried >> each.motion & 1):
        sentence = voice.say("arguments.backing", motion=step.name, stands=step.stands)
        yield Backed(step.motion, step.how, sentence, step.text)


def _contradicts(voice: Voice, state: State, side: int, argument: int) -> tuple[str, bool]:
    mask = voice.book.argument_contradicts[argument]
    said = mask & state.record[side]
    if said:
        broken = voice.all_of(voice.argument(each) for each in bits(said))
        key = "arguments.contradicts_now"
        return voice.say(key, side=voice.named_first(side), arguments=broken), True
    names = [voice.argument(each) for each in bits(mask)]
    return (
        voice.say("arguments.contradicts", arguments=voice.one_of(names)) if names else ""
    ), False


def _appeal(voice: Voice, state: State, argument: int) -> tuple[str, bool]:
    value = voice.scenario.arguments[argument].appeals
    if value is None:
        return "", False
    name, hour = voice.value(value), voice.book.hour
    if state.mood < 0 or hour.appeals[argument] != state.mood:
        return voice.say("arguments.appeal", value=name), False
    if hour.floor:
        return voice.say("arguments.appeal_pays", value=name, bonus=voice.signed(hour.floor)), True
    return voice.say("arguments.appeal_hour", value=name), True
