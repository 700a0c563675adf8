"""Taking a decision back: against an opponent at once, between people by leave of the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.match import Match
from game.match.forced import last_choice, take_back_choice
from game.telling.decisions import say_decision
from game.telling.voice import Voice
from game.tui.screens.front import Front

if TYPE_CHECKING:
    from game.opponents import Opponent


class TakeBack:
    """Takes decisions of people back.

    Args:
        screen: the screen on which it is asked for.
        match: the match.
        voice: who tells it.
        opponents: by side, who plays a seat in which no person sits.
    """

    def __init__(
        self,
        screen: Front[None],
        match: Match,
        voice: Voice,
        opponents: Mapping[int, Opponent],
    ) -> None:
        self._screen = screen
        self._match = match
        self._voice = voice
        self._opponents = opponents

    @property
    def waits(self) -> bool:
        """Whether the other side has yet to say whether what was asked for may be taken back."""
        return self._match.tree.asked is not None and not self._match.read_only

    @property
    def can(self) -> bool:
        """Whether a person here has decided something since the last headline was drawn."""
        return not self._match.read_only and self._last is not None

    @property
    def _last(self) -> int | None:
        """The person who decided last; nobody, if nothing can be taken back."""
        own = self._match.tree.timeline.own
        people = [side for side in (0, 1) if side not in self._opponents]
        back = {side: ply for side in people if (ply := own(side)) is not None}
        return max(back, key=lambda each: back[each], default=None)

    def ask(self) -> None:
        """Take the last decision of a person back; the other one is asked, an opponent is not."""
        side = self._last
        if side is None or not self.can:
            return
        if 1 - side in self._opponents:
            self._take_back(side, 0)
        else:
            self._match.ask_back(side)

    def grant(self) -> None:
        """Ask the other side whether what was asked for may be taken back."""
        from game.tui.screens.grant import Grant  # noqa: PLC0415 - a screen is imported when it opens

        match = self._match
        side = match.book.side_ids.index(match.tree.asked or "")

        def answered(price: int | None) -> None:
            if price is None:
                match.refuse_back()
                refused = self._voice.say("table.refused", side=self._voice.side(1 - side))
                self._screen.notify(refused, markup=False)
            else:
                self._take_back(side, price)

        self._screen.app.push_screen(Grant(match, side), answered)

    def _take_back(self, side: int, price: int) -> None:
        match, ply = self._match, last_choice(self._match, side) or 0
        decision = say_decision(self._voice, match.states[ply], match.decisions[ply])
        take_back_choice(match, side, price)
        told = self._voice.say("table.taken_back", decision=decision)
        self._screen.notify(told, markup=False)
