#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of a workbook, each with one cell edited as a person would: edit_cells.py WORKBOOK FOLDER COUNT LIST

LIST gets a line for each copy: its path, the sheet and the cell, apart by tabs. The cells come from a seed.
"""
import copy
import pathlib
import random
import sys

import openpyxl
from openpyxl.cell.cell import MergedCell


def cells_of(book):
    """Visible cells outside the keys, the answers and what a merge covers, filled or not."""
    for sheet in book.worksheets:
        if sheet.title == '_srok':
            continue
        answers = {cell for row in sheet.iter_rows(min_row=2, min_col=2) for cell in row
                   if cell.fill.fgColor.rgb == 'FFFFF9DB'}
        for row in sheet.iter_rows(min_row=2, min_col=2):
            for cell in row:
                if cell not in answers and not isinstance(cell, MergedCell):
                    yield sheet.title, cell.coordinate


def edit(cell, dice):
    if cell.value is None:
        cell.value = dice.choice([7, 'x', '0'])
    elif isinstance(cell.value, (int, float)):
        cell.value = dice.choice([cell.value + 1, cell.value + 0.5, str(cell.value), None, f'={cell.value}'])
    else:
        cell.value = dice.choice([cell.value + ' ', 'ក' + cell.value, cell.value[:-1] or None, None])


def main(workbook, folder, count, told):
    dice = random.Random(20251231)
    book = openpyxl.load_workbook(workbook)
    cells = sorted(cells_of(book))
    for number in range(count):
        sheet, name = dice.choice(cells)
        cell = book[sheet][name]
        was = copy.copy(cell.value)
        edit(cell, dice)
        path = pathlib.Path(folder, f'edited-{number}.xlsx')
        book.save(path)
        cell.value = was
        print(path, sheet, name, sep='\t', file=told)


if __name__ == '__main__':
    with open(sys.argv[4], 'w', encoding='utf-8') as told_file:
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), told_file)
