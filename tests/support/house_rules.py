#!/usr/bin/env python3
"""The rules of the house that a compiler does not see (docs/testing.md, "House rules").

house_rules.py SOURCE_DIR   checks the tree (after its own self-test)
house_rules.py --self-test  checks that each rule can fail, on files made for it
"""
import os
import re
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

from cpp_text import CppText, functions_that_assert, test_cases

SOURCES = (".h", ".cpp")
TEXTS = (".h", ".cpp", ".sql", ".csv", ".md", ".py", ".sh", ".txt", ".cmake", ".json", ".ui", ".svg", ".qrc", ".yml")
SKIPPED_FOLDERS = {".git", "build", ".cache"}

# Written in halves, since this file obeys its own rules.
MACHINE_PATH = re.compile(r"(?<![\w./~])/wo" + r"rk/")
LEFTOVER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
REPLACE = re.compile(r"\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b", re.I)
QTEST_MACRO = re.compile(r"\b(QVERIFY\w*|QCOMPARE\w*|QTRY_\w+|QFAIL|QSKIP|QEXPECT_FAIL)\b")
FLOATING = re.compile(r"\b(double|float|qreal|toDouble|toFloat|toReal)\b")
FLOATING_COLUMN = re.compile(r"\b(REAL|DOUBLE|FLOAT|NUMERIC)\b", re.I)
SQL = re.compile(r"\bSELECT\b.*\bFROM\b|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b"
                 r"|\bCREATE\s+(TEMP\s+)?(TABLE|VIEW|INDEX|TRIGGER)\b", re.I | re.S)
# A ListDefinition holds SQL expressions, and one may look up a value: then the whole of it is "(SELECT …)".
LOOKED_UP = re.compile(r"\s*(coalesce\()?\(\s*SELECT\b", re.I)
SQLITE_ONLY = re.compile(r"\b(PRAGMA\s+\w|sqlite_(master|schema|sequence|version|stat)|INSERT\s+OR\s+(IGNORE|ABORT|FAIL|ROLLBACK)"
                         r"|(ifnull|group_concat|strftime|julianday|unixepoch|instr|json_extract|last_insert_rowid|iif|printf)"
                         r"\s*\(|COLLATE\s+NOCASE|GLOB\s+['\":])", re.I)
SQLITE_API = re.compile(r"\bsqlite3_\w+")
SHARED_LINE = re.compile(r"\bQ_(OBJECT|GADGET|NAMESPACE)\b(?!_)")
SLEEP = re.compile(r"\b(sleep_for|sleep_until|usleep|msleep|qSleep)\s*\(")

MOST_LINES, NOTICE_LINES = 600, 400


def in_folder(path, *folders):
    return any(path.startswith(folder + "/") for folder in folders)


def sql_without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S)
    return re.sub(r"--[^\n]*", "", text)


def at(text, offset):
    return text.count("\n", 0, offset) + 1


def faults_of_cpp(path, text, helpers):
    """Faults of one C++ file as (line, reason)."""
    cpp = CppText(text)
    faults = []

    def in_code(pattern, reason):
        faults.extend((at(cpp.code, match.start()), reason.format(match.group().strip())) for match in pattern.finditer(cpp.code))

    def in_literals(pattern, reason, but=None):
        for literal in cpp.literals:
            match = pattern.search(literal.text)
            if match and not (but and but.match(literal.text)):
                faults.append((literal.line, reason.format(" ".join(match.group().split())[:40])))

    for literal in cpp.literals:
        if REPLACE.search(literal.text) and not cpp.marked(literal, "attack"):
            faults.append((literal.line, "REPLACE skips triggers; a test that attacks it says '// attack' on the line or above"))
    for number, line in enumerate(cpp.code.split("\n"), 1):
        if SHARED_LINE.search(line) and line.strip() not in ("Q_OBJECT", "Q_GADGET", "Q_NAMESPACE"):
            faults.append((number, "Q_OBJECT needs a line of its own, or AUTOMOC misses it"))

    if in_folder(path, "src/finance", "src/dues") or re.match(r"src/base/(money|decimal|quantity)", path):
        in_code(FLOATING, "no floating-point number near values: {}")
    if in_folder(path, "src") and not in_folder(path, "src/db"):
        in_code(SQLITE_API, "SQLite's own interface is for src/db: {}")
        in_literals(SQLITE_ONLY, "only SQLite knows this; keep to SQL that PostgreSQL accepts too: {}")
    if in_folder(path, "src") and not in_folder(path, "src/db", "src/metrics") and not path.endswith("_repository.cpp"):
        in_literals(SQL, "SQL is for *_repository.cpp, src/db and src/metrics: {}",
                    but=LOOKED_UP if path.endswith("_list.cpp") else None)
    if in_folder(path, "tests"):
        in_code(QTEST_MACRO, "{} passes when it fails inside Catch2; use REQUIRE or CHECK")
        for match in SLEEP.finditer(cpp.code):
            line = at(cpp.code, match.start())
            # A kill has to come at a random moment: that wait is the test, and it says so.
            if not any("random moment" in cpp.comments.get(near, "") for near in (line, line - 1)):
                faults.append((line, f"tests wait for an event, never for time: {match.group().strip()}"))
        for line, name, asserts in test_cases(cpp.code, helpers | functions_that_assert(cpp.code)):
            if not asserts:
                faults.append((line, f"this {name} asserts nothing"))

    count = text.count("\n")
    if count > MOST_LINES:
        faults.append((count, f"{count} lines; a file over {MOST_LINES} is split"))
    return faults


