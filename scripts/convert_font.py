#!/usr/bin/env python3
"""Make a font that a report can be set in: TrueType outlines, a family name of our own, one code point a glyph.

Usage: convert_font.py SOURCE TARGET.ttf FAMILY [--number N] [--common]

--number N   face N of a collection (.ttc)
--common     keep the characters of Chinese offices only: ASCII, punctuation, CJK unified ideographs with
             extension A, and those ideographs beyond the BMP that the source has

Why: the PDF writer paints TrueType outlines three times faster than CFF, and it names a glyph by its lowest code point, so a
radical (U+2E80-2FDF) or a compatibility ideograph (U+F900-FAFF) that shares the glyph of an ordinary character would spoil the
search text. The layout tables go too: each character has then exactly one glyph, whatever shapes the text.
The target appears whole or not at all. Exit status 0 done, 1 failed, 2 wrong call.
"""
import argparse
import os
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError, newTable

MAX_ERROR = 1.0  # how far a quadratic outline may leave the cubic one, in thousandths of the em
DROPPED_TABLES = ("CFF ", "VORG", "GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "DSIG", "gasp")
NAMES_KEPT = {0, 1, 2, 3, 4, 5, 6, 13, 14}  # copyright, names, version, licence
MAXP_OF_SIMPLE_GLYPHS = {
    "maxZones": 1, "maxTwilightPoints": 0, "maxStorage": 0, "maxFunctionDefs": 0, "maxInstructionDefs": 0,
    "maxStackElements": 0, "maxSizeOfInstructions": 0, "maxComponentElements": 0, "maxPoints": 0, "maxContours": 0,
    "maxCompositePoints": 0, "maxCompositeContours": 0, "maxComponentDepth": 0,
}


def is_duplicate(code_point):
    """Radicals and compatibility ideographs: other names of ordinary characters."""
    return 0x2E80 <= code_point <= 0x2FDF or 0xF900 <= code_point <= 0xFAFF or 0x2F800 <= code_point <= 0x2FA1F


def is_common(code_point):
    return (0x20 <= code_point < 0x180 or 0x2000 <= code_point < 0x2700 or 0x3000 <= code_point < 0x3100
            or 0x3200 <= code_point < 0x3400 or 0x3400 <= code_point < 0x4DC0 or 0x4E00 <= code_point < 0xA000
            or 0xFF00 <= code_point < 0xFFF0 or code_point >= 0x20000)


def keep_only(font, wanted):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables = list(DROPPED_TABLES[1:])
    options.desubroutinize = False
    options.notdef_outline = True
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for c in font.getBestCmap() if wanted(c)])
    subsetter.subset(font)


def replace_outlines(font):
    """CFF charstrings become quadratic glyf outlines."""
    outlines = font.getGlyphSet()
    order = font.getGlyphOrder()
    max_error = MAX_ERROR * font["head"].unitsPerEm / 1000
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, max_error, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = glyphs
    del font["CFF "]
    font["glyf"].compile(font)
    font["maxp"].tableVersion = 0x00010000
    for field, value in MAXP_OF_SIMPLE_GLYPHS.items():
        setattr(font["maxp"], field, value)
    font.sfntVersion = "\x00\x01\x00\x00"


def strip_tables(font):
    for table in DROPPED_TABLES:
        if table in font:
            del font[table]
    font["hhea"].descent = -abs(font["hhea"].descent)  # Fandol Song states it without its sign
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 3.0, [], {}


def strip_code_points(font):
    for table in font["cmap"].tables:
        if hasattr(table, "cmap"):
            table.cmap = {c: glyph for c, glyph in table.cmap.items() if not is_duplicate(c)}
    font["cmap"].tables = [t for t in font["cmap"].tables if t.isUnicode() and t.format in (4, 12)]


def rename(font, family):
    names = font["name"]
    names.names = [r for r in names.names if r.nameID in NAMES_KEPT and r.platformID == 3 and r.langID == 0x409]
    for name_id, text in ((1, family), (2, "Regular"), (3, family), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.fsSelection = (os2.fsSelection & ~0b100001) | 0b1000000  # neither italic nor bold: regular of a family of one
    os2.usWeightClass = 400
    os2.fsType = 0
    font["head"].macStyle = 0


def convert(source, target, family, number, common):
    font = TTFont(source, fontNumber=number, recalcTimestamp=False)
    if common:
        keep_only(font, is_common)
    if "CFF " in font:
        replace_outlines(font)
    strip_tables(font)
    strip_code_points(font)
    rename(font, family)
    half_done = f"{target}.{os.getpid()}.part"
    try:
        font.save(half_done, reorderTables=False)
        os.replace(half_done, target)
    finally:
        if os.path.exists(half_done):
            os.unlink(half_done)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("family")
    parser.add_argument("--number", type=int, default=-1)
    parser.add_argument("--common", action="store_true")
    arguments = parser.parse_args()
    try:
        convert(arguments.source, arguments.target, arguments.family, arguments.number, arguments.common)
    except (OSError, TTLibError) as error:
        print(f"convert_font.py: {arguments.source}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
