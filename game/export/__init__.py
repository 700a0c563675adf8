"""A match as files that other programs read: transcripts, pages, pictures, tables, maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from game.export.errors import ExportError
from game.export.exported_game import ExportedGame
from game.export.write import write

if TYPE_CHECKING:
    from game.export.formats import COMMON, FORMATS, Format, FormatOption, export, format_of

__all__ = [
    "COMMON",
    "FORMATS",
    "ExportError",
    "ExportedGame",
    "Format",
    "FormatOption",
    "export",
    "format_of",
    "write",
]

_OF_FORMATS: Final = {"COMMON", "FORMATS", "Format", "FormatOption", "export", "format_of"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's members are of any type
    """All formats are imported when one is asked for: a review has forms of its own."""
    if name in _OF_FORMATS:
        from game.export import formats  # noqa: PLC0415 - as said

        return getattr(formats, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
