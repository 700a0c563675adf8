"""The examples of docs/library.md, each with the output that stands below it.

``python -m tests.packaging.library`` runs them and writes their output anew.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from attrs import frozen

PAGE = Path(__file__).parents[2] / "docs" / "library.md"

_BLOCK = re.compile(
    r"^## (?P<title>.*)\n(?P<about>(?:(?!##|```).*\n)*)"
    r"```python\n(?P<code>(?s:.*?))^```\n(?:\n```text\n(?P<output>(?s:.*?))^```\n)?",
    re.MULTILINE,
)


@frozen
class Example:
    """An example: its heading, the program, and what stands below it as its output."""

    title: str
    code: str
    output: str

    def run(self) -> str:
        """What the program prints."""
        out = StringIO()
        with redirect_stdout(out):
            exec(compile(self.code, f"{PAGE.name}: {self.title}", "exec"), {})
        return out.getvalue()


def examples(text: str) -> tuple[Example, ...]:
    """The examples of a page, in its order."""
    return tuple(
        Example(each["title"], each["code"], each["output"] or "") for each in _BLOCK.finditer(text)
    )


def written(text: str) -> str:
    """The page with the output of each example below it."""

    def block(found: re.Match[str]) -> str:
        output = Example(found["title"], found["code"], "").run()
        head = f"## {found['title']}\n{found['about']}"
        return f"{head}```python\n{found['code']}```\n\n```text\n{output}```\n"

    return _BLOCK.sub(block, text)


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        page = written(page)
    PAGE.write_text(page, encoding="utf-8")
