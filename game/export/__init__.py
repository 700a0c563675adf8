"""A match as files that other programs read: transcripts, pages, pictures, tables, maps."""

from game.export.errors import ExportError
from game.export.exported_game import ExportedGame
from game.export.formats import COMMON, FORMATS, Format, FormatOption, export, format_of
from game.export.write import write

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
