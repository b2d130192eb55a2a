"""C++ as text: code without comments and literals, the literals, the comments, functions and test cases."""
import re

TOKEN = re.compile(
    r'(?P<line>//[^\n]*)'
    r'|(?P<block>/\*.*?\*/)'
    r'|(?P<raw>(?:u8|[uUL])?R"(?P<tag>[^\s()\\]{0,16})\((?P<body>.*?)\)(?P=tag)")'
    r'|(?P<text>(?:u8|[uUL])?"(?P<chars>(?:[^"\\\n]|\\.)*)")'
    r"|(?P<char>(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+')", re.S)
ASSERTION = re.compile(r"\b(REQUIRE|CHECK|FAIL|SUCCEED)(_\w+)?\s*\(")
TEST_CASE = re.compile(r"^[ \t]*(TEST_CASE|SCENARIO|TEST_CASE_METHOD|TEMPLATE_TEST_CASE)\s*\(", re.M)
FUNCTION = re.compile(r"\b(\w+)\s*\([^;{}]*\)\s*(?:const\s*)?(?:noexcept\s*)?\{")
NOT_FUNCTIONS = {"if", "for", "while", "switch", "catch", "return", "sizeof", "SECTION", "TEST_CASE", "DYNAMIC_SECTION"}


class Literal:
    """A string as the compiler sees it: adjacent ones are one."""

    def __init__(self, text, begin, end, line):
        self.text, self.begin, self.end, self.line = text, begin, end, line


class CppText:
    """`code` has the length and lines of the source, with comments and literals blanked."""

    def __init__(self, source):
        self.literals, self.comments = [], {}
        code, last = [], 0
        for match in TOKEN.finditer(source):
            code.append(source[last:match.start()])
            code.append(self._blank(source, match))
            last = match.end()
        code.append(source[last:])
        self.code = "".join(code)

    def _blank(self, source, match):
        line = source.count("\n", 0, match.start()) + 1
        whole = match.group()
        blank = re.sub(r"[^\n]", " ", whole)
        if match.group("line") or match.group("block"):
            self.comments[line] = self.comments.get(line, "") + whole
        elif match.group("raw") or match.group("text"):
            text = match.group("body") if match.group("raw") else match.group("chars")
            previous = self.literals[-1] if self.literals else None
            if previous and not source[previous.end:match.start()].strip():
                previous.text += text
                previous.end = match.end()
            else:
                self.literals.append(Literal(text, match.start(), match.end(), line))
            return '""' + blank[2:] if "\n" not in whole else blank
        return blank

    def marked(self, literal, word):
        """Does a comment with `word` stand on the literal's first line or on the line above?"""
        return any(re.search(rf"\b{word}\b", self.comments.get(line, "")) for line in (literal.line, literal.line - 1))


def block_end(code, brace):
    """Offset past the brace that closes the one at `brace`."""
    depth = 0
    for offset in range(brace, len(code)):
        if code[offset] == "{":
            depth += 1
        elif code[offset] == "}":
            depth -= 1
            if depth == 0:
                return offset + 1
    return len(code)


def functions_that_assert(code):
    """Names of functions that assert, themselves or through one that does."""
    bodies = {}
    for match in FUNCTION.finditer(code):
        if match.group(1) not in NOT_FUNCTIONS:
            bodies.setdefault(match.group(1), []).append(code[match.end() - 1:block_end(code, match.end() - 1)])
    found = set()
    while True:
        more = {name for name, texts in bodies.items() if name not in found
                and any(ASSERTION.search(text) or calls(text, found) for text in texts)}
        if not more:
            return found
        found |= more


def calls(text, names):
    return any(name in names for name in re.findall(r"\b(\w+)\s*(?:<[^<>;]*>)?\s*\(", text))


def test_cases(code, helpers):
    """(line, kind, does it assert) of each test case."""
    for match in TEST_CASE.finditer(code):
        brace = code.find("{", code.find(")", match.end()))
        body = code[brace:block_end(code, brace)] if brace >= 0 else ""
        yield code.count("\n", 0, match.start()) + 1, match.group(1), bool(ASSERTION.search(body)) or calls(body, helpers)
