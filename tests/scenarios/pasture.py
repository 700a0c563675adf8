"""A scenario of another dispute altogether: shepherds and beekeepers, and one high pasture.

Nothing in it is named as in the scenarios that ship: not the sides and their colours, not the
tracks, which may be two to seven, not a tag, a tier or an ending's title.
"""

from __future__ import annotations

from typing import Final

MORE: Final = {
    "grass": "How much of it is left to graze.",
    "honey": "How full the combs are.",
    "spring": "How much water the spring gives.",
    "songs": "How often they sing together in the evening.",
    "fences": "How many there are.",
}
"""Tracks that the dispute can have besides the first two, and what each is about."""

_BEGINNING: Final = """
format = 1
id = "high-pasture"
title = "The High Pasture"
summary = "Sheep and bees on one meadow, and a summer of five weeks."
rounds = 5
income = 1
opening = "Snow has left the pasture. Flocks come up from one valley, hives from the other."

[source]
title = "A story made up for this test"
note = "Nothing stands behind it."

[[sides]]
id = "shepherds"
name = "The Shepherds"
short = "Sheep"
goal = "cheeses in the cellar"
goal_short = "cheeses"
color = "yellow"
about = "You want grass, and no stings."
threshold = 6
capital = { start = 3, min = 0, max = 6 }
score = { start = 1, min = -20, max = 30 }

[[sides]]
id = "keepers"
name = "The Beekeepers"
short = "Bees"
goal = "jars of honey"
goal_short = "jars"
color = "#8a5cff"
about = "You want flowers, and no hoofs."
threshold = 5
capital = { start = 4, min = 0, max = 6 }
score = { start = 0, min = -20, max = 30 }

[[tracks]]
id = "neighbourliness"
name = "Neighbourliness"
subject = "of an evening"
about = "How readily one goes over to the other's fire."
start = 2
min = 0
max = 5

[[tracks]]
id = "drought"
name = "Drought"
subject = "the sky"
about = "How long it has not rained."
start = 1
min = 0
max = 6
collapse = { at = 6, text = "The meadow is dust, and both go down again." }
danger = { at_least = 4, text = "The grass is brown." }
"""

_TRACK: Final = """
[[tracks]]
id = "{id}"
name = "{name}"
subject = "on the meadow"
about = "{about}"
start = 4
min = 0
max = 8
danger = {{ at_most = 2, text = "Little is left." }}
"""

