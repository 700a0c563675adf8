"""A match as files that other programs read: transcripts, pages, pictures, tables, maps."""

from game.export.errors import ExportError
from game.export.formats import COMMON, FORMATS, Format, Option, export, format_of
from game.export.game import Game
from game.export.write import write

__all__ = [
    "COMMON",
    "FORMATS",
    "ExportError",
    "Format",
    "Game",
    "Option",
    "export",
    "format_of",
    "write",
]
