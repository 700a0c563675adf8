"""A position as far as it has been told: what comes of a decision comes one thing at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import evolve

from game.rules import Consequence, Phase, Rule, Rulebook, State, What


def so_far(
    book: Rulebook,
    before: State,
    after: State,
    consequences: Iterable[Consequence],
    untold: Collection[Rule],
    round_: int,
) -> State:
    """The position after a decision, without what came of it by some rules at the end; a round
    lasts until its close has been told.

    Nobody is asked anything in it.

    Args:
        book: the rules.
        before: the position before the decision.
        after: the position after it.
        consequences: what came of it.
        untold: the rules.
        round_: the round of what was told last.
    """
    if not untold and round_ == after.round:
        return after
    later = [each for each in consequences if each.cause.rule in untold]
    tracks, spent = list(after.tracks), [list(each) for each in after.spent]
    for each in reversed(later):
        if each.what is What.TRACK:
            tracks[book.track_ids.index(each.subject)] = each.before
        elif each.what is What.SPENT and not each.after:
            # The longest spent came back first.
            side = book.side_ids.index(each.side)
            spent[side].insert(0, book.argument_ids.index(each.subject))
    goes_on = after
    if round_ != after.round:
        goes_on = evolve(after, round=round_, turn=before.turn)
    if any(each.what is What.MOOD for each in later):
        goes_on = evolve(goes_on, mood=before.mood)
    return evolve(
        goes_on,
        phase=Phase.TURN,
        side=before.side,
        debate=None,
        wire=before.wire,
        tracks=tuple(tracks),
        spent=(tuple(spent[0]), tuple(spent[1])),
    )
