"""``python -m tests.export`` writes the golden exports anew, and says which have changed."""

from game.export import FORMATS
from tests.export.golden import FOLDER, made, path_of

if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for to in FORMATS:
        path, data = path_of(to), made(to)
        same = path.exists() and path.read_bytes() == data
        path.write_bytes(data)
        print(f"{path.name}: {'nothing has changed' if same else 'written anew'}")
