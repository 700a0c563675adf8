"""One line of a journal: an object of JSON in ASCII, sealed with the hash of its own bytes.

::

    {"decision":"draw:kerry","digest":"...","n":1,"prev":"...","who":"chance","h":"..."}

``h`` is always the last member: the first 32 hexadecimal digits of SHA-256 over the raw bytes
before ``,"h":``. It is taken of the bytes as they stand, so nothing in a line is outside of it.
``prev`` is the ``h`` of the line before; only the first line has none.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any, Final

Plain = dict[str, Any]
"""A JSON object: strings, integers, lists, objects and null."""

LONGEST: Final = 1 << 16
"""The most bytes that a line may have, the first one excepted."""

LONGEST_HEADER: Final = 1 << 21
"""The most bytes that the first line may have: it holds a whole scenario."""

MOST_DIGITS: Final = 20
"""The most digits of a whole number: enough for every seed, and for whatever is counted."""

HEX: Final = 32

SEAL: Final = re.compile(rb',"h":"([0-9a-f]{32})"\}')
"""The end of every line but for its line feed."""

_SEAL_LENGTH: Final = len(',"h":"') + HEX + len('"}')


def seal(members: Plain) -> bytes:
    """The line that holds these members, with its line feed."""
    body = canonical(members)[:-1]
    return body + b',"h":"' + _hash(body) + b'"}\n'


def head_of(line: bytes) -> str:
    """The ``h`` of a sealed line."""
    return line.rstrip(b"\n")[-HEX - 2 : -2].decode("ascii")


def head_code(head: str) -> str:
    """Ten letters and digits for people to note down: the first fifty bits of a hash.

    >>> head_code("00" * 16), head_code("ff" * 16)
    ('AAAAAAAAAA', '7777777777')
    """
    return base64.b32encode(bytes.fromhex(head)).decode("ascii")[:10]


def canonical(members: Plain) -> bytes:
    """The one way in which members are written."""
    return json.dumps(
        members, ensure_ascii=True, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("ascii")


def sealed(raw: bytes) -> bool:
    """Whether bytes, without a line feed, are a line whose hash is right."""
    return (
        SEAL.fullmatch(raw, max(0, len(raw) - _SEAL_LENGTH)) is not None
        and _hash(raw[:-_SEAL_LENGTH]) == raw[-HEX - 2 : -2]
    )


def members_of(raw: bytes) -> Plain | None:
    """The members of a sealed line without its ``h``; nothing if it is not written as ours are."""
    body = raw[:-_SEAL_LENGTH] + b"}"
    try:
        members = json.loads(body, parse_int=_whole, parse_float=_refuse)
        if isinstance(members, dict) and canonical(members) == body:
            return members
    except (ValueError, RecursionError):
        pass
    return None


def _whole(number: str) -> int:
    """An integer that Python can write down again, whatever is added to it."""
    if len(number) > MOST_DIGITS:
        raise ValueError(f"a number of {len(number)} digits")
    return int(number)


def _refuse(number: str) -> float:
    raise ValueError(f"{number} is no integer")


def _hash(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest()[:HEX].encode("ascii")
