# SPDX-License-Identifier: GPL-3.0-or-later
"""A list as a centre sends it, written row by row with what Srok must say of each: the verdict, its code and the
column it is about, and what must stand in the office afterwards."""
import datetime
import io
import pathlib

import openpyxl
from openpyxl.utils import get_column_letter


class Sent:
    """One file, filled by a story. Rows count as the spreadsheet counts, from 1."""

    def __init__(self, story):
        self.story = story
        self.name = "list.xlsx"
        self.kind = "learners"
        self.options = []  # further words of srokctl import
        self.sheet_said = None  # the sheet that must be chosen
        self.said = []  # "12 refuse sex.missing E12"
        self.facts = {}  # name -> {column: value}
        self.findings = []  # "code cell" of the file
        self.row_findings = {}  # row -> codes
        self.row_facts = {}  # row -> keys of the row's JSON
        self.refused_file = None  # the whole file is refused with this code
        self.book = openpyxl.Workbook()
        self.page = self.book.active
        self.rows = 0
        self.text = None  # (encoding, separator, end of line, first line)

    # --- filling ---------------------------------------------------------------------------------------------
    def sheet(self, title, state="visible"):
        """The next lines stand on this sheet."""
        if self.rows == 0 and self.page.title == "Sheet":
            self.page.title = title
        else:
            self.page = self.book.create_sheet(title)
        self.page.sheet_state = state
        self.rows = 0

    def line(self, *cells):
        """Nobody's: a title, a heading, a total, a blank line."""
        self.rows += 1
        for column, value in enumerate(cells, 1):
            if value is not None and value != "":
                self.page.cell(self.rows, column, value)
        return self.rows

    def one(self, *cells, said="accept", findings=None, row=None, **facts):
        """Somebody's. `said` is "accept" or "refuse sex.missing E"; `facts` are the office's columns after it."""
        at = self.line(*cells)
        words = said.split()
        if len(words) == 3:
            words[2] += str(at)
        self.said.append(" ".join([str(at)] + words))
        if findings is not None:
            self.row_findings[at] = findings
        if row is not None:
            self.row_facts[at] = row
        if facts:
            self.facts[facts.pop("name")] = facts

    def merge(self, where):
        self.page.merge_cells(where)

    def as_date(self, cell, style="dd/mm/yyyy"):
        self.page[cell].number_format = style

    def found(self, code, cell=""):
        self.findings.append(f"{code} {cell}".strip())

    def csv(self, encoding="utf-8", separator=",", end="\r\n", first="", name="list.csv"):
        self.name = name
        self.text = (encoding, separator, end, first)

    # --- the file --------------------------------------------------------------------------------------------
    def write(self, folder):
        path = pathlib.Path(folder) / self.name
        path.write_bytes(self._text() if self.text else self._workbook())
        return path

    def _workbook(self):
        whole = io.BytesIO()
        self.book.save(whole)
        return whole.getvalue()

    def _text(self):
        encoding, separator, end, first = self.text
        lines = [first] if first else []
        for row in self.page.iter_rows(values_only=True):
            lines.append(separator.join(self._quoted(value, separator) for value in row))
        return (end.join(lines) + end).encode(encoding)

    @staticmethod
    def _quoted(value, separator):
        if value is None:
            return ""
        if isinstance(value, (datetime.datetime, datetime.date)):
            return value.strftime("%d/%m/%Y")
        text = str(value)
        if any(sign in text for sign in (separator, '"', "\n")):
            return '"' + text.replace('"', '""') + '"'
        return text


def day(year, month, date):
    return datetime.datetime(year, month, date)


def column(number):
    return get_column_letter(number)
