"""By lesson one way through it: what is wished, in the order in which it is preferred."""

PLANS = {
    "motion": ["table:review/fruit", "rejoin", "rebut", "yield", "table:train/enemy"],
}
