#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the house to its own rules: who may include whom, and what every source looks like.

    architecture.py [TREE]            exit 1 and one line for each finding; the tree is this checkout by default
    architecture.py --self-test       plants a violation of each rule in a copy and asks that the rule finds it
    architecture.py --draw            draws the dependency graph into README.md

The rooms and their order are read from src/CMakeLists.txt. There is no allow-list.
"""

import re
import sys
from functools import cached_property
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]

# Rooms of the windows. A room's own windows stand in its ui/ folder.
SCREEN_ROOMS = {"widgets", "app"}

SQLITE = re.compile(r"sqlite3(ext)?\.h$")
XLSXWRITER = re.compile(r"xlsxwriter(/|\.h)")
ASIO = re.compile(r"(boost/)?asio(/|\.hpp)")
TOOLKIT = re.compile(r"(wx|gtk|gdk|atk|pango|X11)/")
PLATFORM_HEADER = re.compile(r"(unistd|fcntl|signal|csignal|dirent|pwd|netdb|mntent|dlfcn|windows|winsock2?)(\.h)?$|sys/")
PLATFORM_CALL = re.compile(r"(?<![\w.>:])(?:::)?(fork|mmap|flock|localtime(_[rs])?|mkstemp|setlocale|execvp?)\s*\(|std::locale\s*\(\s*\"")
# A file opened by bytes, or a path made into bytes for that: Windows reads them in a code page without Khmer.
BYTE_NAME = re.compile(r"(?<![\w.>:])(?:std::|::)?(fopen|freopen|zip_open|gzopen|FT_New_Face|cairo_(?:pdf|svg|ps)_surface_create|"
                       r"cairo_surface_write_to_png)\s*\(|\.(?:generic_)?string\(\)|\.(?:ToStdString|mb_str|fn_str)\(\)")
PLATFORM_MACRO = re.compile(
    r"^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif)\b[^\n]*\b"
    r"(_WIN32|_WIN64|WIN32|__linux__|__linux|__unix__|__APPLE__|_MSC_VER|__MINGW\w+|__WX\w+__)\b", re.M)
PLATFORM_FILE = re.compile(r"_(windows|linux|posix|gtk|msw)\.(cpp|hpp)$")
DIALOG = re.compile(r"\bwx(MessageBox|MessageDialog|LogError|LogWarning|GetTextFromUser)\b")
TRANSLATED = re.compile(r"(?<![\w])_\(|\bwx(GetTranslation|PLURAL|TRANSLATE)\b")
EMPTY_NAMES = {"util", "utils", "common", "helper", "helpers", "manager", "base", "impl", "misc"}
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LONG_FILE = 500
SCOPE = re.compile(
    r"\bnamespace\b(?P<namespace>[^;{}=]*)\{"
    r"|\b(?:enum\s+(?:class|struct)|struct|class|union)\s+(?P<type>[A-Za-z_][\w:]*)(?P<special>\s*<)?[^;{}()=]*\{"
    r"|(?P<open>\{)|(?P<close>\})")
DRAWN = re.compile(r"```mermaid\n.*?```", re.S)

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<raw>R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")
      |(?P<text>"(?:\\.|[^"\\\n])*")
      |(?P<char>(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+')""", re.S | re.X)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.M)


def without_comments(text, keep_strings):
    """The code with comments blanked, strings too unless kept; line numbers stay."""

    def blank(match):
        if match["comment"] is None and keep_strings:
            return match[0]
        return ('""' if match["comment"] is None else " ") + "\n" * match[0].count("\n")

    return TOKEN.sub(blank, text)


class Source:
    """One .cpp or .hpp under src/."""

    def __init__(self, tree, path):
        self.path = path.relative_to(tree / "src").as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.room = self.path.split("/")[0]
        self.in_room_ui = "/ui/" in self.path
        self.on_screen = self.in_room_ui or self.room in SCREEN_ROOMS

    @cached_property
    def code(self):
        return without_comments(self.text, keep_strings=False)

    @cached_property
    def includes(self):
        """(header, line) of each #include outside comments."""
        code = without_comments(self.text, keep_strings=True)
        return [(m[1], code.count("\n", 0, m.start()) + 1) for m in INCLUDE.finditer(code)]

    def lines_of(self, pattern):
        return [(m[0].strip(), self.code.count("\n", 0, m.start()) + 1) for m in pattern.finditer(self.code)]


