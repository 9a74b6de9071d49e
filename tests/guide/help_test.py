#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The help names windows, buttons and keys that the sources have.

    help_test.py SOURCE_FOLDER     exits 1 and names what is not there
    help_test.py --self-test       proves that a planted slip of each kind is found
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / 'src' / 'guide'))
import commands  # noqa: E402

KEY = re.compile(r'\b(?:(?:Ctrl|Alt|Shift)\+)+[A-Za-z0-9]+\b|\bF[0-9]+\b')
# What lists, fields and the frame know by themselves: no command of a page.
OF_THE_TOOLKIT = {'Shift+F10', 'Shift+Tab', 'Ctrl+C', 'Alt+1', 'Alt+9', 'Alt+Left', 'Ctrl+F'}


def problems(sources, help_texts, topics):
    everything = ''.join(sources.values())
    known = {line[1] for text in sources.values() for line in commands.read(text)}
    for name, text in sources.items():
        for ids in re.findall(r'show_buttons\(\{([^}]*)\}', text):
            for command in re.findall(r'"([^"]+)"', ids):
                if command not in known:
                    yield f'{name}: commands.py does not read the command {command}'
    keys = set(re.findall(r'"((?:(?:Ctrl|Alt|Shift)\+)+[A-Za-z0-9]+|F[0-9]+)"', everything)) | OF_THE_TOOLKIT
    for name, text in help_texts.items():
        for key in KEY.findall(text):
            if key not in keys:
                yield f'{name}: no command has the key {key}'
    for line in topics.splitlines():
        if not line or line.startswith('#'):
            continue
        topic, patterns, pages, windows = [part.split() for part in line.split('|')]
        for window in windows:
            if window != '-' and f'"{window}"' not in everything:
                yield f'topics.txt, {topic[0]}: no window is called {window}'
        for pattern in patterns:
            if pattern != '-' and not any(one.startswith(pattern[:-1]) if pattern.endswith('*') else one == pattern
                                          for one in known):
                yield f'topics.txt, {topic[0]}: no command is {pattern}'


def main(folder):
    root = pathlib.Path(folder)
    sources = {path.relative_to(root).as_posix(): path.read_text(encoding='utf-8')
               for path in sorted(root.glob('src/**/*.cpp')) if path.parent.name in ('ui', 'app', 'widgets')}
    folders = root / 'resources'
    texts = {path.relative_to(root).as_posix(): path.read_text(encoding='utf-8')
             for path in sorted([*folders.glob('help/*/*.txt'), *folders.glob('guide/*.txt')])}
    return list(problems(sources, texts, (folders / 'help/topics.txt').read_text(encoding='utf-8')))


def self_test():
    planted = list(problems({'a.cpp': '{.id = "a.b", .label = _("A"), .help = _("B"), .shortcut = "Ctrl+Y"} show_buttons({"a.c"})'},
                            {'x.txt': 'Ctrl+Y Ctrl+Z'}, 'x | a.b z.* | - | nowhere\n'))
    return len(planted) == 4


if sys.argv[1] == '--self-test':
    sys.exit(0 if self_test() and commands.self_test() else 1)
complaints = main(sys.argv[1])
print('\n'.join(complaints))
sys.exit(1 if complaints else 0)
