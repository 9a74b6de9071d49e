#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every schema that was ever released still opens, upgrades and then equals a new office's.

    released_schemas.py SROKCTL             tries each of schemas/NNNN.sql
    released_schemas.py --self-test         proves that an altered migration is found
    released_schemas.py --dump OFFICE OUT   a small dump of an office file, to keep with a release

A dump is kept when an issue is resolved and its migrations are shipped:
    srokctl demo /tmp/small.srok --learners 40 --seed 5
    tests/storage/released_schemas.py --dump /tmp/small.srok tests/storage/schemas/0011.sql
"""

import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MIGRATIONS = HERE.parents[1] / "resources" / "migrations"
LEFT_OUT = "%PDF, left out of the dump"
APPLICATION = 0x53524F4B
# No upgrade loses a row of these.
KEPT = ("learner", "institution", "educator", "class", "enrolment", "attendance_month", "score", "certificate",
        "certificate_event", "built_return", "import", "audit")


def schema_of(database):
    """What stands in the schema by name, without comments and layout."""
    def plain(sql):
        return re.sub(r"\s+", " ", re.sub(r"--[^\n]*", "", sql)).replace("( ", "(").replace(" )", ")").strip()
    rows = database.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {f"{kind} {name}": plain(sql) for kind, name, sql in rows}


def differences(one, other):
    return [name for name in sorted(one.keys() | other.keys()) if one.get(name) != other.get(name)]


def migrated(to, scripts=None):
    """A database in memory that the migrations made, up to number `to`."""
    database = sqlite3.connect(":memory:")
    for script in (scripts or [file.read_text(encoding="utf-8") for file in sorted(MIGRATIONS.glob("*.sql"))])[:to]:
        database.executescript(script)
    return database


def loaded(dump, path=":memory:"):
    database = sqlite3.connect(path)
    database.executescript(dump.read_text(encoding="utf-8"))
    # A document that was left out of an old dump is whole as far as its digest can tell.
    database.execute("UPDATE certificate_document SET digest = ? WHERE pdf = CAST(? AS BLOB)",
                     (hashlib.blake2b(LEFT_OUT.encode(), digest_size=32).digest(), LEFT_OUT))
    database.commit()
    return database


def tables_of(database):
    return {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def counts(database):
    tables = tables_of(database)
    return {table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in KEPT if table in tables}


def faults_of(dump, srokctl, folder):
    """What is wrong with an office file of this old schema, in sentences."""
    number = int(dump.stem)
    faults = [f"a shipped migration was altered: {name}"
              for name in differences(schema_of(loaded(dump)), schema_of(migrated(number)))]

    def run(*words, ends=0):
        done = subprocess.run([srokctl, *map(str, words), "--json"], capture_output=True, text=True, encoding="utf-8",
                              check=False)
        if done.returncode != ends:
            faults.append(f"srokctl {words[0]} ended with {done.returncode}: {done.stdout}{done.stderr}")
            return {}
        return json.loads(done.stdout)

    office, fresh = folder / f"{dump.stem}.srok", folder / f"fresh-{dump.stem}.srok"
    old = loaded(dump, office)
    before = counts(old)
    old.close()
    # A word that writes brings the file up to date.
    run("institution", office, "add", "សាលាថ្មី", "--kind", "school")
    run("new", fresh, "--area", "0202")
    upgraded, new = sqlite3.connect(office), sqlite3.connect(fresh)
    faults += [f"after the upgrade not as in a new office: {name}"
               for name in differences(schema_of(upgraded), schema_of(new))]
    newest = new.execute("PRAGMA user_version").fetchone()[0]
    if upgraded.execute("PRAGMA user_version").fetchone()[0] != newest:
        faults.append(f"not upgraded to {newest}")
    copy = folder / f"{office.name}.before-{number + 1:04}"
    if copy.exists() != (number < newest):
        faults.append(f"{copy.name} is {'not ' if number < newest else ''}there")
    if dangling := upgraded.execute("PRAGMA foreign_key_check").fetchall():
        faults.append(f"rows that point nowhere: {dangling}")
    after = counts(upgraded)
    after["institution"] -= 1
    after["audit"] -= 1
    faults += [f"{table}: {before[table]} rows before, {after[table]} after"
               for table in before if before[table] != after[table]]
    upgraded.close()
    new.close()
    if run("check", office).get("ok") is not True:
        faults.append("check finds the upgraded office damaged")
    if run("find", office, "").get("total") != before["learner"]:
        faults.append("not every learner is found")
    classes = run("class", office, "list").get("classes", [])
    if len(classes) != before["class"]:
        faults.append("not every class is listed")
    for one in classes:
        run("results", office, one["id"])
        run("eligible", office, one["id"])
    if len(run("certificate", office, "register").get("certificates", [])) != before["certificate"]:
        faults.append("not every certificate is in the register")
    if len(run("return", office, "status").get("built", [])) != before["built_return"]:
        faults.append("not every return is told of")
    run("imports", office)
    return faults


def try_all(srokctl):
    dumps = sorted((HERE / "schemas").glob("*.sql"))
    failed = not dumps
    with tempfile.TemporaryDirectory() as folder:
        for dump in dumps:
            faults = faults_of(dump, srokctl, Path(folder))
            print(f"{dump.name}: {'; '.join(faults) or 'ok'}")
            failed = failed or bool(faults)
    return 1 if failed else 0


def self_test():
    """A column more in any migration, or an index or trigger less, differs from the dump by name."""
    dump = sorted((HERE / "schemas").glob("*.sql"))[-1]
    number = int(dump.stem)
    scripts = [file.read_text(encoding="utf-8") for file in sorted(MIGRATIONS.glob("*.sql"))][:number]
    released = schema_of(loaded(dump))
    missed = []
    for at, script in enumerate(scripts):
        altered, times = re.subn(r"(CREATE TABLE (\w+) \()", r"\1 altered INTEGER, ", script, count=1)
        assert times == 1, f"migration {at + 1} makes no table"
        changed = differences(released, schema_of(migrated(number, [*scripts[:at], altered, *scripts[at + 1:]])))
        if not changed:
            missed.append(str(at + 1))
    commented = [script + "\n-- a comment more changes nothing\n" for script in scripts]
    if differences(released, schema_of(migrated(number, commented))):
        missed.append("a comment is taken for a change")
    print(f"not found: {', '.join(missed)}" if missed else f"an alteration of each of {number} migrations is found")
    return 1 if missed else 0


def trim(database):
    """Of what is long, as much as still holds together."""
    # From 0020 on the register is chained to its documents, and they must stay.
    if "certificate_link" not in tables_of(database):
        database.execute("UPDATE certificate_document SET pdf = CAST(? AS BLOB)", (LEFT_OUT,))
    for table, column in (("class_day", "day"), ("attendance_month", "month")):
        database.execute(f"DELETE FROM {table} WHERE {column} > '2025-12-31'")
    database.execute("""
        WITH RECURSIVE used (code) AS (
            SELECT area_code FROM office UNION SELECT village_code FROM institution UNION
            SELECT village_code FROM learner UNION SELECT birthplace_code FROM learner UNION
            SELECT substr(code, 1, length(code) - 2) FROM used WHERE length(code) > 2)
        DELETE FROM area WHERE code NOT IN (SELECT code FROM used WHERE code IS NOT NULL)
               AND code NOT LIKE '02__'""")
    database.execute("DELETE FROM area_former_name WHERE area_code NOT IN (SELECT code FROM area)")


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if isinstance(value, (int, float)) else "'" + value.replace("'", "''") + "'"


def write_dump(office, out):
    database = sqlite3.connect(":memory:")
    source = sqlite3.connect(f"{Path(office).resolve().as_uri()}?mode=ro", uri=True)
    source.backup(database)
    triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        database.execute(f'DROP TRIGGER "{name}"')
    trim(database)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    lines = ["-- SPDX-License-Identifier: GPL-3.0-or-later",
             "-- Long because rows of every table stand in it.",
             f"-- An office file of schema {version:04}, made by released_schemas.py --dump. All people are invented.",
             f"PRAGMA application_id = {APPLICATION};", f"PRAGMA user_version = {version};", "BEGIN;"]
    tables = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for name, sql in tables.fetchall():
        lines.append(f"{sql};")
        rows = database.execute(f'SELECT * FROM "{name}"').fetchall()
        if rows:
            values = ",\n".join("(" + ",".join(map(literal, row)) + ")" for row in rows)
            lines.append(f'INSERT INTO "{name}" VALUES\n{values};')
    lines += [f"{sql};" for (sql,) in database.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL").fetchall()]
    lines += [f"{sql};" for _, sql in triggers]
    Path(out).write_text("\n".join([*lines, "COMMIT;", ""]), encoding="utf-8")
    return 0


def main(arguments):
    if arguments[0] == "--dump":
        return write_dump(*arguments[1:])
    return self_test() if arguments[0] == "--self-test" else try_all(arguments[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
