#!/usr/bin/env python3
"""Turns the dictionary of go-pinyin into resources/pinyin/pinyin.txt. Needed only when that dictionary changes.

    apt-get install golang-github-mozillazg-go-pinyin-dev
    scripts/make_pinyin.py [pinyin_dict.go [pinyin.txt]]

A line of the result holds the readings of one group of characters, without tones and joined by commas, the most usual
first; a blank; and the characters. "v" stands for u with two dots, as it is typed.
"""

import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SOURCE = "/usr/share/gocode/src/github.com/mozillazg/go-pinyin/pinyin_dict.go"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin" / "pinyin.txt"
ENTRY = re.compile(r'^\s*0x([0-9A-Fa-f]+): "([^"]+)",$')
HEADER = """\
# Readings of Chinese characters without tones. Made by scripts/make_pinyin.py from go-pinyin 0.19.0 and pinyin-data,
# Copyright (c) 2016 mozillazg, MIT licence: see LICENSE beside this file.
"""


def without_tone(reading: str) -> str:
    spread = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in spread.lower() if c.isascii() and c.isalpha())


def groups(lines):
    found = defaultdict(list)
    for line in lines:
        entry = ENTRY.match(line)
        if entry:
            readings = dict.fromkeys(without_tone(r) for r in entry.group(2).split(","))
            found[",".join(r for r in readings if r)].append(chr(int(entry.group(1), 16)))
    return found


def main() -> None:
    source = sys.argv[1] if len(sys.argv) > 1 else SOURCE
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else TARGET
    with open(source, encoding="utf-8") as dictionary:
        found = groups(dictionary)
    with open(target, "w", encoding="utf-8", newline="\n") as table:
        table.write(HEADER)
        for readings in sorted(found):
            table.write(f"{readings} {''.join(sorted(found[readings]))}\n")
    print(f"{target}: {sum(map(len, found.values()))} characters, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
