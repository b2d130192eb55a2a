#!/usr/bin/env python3
"""Turns the dictionary of go-pinyin into resources/pinyin/pinyin.txt. Needed only when that dictionary changes.

    apt-get install golang-github-mozillazg-go-pinyin-dev unicode-data
    scripts/make_pinyin.py [pinyin_dict.go [pinyin.txt]]

A line of the result holds the readings of one group of characters, without tones and joined by commas, the most usual
first; a blank; and the characters. "v" stands for u with two dots, as it is typed.

The dictionary has readings that nobody has used for centuries (xiong for the character of "can"), and each one finds names
that were not meant. Where Unicode gives the readings of the list of 2013 (通用规范汉字, field kTGHZ2013), only those and
the few of LIVING stay.
"""

import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SOURCE = "/usr/share/gocode/src/github.com/mozillazg/go-pinyin/pinyin_dict.go"
UNIHAN = "/usr/share/unicode/Unihan_Readings.txt.bz2"
TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin" / "pinyin.txt"
ENTRY = re.compile(r'^\s*0x([0-9A-Fa-f]+): "([^"]+)",$')
# Not in the list of 2013, yet said and typed today: in place names, surnames, names of firms, and in the office.
LIVING = {
    "六": "lu", "晟": "sheng", "桔": "ju", "这": "zhei", "那": "nei", "哪": "nei", "姥": "mu", "珲": "hui", "珩": "hang",
    "纥": "ge", "隗": "kui", "隽": "jun", "镐": "hao", "陂": "bei", "釐": "li", "徵": "zheng", "嗯": "n", "泺": "po",
    "阚": "han", "瑱": "zhen", "焘": "dao", "氓": "meng", "颤": "zhan", "说": "yue", "嬷": "ma", "肋": "le",
}
HEADER = """\
# Readings of Chinese characters without tones. Made by scripts/make_pinyin.py from go-pinyin 0.19.0 and pinyin-data,
# Copyright (c) 2016 mozillazg, MIT licence, and Unihan 15.0, Copyright (c) Unicode: see LICENSE beside this file.
"""


def without_tone(reading: str) -> str:
    spread = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in spread.lower() if c.isascii() and c.isalpha())


def readings_of_2013() -> dict[str, set[str]]:
    found = {}
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as unihan:
        for line in unihan:
            if "\tkTGHZ2013\t" in line:
                code, _, value = line.rstrip("\n").split("\t")
                # "148.140:huì 200.140:kuài": page and place in the dictionary, then a reading
                found[chr(int(code[2:], 16))] = {without_tone(entry.split(":")[1]) for entry in value.split()}
    return found


def groups(lines):
    today = readings_of_2013()
    found = defaultdict(list)
    for line in lines:
        entry = ENTRY.match(line)
        if entry:
            character = chr(int(entry.group(1), 16))
            readings = [r for r in dict.fromkeys(without_tone(r) for r in entry.group(2).split(",")) if r]
            if character in today:
                kept = today[character] | {LIVING.get(character)}
                readings = [r for r in readings if r in kept]
            found[",".join(readings)].append(character)
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
