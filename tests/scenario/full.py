"""The starter with every key of the format in it, which play uses too."""

from __future__ import annotations

from typing import Final

from game.authoring.starter import starter

_CHANGES: Final = (
    ('id = "fair"\n', 'id = "fair"\nsource = ["1"]\n'),
    ('id = "water"\n', 'id = "water"\nsource = ["1"]\n'),
    ('id = "fell"\n', 'id = "fell"\nsource = ["1"]\n'),
    ('id = "thaw"\n', 'id = "thaw"\nfrom_round = 2\nuntil_round = 4\nsource = ["1"]\n'),
    ('title = "Warm wind', 'text = "The ice goes."\ntitle = "Warm wind'),
    ('id = "rise"\n', 'id = "rise"\nsource = ["1"]\n'),
    ('id = "upper-dry"\n', 'id = "upper-dry"\nsource = ["1"]\n'),
    ('id = "flood"\n', 'id = "flood"\nsource = ["1"]\n'),
    ('gate = "trust"\n', 'gate = "trust"\nsource = ["1"]\n'),
    ('[{ round = "even" }', '[{ round = "even" }, { from_round = 2 }'),
    ('id = "harbour"\n', 'id = "harbour"\nexcludes = ["fair"]\nof_the_time = true\n'),
    ('id = "cloudburst"\n', 'id = "cloudburst"\nmood = "safety"\ngrave = true\n'),
    ('id = "wedding"\n', 'id = "wedding"\nmood = "custom"\n'),
    ('id = "raft"\n', 'id = "raft"\nmood = "trade"\n'),
    ('id = "water"\n', 'id = "water"\nappeals = "safety"\n'),
    ('id = "gain"\n', 'id = "gain"\nappeals = "trade"\n'),
    ('id = "order"\n', 'id = "order"\nappeals = "custom"\n'),
    ('id = "blame"\n', 'id = "blame"\nappeals = "custom"\n'),
    ('id = "own"\n', 'id = "own"\nappeals = "safety"\n'),
    ("margin_cap = 10 ", "thaw = 40\nthaw_within = 5\nmargin_cap = 10 "),
    ("contradiction = -1 ", "walk_out_floor = true\ncontradiction = -1 "),
    (
        'case = "What grows on our hills is ours, and so is the decision about it."',
        'case = { upper = "What grows on our hills is ours, and so is the decision about it." }',
    ),
    ('id = "fell"\n', 'id = "fell"\nvoice = "The miller counts the stumps."\n'),
    ('id = "dykes"\n', 'id = "dykes"\nbacks = ["gain", "water"]\nvoice = "The miller nods."\n'),
)  # fmt: skip
"""Pieces of the starter, and what stands in their place."""


_MORE: Final = """
[[source.paragraphs]]
cite = "1"
text = "Two towns have one river, and neither has it for itself."

[epilogues.thaw]
title = "Neighbours again"
text = "Neither town has what it wanted, and both have more than they had."

[voice]
name = "The miller"
about = "His wheel hangs on the weir, and nobody asks him."

[[lines]]
argument = "water"
motion = "sandbags"
text = "The water does not ask who filled the bag."
fact = "In 1811 the river took both markets in one night."
source = ["Parish book of the lower town, 1811"]
variants = ["A bag from above keeps out what comes from above."]

[[lines]]
argument = "gain"
themes = ["trade"]
side = "upper"
text = "You have stone and no timber."
from_round = 1
until_round = 4

[[lines]]
argument = "blame"
answers = "gain"
text = "That is what you said before the dam broke."

[[press]]
paper = "A crier of the lower town"
side = "lower"
text = "The upper town came with timber and went home with stone."
outcome = ["carried", "accepted"]
floor = "other"
contradiction = "other"
when = [{ track = "quarrel", at_least = 3 }]

[[press]]
paper = "A song of the upper town"
side = "upper"
text = "They went home from the dykes and said nothing."
motion = "dykes"

[[press]]
paper = "A preacher on the bridge"
side = "upper"
text = "The river belongs to Him who made it."
theme = "river"

[[aftermath]]
text = "The miller mended his wheel, and nobody sent him a bill."
endings = ["bargain", "thaw"]
when = [{ carried = "dykes" }]
paragraph = "miller"

[silence]
when = [{ track = "trust", at_most = 6 }]
answer = true

[[characters]]
id = "ferryman"
name = "The Ferryman"
stance = "Signs what both banks can use, and nothing while the other bank shouts."
about = "Has carried both towns over the river for thirty years, and was paid by both."
face = "A man with wet boots"
sight = 2
attention = { overlooks = ["news"] }
wants = { own = 90, other = 30, together = 20, tracks = { trust = 5, "@danger" = -4, "@own" = 1 } }

[[characters.lines]]
id = "shouting"
say = "Never signs on the evening of a quarrel."
never = { ways = ["accept"], raises = "@gate", tags = ["@exempt", "weir"] }
asked = ["reply"]
when = [{ track = "@danger", at_least = 6 }, { track = "quarrel", at_least = 2 }]
conduct = [{ by = "other", deed = "pressed", rounds = 1, at_least = 1 }]
standing = [{ of = "motion_other", at_least = 1 }]

[[characters.lines]]
id = "oars"
say = "Always rests the oars when the other bank does."
always = { ways = ["act"], lowers = "@danger" }
conduct = [{ by = "other", deed = "calmed", last = true }]

[[characters.says]]
on = "tables"
text = "{them} get {motion}, with {argument}: {missing} more and I sleep."

[[characters.says]]
on = "news"
side = "first"
grave = true
text = "{headline} up here. We chose to {their_last}; {us} waits."

[[values]]
id = "safety"
name = "Safety"
text = "Dry cellars, and a night without the bell."

[[values]]
id = "trade"
name = "Trade"
text = "What is bought and sold between the towns."

[[values]]
id = "custom"
name = "Custom"
text = "How it was always done."

[mood]
start = "trade"
floor = 2
answers = true

[[situations]]
id = "mild"
name = "A mild winter"
text = "Little snow lies on the hills, and nobody has quarrelled over wood."
weight = 2
effects = { flood = -1, quarrel = -1 }
source = ["1"]

[[situations]]
id = "hard"
name = "A hard winter"
text = "The mill stood still for weeks. The upper town has said all it had to say of custom."
spent = { upper = ["own"], lower = ["gain", "water"] }
barred = { fair = 2 }
mood = "safety"
"""
"""What stands after it."""

_TOP: Final = """recover = 1
round_names = ["March", "May", "July", "September", "November", "January"]
"""
"""What stands at its beginning."""


def full() -> str:
    """The text of *Two Towns* with every key that a scenario can have."""
    text = starter("two-towns")
    for old, new in _CHANGES:
        assert old in text, old
        text = text.replace(old, new)
    return text.replace("[source]", f"{_TOP}\n[source]", 1) + _MORE


FULL: Final = full()
