"""``python -m tests.example`` writes the example game anew, after a change of the scenario."""

from tests.example.save import SHIPPED, remade

if __name__ == "__main__":
    made = remade()
    same = SHIPPED.exists() and SHIPPED.read_bytes() == made
    SHIPPED.write_bytes(made)
    print(f"{SHIPPED.name}: {'nothing has changed' if same else 'written anew'}")
