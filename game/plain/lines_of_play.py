"""The variations of a match in lines, and two of them beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from game.match import Match, Variation
from game.review.compare import DEEPEST, ComparedRound, compare
from game.rules import Phase, verdict
from game.telling.seat_names import sitters_named
from game.telling.voice import Voice


def variations(voice: Voice, match: Match) -> Iterator[str]:
    """Every variation, below the one that it leaves."""
    for each, depth in match.tree.ordered():
        told = voice.say(
            "plain.line.one", line=heading(voice, match, each), stands=stands(voice, each)
        )
        yield f"{'  ' * min(depth, DEEPEST)}{told}"


def heading(voice: Voice, match: Match, variation: Variation) -> str:
    """What a variation is: its number and name, where it begins, and who plays it."""
    return voice.items(_facts(voice, match, variation))


def _facts(voice: Voice, match: Match, variation: Variation) -> Iterator[str]:
    tree, number = match.tree, variation.number
    if variation.name:
        yield voice.say("plain.line.named", number=number, name=variation.name)
    else:
        yield voice.say("plain.line.number", number=number)
    if number == tree.main:
        yield voice.say("plain.line.main")
    if number == tree.current:
        yield voice.say("plain.line.current")
    if variation.parent >= 0:
        yield voice.say("plain.line.leaves", parent=variation.parent, ply=variation.ply)
    if variation.by:
        side = voice.named_first(match.book.side_ids.index(variation.by))
        if variation.price:
            yield voice.say("plain.line.taken_for", side=side, price=variation.price)
        else:
            yield voice.say("plain.line.taken", side=side)
    if variation.seats != match.header.seats:
        names = match.header.names
        first, second = sitters_named(voice.messages, match.scenario, variation.seats, names)
        yield voice.say("plain.line.seats", first=first, second=second)


def stands(voice: Voice, variation: Variation) -> str:
    """How far a variation has come, and how it ended or stands."""
    timeline, book = variation.timeline, voice.book
    state = timeline.state
    count = len(timeline.decisions)
    if state.phase is Phase.END:
        end = verdict(book, state)
        first, second = end.final
        title = voice.scenario.epilogues[end.name].title
        return voice.say(
            "plain.line.over", decisions=count, title=title, first=first, second=second
        )
    first, second = (state.tracks[index] for index in book.score)
    return voice.say(
        "plain.line.goes_on",
        decisions=count,
        round=state.round,
        rounds=book.rounds,
        first=first,
        second=second,
    )


def comparison(voice: Voice, match: Match, one: int, other: int) -> Iterator[str]:
    """Two variations side by side: where they part, the tracks round by round, the verdicts."""
    pair = [match.tree.variations[number] for number in (one, other)]
    first, second = ((each.timeline.decisions, each.timeline.states) for each in pair)
    found = compare(voice.book, first, second)
    yield voice.say("plain.compare.shared", one=one, other=other, decisions=found.shared)
    for row in found.rows:
        yield _round(voice, row, (one, other))
        if any(values[0] is None for values in zip(*row.tracks, strict=True)):
            break  # of what only one has come to there is nothing to compare
    for each in pair:
        yield voice.say("plain.compare.stands", number=each.number, stands=stands(voice, each))


def _round(voice: Voice, row: ComparedRound, numbers: tuple[int, int]) -> str:
    """What differs at the end of a round."""
    for number, values in zip(numbers, zip(*row.tracks, strict=True), strict=True):
        if values[0] is None:
            alone = sum(numbers) - number
            return voice.say("plain.compare.alone", round=row.round, number=alone)
    differing = [
        voice.say("plain.compare.differs", track=voice.track(track), one=one, other=other)
        for track, (one, other) in zip(voice.book.track_ids, row.tracks, strict=True)
        if one is not None and other is not None and one != other
    ]
    if not differing:
        return voice.say("plain.compare.same", round=row.round)
    return voice.say("plain.compare.round", round=row.round, differs=voice.items(differing))
