"""The messages of a language: whole sentences with named places, in a folder of TOML files.

A key such as ``primer.end.text`` stands in the file ``primer.toml``, in its table ``end``. A file
is read when the first of its messages is wanted. A message is a text, or a table with a text for
each plural form and, as ``count``, the name of the place whose number decides between them.
Places are filled once and with text only: what is filled in is never read as a message.

The app says its first words before the game is imported, so this module does without ``attrs``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

MINUS: Final = "−"
PLACE: Final = re.compile(r"\{([a-z_]+)\}")

ALOUD: Final = "aloud"
"""The file with what some messages are, by their whole keys, where they are read aloud."""

SAID: Final = 4096
"""So many filled messages are remembered; then all begins anew."""

Value = str | int
"""What fills a place: words, or a number."""


class MessageError(LookupError):
    """A message that the language does not have, or one that is used with the wrong places."""


@dataclass(frozen=True)
class Message:
    """A message of a language.

    Attributes:
        forms: its text in each plural form; the only form of most messages is ``other``.
        count: the place whose number decides between the forms; empty if there is one form.
    """

    forms: Mapping[str, str]
    count: str = ""

    @property
    def places(self) -> frozenset[str]:
        """The names of all places in it."""
        found = {place for text in self.forms.values() for place in PLACE.findall(text)}
        return frozenset(found | ({self.count} if self.count else set()))


@dataclass
class Messages:
    """The messages of one language.

    Attributes:
        folder: where its files are.
        form: which plural form a number takes.
        after: what is done to every message before its places are filled.
        aloud: whether signs such as arrows are said as words, for whoever hears the game.
    """

    folder: Path
    form: Callable[[int], str]
    after: Callable[[str], str] | None = None
    aloud: bool = False
    _files: dict[str, dict[str, str | Message]] = field(default_factory=dict, init=False)
    """By file and key each message, as it stands there if it has one form."""
    _said: dict[tuple[object, ...], str] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was said lately: a screen says most of it again when it is drawn anew."""

    def say(self, key: str, /, **places: Value) -> str:
        """A message with its places filled.

        Raises:
            MessageError: there is no such message, or it has other places.
        """
        asked = (self.after, key, *places.items())
        said = self._said.get(asked)
        if said is None:
            said = self._filled_in(key, places)
            if len(self._said) >= SAID:
                self._said.clear()
            self._said[asked] = said
        return said

    def _filled_in(self, key: str, places: Mapping[str, Value]) -> str:
        message = self.message(key)
        form = "other"
        if message.count:
            number = places.get(message.count)
            if not isinstance(number, int):
                raise MessageError(f"{key}: the place {message.count} needs a number")
            form = self.form(number)
        text = message.forms.get(form) or message.forms["other"]
        if self.after is not None:
            text = self.after(text)
        return PLACE.sub(lambda found: _filled(key, found[1], places), text)

    def message(self, key: str) -> Message:
        """The message of a key.

        Raises:
            MessageError: there is none.
        """
        found = self._file(ALOUD).get(key) if self.aloud else None
        if found is None:
            file, _, rest = key.partition(".")
            try:
                found = self._file(file)[rest]
            except KeyError:
                raise MessageError(f"there is no message {key}") from None
        return Message({"other": found}) if isinstance(found, str) else found

    def every_key(self) -> tuple[str, ...]:
        """All keys of the language, in order."""
        files = sorted(path.stem for path in self.folder.glob("*.toml"))
        return tuple(f"{file}.{rest}" for file in files for rest in self._read(file))

    def _file(self, file: str) -> Mapping[str, str | Message]:
        messages = self._files.get(file)
        if messages is None:
            messages = self._files[file] = self._read(file)
        return messages

    def _read(self, file: str) -> dict[str, str | Message]:
        path = self.folder / f"{file}.toml"
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise MessageError(f"there are no messages {file}") from None
        return dict(_messages(table))


def _messages(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str | Message]]:
    for name, entry in table.items():
        key = f"{prefix}{name}"
        if isinstance(entry, str):
            yield key, entry
        elif isinstance(entry, dict) and "count" in entry:
            forms = {form: text for form, text in entry.items() if form != "count"}
            yield key, Message(forms, entry["count"])
        elif isinstance(entry, dict):
            yield from _messages(entry, f"{key}.")


def _filled(key: str, place: str, places: Mapping[str, Value]) -> str:
    try:
        value = places[place]
    except KeyError:
        raise MessageError(f"{key}: the place {place} is left empty") from None
    return number(value) if isinstance(value, int) else value


def number(value: int) -> str:
    """A number with a proper minus sign."""
    return f"{MINUS}{-value}" if value < 0 else str(value)


def signed(value: int) -> str:
    """A number with its sign, typographically: +2, −1, 0."""
    return f"+{value}" if value > 0 else number(value)


def _english(value: int) -> str:
    return "one" if value == 1 else "other"


@cache
def english() -> Messages:
    """The messages in English."""
    return Messages(Path(__file__).with_name("english"), _english)


@cache
def aloud() -> Messages:
    """The messages in English as they are read aloud: with words in the place of signs."""
    return Messages(Path(__file__).with_name("english"), _english, aloud=True)
