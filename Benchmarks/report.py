"""Prints the figures of a folder as a table, ours first, and which answers differ from ours: report.py FOLDER"""
import math
import pathlib
import sys

QUERIES = pathlib.Path(__file__).parent / "Queries"
# Whose answers have ids, which each engine has its own of.
NOT_COMPARED = {"Q5b", "Q10"}
PEERS = ("duckdb", "duckdb-enum", "sqlite")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    engines = ["hearsay"] + sorted(path.stem for path in folder.glob("*.tsv") if path.stem in PEERS)
    figures = {name: dict(line.split("\t") for line in (folder / f"{name}.tsv").read_text().splitlines()) for name in engines}
    print("| what (ms) | " + " | ".join(engines) + " |")
    print("| --- " * (len(engines) + 1) + "|")
    queries = sorted(QUERIES.glob("*.query"), key=lambda path: (int("".join(c for c in path.stem if c.isdigit())), path.stem))
    meanings = [(path.stem, path.read_text().splitlines()[0].removeprefix("-- ")) for path in queries]
    ratios = []
    for key, meaning in meanings + [
        ("load", "load"), ("memory", "memory, MB"), ("save", "save"), ("open", "open what was saved, and the first answer"),
        ("bytes a claim at rest", "with text and indexes"),
    ]:
        cells = [figures[name].get(key) for name in engines]
        print(f"| {key}: {meaning} | " + " | ".join("–" if cell is None else f"{float(cell):.3g}" for cell in cells) + " |")
        others = [float(cell) for name, cell in zip(engines, cells) if name.startswith("duckdb") and cell]
        if key.startswith("Q") and cells[0] and others:
            ratios.append(min(others) / float(cells[0]))
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        print(f"\nAgainst the better DuckDB: {min(ratios):.2g} times as fast at the least, {mean:.2g} in the geometric mean.")
    for key, _ in meanings:
        ours = folder / "answers" / "hearsay" / f"{key}.tsv"
        for name in engines[1:]:
            theirs = folder / "answers" / name / f"{key}.tsv"
            if key not in NOT_COMPARED and theirs.exists() and ours.read_text() != theirs.read_text():
                print(f"{key}: {name} answers something else")


main()
