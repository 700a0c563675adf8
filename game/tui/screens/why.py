"""Why each number is what it is: its start, and everything that has moved it."""

from __future__ import annotations

from textual.content import Content

from game.match import Match
from game.match.timeline import Timeline
from game.review.words import cite, plain, say_cause, signed, track_name
from game.rules import What
from game.tui.draw.ink import BAD, DIM, GOOD, STRONG, lines, say
from game.tui.screens.story import Page


class Why(Page):
    """Every track with the chain of causes whose sum it is."""

    def __init__(self, match: Match | Timeline, moment: int | None = None) -> None:
        """``moment``: after how many decisions; all of them if it is not given."""
        until = len(match.decisions) if moment is None else moment
        blocks = [_track(match, index, until) for index in range(len(match.book.track_ids))]
        super().__init__("Why is each number what it is?", lines(blocks))


def _track(match: Match | Timeline, index: int, until: int) -> Content:
    book = match.book
    name = book.track_ids[index]
    value = match.states[until].tracks[index]
    rows = [
        say((f"{track_name(book, name)}: {plain(value)}", STRONG)),
        say((f"   {plain(book.start[index]):>3}  at the start", DIM)),
    ]
    for state, consequences in zip(match.states, match.consequences[:until], strict=False):
        for each in consequences:
            if each.what is What.TRACK and each.subject == name and each.amount:
                cited = cite(each.cause.source)
                rows.append(
                    say(
                        (f"   {signed(each.amount):>3}", GOOD if each.amount > 0 else BAD),
                        f"  {say_cause(book, each.cause)} {cited}",
                        (f"  round {state.round}", DIM),
                    )
                )
    return lines([*rows, say("")])
