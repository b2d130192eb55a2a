#!/usr/bin/env python3
"""Is every operation of src/session/operations.def asked somewhere? One that nothing asks protects nothing.

Asked is: `Work work(session, Operation::X)`, `require(Operation::X)`, `may(Operation::X)` outside the window (which only hides),
the operation of a sheet's import or export, `operation = "key"` of a list, `operation:` or `rows:` of a metric.

operations.py SOURCE_DIR   checks the tree (after its own self-test)
operations.py --self-test  checks that the rule can fail, on texts made for it
"""
import glob
import os
import re
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is

from cpp_text import CppText

DEFINITION = re.compile(r'^OPERATION\((\w+),\s*"([^"]+)"', re.M)
ASKED = r"(?:\bWork\b|\brequire\s*\(|\b\w*Operation\(\)\s*const\s*override\s*\{\s*return)[^;{}]*\bOperation::(\w+)"
MAY = r"\bmay\s*\([^;{}]*\bOperation::(\w+)"
OF_LIST = re.compile(r'\boperation = "([^"]+)"')
OF_METRIC = re.compile(r"^-- (?:operation|rows): (\S+)$", re.M)


def operations(definitions):
    """(name, key) of each line."""
    return DEFINITION.findall(definitions)


def asked_in(path, text):
    """(names, keys) that a file asks."""
    if path.endswith(".sql"):
        return set(), set(OF_METRIC.findall(text))
    code = CppText(text).code
    names = set(re.findall(ASKED, code))
    if not path.startswith("src/ui/"):
        names |= set(re.findall(MAY, code))
    return names, set(OF_LIST.findall(text))


def never_asked(definitions, files):
    """Names of the operations that none of the files (path → text) asks."""
    names, keys = set(), set()
    for path, text in files.items():
        of_file = asked_in(path, text)
        names |= of_file[0]
        keys |= of_file[1]
    return [name for name, key in operations(definitions) if name not in names and key not in keys]


def self_test():
    line = 'OPERATION(CaseOpen,          "case.open",          "登记", S | D)\n'
    assert operations("// OPERATION(Name, \"key\")\n" + line) == [("CaseOpen", "case.open")]
    asking = {
        "src/a/a.cpp": "session::Work work(m_session, Operation::CaseOpen);",
        "src/b/b.cpp": "m_session.require(session::Operation::CaseOpen);",
        "src/c/c.cpp": "if (session.may(Operation::CaseOpen)) {}",
        "src/d/d.h": "session::Operation importOperation() const override { return session::Operation::CaseOpen; }",
        "src/e/e.cpp": 'list{.operation = "case.open"}',
        "db/metrics/f.sql": "-- rows: case.open\n",
    }
    silent = {
        "src/a/a.cpp": "// Work work(m_session, Operation::CaseOpen);",
        "src/ui/b.cpp": "button->setEnabled(session.may(Operation::CaseOpen));",
        "src/c/c.cpp": "const auto one = Operation::CaseOpen;",
        "src/d/d.cpp": "Work work(m_session, Operation::CaseOpened);",
        "db/metrics/f.sql": "-- rows: case.opened\n",
    }
    for path, text in asking.items():
        assert never_asked(line, {path: text}) == [], path
    for path, text in silent.items():
        assert never_asked(line, {path: text}) == ["CaseOpen"], path


def main():
    self_test()
    if sys.argv[1:] == ["--self-test"]:
        return 0
    root = sys.argv[1]
    files = {}
    for pattern in ("src/**/*.cpp", "src/**/*.h", "db/metrics/*.sql"):
        for path in glob.glob(os.path.join(root, pattern), recursive=True):
            with open(path, encoding="utf-8") as file:
                files[os.path.relpath(path, root).replace(os.sep, "/")] = file.read()
    with open(os.path.join(root, "src/session/operations.def"), encoding="utf-8") as file:
        definitions = file.read()
    if not operations(definitions):
        print("operations.def holds no operation")
        return 1
    missing = never_asked(definitions, files)
    for name in missing:
        print(f"src/session/operations.def: nothing asks {name}; ask it where the use case is, or take the line away")
    if not missing:
        print(f"operations: each of {len(operations(definitions))} is asked")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
