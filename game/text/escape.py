"""Words in Markdown and HTML: a reader gives them back as the same words, and as nothing else."""

from __future__ import annotations

import html
import re
from typing import Final

from game.text.door import clean, line

_INLINE: Final = re.compile(r"[\\`*_{}\[\]<>#&|~$^@]")
"""What begins or ends something within a line of Markdown, in CommonMark or a common dialect."""

_LINK: Final = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
"""Where an address would become a link by itself."""

_START: Final = re.compile(r"[-+=:]|\d+[.)](?= |$)")
"""What makes the beginning of a line a list, a heading or a rule."""


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
