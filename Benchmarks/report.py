"""Prints the figures of a folder as a table, ours first, and which answers differ from ours: report.py FOLDER"""
import math
import pathlib
import sys

QUERIES = pathlib.Path(__file__).parent / "Queries"
# Whose answers have ids, which each engine has its own of.
NOT_COMPARED = {"Q5b", "Q10"}
PEERS = ("duckdb", "duckdb-enum", "sqlite", "oxigraph", "floor")
# What is not worth comparing with loops written by hand, in milliseconds.
SMALL = 0.1


def cell(value):
    return "–" if value is None else f"{value:.3g}"


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    engines = ["hearsay"] + [name for name in PEERS if (folder / f"{name}.tsv").exists()]
    figures = {}
    for name in engines:
        lines = (line.split("\t") for line in (folder / f"{name}.tsv").read_text().splitlines())
        figures[name] = {key: float(value) for key, value in lines}
    print("| what (ms) | " + " | ".join(engines) + " | DuckDB / ours | ours / floor |")
    print("| --- " * (len(engines) + 3) + "|")
    queries = sorted(QUERIES.glob("*.query"), key=lambda path: (int("".join(c for c in path.stem if c.isdigit())), path.stem))
    meanings = [(path.stem, path.read_text().splitlines()[0].removeprefix("-- ")) for path in queries]
    faster, above = [], []
    for key, meaning in meanings + [
        ("load", "load"), ("memory", "memory, MB"), ("save", "save"), ("open", "open what was saved"),
        ("first answer", "the first answer of what was opened"), ("bytes a claim at rest", "with text and indexes"),
    ]:
        values = [figures[name].get(key) for name in engines]
        ours, floor = values[0], figures.get("floor", {}).get(key)
        duckdb = min((figures[name][key] for name in engines if name.startswith("duckdb") and key in figures[name]), default=None)
        isQuery = key.startswith("Q") and ours
        ratios = [duckdb / ours if isQuery and duckdb else None, ours / floor if isQuery and floor else None]
        if ratios[0]:
            faster.append(ratios[0])
        if ratios[1] and floor > SMALL:
            above.append(ratios[1])
        print(f"| {key}: {meaning} | " + " | ".join(map(cell, values + ratios)) + " |")
    if faster:
        print(f"\nAgainst the better DuckDB: {min(faster):.2g} times as fast at the least, {mean(faster):.2g} in the geometric mean.")
    if above:
        print(f"Against loops in C on one thread that take more than {SMALL} ms: {max(above):.2g} times as long at the most.")
    for key, _ in meanings:
        ours = folder / "answers" / "hearsay" / f"{key}.tsv"
        for name in engines[1:]:
            theirs = folder / "answers" / name / f"{key}.tsv"
            if key not in NOT_COMPARED and theirs.exists() and ours.read_text() != theirs.read_text():
                print(f"{key}: {name} answers something else")


main()
