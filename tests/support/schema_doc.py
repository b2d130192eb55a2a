#!/usr/bin/env python3
"""Does docs/schema.md name every table, view, column and trigger that db/migrations make?

schema_doc.py SOURCE_DIR          checks (after its own self-test)
schema_doc.py SOURCE_DIR --write  puts the lists of columns and triggers into the page anew; the prose stays
schema_doc.py --self-test         checks that each rule can fail, on schemas made for it

A table or view has a heading "### NAME", prose by hand, and between two markers the list that is made here:
<!-- columns NAME -->
…
<!-- end -->
"""
import glob
import os
import re
import sqlite3
import sys
import textwrap

PAGE = os.path.join("docs", "schema.md")
BLOCK = re.compile(r"<!-- columns (\w+) -->\n(.*?)<!-- end -->", re.S)
HEADING = re.compile(r"^### (\w+)$", re.M)
TYPES = {"INTEGER": "int", "TEXT": "text", "BLOB": "bytes"}
WIDTH = 118


def schema_of(scripts):
    """An in-memory data file after all the scripts."""
    connection = sqlite3.connect(":memory:")
    for script in scripts:
        connection.executescript(script)
    return connection


def objects_of(connection):
    """Names of tables and views in the order in which they were made."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
                              " ORDER BY rowid")
    return [name for (name,) in rows]


def column_text(name, kind, is_required, is_key, target):
    if not kind:
        return f"`{name}`"
    text = f"`{name}` {TYPES.get(kind, kind)}"
    if not is_required and not is_key:
        text += "?"
    if is_key:
        text += " key"
    return text + (f" → `{target}`" if target else "")


def block_of(connection, name):
    """The lines between the markers: columns, then triggers."""
    is_view = connection.execute("SELECT type FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] == "view"
    targets = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    columns = [column_text(column, "" if is_view else kind, required, key, targets.get(column))
               for _, column, kind, required, _, key in connection.execute(f"PRAGMA table_info({name})")]
    triggers = [f"`{row[0]}`" for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY rowid", (name,))]
    lines = ["Columns: " + " · ".join(columns)]
    if triggers:
        lines.append("Triggers: " + " · ".join(triggers))
    # A name, its type and its target stay on one line.
    wrapped = [textwrap.fill(re.sub(r"(?<!·) (?!·)", "\0", line), WIDTH, break_long_words=False, break_on_hyphens=False)
               for line in lines]
    return "\n\n".join(wrapped).replace("\0", " ") + "\n"


def check(connection, page):
    """Faults of the page as texts."""
    names = objects_of(connection)
    blocks = {match.group(1): match.group(2) for match in BLOCK.finditer(page)}
    headings = HEADING.findall(page)
    faults = []
    for name in names:
        if name not in headings:
            faults.append(f"{name} has no heading '### {name}'")
        elif name not in blocks:
            faults.append(f"{name} has no list between '<!-- columns {name} -->' and '<!-- end -->'")
        elif blocks[name] != block_of(connection, name):
            faults.append(f"the columns or triggers of {name} are not those of the migrations")
    faults += [f"{name} is described, but no migration makes it" for name in sorted(set(headings) | set(blocks))
               if name not in names]
    faults += [f"{name} is described twice" for name in sorted(set(headings)) if headings.count(name) > 1]
    for heading in HEADING.finditer(page):
        prose = page[heading.end():page.find("<!-- columns", heading.end())]
        if not re.search(r"\w", prose):
            faults.append(f"{heading.group(1)} has no word on what it is for")
    return faults


def rewritten(connection, page):
    names = set(objects_of(connection))

    def renew(match):
        name = match.group(1)
        return f"<!-- columns {name} -->\n{block_of(connection, name)}<!-- end -->" if name in names else match.group()

    return BLOCK.sub(renew, page)


def self_test():
    script = ("CREATE TABLE units (id INTEGER PRIMARY KEY, name TEXT NOT NULL, parent_id INTEGER REFERENCES units (id)) STRICT;"
              "CREATE VIEW v_units AS SELECT id, name FROM units;"
              "CREATE TRIGGER units_delete BEFORE DELETE ON units BEGIN SELECT RAISE(ABORT, 'no'); END;")
    connection = schema_of([script])
    page = ("# Schema\n\n### units\nFirms.\n<!-- columns units -->\nColumns: `id` int key · `name` text · `parent_id` int? → "
            "`units`\n\nTriggers: `units_delete`\n<!-- end -->\n\n### v_units\nFor others.\n<!-- columns v_units -->\n"
            "Columns: `id` · `name`\n<!-- end -->\n")
    cases = [
        ("as it should be", page, None),
        ("no heading", page.replace("### v_units\n", ""), "v_units has no heading"),
        ("no list", page.replace("<!-- columns v_units -->", ""), "v_units has no list"),
        ("a column that is missing", page.replace(" · `parent_id` int? → `units`", ""), "columns or triggers of units"),
        ("a column that may be empty", page.replace("`name` text", "`name` text?"), "columns or triggers of units"),
        ("a trigger that is missing", page.replace("`units_delete`", ""), "columns or triggers of units"),
        ("a table that is not there", page + "\n### people\nOld.\n", "people is described, but"),
        ("no prose", page.replace("Firms.", ""), "units has no word"),
        ("twice", page + "\n### units\nAgain.\n", "units is described twice"),
    ]
    wrong = []
    for title, text, expected in cases:
        faults = check(connection, text)
        if (expected is None and faults) or (expected and not any(expected in fault for fault in faults)):
            wrong.append(f"{title}: expected {expected}, got {faults}")
    stale = page.replace("`name` text", "`title` text")
    if rewritten(connection, stale) != page:
        wrong.append("--write does not mend a stale list")
    if wrong:
        sys.exit("schema_doc: self-test failed\n" + "\n".join(wrong))
    print(f"schema_doc: self-test passed, {len(cases) + 1} cases")


def main():
    arguments = sys.argv[1:]
    if arguments == ["--self-test"]:
        return self_test()
    if len(arguments) not in (1, 2) or arguments[1:] not in ([], ["--write"]):
        sys.exit(__doc__)
    self_test()
    scripts = []
    for path in sorted(glob.glob(os.path.join(glob.escape(arguments[0]), "db", "migrations", "*.sql"))):
        with open(path, encoding="utf-8") as stream:
            scripts.append(stream.read())
    if not scripts:
        sys.exit("schema_doc: no migration found: is this the source folder?")
    connection = schema_of(scripts)
    path = os.path.join(arguments[0], PAGE)
    with open(path, encoding="utf-8") as stream:
        page = stream.read()
    if "--write" in arguments:
        page = rewritten(connection, page)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(page)
    faults = check(connection, page)
    if faults:
        sys.exit("\n".join(faults) + f"\nschema_doc: {len(faults)} faults in {PAGE};"
                 " 'python3 tests/support/schema_doc.py . --write' renews the lists")
    print(f"schema_doc: {PAGE} names all of {len(objects_of(connection))} tables and views")


if __name__ == "__main__":
    main()
