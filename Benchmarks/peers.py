"""Loads the made-up claims of a folder into another engine and times the queries: peers.py ENGINE FOLDER REPETITIONS

Writes FOLDER/ENGINE.tsv, a row for each query with its median in milliseconds, and FOLDER/answers/ENGINE/NAME.tsv with
what it answered. ENGINE is duckdb (columns of text), duckdb-enum (columns of enumerated values), sqlite (with indexes, and
FTS5 over the text) or oxigraph (a store of triples, in memory). DuckDB runs with two threads.
"""
import csv
import pathlib
import resource
import sqlite3
import statistics
import sys
import time

QUERIES = pathlib.Path(__file__).parent / "Queries"
COLUMNS = "id subject relation object location source speaker polarity certainty date quantity text".split()
ENUMERATED = [name for name in COLUMNS if name not in ("id", "date", "quantity", "text")]


class DuckDB:
    dialects = ("duckdb.sql", "sql")

    def __init__(self, folder, enumerated):
        import duckdb

        self.connection = duckdb.connect(":memory:", config={"threads": 2})
        self.enumerated = enumerated
        self.folder = folder

    def load(self):
        types = {name: "DATE" if name == "date" else "INTEGER" if name == "quantity" else "VARCHAR" for name in COLUMNS}
        run = self.connection.execute
        run(f"CREATE TABLE claims AS SELECT * FROM read_csv('{self.folder}/claims.csv', header=true, columns={types})")
        run(f"CREATE TABLE places AS SELECT * FROM read_csv('{self.folder}/places.csv', header=true)")
        if not self.enumerated:
            return
        for name in ENUMERATED:
            run(f"CREATE TYPE {name}_type AS ENUM ("
                f"SELECT DISTINCT {name} FROM claims WHERE {name} IS NOT NULL ORDER BY {name})")
        columns = ", ".join(f"{name}::{name}_type AS {name}" if name in ENUMERATED else name for name in COLUMNS)
        run(f"CREATE TABLE enumerated AS SELECT {columns} FROM claims")
        run("DROP TABLE claims")
        run("ALTER TABLE enumerated RENAME TO claims")

    def ask(self, query):
        return self.connection.execute(query).fetchall()


class SQLite:
    dialects = ("sqlite.sql", "sql")

    def __init__(self, folder):
        self.connection = sqlite3.connect(":memory:")
        self.folder = folder

    def load(self):
        run = self.connection.execute
        run(f"CREATE TABLE claims ({', '.join(COLUMNS)})")
        run("CREATE TABLE places (place, broader)")
        run("CREATE VIRTUAL TABLE words USING fts5(text, content=claims)")
        for table, file in (("claims", "claims.csv"), ("places", "places.csv")):
            with open(f"{self.folder}/{file}", newline="") as lines:
                rows = csv.reader(lines)
                marks = ", ".join("?" for _ in next(rows))
                values = ([value or None for value in row] for row in rows)
                self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        for columns in ("id", "subject, location", "source, speaker", "subject, relation, object, location", "object"):
            run(f"CREATE INDEX \"{columns}\" ON claims ({columns})")
        run("CREATE INDEX broader ON places (broader)")
        run("INSERT INTO words (words) VALUES ('rebuild')")
        run("ANALYZE")

    def ask(self, query):
        return self.connection.execute(query).fetchall()


class Oxigraph:
    dialects = ("sparql",)
    # Names have no other characters that an IRI may not have.
    prefix = "urn:name:"

    def __init__(self, folder):
        import pyoxigraph

        self.store = pyoxigraph.Store()
        self.format = pyoxigraph.RdfFormat.N_TRIPLES
        self.folder = folder

    @classmethod
    def name(cls, text):
        return cls.prefix + text.replace(" ", "_")

    def triples(self):
        with open(f"{self.folder}/places.csv", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["broader"]:
                    yield f"<{self.name(row['place'])}> <urn:broader> <{self.name(row['broader'])}> .\n"
        with open(f"{self.folder}/claims.csv", newline="") as lines:
            for row in csv.DictReader(lines):
                claim = f"<urn:claim:{row.pop('id')}>"
                for key, value in row.items():
                    if value:
                        isName = key in ("subject", "object", "location", "source", "speaker")
                        yield f"{claim} <urn:{key}> " + (f"<{self.name(value)}>" if isName else f'"{value}"') + " .\n"

    def load(self):
        self.store.bulk_load("".join(self.triples()).encode(), format=self.format)

    def ask(self, query):
        return [tuple(self.text(value) for value in row) for row in self.store.query(query)]

    def text(self, value):
        if value is None:
            return None
        return value.value.removeprefix(self.prefix).replace("_", " ") if value.value.startswith(self.prefix) else value.value


ENGINES = {
    "duckdb": lambda folder: DuckDB(folder, enumerated=False),
    "duckdb-enum": lambda folder: DuckDB(folder, enumerated=True),
    "sqlite": SQLite,
    "oxigraph": Oxigraph,
}


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ENGINES:
        sys.exit(__doc__)
    name, folder, repetitions = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
    engine = ENGINES[name](folder)
    with open(folder / "parameters.tsv") as lines:
        parameters = dict(line.rstrip("\n").split("\t") for line in lines)
    answers = folder / "answers" / name
    answers.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    engine.load()
    figures = [("load", (time.perf_counter() - start) * 1000)]
    for path in sorted(QUERIES.glob("*.query")):
        written = next(path.with_suffix(f".{dialect}") for dialect in engine.dialects
                       if path.with_suffix(f".{dialect}").exists())
        query = written.read_text()
        for key, value in parameters.items():
            query = query.replace("{" + key + "}", value.replace(" ", "_") if written.suffix == ".sparql" else value)
        rows = engine.ask(query)
        times = []
        for _ in range(repetitions):
            start = time.perf_counter()
            engine.ask(query)
            times.append((time.perf_counter() - start) * 1000)
        figures.append((path.stem, statistics.median(times)))
        text = "".join("\t".join("" if value is None else str(value) for value in row) + "\n" for row in rows)
        (answers / f"{path.stem}.tsv").write_text(text)
    figures.append(("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    (folder / f"{name}.tsv").write_text("".join(f"{key}\t{value:.4f}\n" for key, value in figures))


main()
