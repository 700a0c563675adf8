"""Reading a scenario from TOML, every fault with its place."""
