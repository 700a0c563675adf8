"""Random valid scenarios, as plain data: the raw material of the tests of the reader."""

from __future__ import annotations

import itertools
from random import Random
from typing import Any

Data = dict[str, Any]
"""A TOML document as ``tomllib`` gives it."""

ENDINGS = ("bargain", "frozen", "thaw", "collapse")

_SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo"]
_WORDS = [
    "the",
    "a",
    "treaty",
    "talks",
    "–",
    "naïve",
    "“words”",
    "ёлка",
    "東京",
    "it’s",
    "50 %",
    "# [x]",
]


class Author:
    """Writes a scenario at random."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.used: set[str] = set()

    def id(self) -> str:
        """An id that the document does not have yet."""
        while True:
            name = "".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4)))
            name += self.random.choice(["", "", "-2", "_x", "9"])
            if name not in self.used:
                self.used.add(name)
                return name

    def words(self, most: int) -> str:
        """A text of one line."""
        words: list[str] = []
        while sum(map(len, words)) + len(words) < most - 12:
            words.append(self.random.choice(_WORDS))
            if self.random.random() < 0.2:
                break
        return " ".join([*words, self.id()])[:most].strip()

    def text(self, most: int = 300) -> str:
        """A text of several paragraphs."""
        parts = [self.words(most // 6) for _ in range(self.random.randint(1, 4))]
        return self.random.choice(["\n", "\n\n", " "]).join(parts)

    def some(self, things: list[str], least: int = 0) -> list[str]:
        """Some of the things, none twice."""
        return self.random.sample(things, self.random.randint(least, min(3, len(things))))

    def maybe(self, entry: Data, key: str, value: object) -> None:
        """Give an entry a key that it need not have."""
        if self.random.random() < 0.5:
            entry[key] = value


def valid(random: Random) -> Data:
    """A scenario without a fault."""
    author = Author(random)
    n = random.randint
    sides = [author.id(), author.id()]
    tracks = [author.id() for _ in range(n(2, 4))]
    numbers = [*tracks, *(f"{side}_{kind}" for side in sides for kind in ("capital", "score"))]
    tags = [author.id() for _ in range(n(1, 4))]
    motions = [author.id() for _ in range(n(1, 4))]
    arguments = [author.id() for _ in range(n(1, 4))]
    tiers, rounds = n(1, 4), n(1, 20)
    values = [author.id() for _ in range(n(1, 3))]
    held = {name: author.some(sides, 1) for name in arguments}

    def effects() -> dict[str, int]:
        return {name: n(-3, 3) for name in author.some(numbers)}

    def condition() -> Data:
        bounds = random.choice([{"at_least": n(0, 5)}, {"at_most": n(3, 9)}])
        return random.choice(
            [
                {"track": random.choice(numbers), **bounds},
                {"tag": random.choice(tags), **bounds},
                {"in_play": True, **bounds},
                {"carried": random.choice(motions)},
                {"round": random.choice(["odd", "even"])},
                {"from_round": n(1, 9)},
            ]
        )

    def when() -> list[Data]:
        return [condition() for _ in range(n(0, 2))]

    def track(name: str) -> Data:
        entry: Data = {"id": name, "name": author.words(40), "subject": author.words(40)}
        entry |= {"about": author.text(), "start": n(1, 5), "min": n(-2, 0), "max": n(8, 12)}
        author.maybe(entry, "collapse", {"at": 8, "text": author.text()})
        author.maybe(entry, "danger", {"text": author.words(80), "at_least": 6})
        return entry

    def side(name: str) -> Data:
        return {
            "id": name,
            "name": author.words(40),
            "short": author.id()[:16],
            "goal": author.words(40),
            "goal_short": author.id()[:16],
            "color": random.choice(["red", "#12aB90"]),
            "about": author.text(),
            "threshold": n(-9, 30),
            "capital": {"start": 2, "min": 0, "max": n(2, 9)},
            "score": {"start": 0, "min": -50, "max": 50},
        }

    def motion(name: str) -> Data:
        entry: Data = {"id": name, "name": author.words(50), "short": author.id()[:16]}
        entry |= {"text": author.text(), "tier": n(1, tiers), "tags": tags, "cost": n(0, 9)}
        entry["value"] = {name: n(-2, 4) for name in author.some(sides)}
        author.maybe(entry, "needs", when())
        author.maybe(entry, "effects", effects())
        author.maybe(entry, "carried_at_start", value=random.random() < 0.3)
        if random.random() < 0.5:
            entry["source"] = ["1", "7a"]
        else:
            author.maybe(entry, "of_the_time", value=True)
        author.maybe(entry, "backs", author.some(arguments))
        author.maybe(entry, "voice", author.words(80))
        return entry

    def argument(name: str) -> Data:
        entry: Data = {"id": name, "name": author.words(50), "short": author.id()[:16]}
        entry |= {"case": author.text(), "held_by": held[name]}
        if random.random() < 0.3:
            entry["case"] = {side: author.text() for side in entry["held_by"]}
        author.maybe(entry, "appeals", random.choice(values))
        author.maybe(entry, "supports", author.some(tags))
        author.maybe(entry, "contradicts", author.some(arguments))
        attacks: list[Data] = [{"target": target} for target in author.some(arguments)]
        for attack in attacks:
            author.maybe(attack, "when", when())
        author.maybe(entry, "attacks", attacks)
        return entry

    def act() -> Data:
        entry: Data = {"id": author.id(), "name": author.words(50), "text": author.text()}
        entry |= {"side": random.choice(sides), "cost": n(0, 5), "step": n(0, 3)}
        entry["effects"] = effects()
        author.maybe(entry, "contradicts", author.some(arguments))
        author.maybe(entry, "voice", author.words(80))
        return entry

    def headline() -> Data:
        entry: Data = {"id": author.id(), "date": author.words(30), "title": author.words(90)}
        entry["weight"] = n(1, 9)
        author.maybe(entry, "when", when())
        author.maybe(entry, "mood", random.choice(values))
        author.maybe(entry, "text", author.text())
        first, last = sorted([n(1, rounds), n(1, rounds)])
        author.maybe(entry, "from_round", first)
        author.maybe(entry, "until_round", last)
        if random.random() < 0.4:
            options = [{"name": author.words(40), "effects": effects()} for _ in range(2)]
            entry["choice"] = {"side": random.choice(sides), "options": options}
        else:
            author.maybe(entry, "flash", value=True)
            author.maybe(entry, "effects", effects())
        return entry

    def refusal() -> Data:
        entry: Data = {"respondent": n(-3, 0)}
        author.maybe(entry, "effects", effects())
        return entry

    def wish() -> Data:
        entry: Data = {}
        author.maybe(entry, "ways", random.sample(["act", "table", "accept", "stop"], 2))
        author.maybe(entry, "tags", author.some(tags))
        author.maybe(entry, "motions", author.some(motions))
        author.maybe(entry, "arguments", author.some(arguments))
        author.maybe(entry, "lowers", random.choice(tracks))
        author.maybe(entry, "best", random.choice(["own", "other", "both", "cheap"]))
        return entry

    def rule() -> Data:
        entry: Data = {"prefer": [wish(), wish()], "reason": author.text()}
        author.maybe(entry, "asked", random.sample(["turn", "reply", "floor"], 2))
        author.maybe(entry, "when", when())
        author.maybe(entry, "conduct", [{"by": "own", "deed": "tabled", "at_most": n(0, 3)}])
        author.maybe(entry, "standing", [{"of": "lead", "at_least": n(-5, 5)}])
        return entry

    def doctrine() -> Data:
        entry: Data = {"id": author.id(), "name": author.words(40), "stance": author.words(40)}
        entry |= {"about": author.text(), "rules": [rule() for _ in range(n(0, 2))]}
        entry["rules"].append({"prefer": [wish(), {}], "reason": author.text()})
        author.maybe(entry, "weights", {"own": 3, "tracks": {random.choice(tracks): 1}})
        author.maybe(entry, "wants", {"other": 20})
        return entry

    def character() -> Data:
        entry: Data = {"id": author.id(), "name": author.words(40), "stance": author.words(40)}
        entry |= {"about": author.text(), "face": author.words(30), "sight": n(1, 6)}
        line: Data = {"id": author.id(), "say": author.words(60), "never": {"ways": ["act"]}}
        author.maybe(line, "when", [{"track": "@gate", "at_least": 2}])
        author.maybe(entry, "lines", [line])
        author.maybe(entry, "attention", {"overlooks": ["record"]})
        author.maybe(entry, "wants", {"other": 20, "tracks": {"@danger": -3}})
        author.maybe(entry, "says", [{"on": "tables", "text": author.words(60)}])
        return entry

    def variant(track: str) -> Data:
        entry: Data = {"id": author.id(), "name": author.words(40), "about": author.text()}
        entry["start"] = {track: 2}
        return entry

    def situation() -> Data:
        entry: Data = {"id": author.id(), "name": author.words(40), "text": author.text()}
        author.maybe(entry, "weight", n(1, 9))
        author.maybe(entry, "effects", {random.choice(tracks): n(-2, 2)})
        spent = {side: [name for name in arguments if side in held[name]] for side in sides}
        author.maybe(entry, "spent", {side: author.some(names) for side, names in spent.items()})
        author.maybe(entry, "barred", {name: n(1, 5) for name in author.some(motions)})
        author.maybe(entry, "mood", random.choice(values))
        return entry

    def line(name: str) -> Data:
        entry: Data = {"argument": name, "text": author.text()}
        author.maybe(entry, "answers", random.choice(arguments))
        author.maybe(
            entry, *random.choice([("motion", motions[0]), ("themes", author.some(tags, 1))])
        )
        author.maybe(entry, "side", random.choice(sides))
        author.maybe(entry, "fact", author.text())
        author.maybe(entry, "source", [author.words(90)])
        author.maybe(entry, "variants", [author.text(), author.text()])
        return entry

    def press() -> Data:
        entry: Data = {"paper": author.words(40), "side": random.choice(sides)}
        entry["text"] = author.text()
        author.maybe(entry, "outcome", ["carried", "walked_out"])
        author.maybe(entry, "floor", random.choice(["own", "other"]))
        author.maybe(entry, "contradiction", random.choice(["own", "other"]))
        author.maybe(entry, *random.choice([("motion", motions[0]), ("theme", tags[0])]))
        author.maybe(entry, "when", when())
        return entry

    def value(name: str) -> Data:
        return {"id": name, "name": author.words(40), "text": author.text()}

    def more() -> Data:
        entry: Data = {
            "values": [{"id": v, "name": author.words(40), "text": author.text()} for v in values]
        }
        entry["voice"] = {"name": author.words(40), "about": author.text()}
        author.maybe(entry, "recover", n(0, 3))
        author.maybe(entry, "silence", {"when": when(), "answer": True})
        author.maybe(entry, "mood", {"start": values[0], "floor": n(-1, 3), "answers": True})
        author.maybe(entry, "situations", [situation() for _ in range(n(1, 3))])
        author.maybe(entry, "round_names", [author.words(40) for _ in range(rounds)])
        author.maybe(entry, "lines", [line(name) for name in arguments])
        author.maybe(entry, "press", [press() for _ in range(n(1, 3))])
        author.maybe(
            entry, "aftermath", [{"text": author.text(900), "endings": ["frozen"], "when": when()}]
        )
        return entry

    return {
        **more(),
        "format": 1,
        "id": author.id(),
        "title": author.words(40),
        "summary": author.text(),
        "opening": author.text(900),
        "rounds": rounds,
        "income": n(0, 3),
        "source": {"title": author.words(80), "note": author.text()},
        "sides": [side(name) for name in sides],
        "tracks": [track(name) for name in tracks],
        "ladder": {
            "gate": random.choice(tracks),
            "ceiling": random.choice(tracks),
            "exempt": random.choice(tags),
            "ceiling_name": author.words(40),
            "ceiling_about": author.text(),
            "tiers": [
                {"name": author.words(40), "gate": n(0, 8), "ceiling": n(0, 9)}
                for _ in range(tiers)
            ],
        },
        "consult": {"capital": n(0, 6), "arguments": n(0, 6)},
        "debate": {
            "longest": n(1, 7),
            "silence": n(-2, 0),
            "floor": n(0, 3),
            "decline": refusal(),
            "walk_out": refusal(),
            "withdraw": n(0, 3),
            "bar": n(0, 3),
            "contradiction": n(-2, 0),
            "walk_out_floor": random.random() < 0.5,
        },
        "payoff": {
            "collapse": 0,
            "frozen": 20,
            "alone": 90,
            "left_behind": 20,
            "bargain": 60,
            "laurels": 20,
            "margin": 1,
            "margin_cap": 10,
            "thaw": n(0, 50),
            "thaw_within": n(1, 5),
        },
        "motions": _forked(random, [motion(name) for name in motions]),
        "arguments": [argument(name) for name in arguments],
        "acts": [act() for _ in range(n(0, 3))],
        "headlines": [headline() for _ in range(n(0, 4))],
        "drifts": [
            {"id": author.id(), "name": author.words(60), "when": when(), "effects": effects()}
            for _ in range(n(0, 2))
        ],
        "objectives": [
            {
                "id": author.id(),
                "side": random.choice(sides),
                "name": author.words(50),
                "when": when(),
                "points": n(1, 4),
            }
            for _ in range(n(0, 3))
        ],
        "epilogues": {
            name: {"title": author.words(40), "text": author.text()}
            for name in [
                "bargain",
                "frozen",
                "thaw",
                "collapse",
                *(f"{side}_alone" for side in sides),
            ]
        },
        "variants": [variant(name) for name in author.some(tracks)],
        "doctrines": [doctrine() for _ in range(n(0, 1))],
        "characters": [character() for _ in range(n(0, 1))],
    }


def _forked(random: Random, motions: list[Data]) -> list[Data]:
    """The motions, of which some exclude the next one."""
    for one, other in itertools.pairwise(motions):
        settled = one.get("carried_at_start") and other.get("carried_at_start")
        if random.random() < 0.3 and not settled:
            one["excludes"] = [other["id"]]
    return motions
