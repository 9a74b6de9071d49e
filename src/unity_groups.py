#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources of a target can be compiled as one file: those of which no two call something of their own alike.

    unity_groups.py MOST_LINES FILE…     prints a line `GROUP FILE` for each file, groups counted from 1
    unity_groups.py --self-test          proves that names are found and files with the same one are kept apart

A file's own names are those in its unnamed namespace, what it takes over by `using`, its macros, and its Boost test suite. One
that has a name which a header beside it gives too is compiled for itself.
"""
import re
import sys
import tempfile
from pathlib import Path

NOISE = re.compile(r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*(?:.|\n)*?\*/')
SUITE = re.compile(r'^BOOST_(?:AUTO|FIXTURE)_TEST_SUITE\((\w+)', re.M)
MACRO = re.compile(r'^#define (\w+)', re.M)
TYPE = re.compile(r'(?:struct|class|union|enum(?: class)?)\s+(\w+)')
DIGIT_TICK = re.compile(r"(?<=\d)'(?=\d)")


def declared(chunk, body):
    """The names that one declaration at namespace level brings; `body` is what stood in its braces."""
    chunk = re.sub(r'\[\[.*?\]\]', '', chunk)
    while True:  # template<…>, nested or not
        head = re.match(r'\s*(?:template\s*)<', chunk)
        if not head:
            break
        depth, at = 1, head.end()
        while depth and at < len(chunk):
            depth += {'<': 1, '>': -1}.get(chunk[at], 0)
            at += 1
        chunk = chunk[at:]
    chunk = chunk.strip()
    alias = re.match(r'using\s+(\w+)\s*=', chunk) or re.match(r'namespace\s+(\w+)\s*=', chunk)
    if alias:
        return {alias[1]}
    taken = re.match(r'using\s+(?:namespace\s+)?([\w:]+)$', chunk)
    if taken:
        return {'=' + taken[1]}
    kind = TYPE.match(chunk)
    if kind and '(' not in chunk:
        names = {kind[1]}
        if re.match(r'enum\s+(?!class)', chunk):
            names |= set(re.findall(r'\b([A-Za-z_]\w*)\b(?=\s*(?:=[^,]*)?(?:,|$))', body))
        return names
    front = chunk.split('(')[0] if '=' not in chunk.split('(')[0] else chunk.split('=')[0]
    if 'operator' in front:
        return set()
    front = re.sub(r'\[[^\]]*\]', '', front)
    name = re.search(r'([\w:~]+)\s*$', front)
    return {name[1]} if name and '::' not in name[1] else set()


def names_of(text, public=False):
    """With `public`, those in named namespaces too: what a header gives."""
    own = {name for name in MACRO.findall(text)} | {name for name in SUITE.findall(text)}
    text = NOISE.sub(lambda noise: '' if noise[0][0] == '/' else '""', DIGIT_TICK.sub('', text))
    text = re.sub(r'^#(?:[^\n\\]|\\\n|\\.)*', '', text, flags=re.M)
    text = re.sub(r'^BOOST_[A-Z_]*\([^\n]*\)\s*(?=\n)', '', text, flags=re.M)
    scopes, at, start = [], 0, 0  # of each open namespace: whether it is, or stands in, an unnamed one
    while at < len(text):
        sign = text[at]
        if sign == ';':
            chunk = text[start:at]
            if any(scopes) or (not public and chunk.strip().startswith('using')):
                own |= declared(chunk, '')
            start = at + 1
        elif sign == '{':
            space = re.search(r'(?:inline\s+)?namespace\s*([\w:]*)\s*$', text[start:at])
            if space:
                scopes.append(public or any(scopes) or not space[1])
                start = at + 1
            else:
                depth, end = 1, at + 1
                while depth and end < len(text):
                    depth += {'{': 1, '}': -1}.get(text[end], 0)
                    end += 1
                if any(scopes):
                    own |= declared(text[start:at], text[at + 1:end - 1])
                rest = re.match(r'[^;{}\n]*;', text[end:])
                at = end - 1
                if rest:
                    at += rest.end()
                start = at + 1
        elif sign == '}':
            if scopes:
                scopes.pop()
            start = at + 1
        at += 1
    return own


def clash(one, other):
    """The same name in both, unless both take it over from the same place."""
    def plain(name):
        return name.split('::')[-1].lstrip('=')
    theirs = {plain(name): name for name in other}
    return any(plain(name) in theirs and not (name.startswith('=') and theirs[plain(name)] == name) for name in one)


def grouped(sources, most_lines, given=lambda name: set()):
    """`given` tells what the headers beside a source give."""
    groups = []
    for name, text in sources:
        own, lines = names_of(text), text.count('\n')
        alone = bool(own & given(name))
        for group in groups:
            if not alone and not group['alone'] and group['lines'] + lines <= most_lines and \
                    not any(clash(own, other) for other in group['names']):
                break
        else:
            group = {'lines': 0, 'names': [], 'files': [], 'alone': alone}
            groups.append(group)
        group['lines'] += lines
        group['names'].append(own)
        group['files'].append(name)
    return [group['files'] for group in groups]


def given_beside(name, known={}):
    folder = Path(name).parent
    if folder not in known:
        known[folder] = set()
        for header in sorted(folder.glob('*.hpp')):
            known[folder] |= names_of(header.read_text(encoding='utf-8'), public=True)
    return known[folder]


def self_test():
    one = names_of('''
namespace room {
namespace {
using widgets::fill;
constexpr std::string_view select_rows = R"sql(SELECT { FROM)sql";
enum Key : int { serial, name_km = 2 };
template<typename T, typename = std::enable_if_t<(sizeof(T) > 1)>>
T bigger(T value) { return value; }
// What a row holds; nothing more.
struct Row : test::Base { int x = 0; } ;
constexpr std::array<int, 2> sizes = {1, 2};
class Reader final : public Base { void m_inside(); };
std::vector<Row> rows_of(const Database& database) {
    int local = 1'000;
    return {};
}
} // namespace
int Public::method() { return 1; }
}
''')
    wanted = {'=widgets::fill', 'select_rows', 'Key', 'serial', 'name_km', 'bigger', 'Row', 'sizes', 'Reader', 'rows_of'}
    suite = names_of('struct Here : Base {};\nBOOST_FIXTURE_TEST_SUITE(code, Here)\nBOOST_AUTO_TEST_CASE(a_b) {\n}\nBOOST_AUTO_TEST_SUITE_END()\n')
    kept_apart = clash({'rows_of', 'x'}, {'rows_of'}) and clash({'=widgets::wx'}, {'wx'}) and not clash({'=widgets::wx'}, {'=widgets::wx', 'y'})
    with tempfile.TemporaryDirectory() as folder:
        for name in 'abc':
            Path(folder, name).write_text(f'namespace r {{\nnamespace {{\nint {"same" if name != "c" else "other"}() {{ return 1; }}\n}}\n}}\n')
        files = [(name, Path(folder, name).read_text()) for name in 'abc']
        groups = grouped(files, 1000)
        alone = grouped([files[0], files[2]], 1000, lambda name: {'other'})
    good = one == wanted and 'code' in suite and kept_apart and groups == [['a', 'c'], ['b']] and alone == [['a'], ['c']]
    if not good:
        print(one ^ wanted, suite, kept_apart, groups, alone)
    return good


if __name__ == '__main__':
    if sys.argv[1] == '--self-test':
        sys.exit(0 if self_test() else 1)
    found = grouped([(name, Path(name).read_text(encoding='utf-8')) for name in sys.argv[2:]], int(sys.argv[1]), given_beside)
    for number, group in enumerate(found, 1):
        for name in group:
            print(number, name)