_MIDDLE: Final = """
[ladder]
gate = "neighbourliness"
ceiling = "drought"
exempt = "rain"
ceiling_name = "Bare sky"
ceiling_about = "Nobody shares what is drying up."
tiers = [
  { name = "At the fence", gate = 0, ceiling = 6 },
  { name = "At the fire", gate = 2, ceiling = 3 },
]

[consult]
capital = 3
arguments = 2

[debate]
longest = 3
silence = 0
floor = 1
decline = { respondent = 0, effects = { neighbourliness = -1 } }
walk_out = { respondent = -2 }
withdraw = 1
bar = 2
contradiction = -2

[payoff]
collapse = 5
frozen = 30
alone = 80
left_behind = 25
bargain = 65
laurels = 10
margin = 1
margin_cap = 5

[[motions]]
id = "gate"
name = "One gate for all"
short = "Gate"
text = "Whoever comes through shuts it."
tier = 1
tags = ["path"]
cost = 0
value = { shepherds = 0, keepers = 0 }
carried_at_start = true

[[motions]]
id = "trough"
name = "Share the trough"
short = "Trough"
text = "Sheep in the morning, bees at noon."
tier = 1
tags = ["rain", "path"]
cost = 2
value = { shepherds = 2, keepers = 1 }
effects = { drought = -1, neighbourliness = 1 }

[[motions]]
id = "turns"
name = "Graze in turns"
short = "Turns"
text = "A strip of meadow is left to bloom each week."
tier = 2
tags = ["bloom", "path"]
cost = 3
needs = [{ carried = "trough" }]
value = { shepherds = -1, keepers = 4 }
effects = { keepers_capital = 1 }

[[motions]]
id = "feast"
name = "A feast at midsummer"
short = "Feast"
text = "Cheese with honey."
tier = 2
tags = ["bloom", "rain"]
cost = 3
value = { shepherds = 4, keepers = 2 }
effects = { neighbourliness = 2 }

[[arguments]]
id = "thirst"
name = "Thirst"
short = "Thirst"
case = "Everything that lives up here drinks."
held_by = ["shepherds", "keepers"]
supports = ["rain"]
attacks = [
  { target = "custom" },
  { target = "clover", when = [{ track = "drought", at_least = 3 }] },
]

[[arguments]]
id = "custom"
name = "Old Custom"
short = "Custom"
case = "Our grandmothers did it like this."
held_by = ["shepherds"]
supports = ["path", "rain"]
contradicts = ["thirst"]
attacks = [{ target = "clover" }, { target = "thirst" }]

[[arguments]]
id = "clover"
name = "Clover"
short = "Clover"
case = "Without bees there is no clover, and without clover no milk."
held_by = ["keepers", "shepherds"]
supports = ["bloom", "path"]
attacks = [{ target = "custom" }, { target = "thirst", when = [{ in_play = true, at_least = 1 }] }]

[[acts]]
id = "drive"
name = "Drive the flock across"
text = "The short way."
side = "shepherds"
cost = 1
step = 1
effects = { shepherds_score = 2, keepers_score = -1, neighbourliness = -1 }
contradicts = ["clover"]

[[acts]]
id = "smoke"
name = "Smoke the hives"
text = "The wind stands towards the sheep."
side = "keepers"
cost = 1
step = 0
effects = { keepers_score = 1, drought = 1 }
contradicts = ["thirst"]

[[headlines]]
id = "storm"
date = "A Tuesday"
title = "A thunderstorm at last"
weight = 3
flash = true
when = [{ track = "drought", at_least = 2 }]
effects = { drought = -2 }

[[headlines]]
id = "heat"
date = "A Friday"
title = "Not a cloud"
weight = 4
effects = { drought = 2 }

[[headlines]]
id = "lamb"
date = "At dawn"
title = "A lamb has been stung"
weight = 2
[headlines.choice]
side = "keepers"
options = [
  { name = "Bring a pot of honey", effects = { keepers_capital = -1, neighbourliness = 1 } },
  { name = "Laugh", effects = { neighbourliness = -1, keepers_score = 1 } },
]

[[drifts]]
id = "dry"
name = "It does not rain"
when = []
effects = { drought = 1 }

[[objectives]]
id = "herd"
side = "shepherds"
name = "The herd is fed"
when = [{ track = "drought", at_most = 3 }]
points = 2

[[objectives]]
id = "hive"
side = "keepers"
name = "The hives are full"
when = [{ tag = "bloom", at_least = 1 }]
points = 2

[epilogues.bargain]
title = "Milk and honey"
text = "They come down the same path in autumn."

[epilogues.shepherds_alone]
title = "Milk"
text = "The hives go down early."

[epilogues.keepers_alone]
title = "Honey"
text = "The flock goes down early."

[epilogues.frozen]
title = "First snow"
text = "Nobody has much to show for the summer."

[epilogues.collapse]
title = "Dust"
text = "Nobody comes back next year."

[[variants]]
id = "wet"
name = "A wet spring"
about = "It has rained for weeks."
start = { drought = 0, shepherds_capital = 5 }
"""

_MORE: Final = """
[[headlines]]
id = "{id}-news"
date = "Week {week}"
title = "Talk of the {id}"
weight = {week}
when = [{{ track = "{id}", at_most = 4 }}]
effects = {{ {id} = 1, shepherds_score = 1 }}

[[drifts]]
id = "{id}-goes"
name = "Less {id} in every other week"
when = [{{ round = "even" }}]
effects = {{ {id} = -1 }}

[[objectives]]
id = "{id}-kept"
side = "keepers"
name = "Enough {id}"
when = [{{ track = "{id}", at_least = 4 }}]
points = 1
"""


def pasture(tracks: int = 2) -> str:
    """The scenario with so many tracks, two to seven."""
    more = tuple(MORE.items())[: tracks - 2]
    shared = (_TRACK.format(id=name, name=name.capitalize(), about=about) for name, about in more)
    rest = (_MORE.format(id=name, week=week) for week, (name, _) in enumerate(more, start=1))
    return "".join((_BEGINNING, *shared, _MIDDLE, *rest))
