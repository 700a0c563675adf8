"""Keys as the player has set them: which bindings there are, and what of the wishes can be.

Textual gives a binding other keys by its id, and takes what those keys did before away, with all
that shared a key with it. So what shares one is told its keys as well, and what would be taken
away is asked for first.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key
from textual.screen import Screen

from game.settings import SettingsFault, Trouble
from game.telling.messages import Messages
from game.text import shown
from game.text.names import nearest
from game.tui import screens, widgets
from game.tui.screen import KEYS
from game.tui.widgets.menu import Menu
from game.value import frozen

FIXED = frozenset({"quit", "interrupt", "suspend"})
"""What keeps its keys: they are taken before anybody else is asked, or are the system's."""


@frozen
class KeyAction:
    """A binding of ours.

    Attributes:
        id: what it goes by in the settings.
        keys: what calls it, if nothing is set.
        description: the key of the message that says what it does; may be empty.
    """

    id: str
    keys: tuple[str, ...]
    description: str

    def told(self, messages: Messages) -> str:
        """What it does, in a word or two."""
        if self.description.startswith(KEYS):
            return messages.say(self.description)
        return self.description or self.id  # a few are Textual's own


PALETTE = KeyAction("palette", (App.COMMAND_PALETTE_BINDING,), "keys.palette")
"""Textual binds it when the app begins."""

Place = tuple[type[DOMNode], tuple[KeyAction, ...]]
"""A screen, a list or the app, with its bindings, those of Textual included."""


@cache
def _places() -> tuple[Place, ...]:
    """Everything of ours that keys call something in."""
    for package in (screens, widgets):
        for found in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{found.name}")
    ours = sorted(
        (each for each in _below(DOMNode) if each.__module__.startswith("game.")),
        key=lambda each: (each.__module__, each.__qualname__),
    )
    kinds = tuple(each for each in ours if issubclass(each, App | Screen | Menu))
    return tuple((each, _bindings(each)) for each in kinds)


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _bindings(kind: type[DOMNode]) -> tuple[KeyAction, ...]:
    found: dict[tuple[str, str], list[str]] = {}
    merged = kind._merged_bindings  # noqa: SLF001 - as Textual asks itself
    for key, several in (merged.key_to_bindings if merged else {}).items():
        for each in several:
            found.setdefault((each.id or each.action, each.description), []).append(key)
    return tuple(KeyAction(name, tuple(keys), about) for (name, about), keys in found.items())


@cache
def bindings() -> Mapping[str, KeyAction]:
    """By id everything that a key can be set for, in the order in which screens tell it."""
    own = {
        each.id
        for kind, _ in _places()
        for base in kind.__mro__
        for each in vars(base).get("BINDINGS", ())
        if base.__module__.startswith("game.") and isinstance(each, Binding) and each.id
    }
    found = (each for _, bound in _places() for each in bound)
    return {each.id: each for each in found if each.id in own - FIXED}


def keymap(
    wishes: Mapping[str, str], messages: Messages
) -> tuple[dict[str, str], tuple[SettingsFault, ...]]:
    """What Textual is to be told, and which wishes cannot be.

    Args:
        wishes: by id the keys, with commas between.
        messages: what says what a key does already.
    """
    faults = []
    taken: dict[str, tuple[str, ...]] = {}
    for name, words in wishes.items():
        keys = _keys(words)
        if name not in bindings():
            near = nearest(name, tuple(bindings())) or ""
            faults.append(SettingsFault(Trouble.UNKNOWN_KEY, member=shown(name), found=near))
        elif not keys:
            faults.append(SettingsFault(Trouble.NO_KEY, member=name, found=shown(words)))
        else:
            taken[name] = keys
    while (clash := _clash(taken)) is not None:
        name, key, other = clash
        del taken[name]
        about = bindings()[name].told(messages)
        does = other.told(messages)
        faults.append(SettingsFault(Trouble.CLASH, member=about, found=key, why=does))
    return {name: ",".join(keys) for name, keys in _with_partners(taken).items()}, tuple(faults)


def _keys(words: str) -> tuple[str, ...]:
    """Keys by the names that Textual has for them; none if one of them is no key."""
    named = [each.strip() for each in words.split(",") if each.strip()] or [words.strip()]
    found = []
    for each in named:
        *modifiers, last = each.split("+")
        if len(last) == 1 and last.isprintable() and not last.isspace():
            last = _character_to_key(last) if not (modifiers and last.isalnum()) else last
        elif last not in _NAMES:
            return ()
        if not set(modifiers) <= {"ctrl", "shift", "alt"}:
            return ()
        found.append("+".join([*modifiers, last]))
    return tuple(dict.fromkeys(found))


_NAMES = frozenset(
    {
        *(each.value.split("+")[-1] for each in Keys if not each.value.startswith("<")),
        *(_character_to_key(chr(code)) for code in range(0x21, 0x7F)),
    }
)
"""How Textual calls keys."""


def _live(taken: Mapping[str, tuple[str, ...]], bound: KeyAction) -> tuple[str, ...]:
    """What calls a binding, with some that are set."""
    return taken.get(bound.id, bound.keys)


def _clash(taken: Mapping[str, tuple[str, ...]]) -> tuple[str, str, KeyAction] | None:
    """The last wish that takes a key away, which key, and what that does already."""
    for name in reversed(tuple(taken)):
        for kind, bound in _places():
            for each in (one for one in bound if one.id == name):
                for other in _beside(kind, bound):
                    # What shares a key as it is takes turns with it.
                    if other.id == name or set(other.keys) & set(each.keys):
                        continue
                    for key in taken[name]:
                        if key in _live(taken, other):
                            return name, key, other
    return None


def _beside(kind: type[DOMNode], bound: Iterable[KeyAction]) -> Iterator[KeyAction]:
    """Everything that keys may call in the same place at the same time."""
    yield PALETTE
    yield from bound
    for other, theirs in _places():
        lists = issubclass(kind, Menu), issubclass(other, Menu)
        apps = issubclass(kind, App), issubclass(other, App)
        if lists[0] != lists[1] or apps[0] != apps[1]:
            yield from theirs


def _with_partners(taken: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Keys, with those of all that shares a key with one that is set."""
    together = dict(taken)
    for _, bound in _places():
        for one in bound:
            for other in bound:
                if one.id in taken and other.id in bindings() and set(one.keys) & set(other.keys):
                    together.setdefault(other.id, other.keys)
    return together
