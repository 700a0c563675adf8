"""By lesson one way through it: what is wished, in the order in which it is preferred."""

PLANS = {
    "motion": ["table:review/fruit", "rejoin", "rebut", "yield", "table:train/enemy"],
    "ladder": ["accept", "table:nukterror/need", "table:train/enemy", "consult"],
    "news": ["act:airwar", "act:standdownus", "accept", "table:train/enemy", "consult"],
    "ceiling": ["act:standdownus", "accept", "table:council/need", "table:charter/law", "consult"],
}