def faults_of_sql(path, text):
    sql = sql_without_comments(text)
    faults = [(at(sql, match.start()), "REPLACE skips triggers") for match in REPLACE.finditer(sql)]
    bare = re.sub(r"'[^']*'", lambda match: "'" + "\n" * match.group().count("\n") + "'", sql)
    if in_folder(path, "db/migrations"):
        faults += [(at(bare, match.start()), f"values are whole numbers of fen or millionths: {match.group()}")
                   for match in FLOATING_COLUMN.finditer(bare)]
    else:
        faults += [(at(sql, match.start()), f"only SQLite knows this: {match.group()}") for match in SQLITE_ONLY.finditer(sql)]
    return faults


def faults_of_text(path, text):
    faults = [(at(text, match.start()), "a path of one machine") for match in MACHINE_PATH.finditer(text)]
    if path.endswith((".h", ".cpp", ".sql", ".py", ".sh", ".cmake", "CMakeLists.txt")):
        faults += [(at(text, match.start()), f"{match.group()}: finish it or write an issue") for match in LEFTOVER.finditer(text)]
    return faults


def check_tree(files):
    """Faults of {path: text} as sorted "path:line: reason", and notices."""
    helpers = set()
    for path, text in files.items():
        if path.startswith("tests/") and path.endswith(SOURCES):
            if path.endswith(".h") or path.startswith("tests/support/"):
                helpers |= functions_that_assert(CppText(text).code)
    faults, notices = [], []
    for path, text in files.items():
        found = faults_of_text(path, text)
        if path.endswith(SOURCES) and in_folder(path, "src", "tests", "bench"):
            found += faults_of_cpp(path, text, helpers)
            if NOTICE_LINES < text.count("\n") <= MOST_LINES:
                notices.append(f"{path}: {text.count(chr(10))} lines; over {NOTICE_LINES} asks to be split")
        if path.endswith(".sql"):
            found += faults_of_sql(path, text)
        faults += [(path, line, reason) for line, reason in found]
    return [f"{path}:{line}: {reason}" for path, line, reason in sorted(faults)], sorted(notices)


def read_tree(source_dir):
    files = {}
    for folder, folders, names in os.walk(source_dir):
        folders[:] = [name for name in folders if name not in SKIPPED_FOLDERS]
        for name in names:
            if not name.endswith(TEXTS) and not os.path.basename(folder) in (".ci", "scripts"):
                continue
            full = os.path.join(folder, name)
            path = os.path.relpath(full, source_dir).replace(os.sep, "/")
            # Sheets made to be read as damaged or as another encoding.
            if path.startswith("tests/data/"):
                continue
            try:
                with open(full, encoding="utf-8") as stream:
                    files[path] = stream.read()
            except (UnicodeDecodeError, FileNotFoundError):
                continue
    return files


def self_test():
    from house_rules_cases import CASES
    wrong = []
    for path, text, is_fault in CASES:
        faults, _ = check_tree({path: text})
        if bool(faults) != is_fault:
            wrong.append(f"{path}: {text!r}: expected {'a fault' if is_fault else 'none'}, got {faults}")
    with_helper = {"tests/support/expect.h": "inline void expectNone(int n)\n{\n    REQUIRE(n == 0);\n}\n",
                   "tests/base/a.cpp": 'TEST_CASE("a")\n{\n    expectNone(0);\n}\n'}
    if check_tree(with_helper)[0]:
        wrong.append("an assertion inside a shared helper does not count")
    if not check_tree({"src/base/a.h": "int a;\n" * (NOTICE_LINES + 1)})[1]:
        wrong.append("a long file gives no notice")
    if wrong:
        sys.exit("house_rules: self-test failed\n" + "\n".join(wrong))
    print(f"house_rules: self-test passed, {len(CASES) + 2} cases")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    self_test()
    if sys.argv[1] == "--self-test":
        return
    files = read_tree(sys.argv[1])
    if not any(path.startswith("src/") for path in files):
        sys.exit("house_rules: no source found: is this the source folder?")
    faults, notices = check_tree(files)
    for notice in notices:
        print("notice:", notice)
    if faults:
        sys.exit("\n".join(faults) + f"\nhouse_rules: {len(faults)} faults in {len(files)} files")
    print(f"house_rules: {len(files)} files follow the rules")


if __name__ == "__main__":
    main()
