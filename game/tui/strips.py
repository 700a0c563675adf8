"""The last cleaning: no control code that slipped past ``say`` leaves for the terminal.

Textual strips only five control codes from text. This puts ``clean`` where strips become bytes,
and lets links point to the web alone. It reaches into Textual; a canary test fails if a version
of it no longer passes through here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from game.text import clean

_LINK = re.compile(r"https?://[\x21-\x7e]+")
_render = Strip.render


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> str:
    """Clean text of one row: a row holds no line break either."""
    return clean(text).replace("\n", " ")


def clean_strips() -> None:
    """Clean every strip from now on, once for the process."""
    Strip.render = _cleaned_render  # type: ignore[method-assign]  # Textual offers no hook here


def _cleaned_render(self: Strip, console: Console) -> str:
    if self._render_cache is None:
        self._segments = [_safe(segment) for segment in self._segments]
    return _render(self, console)


def _safe(segment: Segment) -> Segment:
    text, style, control = segment
    if style is not None and style.link and not _LINK.fullmatch(style.link):
        style = style.update_link(None)
    cleaned = _cleaned(text)
    if cleaned == text and style is segment.style:
        return segment
    return Segment(cleaned, style, control)
