"""Taking a decision back: against an opponent at once, between people by leave of the other."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from game.opponents import Opponent
from game.text import clean
from game.tui.play_on import PlayOn
from game.tui.screens.grant import Grant
from game.tui.screens.keeping import Keeping


class TakingBack(Keeping):
    """A table at which decisions can be taken back."""

    opponents: Mapping[int, Opponent]
    """By side, who plays a seat in which no person sits."""

    @abstractmethod
    def taken_back(self, side: int) -> None:
        """Let the side that took its decision back decide anew."""

    def action_take_back(self) -> None:
        """Take the last decision of a person back; the other one is asked, an opponent is not."""
        match = self.match
        people = [side for side in (0, 1) if side not in self.opponents]
        back = {side: ply for side in people if (ply := match.tree.timeline.own(side)) is not None}
        if match.read_only or not back:
            self.notify(
                "There is nothing to take back since the last headline was drawn. A replay can "
                "branch from any earlier position.",
                severity="warning",
                markup=False,
            )
            return
        side = max(back, key=lambda each: back[each])
        if 1 - side in self.opponents:
            self._take_back(side, 0)
        else:
            match.ask_back(side)
            self.grant()

    def grant(self) -> None:
        """Ask the other side whether what was asked for may be taken back."""
        match = self.match
        side = match.book.side_ids.index(match.tree.asked or "")

        def answered(price: int | None) -> None:
            if price is None:
                match.refuse_back()
                other = clean(self.teller.voice.side(1 - side))
                self.notify(f"{other}: no. What was decided stands.", markup=False)
                self.go_on()
            else:
                self._take_back(side, price)

        self.app.push_screen(Grant(match, side), answered)

    def _take_back(self, side: int, price: int) -> None:
        self.match.take_back(side, price)
        self.taken_back(side)

    @property
    def in_view(self) -> tuple[int, int]:
        """The position now."""
        return self.match.tree.current, len(self.match.decisions)

    def look_at(self, variation: int) -> None:
        """Play goes on in another line of play."""
        if variation != self.match.tree.current:
            line = self.match.tree.variations[variation].timeline
            self.app.post_message(PlayOn(self.match, variation, len(line.decisions)))

    def commented(self) -> None:
        """A comment is seen in the replay; here it is only said to be there."""
        self.notify("Kept. A replay shows it.", markup=False)
