"""Lays out what script/fuzz starts from: each file of Courses and Content, after the byte that says where it goes."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# In the order of FuzzedSite.places, by what is in the path.
KINDS = [
    (0, "Courses/", ".md"), (1, "Courses/", ".en.md"), (2, "course.", ".md"), (3, "practices/", ".md"), (4, "images/", ".svg"),
    (5, "glossary/", ".md"), (6, "personas/", ".md"), (7, "services/", ".md"), (8, "pages/", ".md"), (9, "mandate/", ".md"),
    (10, "interface/", ".yml"), (11, "jargon/", ".txt"),
]

target = Path(sys.argv[1])
target.mkdir(exist_ok=True)
for number, file in enumerate(sorted([*ROOT.glob("Courses/**/*"), *ROOT.glob("Content/**/*")])):
    name = str(file.relative_to(ROOT))
    places = [place for place, part, ending in KINDS if part in name and name.endswith(ending)]
    if places:
        (target / f"{number:04}").write_bytes(bytes([max(places)]) + file.read_bytes())
