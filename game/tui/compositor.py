"""Putting the widgets of a screen together, and drawing none that cannot be seen.

Textual draws every widget of a screen for each change, down to the containers that lie wholly
behind others, and all their rows between the first and the last that change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

# Textual keeps it private; the tests that compare the two fail if a version moves it.
from textual._compositor import ChopsUpdate, Compositor, CompositorMap, ReflowResult  # isort: skip

_Row = dict[int, Strip | None]
"""The pieces of a row of the screen, by the column in which they begin."""


class SeenOnly(Compositor):
    """Draws of each widget the rows that are wanted and that no other widget covers."""

    def __init__(self) -> None:
        super().__init__()
        self._laid: CompositorMap = {}
        """Where all was when it was laid out last."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay all out, and say who has come and who has another size now.

        Textual compares with its map, which is already the new one if somebody has asked for a
        place in the meantime: then nobody would hear of it, and nothing of it would be painted.
        """
        self._full_map = self._laid
        found = super().reflow(parent, size)
        self._laid = self._full_map
        return found

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what has changed."""
        changed, screen = self._dirty_regions.copy(), self.size.region
        self._dirty_regions.clear()
        if not changed:
            return None
        spans = list(self._regions_to_spans(changed))
        wanted: dict[int, set[int]] = {}
        for y, first, last in spans:
            if y in screen.line_range:
                pieces = pairwise(self.cuts[y])
                inside = {start for start, end in pieces if start < last and end > first}
                wanted.setdefault(y, set()).update(inside)
        return ChopsUpdate(self._drawn(wanted), spans, [cuts[1:] for cuts in self.cuts])

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """Draw all rows of a region."""
        lines = (y for y in crop.line_range if y < len(self.cuts) and is_rendered_line(y))
        return self._drawn({y: set(self.cuts[y][:-1]) for y in lines})

    def _drawn(self, wanted: dict[int, set[int]]) -> Sequence[Mapping[int, Strip]]:
        """The rows of the screen, with all pieces that are wanted.

        Args:
            wanted: by row where the pieces begin; what has been drawn is taken out.
        """
        cuts = self.cuts
        rows: list[_Row] = [dict.fromkeys(each[:-1]) for each in cuts]
        # The widgets in front come first.
        for widget, (region, clip) in self.visible_widgets.items():
            if not wanted:
                break
            seen = region.intersection(clip)
            lines = [y for y in seen.line_range if y in wanted and _within(wanted[y], seen)]
            if not lines:
                continue
            top, height = lines[0], lines[-1] + 1 - lines[0]
            part = Region(seen.x - region.x, top - region.y, seen.width, height)
            strips = widget.render_lines(part)
            for y in lines:
                here = [cut for cut in cuts[y] if seen.x <= cut <= seen.right]
                pieces = strips[y - top].divide([cut - seen.x for cut in here[1:]])
                left = wanted[y]
                for cut, piece in zip(here, pieces, strict=False):
                    if cut in left:
                        rows[y][cut] = piece
                        left.remove(cut)
                if not left:
                    del wanted[y]
        return rows  # type: ignore[return-value]  # Textual says nothing of the others


def _within(columns: Iterable[int], seen: Region) -> bool:
    return any(seen.x <= each < seen.right for each in columns)