class Room:
    def __init__(self, name, arguments):
        words = {"SOURCES": [], "USES": [], "LINKS": [], "UI": [], "UI_USES": []}
        current = None
        for word in arguments:
            if word in words:
                current = word
            elif current:
                words[current].append(word)
        self.name = name
        self.sources = words["SOURCES"]
        self.ui = words["UI"]
        self.uses = words["USES"]
        self.ui_uses = words["UI_USES"]


class Tree:
    def __init__(self, root):
        self.root = Path(root).resolve()
        cmake = re.sub(r"#[^\n]*", "", (self.root / "src/CMakeLists.txt").read_text(encoding="utf-8"))
        self.rooms = {}
        for call in re.finditer(r"\b(add_room|add_library|add_executable)\(\s*([^)]*)\)", cmake):
            words = call[2].split()
            if call[1] == "add_room":
                self.rooms[words[0]] = Room(words[0], words[1:])
            elif any("/" in word for word in words):
                self.add_screen_room(cmake, words)
        self.order = {name: place for place, name in enumerate(self.rooms)}
        self.listed = set(re.findall(r"[\w/.-]+\.cpp\b", cmake))
        paths = sorted(p for p in (self.root / "src").rglob("*") if p.suffix in (".cpp", ".hpp"))
        self.sources = [Source(self.root, p) for p in paths]

    def add_screen_room(self, cmake, words):
        """widgets, srok and srokctl are plain targets: their room is their folder, their uses what they link."""
        links = re.findall(rf"\btarget_link_libraries\(\s*{re.escape(words[0])}\s+([^)]*)\)", cmake)
        linked = " ".join(links).split()
        windows = [name for name in linked if name.endswith("_ui")]
        name = next(word for word in words if "/" in word).split("/")[0]
        uses = [used for used in linked if used in self.rooms] + [used[:-3] for used in windows]
        self.rooms.setdefault(name, Room(name, ["USES", *uses, "UI_USES", *windows]))

    def reach(self, room):
        """Every room that ROOM may use: those it names, and those they name."""
        seen, todo = set(), [room]
        while todo:
            for used in self.rooms[todo.pop()].uses:
                if used in self.rooms and used not in seen:
                    seen.add(used)
                    todo.append(used)
        return seen


def only_here(tree, pattern, allowed, say):
    for source in tree.sources:
        if not allowed(source):
            for header, line in source.includes:
                if pattern.match(header):
                    yield f"src/{source.path}:{line}: {header}: {say}"


def sqlite_only_in_storage(tree):
    return only_here(tree, SQLITE, lambda s: s.room == "storage", "only storage/ talks to SQLite")


def xlsxwriter_only_in_spreadsheet(tree):
    return only_here(tree, XLSXWRITER, lambda s: s.room == "spreadsheet", "only spreadsheet/ writes workbooks")


def asio_only_on_the_wire_and_in_jobs(tree):
    def allowed(source):
        return source.room == "exchange" or re.match(r"widgets/job[\w]*\.[ch]pp$", source.path)

    return only_here(tree, ASIO, allowed, "Asio stays in exchange/ and the job pool")


def toolkit_only_on_screen(tree):
    return only_here(tree, TOOLKIT, lambda s: s.on_screen, "windows only in ui/, widgets/ and app/")


def no_dialog_below_ui(tree):
    for source in tree.sources:
        if not source.on_screen:
            for what, line in source.lines_of(DIALOG):
                yield f"src/{source.path}:{line}: {what}: nothing below ui/ opens a dialog"


def translated_only_on_screen(tree):
    for source in tree.sources:
        if not source.on_screen:
            for what, line in source.lines_of(TRANSLATED):
                yield f"src/{source.path}:{line}: {what}: below ui/ an error is a code; wording/ makes the sentence"


def platform_only_where_named(tree):
    for source in tree.sources:
        if PLATFORM_FILE.search(source.path):
            continue
        for what, line in source.lines_of(PLATFORM_MACRO) + source.lines_of(PLATFORM_CALL):
            yield f"src/{source.path}:{line}: {what}: only a file named _linux, _posix, _gtk, _windows or _msw may"
        for header, line in source.includes:
            if PLATFORM_HEADER.match(header):
                yield f"src/{source.path}:{line}: {header}: only a file named for the platform includes it"


