"""Whole numbers as they are typed."""

from __future__ import annotations


def whole_number(text: str, least: int, most: int) -> int | None:
    """The number that is written there, if it is a whole one between two bounds.

    Its digits are counted before they are read.
    """
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    return int(text) if digits and least <= int(text) <= most else None
