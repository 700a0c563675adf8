"""The game in words, told once: every sentence that a person reads is made here.

What happened and how things stand are found out below this room, as values. Here they become
sentences, in a language, with the names of a scenario. What lays them out stands above.
"""
