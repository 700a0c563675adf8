"""Each style sheet is read once in a process, not once for each app that a test opens."""

from __future__ import annotations

from typing import Any

from textual.css import stylesheet

Tokens = dict[str, list[Any]]
"""What each variable of a theme stands for."""

_parse = vars(stylesheet)["parse"]


class Sheets:
    """Reads as Textual does, and remembers: nothing changes a rule once it is read."""

    def __init__(self) -> None:
        self._rules: dict[object, tuple[Any, ...]] = {}
        self._themes: dict[object, int] = {}
        self._last: tuple[Tokens | None, int] = None, 0

    def __call__(
        self, scope: str, css: str, read_from: object, *, variable_tokens: Tokens, **more: Any
    ) -> tuple[Any, ...]:
        """The rules of a sheet, with the variables of a theme."""
        if variable_tokens is not self._last[0]:
            theme = tuple((name, tuple(each)) for name, each in variable_tokens.items())
            self._last = variable_tokens, self._themes.setdefault(theme, len(self._themes))
        key = (scope, css, read_from, self._last[1], *sorted(more.items()))
        if key not in self._rules:
            read = _parse(scope, css, read_from, variable_tokens=variable_tokens, **more)
            self._rules[key] = tuple(read)
        return self._rules[key]


def remember() -> None:
    """Read so from now on."""
    vars(stylesheet)["parse"] = Sheets()
