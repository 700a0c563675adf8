"""How much room a terminal must have, and from when on there is plenty; as (width, height)."""

LEAST = (80, 24)
"""Below this the app is covered."""
ROOMY = (112, 36)
"""From here on the board is drawn tall, with a row for each motion."""
