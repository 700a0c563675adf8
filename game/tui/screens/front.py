"""What all screens have in common: each is left once, and answered only by who has seen it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import ScreenResultType

from game.tui.screen import Screen

if TYPE_CHECKING:
    from game.tui.app import SharedEnemyApp
    from game.tui.permissions import Permissions

Input = events.Key | events.Paste | events.MouseDown | events.MouseUp
"""What a person does at the keyboard and the mouse, and expects an answer to."""


class Front(Screen[ScreenResultType]):
    """A screen."""

    COVERS: ClassVar[bool] = False
    """Whether it covers the app until the terminal is larger."""

    _then: Callable[[], object] | None = None
    """What waits until it is in front."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave it, with a result. Nothing happens if it is left already, or another one covers it.

        Textual would take away whatever is in front.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    @property
    def shown(self) -> bool:
        """Whether everything that a person has to see of it has been painted, once it was."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Whether an action may be done on this machine: else its key is not shown either."""
        return self.permissions.allows(action)

    @property
    def permissions(self) -> Permissions:
        """What may be done on this machine."""
        return cast("SharedEnemyApp", self.app).permissions

    @property
    def bound(self) -> frozenset[str]:
        """The ids of all bindings that do something now, here and for what has the focus."""
        active = self.active_bindings.values()
        return frozenset(each.binding.id for each in active if each.enabled and each.binding.id)

    def put_away(self) -> None:
        """Let go of what only one screen can hold; of nothing, if there is no such thing."""

    def when_in_front(self, then: Callable[[], object]) -> None:
        """Do something as soon as no other screen covers this one."""
        if self.is_active:
            then()
        else:
            self._then = then

    def _on_screen_resume(self) -> None:  # type: ignore[override]  # Textual passes as many as fit
        then, self._then = self._then, None
        if then is not None:
            self.call_after_refresh(self.when_in_front, then)

    def other_key(self) -> bool:
        """Answer a key that does nothing else here; tells whether it was answered."""
        return False

    def too_early(self, event: Input, seen: float) -> bool:  # noqa: ARG002 - others need it
        """Whether a key, a click or a paste is not meant for this screen.

        Args:
            event: what has come; its ``time`` is when.
            seen: since when the screen is seen, on the same clock.
        """
        return False
