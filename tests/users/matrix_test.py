#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one table of who may do what is whole: every verb that a source writes has its row, every row is written somewhere,
and every command of a page is either in the table of commands or one that only shows.

    matrix_test.py SOURCE_FOLDER SROKCTL     exits 1 and names what is missing
    matrix_test.py --self-test                proves that a planted verb and a planted command are found
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Commands that write nothing, or that open a window whose own buttons ask the matrix below them.
SHOWS = set("""
about assessment.chart assessment.classes assessment.copy assessment.sheet assessment.sheets attendance.after attendance.before
attendance.classes attendance.copy attendance.follow-up backup.restore attendance.rates attendance.reading attendance.sheets
certificates.blocks certificates.book certificates.classes certificates.control certificates.history certificates.list-paper
certificates.lists certificates.paper certificates.preview certificates.statements certificates.templates
certificates.what-if classes.blank-list classes.cards classes.rollovers classes.sheets file.lock file.open file.quit find help help.first-hour help.guide import.history jobs language
list.columns list.copy list.print list.save
learner.attendance learner.changes learner.history learner.record learners.imports learners.transfers pages parcel.list
returns.behind returns.charts returns.check returns.classes returns.layouts returns.profile returns.receipt returns.rounds
returns.sent-learners
""".split())

VERB = re.compile(r'\baudit\(\s*(?:tx,\s*)?"([a-z_-]+\.[a-z.-]*)"')
COMMAND = re.compile(r'(?:add\(\s*\{|Command\{|\{\s*)\.id = "([a-z_.-]+)"\s*,\s*(?://[^\n]*\n\s*)?\.label')


def sources(folder):
    return {path.relative_to(folder).as_posix(): path.read_text(encoding='utf-8')
            for path in sorted(pathlib.Path(folder, 'src').rglob('*.cpp'))}


def fits(rule, verb):
    return verb.startswith(rule[:-1]) if rule.endswith('*') else rule == verb


def problems(texts, rules, commands):
    for name, text in texts.items():
        for verb in VERB.findall(text):
            if not any(fits(rule, verb) or rule.startswith(verb) for rule in rules):
                yield f'{name} writes {verb}, which no role may'
        for command in COMMAND.findall(text):
            if '.' in command and command not in commands and command not in SHOWS:
                yield f'{name}: the command {command} is neither in users/commands.cpp nor one that only shows'
    everything = ''.join(text for name, text in texts.items() if not name.startswith('src/users/'))
    for command in commands:
        if f'"{command}"' not in everything:
            yield f'users/commands.cpp: there is no command {command}'


def main(folder, srokctl):
    answer = subprocess.run([srokctl, 'roles', '--json'], capture_output=True, check=True).stdout
    rules = [one['verb'] for one in json.loads(answer)['verbs']]
    texts = sources(folder)
    table = texts['src/users/commands.cpp']
    commands = dict(re.findall(r'CommandVerb\{"([^"]+)", "([^"]+)"\}', table))
    found = list(problems(texts, rules, commands))
    found += [f'users/commands.cpp: no row for the verb {verb}' for verb in commands.values()
              if not any(fits(rule, verb) for rule in rules)]
    words = re.findall(r'Words\{"([^"]+)"', texts['src/users/ui/verb_words.cpp'])
    found += [f'users/ui/verb_words.cpp has no words for {rule}' for rule in rules
              if not any(fits(rule, word) for word in words)]
    return found


def self_test():
    planted = {'src/a.cpp': 'tx.audit("planted.verb", "x"); commands().add({.id = "planted.command", .label = _("X")});'}
    return len(list(problems(planted, ['learner.register'], {}))) == 2


if sys.argv[1] == '--self-test':
    sys.exit(0 if self_test() else 1)
complaints = main(sys.argv[1], sys.argv[2])
print('\n'.join(complaints))
sys.exit(1 if complaints else 0)
