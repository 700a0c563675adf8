"""Whatever happens to a journal's bytes is noticed, and nothing past it is believed."""

from __future__ import annotations

from random import Random

from game.match import SaveError
from game.match.record import Record, read
from game.match.scan import Scan, scan
from tests.match.prefixes import journal
from tests.match.tally import Tally


def believed(data: bytes, damaged: bytes, found: Scan, whole: Record) -> str | None:
    """What is wrong with how a damaged journal is read, if anything.

    Args:
        data: the journal as it was, closed.
        damaged: the journal as it is now.
        found: its good lines.
        whole: what the journal said.
    """
    if damaged == data:
        return None
    try:
        record = read(found, "x.jsonl")
    except SaveError:
        return None
    if record.header != whole.header or record.events != whole.events[: len(record.events)]:
        return "something else is believed"
    if record.damage is None and not found.torn and not found.unfinished and record.closed:
        return "nothing is noticed"
    return None


def flips(count: int, *, step: int = 1) -> Tally:
    """Flip single bits of whole journals, every ``step``-th of them, until so many were tried.

    Besides being noticed, no line that the flip is in, or that comes after it, may be believed
    (but for a last line whose line feed alone was hit).
    """
    tally = Tally()
    seed = 0
    while tally.tried < count:
        data = journal(seed, shipped=seed % 9 == 8).data
        whole = read(scan(data), "x.jsonl")
        ends = [line.end for line in scan(data).lines]
        flipped = bytearray(data)
        for bit in range(seed % step, len(data) * 8, step):
            at = bit // 8
            flipped[at] ^= 1 << bit % 8
            damaged = bytes(flipped)
            found = scan(damaged)
            problem = believed(data, damaged, found, whole)
            lines = len(found.lines)
            good = sum(end <= at for end in ends)
            if lines != good and not (lines == len(ends) and at == len(data) - 1):
                problem = f"{lines} lines believed, {good} are before the flip"
            tally.case(problem, f"seed {seed}, bit {bit}")
            flipped[at] ^= 1 << bit % 8
            if tally.tried >= count:
                break
        journal.cache_clear()
        seed += 1
    return tally


def strange(data: bytes, random: Random) -> tuple[str, bytes]:
    """A journal after one of the accidents that befall files, and its name."""
    lines = data.splitlines(keepends=True)
    kind = random.choice(sorted(_ACCIDENTS))
    if kind in ("bytes", "zeros", "sectors"):
        start = random.randrange(len(data))
        end = min(len(data), start + random.choice((1, 2, 17, 512, 4096)))
        if kind == "bytes":
            return kind, data[:start] + random.randbytes(end - start) + data[end:]
        if kind == "zeros":
            return kind, data[:start] + bytes(end - start) + data[end:]
        sectors = [data[at : at + 512] for at in range(0, len(data), 512)]
        one, other = random.randrange(len(sectors)), random.randrange(len(sectors))
        sectors[one], sectors[other] = sectors[other], sectors[one]
        return kind, b"".join(sectors)
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    if kind == "duplicate":
        lines.insert(one, lines[one])
    elif kind == "delete":
        del lines[one]
    elif kind == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == "crlf":
        lines[one:] = [line.replace(b"\n", b"\r\n") for line in lines[one:]]
    elif kind == "bom":
        lines[one] = b"\xef\xbb\xbf" + lines[one]
    elif kind == "conflict":
        lines[one:one] = [b"<<<<<<< ours\n", lines[other], b"=======\n"]
    elif kind == "cut":
        del lines[one:]
    else:
        lines[one] = lines[one].replace(b'":"', b'": "', 1)
    return kind, b"".join(lines)


_ACCIDENTS = {
    "bytes",
    "zeros",
    "sectors",
    "duplicate",
    "delete",
    "swap",
    "crlf",
    "bom",
    "conflict",
    "cut",
    "blank",
}


def run(count: int, *, seed: int = 0) -> Tally:
    """Do so many accidents to journals, and notice each."""
    tally = Tally()
    random = Random(seed)
    journals = [journal(each, shipped=each == 8).data for each in range(9)]
    records = [read(scan(data), "x.jsonl") for data in journals]
    for number in range(count):
        which = random.randrange(9)
        kind, damaged = strange(journals[which], random)
        tally.note(kind)
        problem = believed(journals[which], damaged, scan(damaged), records[which])
        tally.case(problem, f"{kind}, case {number}")
    return tally