def files_are_opened_by_whole_names(tree):
    for source in tree.sources:
        if not PLATFORM_FILE.search(source.path):
            for what, line in source.lines_of(BYTE_NAME):
                yield f"src/{source.path}:{line}: {what}: a file is opened by its path; Windows has bytes without Khmer"


def rooms_in_order(tree):
    """Include only what src/CMakeLists.txt lets the room use, and name only earlier rooms there."""
    for room in tree.rooms.values():
        for used in room.uses:
            if used in tree.order and tree.order[used] >= tree.order[room.name]:
                yield f"src/CMakeLists.txt: {room.name} uses {used}, which stands later"
    for source in tree.sources:
        if source.room in tree.rooms:
            yield from order_findings(tree, source)


def order_findings(tree, source):
    allowed = tree.reach(source.room) | {source.room}
    if source.on_screen:
        allowed |= screen_reach(tree, source.room)
    for header, line in source.includes:
        other = header.split("/")[0]
        if "/" not in header or "/ui/" in header or other not in tree.rooms:
            continue  # a standard header, or one for windows_never_from_below
        if other not in allowed:
            later = tree.order[other] > tree.order[source.room] and not source.on_screen
            why = "a later room" if later else "not among the rooms it uses"
            yield f"src/{source.path}:{line}: {header}: {why} in src/CMakeLists.txt"


def screen_reach(tree, room):
    """A room's windows may also use widgets/ and what the windows it names stand on."""
    reach = {"widgets"} | (tree.reach("widgets") if "widgets" in tree.rooms else set())
    for used in tree.rooms[room].ui_uses:
        below = used[:-3] if used.endswith("_ui") else used
        if below in tree.rooms:
            reach |= {below} | tree.reach(below)
    return reach


def windows_never_from_below(tree):
    for source in tree.sources:
        for header, line in source.includes:
            if "/ui/" not in f"/{header}":
                continue
            owner = header.split("/")[0]
            may = f"{owner}_ui" in tree.rooms[source.room].ui_uses if source.on_screen else False
            may = may or (source.in_room_ui and owner == source.room)
            if not may:
                yield f"src/{source.path}:{line}: {header}: another room's windows, or windows from below"


def types_of(source):
    """(full name, line) of each type that other sources can mean: not those of an anonymous namespace or a function."""
    scopes = []
    for m in SCOPE.finditer(source.code):
        if m["close"]:
            if scopes:
                scopes.pop()
        elif m["type"]:
            if None not in scopes and not m["special"]:  # a specialisation is another type
                yield "::".join([*scopes, m["type"]]), source.code.count("\n", 0, m.start()) + 1
            scopes.append(m["type"])
        elif m["open"]:
            scopes.append(None)
        else:
            scopes.append(m["namespace"].strip() or None)


def a_type_is_defined_once(tree):
    """Two types of one name are no error to the compiler: each source sees one, and the linker mixes their members."""
    known = {}
    for source in tree.sources:
        for name, line in types_of(source):
            if name in known:
                yield f"src/{source.path}:{line}: {name} is also {known[name]}"
            known.setdefault(name, f"src/{source.path}:{line}")


def no_include_cycle(tree):
    known = {source.path: source for source in tree.sources}
    edges = {path: [h for h, _ in source.includes if h in known] for path, source in known.items()}
    done, trail = set(), []

    def walk(path):
        if path in trail:
            return [" -> ".join(trail[trail.index(path):] + [path])]
        if path in done:
            return []
        trail.append(path)
        cycles = [cycle for header in edges[path] for cycle in walk(header)]
        trail.pop()
        done.add(path)
        return cycles

    for path in edges:
        for cycle in walk(path):
            yield f"src/{cycle}: an include cycle"


def house_files(tree):
    """Everything a person writes as code: sources, tests, scripts, CMake lists and migrations."""
    for folder in ("src", "tests", "installer", "resources/migrations", ".ci", "cmake"):
        for path in sorted((tree.root / folder).rglob("*")):
            if path.suffix in (".cpp", ".hpp", ".py", ".sh", ".sql") or path.name in ("CMakeLists.txt", "run"):
                yield path
    yield tree.root / "CMakeLists.txt"


def licence_first(tree):
    for path in house_files(tree):
        lines = path.read_text(encoding="utf-8").split("\n", 3)
        first = lines[1:3] if lines[0].startswith(("#!", "# shellcheck")) else lines[:1]
        if not any(SPDX in line for line in first):
            yield f"{path.relative_to(tree.root).as_posix()}:1: the first line is not the SPDX line"


