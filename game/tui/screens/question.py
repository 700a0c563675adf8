"""A question that stops everything else until it is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from game.tui.draw.styles import say
from game.tui.modal import Careful
from game.tui.widgets.text_pane import TextPane


class Question(Careful[bool]):
    """Says something and offers to go on, and if ``no`` is given, not to.

    Dismissed with True by Enter on the first button, with False by the second or Escape. The
    focus is on the answer that loses nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "keys.help", show=False, id="help"),
        Binding("escape,q,n", "answer(False)", "keys.back", show=False, id="question.no"),
        Binding("y", "answer(True)", "keys.yes", show=False, id="question.yes"),
        # The same as at the table, so that whoever has set another key has set it here, too.
        Binding("t", "story", "keys.transcript", show=False, id="table.story"),
        Binding("left,right,up,down", "app.focus_next", show=False, id="question.other"),
        Binding("pagedown", "read(1)", show=False, id="question.down"),
        Binding("pageup", "read(-1)", show=False, id="question.up"),
    ]

    AUTO_FOCUS = ".-safe"

    def __init__(
        self,
        title: Content,
        text: Content,
        yes: str,
        no: str = "",
        *,
        safe: bool = True,
        page: bool = False,
        story: Callable[[], None] | None = None,
    ) -> None:
        """``safe``: whether yes loses nothing; ``page``: whether it has the screen to itself;
        ``story``: tells how it came to what is asked, if there is something to tell.
        """
        super().__init__()
        self._page = page
        self._title = title
        self._text = text
        self._yes = yes
        self._no = no
        self._safe = safe
        self._story = story

    def compose(self) -> ComposeResult:
        with Vertical(id="question", classes="-page" if self._page else None):
            yield Static(self._title, id="question-title")
            text = TextPane(self._text, id="question-text")
            yield text.remove_class("pane")  # the box has a frame already
            with Horizontal(id="question-answers"):
                answers = {"yes": self._yes} | ({"no": self._no} if self._no else {})
                safe = "yes" if self._safe or not self._no else "no"
                for name, words in answers.items():
                    marks = "-safe" if name == safe else ""
                    yield Button(say(words), id=name, classes=marks, compact=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key does something only where there is something to tell."""
        can = super().check_action(action, parameters)
        return can and (action != "story" or self._story is not None)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:  # noqa: FBT001 - an action's argument
        """Answer without going through the buttons; with one button both ways mean it."""
        self.dismiss(answer or not self._no)

    def action_story(self) -> None:
        """Tell how it came to what is asked; then it is asked still."""
        if self._story is not None:
            self._story()

    def action_read(self, pages: int) -> None:
        """Turn the pages of a text that is longer than its box."""
        self.query_one(TextPane).turn(pages)
