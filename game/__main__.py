"""``python -m game`` is the command ``shared-enemy``."""

from game.cli import main

if __name__ == "__main__":
    main()
