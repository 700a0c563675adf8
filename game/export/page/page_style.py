"""How the page looks, on light ground and on dark, on a screen and on paper."""

from __future__ import annotations

from typing import Final

from game.export.board.board_style import look as board_look
from game.export.ink import DARK, LIGHT, inks
from game.scenario.model import Scenario

_SHAPES: Final = """\
*{box-sizing:border-box}
html{color-scheme:light dark}
body{margin:0;background:var(--ground);color:var(--text)}
body{font:16px/1.55 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 24px;overflow-wrap:break-word}
header{padding-top:40px}
h1{font-size:2.4rem;line-height:1.15;margin:0 0 .3em}
h2{font-size:1.5rem;margin:2.4em 0 .6em;border-bottom:2px solid var(--edge);padding-bottom:.2em}
h3{font-size:1.15rem;margin:0 0 .4em}
p{margin:.5em 0}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:3px}
a:hover{text-decoration-color:currentColor}
:target{outline:3px solid var(--warn);outline-offset:6px;border-radius:6px}
.result{font-size:1.2rem;font-weight:600}
.lead{max-width:44em}
dl{display:flex;flex-wrap:wrap;gap:.2em 1.6em;margin:1em 0}
dl div{display:flex;gap:.45em}
dt{color:var(--dim)}
dt::after{content:":"}
dd{margin:0}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:16px;margin:1em 0}
.side{background:var(--panel);border-radius:8px;padding:14px 18px;border-left:6px solid}
.side ul{list-style:none;margin:0;padding:0}
.side li{border-top:1px solid var(--edge);padding:3px 0}
.side0{border-color:var(--side0)}
.side1{border-color:var(--side1)}
figure{margin:0;overflow-x:auto}
svg.chart,svg.board{max-width:100%;height:auto;display:block}
.score svg,svg.board{min-width:640px}
.small{display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:20px 28px}
.chart text{fill:var(--text);font-size:14px}
.chart .strong{font-weight:700}
.chart .small{fill:var(--dim);font-size:12px}
.chart .grid{stroke:var(--edge);stroke-width:1;opacity:.55}
.chart .zero{stroke:var(--dim);stroke-width:1}
.chart .line{fill:none;stroke-width:3;stroke-linejoin:round}
.chart .goal,.chart .jump{fill:none;stroke-width:1.5;stroke-dasharray:6 4}
.chart .line0{stroke:var(--side0)}
.chart .line1{stroke:var(--side1)}
.chart .line.line1{stroke-dasharray:9 3}
.chart .dot0{fill:var(--side0)}
.chart .dot1{fill:var(--side1)}
.chart .track{stroke:var(--text);stroke-width:2.5}
.chart .dot{fill:var(--text)}
.chart .danger{fill:var(--warn);opacity:.16}
.chart .ruin{stroke:var(--bad);stroke-width:3}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--dim);padding:.3em 0}
th,td{padding:3px 8px;text-align:right;border-bottom:1px solid var(--edge)}
thead th{vertical-align:bottom;font-size:.85rem}
th:first-child{text-align:left}
.timeline{list-style:none;padding:0;display:grid;gap:12px}
.timeline{grid-template-columns:repeat(auto-fill,minmax(190px,1fr))}
.timeline>li{background:var(--panel);border-radius:8px;padding:10px 12px}
.timeline ul{list-style:none;margin:.3em 0 0;padding:0;font-size:.85rem;line-height:1.35}
.timeline ul li{border-left:4px solid var(--edge);padding-left:8px;margin:5px 0}
.timeline .news{color:var(--dim)}
.timeline li.by0{border-color:var(--side0)}
.timeline li.by1{border-color:var(--side1)}
.moments{columns:3 260px;column-gap:28px;list-style:none;padding:0;font-size:.9rem}
.moments li{break-inside:avoid}
.debate{background:var(--panel);border-radius:10px;padding:16px 20px;margin:18px 0}
.badge{font-size:.8rem;font-weight:600;padding:2px 9px;border-radius:99px;border:2px solid}
.badge.carried{color:var(--good)}
.badge.failed{color:var(--bad)}
.badge.open{color:var(--dim)}
.chain{list-style:none;padding:0;margin:12px 0}
.said{background:var(--ground);border-radius:8px;padding:10px 14px;margin:8px 0;max-width:82%}
.said p{margin:.2em 0}
.said.by0{border-left:6px solid var(--side0)}
.said.by1{border-right:6px solid var(--side1);margin-left:auto}
.said div{display:flex;justify-content:space-between;gap:1em}
.hour{font-style:italic}
.argument,.note{font-size:.85rem}
.note{color:var(--dim)}
.remark,.quote{border-left-style:solid}
.who,.fate{color:var(--dim);font-size:.85rem}
.said s{color:var(--dim)}
.step{border-left:6px solid var(--edge);padding-left:14px;margin:14px 0}
.step.by0{border-color:var(--side0)}
.step.by1{border-color:var(--side1)}
.changes{font-size:.9rem;margin:.3em 0;padding-left:1.2em}
.why{color:var(--dim)}
.close{font-weight:600;margin-top:1.2em}
cite{font-style:normal;white-space:nowrap;color:var(--dim);font-size:.85em}
cite::before{content:"("}
cite::after{content:")"}
blockquote{margin:.5em 0;padding:.2em 0 .2em 14px;border-left:3px dotted var(--dim)}
summary{cursor:pointer;color:var(--dim);margin:.8em 0}
footer{color:var(--dim);font-size:.9rem;padding-top:20px;padding-bottom:60px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media print{details{display:none}.debate,.said,.timeline>li{break-inside:avoid}}
"""


def look(scenario: Scenario) -> str:
    """The style sheet of a page."""
    light, dark = (_variables(inks(scenario, ground)) for ground in (LIGHT, DARK))
    colors = f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
    return f"{colors}{_SHAPES}{board_look(scenario)}"


def _variables(ink: dict[str, str]) -> str:
    return "".join(f"--{name}:{color};" for name, color in ink.items())
