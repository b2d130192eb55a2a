#!/usr/bin/env python3
"""Do the #include lines of src/ follow the arrows of docs/architecture.md, section 2?

layering.py SOURCE_DIR   checks SOURCE_DIR/src (after its own self-test)
layering.py --self-test  checks that each rule can fail, on trees made for it
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

# The table of docs/architecture.md, section 2. A room may include these and what lies under them.
ARROWS = {
    "base": [],
    "db": ["base"],
    "tables": ["base"],
    "document": ["base"],
    "session": ["db"],
    "office": ["session"],
    "evidence": ["session"],
    "parties": ["office", "evidence", "tables", "document"],
    "members": ["parties"],
    "activities": ["parties"],
    "casework": ["parties"],
    "finance": ["parties"],
    "metrics": ["session", "office"],
    "dues": ["members", "finance"],
    "planning": ["metrics"],
    "reports": ["metrics", "document", "evidence"],
    "desk": ["members", "activities", "casework", "finance", "dues", "planning", "reports"],
    "cli": ["desk"],
    "ui": ["desk"],
}
# Open to every room from floor 3 up.
FROM_FLOOR_3 = ["tables", "document"]
FLOORS_BELOW_3 = ["base", "db", "tables", "document", "session"]

EVERYWHERE = "every room"
QT_MODULES = {
    "QtCore": EVERYWHERE,
    "QtGui": ["document", "ui"],
    "QtSql": ["db"],
    "QtWidgets": ["ui"],
    "QtCharts": ["ui"],
    "QtPrintSupport": ["ui"],
    "QtConcurrent": ["ui"],
    "QtSvg": ["ui"],
    "QtSvgWidgets": ["ui"],
}
# The program of the command line starts a QGuiApplication, offscreen, so that fonts can be measured.
QT_GUI_FILES = {"cli/main.cpp"}

LIBRARIES = [
    (r"sqlite3\.h", ["db"]),
    (r"sodium(\.h|/.*)", ["db", "session"]),
    (r"zip\.h", ["tables", "document", "desk"]),
    (r"(csv|xlsxwriter)\.h|xlsxwriter/.*", ["tables"]),
    (r"qpdf/.*", ["document"]),
    (r"spdlog/.*", [room for room in ARROWS if room not in ("base", "tables", "document")]),
    # What one operating system has and another has not.
    (r"unistd\.h|fcntl\.h|io\.h|[wW]indows\.h|sys/.*|linux/.*|pwd\.h|signal\.h", ["base", "db"]),
    # The standard library of C++ and of C.
    (r"[a-z_0-9]+|(stdio|stdlib|string|stdint|stddef|errno|math|time|limits|assert)\.h", EVERYWHERE),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def allowed_rooms(room):
    """The room itself, the rooms it names, and what lies under them."""
    open_rooms = [] if room in FLOORS_BELOW_3 else FROM_FLOOR_3
    found, waiting = {room}, ARROWS[room] + open_rooms
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(ARROWS[other])
    return found


def qt_headers():
    """Qt's own headers: name as it is included without a module → modules that have it."""
    folders = glob.glob("/usr/include/*/qt6") + ["/usr/include/qt6"]
    try:
        folders.append(subprocess.run(["qtpaths6", "--query", "QT_INSTALL_HEADERS"], capture_output=True, text=True,
                                      check=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        pass
    headers = {}
    for folder in folders:
        for module in glob.glob(os.path.join(glob.escape(folder), "Qt*")):
            if os.path.isdir(module):
                for name in os.listdir(module):
                    headers.setdefault(name, set()).add(os.path.basename(module))
    return headers


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def fault_of_qt(room, path, modules):
    if path in QT_GUI_FILES and "QtGui" in modules:
        return None
    for module in modules:
        rooms = QT_MODULES.get(module, [])
        if rooms == EVERYWHERE or room in rooms:
            return None
    return f"{room} may not use {'/'.join(sorted(modules))}"


def fault_of_include(room, path, quoted, angled, headers):
    """What is wrong with one include line of a file of `room`, or None."""
    name = quoted or angled
    first = name.split("/")[0]
    if first in ARROWS and "/" in name:
        return None if first in allowed_rooms(room) else f"the arrow {room} → {first} is not in the table"
    if quoted:
        if re.fullmatch(r"ui_\w+\.h", name):
            return None if room == "ui" else "forms are for ui only"
        if re.fullmatch(r"(moc_)?\w+\.(moc|cpp)", name) and name.endswith(("moc", f"moc_{os.path.basename(path)}")):
            return None
        return "includes are written from src/, and this is no room of the table"
    if first.startswith("Qt") and "/" in name:
        return fault_of_qt(room, path, {first})
    if name in headers:
        return fault_of_qt(room, path, headers[name])
    for pattern, rooms in LIBRARIES:
        if re.fullmatch(pattern, name):
            return None if rooms == EVERYWHERE or room in rooms else f"{room} may not use this library"
    return "unknown header; a new library gets a line in tests/support/layering.py"


def check(source_dir, headers):
    """All faults of SOURCE_DIR/src as "path:line: include: reason", and how many include lines were read."""
    root, faults, lines_read = os.path.join(source_dir, "src"), [], 0
    for folder, _, files in os.walk(root):
        for file in sorted(files):
            if not file.endswith((".h", ".cpp")):
                continue
            path = os.path.relpath(os.path.join(folder, file), root).replace(os.sep, "/")
            room = path.split("/")[0]
            if room not in ARROWS or "/" not in path:
                faults.append(f"src/{path}: '{room}' is no room of the table")
                continue
            with open(os.path.join(folder, file), encoding="utf-8") as stream:
                text = without_comments(stream.read())
            for number, line in enumerate(text.split("\n"), 1):
                match = INCLUDE.match(line)
                if match:
                    lines_read += 1
                    fault = fault_of_include(room, path, match.group(1), match.group(2), headers)
                    if fault:
                        faults.append(f"src/{path}:{number}: {line.strip()}: {fault}")
    return faults, lines_read


SELF_TEST = [
    # (path under src, include, is a fault)
    ("base/a.h", "<QString>", False),
    ("base/a.h", "<vector>", False),
    ("base/a.h", '"db/statement.h"', True),
    ("base/a.h", "<QWidget>", True),
    ("base/a.h", "<QtWidgets/QWidget>", True),
    ("base/a.h", "<spdlog/spdlog.h>", True),
    ("base/file.cpp", "<unistd.h>", False),
    ("db/a.cpp", "<QSqlQuery>", False),
    ("db/a.cpp", "<sqlite3.h>", False),
    ("db/a.cpp", '"tables/table_reader.h"', True),
    ("tables/a.cpp", "<zip.h>", False),
    ("tables/a.cpp", "<unistd.h>", True),
    ("document/a.cpp", "<QFont>", False),
    ("document/a.cpp", "<QPrinter>", True),
    ("session/a.cpp", '"db/statement.h"', False),
    ("session/a.cpp", '"tables/sheet.h"', True),
    ("session/a.cpp", "<QSqlQuery>", True),
    ("session/a.cpp", '"office/terms.h"', True),
    ("office/a.cpp", '"tables/sheet.h"', False),
    ("evidence/a.cpp", '"office/terms.h"', True),
    ("parties/a.cpp", '"evidence/store.h"', False),
    ("members/a.cpp", '"parties/units.h"', False),
    ("members/a.cpp", '"base/money.h"', False),
    ("members/a.cpp", '"document/document.h"', False),
    ("members/a.cpp", '"finance/vouchers/voucher.h"', True),
    ("metrics/a.cpp", '"parties/units.h"', True),
    ("metrics/a.cpp", '"office/terms.h"', False),
    ("dues/a.cpp", '"finance/accounts.h"', False),
    ("dues/a.cpp", '"activities/event.h"', True),
    ("reports/a.cpp", '"members/member.h"', True),
    ("reports/a.cpp", '"planning/item.h"', True),
    ("desk/a.cpp", '"planning/item.h"', False),
    ("desk/a.cpp", '"ui/shell/window.h"', True),
    ("desk/a.cpp", "<QImage>", True),
    ("cli/main.cpp", "<QGuiApplication>", False),
    ("cli/a.cpp", "<QGuiApplication>", True),
    ("cli/a.cpp", '"ui/shell/window.h"', True),
    ("ui/a.cpp", "<QPrinter>", False),
    ("ui/a.cpp", "<QChart>", False),
    ("ui/a.cpp", '"ui_unit_form.h"', False),
    ("desk/a.cpp", '"ui_unit_form.h"', True),
    ("ui/a.cpp", '"a.moc"', False),
    ("ui/a.cpp", '"attic/a.h"', True),
    ("ui/a.cpp", '"../desk/a.h"', True),
    ("ui/a.cpp", '"neighbour.h"', True),
    ("ui/a.cpp", "<QNetworkAccessManager>", True),
    ("ui/a.cpp", "<boost/any.hpp>", True),
    ("attic/a.cpp", "<vector>", True),
]


def self_test(headers):
    if not {"QString", "QWidget", "QSqlQuery", "QPrinter"} <= headers.keys():
        sys.exit("layering: Qt's headers are not found, so nothing can be checked")
    wrong = []
    for path, include, is_fault in SELF_TEST:
        for text in (f"#include {include}\n", f"#pragma once\n\n  #  include   {include} // why\n"):
            with tempfile.TemporaryDirectory() as tree:
                file = os.path.join(tree, "src", path)
                os.makedirs(os.path.dirname(file))
                with open(file, "w", encoding="utf-8") as stream:
                    stream.write(text)
                faults, _ = check(tree, headers)
                if bool(faults) != is_fault:
                    wrong.append(f"{path} with {include}: expected {'a fault' if is_fault else 'none'}, got {faults}")
    with tempfile.TemporaryDirectory() as tree:
        os.makedirs(os.path.join(tree, "src", "base"))
        with open(os.path.join(tree, "src", "base", "a.h"), "w", encoding="utf-8") as stream:
            stream.write('// #include <QWidget>\n/*\n#include "db/a.h"\n*/\n')
        if check(tree, headers) != ([], 0):
            wrong.append("an include inside a comment counts")
    if wrong:
        sys.exit("layering: self-test failed\n" + "\n".join(wrong))
    print(f"layering: self-test passed, {len(SELF_TEST)} cases")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    headers = qt_headers()
    self_test(headers)
    if sys.argv[1] == "--self-test":
        return
    faults, lines_read = check(sys.argv[1], headers)
    if not lines_read:
        faults.append("no include line found: is this the source folder?")
    if faults:
        sys.exit("\n".join(sorted(faults)) + f"\nlayering: {len(faults)} faults in {lines_read} include lines")
    print(f"layering: {lines_read} include lines follow the table")


if __name__ == "__main__":
    main()