def long_files_say_why(tree):
    for path in house_files(tree):
        text = path.read_text(encoding="utf-8")
        length = text.count("\n")
        said = any(re.match(r"(//|#|--) Long because ", line) for line in text.split("\n", 4)[:4])
        if length > LONG_FILE and not said:
            where = path.relative_to(tree.root).as_posix()
            yield f"{where}: {length} lines; split it, or say \"Long because …\" under the SPDX line"


def names_mean_something(tree):
    for source in tree.sources:
        for part in source.path.replace(".", "/").split("/"):
            if part in EMPTY_NAMES:
                yield f"src/{source.path}: \"{part}\" says nothing about what lives there"


def every_source_is_built(tree):
    """Each .cpp is in src/CMakeLists.txt, and each unit's test is registered and stands where its room does."""
    for source in tree.sources:
        name = source.path.split("/", 1)[-1]
        name = name[len("ui/"):] if source.in_room_ui and name.startswith("ui/") else name
        if source.path.endswith(".cpp") and name not in tree.listed and source.path not in tree.listed:
            yield f"src/{source.path}: no target builds it"
    registered = (tree.root / "tests/CMakeLists.txt").read_text(encoding="utf-8")
    for path in sorted((tree.root / "tests").rglob("*_test.cpp")):
        if not re.search(rf"[\s/]{re.escape(path.name)}\b", registered):
            yield f"{path.relative_to(tree.root).as_posix()}: not registered in tests/CMakeLists.txt"


def graph(tree):
    """The rooms as README.md draws them: an arrow to each room used that no other used room already brings."""
    lines = ["```mermaid", "graph BT"]
    for room in tree.rooms.values():
        brought = set().union(*(tree.reach(used) for used in room.uses if used in tree.rooms), set())
        direct = [used for used in room.uses if used in tree.rooms and used not in brought]
        lines += [f"    {room.name} --> {used}" for used in direct] or [f"    {room.name}"]
    return "\n".join(lines + ["```"])


def readme_draws_the_house(tree):
    readme = (tree.root / "README.md").read_text(encoding="utf-8")
    drawn = DRAWN.search(readme)
    if not drawn or drawn[0] != graph(tree):
        yield "README.md: the graph is not the one src/CMakeLists.txt builds; draw it by `architecture.py --draw`"


def readme_names_every_table(tree):
    readme = (tree.root / "README.md").read_text(encoding="utf-8")
    model = readme.partition("## The data model")[2].partition("\n## ")[0]
    for path in sorted((tree.root / "resources/migrations").glob("*.sql")):
        for table in re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", path.read_text(encoding="utf-8")):
            if f"`{table}`" not in model:
                yield f"README.md: the data model does not name `{table}` of {path.name}"


def readme_points_at_what_is_there(tree):
    readme = (tree.root / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", readme):
        if not (tree.root / target).exists():
            yield f"README.md: {target} does not exist"


RULES = [
    sqlite_only_in_storage,
    xlsxwriter_only_in_spreadsheet,
    asio_only_on_the_wire_and_in_jobs,
    toolkit_only_on_screen,
    no_dialog_below_ui,
    translated_only_on_screen,
    platform_only_where_named,
    files_are_opened_by_whole_names,
    rooms_in_order,
    windows_never_from_below,
    a_type_is_defined_once,
    no_include_cycle,
    licence_first,
    long_files_say_why,
    names_mean_something,
    every_source_is_built,
    readme_draws_the_house,
    readme_names_every_table,
    readme_points_at_what_is_there,
]


def findings(root):
    tree = Tree(root)
    return [(rule.__name__, finding) for rule in RULES for finding in rule(tree)]


def main(words):
    if words[:1] == ["--self-test"]:
        import self_test  # stands beside this file

        return self_test.run()
    if words[:1] == ["--draw"]:
        readme = HOUSE / "README.md"
        drawn = graph(Tree(HOUSE))
        readme.write_text(DRAWN.sub(lambda _: drawn, readme.read_text(encoding="utf-8"), 1), encoding="utf-8")
        return 0
    found = findings(words[0] if words else HOUSE)
    for rule, finding in found:
        print(f"{finding}  [{rule}]")
    print(f"{len(RULES)} rules, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
