"""Strangers' words in every format: written so that no reader takes them for instructions.

Scenarios, names, titles and reasons may hold anything that can be shown. Each function returns
text that a reader of its format gives back as the same words, and as nothing else.
"""

from __future__ import annotations

import html
import re
from typing import Final

from game.scenario.text import clean

_SPACES: Final = re.compile(r"[ \n]+")

_INLINE: Final = re.compile(r"[\\`*_{}\[\]<>#&|~$^@]")
"""What begins or ends something within a line of Markdown, in CommonMark or a common dialect."""

_LINK: Final = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
"""Where an address would become a link by itself."""

_START: Final = re.compile(r"[-+=:]|\d+[.)](?= |$)")
"""What makes the beginning of a line a list, a heading or a rule."""

_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula; also after apostrophes, so that the
guard can be taken off again."""


def line(text: str) -> str:
    """Text on one line, fit to be shown."""
    return _SPACES.sub(" ", clean(text)).strip()


def markdown(text: str) -> str:
    r"""Words as inline Markdown, wherever in a line they stand.

    >>> markdown("1. *not* <b>bold</b>, see [here](https://example.org)")
    '1\\. \\*not\\* \\<b\\>bold\\</b\\>, see \\[here\\](https\\://example.org)'
    """
    text = _LINK.sub(lambda found: "\\" + found[0], _INLINE.sub(r"\\\g<0>", line(text)))
    if found := _START.match(text):
        end = found.end() - 1
        text = f"{text[:end]}\\{text[end:]}"
    return text


def markup(text: str) -> str:
    """Words as HTML or XML, between tags or in a quoted attribute.

    >>> markup('<script>alert("1")</script>')
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'
    """
    return html.escape(clean(text), quote=True)


def cell(text: str) -> str:
    """Words as the content of a cell that no spreadsheet computes.

    >>> cell("=1+1"), cell("'=1+1"), cell("it's"), cell("a-b")
    ("'=1+1", "''=1+1", "it's", 'a-b')
    """
    text = clean(text)
    return f"'{text}" if _FORMULA.match(text) else text


def constant(*parts: str) -> str:
    """Ids as one constant of a logic program: small letters, digits and underscores.

    >>> constant("d1a2", "us", "no-apology")
    'd1a2_us_no_apology'
    """
    return re.sub(r"[^a-z0-9]", "_", "_".join(parts).lower())
