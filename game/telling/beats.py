"""What happened, one thing at a time: each decision of a game as the beats in which it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final

from attrs import evolve

from game.rules import NOBODY, Decision, Kind, Rule
from game.telling.changes import Told
from game.telling.transcript import Passage
from game.telling.voice import Voice
from game.value import frozen


class BeatKind(Enum):
    """What a beat tells of."""

    BEGINNING = "beginning"
    """How the game begins."""
    SPEECH = "speech"
    """An argument in a debate; its words can be heard on the table as well."""
    DEED = "deed"
    """Anything else that a side decides."""
    REMARK = "remark"
    """What a paper or a third party says of a debate."""
    CLOSE = "close"
    """The close of a round."""
    STRIKE = "strike"
    """A headline takes effect."""
    NEWS = "news"
    """A headline is drawn; a round has begun."""
    COLLAPSE = "collapse"
    """A track has ended the game."""


_LATER: Final = {
    Rule.DRIFT: BeatKind.CLOSE,
    Rule.INCOME: BeatKind.CLOSE,
    Rule.RECOVER: BeatKind.CLOSE,
    Rule.CLOCK: BeatKind.CLOSE,
    Rule.HEADLINE: BeatKind.STRIKE,
    Rule.COLLAPSE: BeatKind.COLLAPSE,
}
"""What comes by itself once a decision is taken, by the rule by which it comes."""

_CHANCE: Final = {Kind.SITUATION: BeatKind.BEGINNING, Kind.DRAW: BeatKind.NEWS}
"""What Chance decides."""


@frozen
class Beat:
    """One thing that happened.

    Attributes:
        kind: what it tells of.
        ply: how many decisions had been taken when it had happened.
        round: in which round it happened.
        side: the side whose doing it is, or ``NOBODY``.
        head: when it was, or what it is about; may be empty.
        words: what happened, or who says something; empty if the changes say all.
        quoted: what is said, in quotation marks; empty if nothing is.
        briefly: where something is said, who did what, without the words.
        about: what the argument is called, and the fact behind the words.
        contradiction: that a side contradicts itself; empty if it does not.
        caught: its own old words that it contradicts.
        changes: what changed, each with its cause, in the order in which it happened.
        reason: why, or what a character says with it; may be empty.
    """

    kind: BeatKind
    ply: int
    round: int
    side: int = NOBODY
    head: str = ""
    words: str = ""
    quoted: str = ""
    briefly: str = ""
    about: tuple[str, ...] = ()
    contradiction: str = ""
    caught: tuple[str, ...] = ()
    changes: tuple[Told, ...] = ()
    reason: str = ""

    @property
    def text(self) -> tuple[str, ...]:
        """Everything that it says, piece by piece."""
        pieces = (self.head, self.words, self.quoted, *self.about)
        pieces += (self.contradiction, *self.caught)
        told = (each.sentence for each in self.changes)
        return tuple(piece for piece in (*pieces, *told, self.reason) if piece)

    @property
    def length(self) -> int:
        """How many words there are to read."""
        return sum(len(piece.split()) for piece in self.text)


def beats(
    voice: Voice, decisions: Sequence[Decision], passages: Iterable[Passage]
) -> tuple[Beat, ...]:
    """What is told of some passages of a game, in the order in which it happened.

    Args:
        voice: who tells it.
        decisions: every decision of the game.
        passages: those that are told.
    """
    return tuple(
        beat for each in passages for beat in _of(voice, decisions[each.ply - 1].kind, each)
    )


def _of(voice: Voice, decided: Kind, passage: Passage) -> Iterator[Beat]:
    """First what was decided, then what was heard of it, then what came by itself."""
    heard, ply, round_ = passage.heard, passage.ply, passage.round
    beat = _decided(decided, passage)
    if heard.quotes:
        side = voice.named_first(heard.quotes[0].side)
        beat = evolve(
            beat,
            contradiction=voice.say("beat.contradiction", side=side),
            caught=tuple(quote.sentence for quote in heard.quotes),
        )
    yield beat
    for remark in heard.remarks:
        yield Beat(BeatKind.REMARK, ply, round_, remark.side, words=remark.sentence)
    later = list(passage.later)
    while later:
        kind = _LATER[later[0].rule]
        cause = later[0].why
        some = [
            it
            for it in later
            if _LATER[it.rule] is kind and (kind is BeatKind.CLOSE or it.why == cause)
        ]
        later = [it for it in later if it not in some]
        if kind is BeatKind.STRIKE:  # with it the next round opens
            round_ = passage.round + 1
        yield Beat(kind, ply, round_, head=_head(voice, kind, passage, cause), changes=tuple(some))


def _decided(decided: Kind, passage: Passage) -> Beat:
    """The decision itself."""
    speech = passage.heard.speech
    if speech is not None:
        return Beat(
            BeatKind.SPEECH,
            passage.ply,
            passage.round,
            passage.side,
            words=passage.lead,
            quoted=speech.quoted,
            briefly=passage.briefly,
            about=tuple(each for each in (speech.title, speech.note) if each),
            changes=passage.own,
            reason=passage.reason,
        )
    kind = _CHANCE.get(decided, BeatKind.DEED)
    return Beat(
        kind,
        passage.ply,
        passage.round,
        passage.side,
        head=passage.when if kind is BeatKind.NEWS else "",
        words=passage.sentence,
        changes=passage.own,
        reason=passage.reason,
    )


def _head(voice: Voice, kind: BeatKind, passage: Passage, cause: str) -> str:
    match kind:
        case BeatKind.CLOSE:
            return voice.say("beat.close", round=passage.round)
        case BeatKind.STRIKE:
            return voice.say("beat.strike", headline=cause)
    return ""
