"""Translations: a side file holds every word of a scenario in another language, and nothing else.

Which words those are follows from the model: all that it calls words for people, except what
cites a source. In a side file an entry stands under its id, ``[motions.train]``, so that it does
not matter in which order the scenario has it; entries without an id stand in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from game.scenario.kinds import LANGUAGE, Many, Words
from game.scenario.model import Scenario
from game.scenario.reading.fault_log import FaultLog, spelt
from game.scenario.reading.located import Located
from game.scenario.reading.names import look_alikes
from game.scenario.reading.places import Path
from game.scenario.reading.read import document
from game.scenario.reading.shape import counted, keys
from game.scenario.reading.values import read_words
from game.scenario.walk import Leaf, hints, walk
from game.text import shown

HEAD: Final = ("format", "translates", "language")
"""What a side file says of itself."""

WORDS: Final = "words"
"""And if its author likes, of which words each text is a translation: a table of ``sums.sums``."""

Tree = dict[str | int, "Tree | Words"]
"""What a side file has to hold: what stands under a key, or in which place of a list."""


def translate(scenario: Scenario, text: str, where: str, language: str | None = None) -> Scenario:
    """A scenario told in the words of a side file. Its numbers and ids stay as they are.

    Args:
        scenario: the scenario.
        text: the side file, as TOML.
        where: what the side file is called in messages.
        language: the language that it has to be in, if it matters.

    Raises:
        ScenarioError: the text is no complete translation of this scenario; the error lists all
            its faults.
    """
    wanted = dict(_wanted(scenario))
    log = FaultLog(text, where)
    given = document(log)
    _head(log, given, scenario, language)
    log.close()
    tree = _tree({place: kind for place, (_, kind) in wanted.items()})
    given = {key: value for key, value in given.items() if key not in (*HEAD, WORDS)}
    read: dict[Path, str] = {}
    _read(Located(given, (), log), tree, read)
    log.close()
    told = _told(scenario, (), {wanted[at][0]: read[at] for at in wanted})
    assert isinstance(told, Scenario)  # of the same class as what was to be told
    places = {path: place for place, (path, _) in wanted.items()}
    log.errors(look_alikes(told, lambda path: places.get(path, path)))
    log.close()
    return told


def texts(scenario: Scenario) -> Iterator[tuple[Path, Leaf]]:
    """The texts of a scenario that are translated, each with its place in a side file."""
    for leaf in walk(scenario):
        if isinstance(leaf.kind, Words) and not leaf.kind.cited:
            yield _by_id(scenario, leaf.path), leaf


def _wanted(scenario: Scenario) -> Iterator[tuple[Path, tuple[Path, Words]]]:
    """The words to translate: their place in a side file, their place in the scenario, and kind."""
    for place, leaf in texts(scenario):
        assert isinstance(leaf.kind, Words)
        yield place, (leaf.path, leaf.kind)


def _by_id(thing: object, path: Path) -> Path:
    """A place with ids instead of numbers, where entries have ids."""
    found: Path = ()
    for step in path:
        if isinstance(thing, Mapping):
            thing = thing[step]
            found = (*found, step)
        elif isinstance(thing, tuple):
            thing = thing[int(step)]
            found = (*found, getattr(thing, "id", step))
        else:
            thing = getattr(thing, str(step))
            found = (*found, step)
    return found


def _tree(wanted: Mapping[Path, Words]) -> Tree:
    tree: Tree = {}
    for path, kind in wanted.items():
        branch: Tree = tree
        for step in path[:-1]:
            deeper = branch.setdefault(step, {})
            assert isinstance(deeper, dict)  # words have nothing inside them
            branch = deeper
        branch[path[-1]] = kind
    return tree


def _head(
    log: FaultLog, given: Mapping[str, object], scenario: Scenario, language: str | None
) -> None:
    """Whether the file is a translation of this scenario at all, and into which language."""
    head = Located(given, (), log)
    keys(head, {key: given[key] for key in HEAD if key in given}, HEAD, HEAD, _line)
    other, into = given.get("translates"), given.get("language")
    if "translates" in given and other != scenario.id:
        head.inside("translates", other).error(
            "other-scenario",
            f"The file translates {shown(other)}.",
            f'Write "{scenario.id}", or put the file beside the scenario that it translates.',
        )
    if "language" not in given:
        return
    if not isinstance(into, str) or not LANGUAGE.fullmatch(into):
        head.inside("language", into).error(
            "bad-language",
            f"{shown(into)} is not how a language is written.",
            'Write two or three small letters, such as "ru", or with a country, such as "pt-BR".',
        )
    elif language is not None and into != language:
        head.inside("language", into).error(
            "other-language",
            f"The file is in {shown(into)}.",
            f'Write "{language}", or name the file by the language that it is in.',
        )


def _line(key: str) -> str:
    return f"Add a line that begins with {key} ="


def _read(located: Located, tree: Tree | Words, found: dict[Path, str]) -> None:
    """Read what a side file has at a place, and note what is wrong with it."""
    if isinstance(tree, Words):
        found[located.path] = read_words(located, tree)
    elif 0 in tree:
        _read_list(located, tree, found)
    elif isinstance(located.value, dict):
        _read_table(located, located.value, tree, found)
    else:
        located.refuse("a table")


def _read_table(
    located: Located, given: Mapping[str, object], tree: Tree, found: dict[Path, str]
) -> None:
    names = tuple(str(key) for key in tree)

    def add(key: str) -> str:
        if isinstance(tree[key], dict):
            return f"Add [{spelt((*located.path, key))}]."
        return f"Add {key} = in the braces." if located.inline else _line(key)

    keys(located, given, names, names, add)
    for key in names:
        if key in given:
            _read(located.inside(key, given[key]), tree[key], found)


def _read_list(located: Located, tree: Tree, found: dict[Path, str]) -> None:
    if not isinstance(located.value, list):
        located.refuse(f"a list of {len(tree)}")
    elif counted(located, Many(len(tree), len(tree))):
        for index, each in enumerate(located.value):
            _read(located.inside(index, each), tree[index], found)


def _told(thing: object, path: Path, words: Mapping[Path, str]) -> object:
    """A scenario, or a part of it, with these words in their places."""
    cls: type = type(thing)
    if attrs.has(cls):
        parts = {name: _told(getattr(thing, name), (*path, name), words) for name in hints(cls)}
        return cls(**parts)
    if isinstance(thing, tuple):
        return tuple(_told(each, (*path, index), words) for index, each in enumerate(thing))
    if isinstance(thing, Mapping):
        return {key: _told(each, (*path, key), words) for key, each in thing.items()}
    return words.get(path, thing) if isinstance(thing, str) else thing
