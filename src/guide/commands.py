#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands and pages of the program as the sources have them: what the help and the quick guide call a button and
which key they name is read from here, so neither can go stale.

    commands.py SOURCE_FOLDER OUT      writes OUT where it differs
    commands.py --self-test            proves that each way of writing a command is read

A line of OUT: "command", id, label, help and key; or "page", id and label. Labels are the English text with its mnemonic.
"""
import pathlib
import re
import sys

TEXT = r'_\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)'
NAMED = re.compile(r'\.id\s*=\s*"([a-z][a-z_.-]*)"')
IN_ORDER = re.compile(r'\b(?!add_tab\b)[a-z_]+\(\s*"([a-z_-]+\.[a-z_.-]+)"\s*,\s*' + TEXT + r'\s*,\s*' + TEXT +
                      r'\s*(?:,\s*"([A-Za-z0-9+]+)")?')


def text_of(literals):
    return ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals)).replace('\\"', '"')


def read(source):
    source = re.sub(r'//[^\n]*', '', source)
    found = []
    for place in NAMED.finditer(source):
        rest = source[place.end():]
        following = NAMED.search(rest)
        body = rest[:following.start()] if following else rest[:1500]
        label = re.match(r'\s*,\s*\.label\s*=\s*' + TEXT, body)
        if not label:
            continue
        body = body[label.end():]
        tip = re.match(r'\s*,\s*\.help\s*=\s*' + TEXT, body)
        if tip:
            key = re.match(r'\s*,\s*\.shortcut\s*=\s*"([^"]*)"', body[tip.end():])
            found.append((place.start(), ('command', place[1], text_of(label[1]), text_of(tip[1]), key[1] if key else '')))
        elif re.match(r'\s*,\s*\.icon\s*=\s*"[a-z]+"\s*,\s*\.create', body):
            found.append((place.start(), ('page', place[1], text_of(label[1]))))
    for place in IN_ORDER.finditer(source):
        found.append((place.start(), ('command', place[1], text_of(place[2]), text_of(place[3]), place[4] or '')))
    return [line for _, line in sorted(found)]


def self_test():
    said = read('''add({.id = "a.one", // why
        .label = _("&One"), .help = _("First "
        "of them"), .shortcut = "Ctrl+N", .run = 1});
        return {.id = "page", .label = _("Page"), .icon = "start", .create = 1};
        work("a.two", _("&Two"), _("Second"), "F2"), command("a.three", _("Three"), _("Third"), x);
        {.id = "news", .sentence = 1}''')
    return said == [('command', 'a.one', '&One', 'First of them', 'Ctrl+N'), ('page', 'page', 'Page'),
                    ('command', 'a.two', '&Two', 'Second', 'F2'), ('command', 'a.three', 'Three', 'Third', '')]


def main(folder, out):
    lines = []
    for path in sorted(pathlib.Path(folder).rglob('*.cpp')):
        if path.parent.name in ('ui', 'app', 'widgets'):
            lines += read(path.read_text(encoding='utf-8'))
    # The same command may stand on two panels.
    text = ''.join('\t'.join(line) + '\n' for line in dict.fromkeys(lines))
    out = pathlib.Path(out)
    if not out.exists() or out.read_text(encoding='utf-8') != text:
        out.write_text(text, encoding='utf-8')


if __name__ == '__main__':
    if sys.argv[1] == '--self-test':
        sys.exit(0 if self_test() else 1)
    main(sys.argv[1], sys.argv[2])
