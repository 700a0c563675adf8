"""Elements of HTML as text. Content is markup already; words go through ``say``."""

from __future__ import annotations

from collections.abc import Iterable

from game.text import line
from game.text.escape import markup


def say(words: str) -> str:
    """Words as markup."""
    return markup(line(words))


def tag(name: str, /, *content: str, **attributes: str) -> str:
    """An element. Of ``class_`` and ``aria_label`` the underscores become what HTML writes."""
    parts = [name]
    for key, value in attributes.items():
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{say(value)}"')
    return f"<{' '.join(parts)}>{''.join(content)}</{name}>"


def items(name: str, contents: Iterable[str], /, **attributes: str) -> str:
    """A list, ``ul`` or ``ol``, an item for each content; nothing if there are none."""
    rows = [f"\n{tag('li', each)}" for each in contents]
    return tag(name, *rows, "\n", **attributes) if rows else ""


def pairs(rows: Iterable[tuple[str, str]], /, **attributes: str) -> str:
    """A list of labels and what they say."""
    return tag(
        "dl",
        *(tag("div", tag("dt", say(label)), tag("dd", say(what))) for label, what in rows),
        **attributes,
    )


def quoted(rows: Iterable[tuple[str, str]]) -> str:
    """What somebody wrote, with what it is."""
    return "".join(
        tag("blockquote", tag("b", say(f"{label}:")), " ", say(said)) for label, said in rows
    )


def aside(texts: Iterable[str], kind: str) -> str:
    """Sentences that stand beside what is told."""
    return "".join(tag("blockquote", say(each), class_=kind) for each in texts)
