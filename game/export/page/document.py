"""A page in HTML that needs nothing else: no script, no network, no other file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from game.export.page.tags import say, tag

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
"""What a browser may do for the page: use the styles in it, and nothing else."""


def document(title: str, look: str, parts: Iterable[str]) -> str:
    """A whole page.

    Args:
        title: what the browser calls it.
        look: its style sheet.
        parts: what stands in it, as markup.
    """
    head = (
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        tag("title", say(title)),
        f"<style>\n{look}</style>",
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n'
        + "\n".join(head)
        + "\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )
