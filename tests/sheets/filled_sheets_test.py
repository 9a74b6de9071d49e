#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets for centres through the real program: made by `srokctl sheet`, filled or saved again by another program, and
imported with no word of which class or month they are. And what the sheets look like to that program.

    filled_sheets_test.py SROKCTL openpyxl|libreoffice [part of a story's name]
"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import openpyxl

SROKCTL = sys.argv[1]
PEOPLE = [("សុខ ចាន់ថា", "ស"), ("កែវ ពិសិដ្ឋ", "ប"), ("ឡុង ស្រីមុំ", "ស"), ("នួន វិបុល", "ប"), ("អ៊ុក សុផល", "ប")]
MONTH = "2025-12"
# Mondays to Saturdays of December 2025, without the holiday.
SCHOOL = [day for day in range(1, 32) if day % 7 != 0 and day != 29]


class Fault(Exception):
    pass


def same(what, expected, got):
    if expected != got:
        raise Fault(f"{what}: expected {expected!r}, got {got!r}")


def srokctl(*words, exits=(0,)):
    done = subprocess.run([SROKCTL, *map(str, words), "--json"], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout) if done.stdout else {}
    if done.returncode not in exits:
        raise Fault(f"{' '.join(map(str, words))}: exit {done.returncode} {answer or done.stderr}")
    return answer


class Office:
    """Thma Koul with one literacy class of five."""

    def __init__(self, folder, name="thmakoul"):
        self.folder = folder
        self.file = folder / f"{name}.srok"
        srokctl("new", self.file, "--area", "0202")
        centre = srokctl("institution", self.file, "add", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "--kind", "clc")["id"]
        self.class_id = srokctl("class", self.file, "open", "អក្ខរកម្ម ក", "--programme", "literacy", "--institution",
                                centre, "--from", "2025-11-03", "--to", "2026-04-30", "--days", "123456", "--hours",
                                "2")["id"]
        members = folder / "members.csv"
        members.write_text("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\n" + "".join(f"{n},{s},1990,អក្ខរកម្ម ក\n" for n, s in PEOPLE),
                           encoding="utf-8")
        srokctl("import", self.file, "learners", members)

    def sheet(self, kind, ending="xlsx"):
        path = self.folder / f"{kind}.{ending}"
        period = MONTH if kind == "attendance" else "S1"
        srokctl("sheet", self.file, kind, "--class", self.class_id, "--period", period, "--out", path)
        return path

    def marks(self):
        with sqlite3.connect(self.file) as database:
            return [row[0] for row in database.execute("SELECT marks FROM attendance_month")]

    def take(self, kind, path, *options, exits=(0,)):
        return srokctl("import", self.file, kind, path, *options, exits=exits)


class Grid:
    """A sheet as its hidden row says it: where each learner and each column is."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book.worksheets[0]
        first = next(row for row in self.sheet.iter_rows() if any(str(c.value).startswith("SROK-SHEET ") for c in row))
        self.key_row = first[0].row
        self.columns = {cell.value: cell.column for cell in first if cell.value}
        self.numbers = next(cell.column for cell in first if str(cell.value).startswith("SROK-SHEET "))
        self.names = self.columns["srok:km"]
        self.rows = {self.sheet.cell(row, self.names).value: row for row in range(first[0].row + 1,
                     self.sheet.max_row + 1) if self.sheet.cell(row, self.numbers).value
                     and self.sheet.cell(row, self.names).value and "-" in self.sheet.cell(row, self.numbers).value}

    def called_row(self):
        return next(row for row in range(1, self.sheet.max_row) if str(self.sheet.cell(row, self.names).value)
                    .startswith("បានហៅឈ្មោះ"))

    def put(self, name, column, value):
        self.sheet.cell(self.rows[name], self.columns[column]).value = value

    def tick(self, days):
        for day in days:
            self.sheet.cell(self.called_row(), self.columns[f"srok:d{day}"]).value = "✓"

    def cell(self, name, column):
        return self.sheet.cell(self.rows[name], self.columns[column]).coordinate

    def save(self, name="filled.xlsx"):
        path = self.path.with_name(name)
        self.book.save(path)
        return path


def row_of(outcome, name):
    return next(row for row in outcome["rows"] if row["name"] == name)


def codes(outcome):
    return [(row["verdict"], row["code"], row["cell"]) for row in outcome["rows"]]


def fill_month(path):
    grid = Grid(path)
    grid.tick(SCHOOL[:10])
    grid.put(PEOPLE[0][0], "srok:d2", "ច")
    grid.put(PEOPLE[0][0], "srok:d3", "អ")
    grid.put(PEOPLE[1][0], "srok:d5", "P")
    grid.put(PEOPLE[2][0], "srok:d6", "អ½")
    grid.put(PEOPLE[0][0], "srok:mp", 1)
    grid.put(PEOPLE[0][0], "srok:ma", 1)
    return grid


def check_month(office, path, rows=len(PEOPLE)):
    outcome = office.take("attendance", path, exits=(1,))
    same("verdicts", [("accept", "", "")] * rows, codes(outcome))
    same("the first learner", (1, 1, 10), tuple(row_of(outcome, PEOPLE[0][0])[key] for key in ("p", "a", "days")))
    same("findings", ["register.days-not-called"], [one["code"] for one in outcome["file_findings"]])
    return outcome


def a_month_filled_by_openpyxl_comes_in_with_no_guess(office):
    grid = fill_month(office.sheet("attendance"))
    check_month(office, grid.save())


def all_days_ticked_leave_nothing_to_say(office):
    grid = Grid(office.sheet("attendance"))
    grid.tick(SCHOOL)
    grid.put(PEOPLE[3][0], "srok:d31", "A")
    outcome = office.take("attendance", grid.save())
    same("accepted", len(PEOPLE), outcome["accepted"])
    same("days", {len(SCHOOL)}, {row["days"] for row in outcome["rows"]})


def a_blank_register_is_refused(office):
    error = office.take("attendance", office.sheet("attendance"), exits=(2,))["error"]
    same("code", "register.blank", error["code"])


def scores_filled_by_openpyxl_come_in_with_no_guess(office):
    grid = Grid(office.sheet("scores"))
    subjects = [column for column in grid.columns if str(column).startswith("srok:s:")]
    same("subjects", 4, len(subjects))
    for name, _ in PEOPLE:
        for column in subjects:
            grid.put(name, column, 7.25)
    grid.put(PEOPLE[0][0], subjects[0], "អម")
    grid.put(PEOPLE[1][0], subjects[0], 11)
    outcome = office.take("scores", grid.save())
    same("accepted", len(PEOPLE), outcome["accepted"])
    same("marks", 3, len(row_of(outcome, PEOPLE[0][0])["marks"]))
    same("refused cell", [(grid.cell(PEOPLE[1][0], subjects[0]), "mark.over-maximum")],
         [(cell["cell"], cell["code"]) for cell in row_of(outcome, PEOPLE[1][0])["cells"]])


def moved_renamed_added_removed_and_unknown_rows_are_named(office):
    grid = Grid(office.sheet("attendance"))
    grid.tick(SCHOOL)
    sheet = grid.sheet
    rows = sorted(grid.rows.values())
    values = [[cell.value for cell in sheet[row]] for row in rows]
    values.reverse()
    removed = values.pop(1)  # the fourth learner
    values[0][grid.names - 1] = "ម៉ៅ សុភី"  # the fifth, renamed
    values[0][grid.columns["srok:d1"] - 1] = "P"
    values[1][grid.numbers - 1] = "0202-009999-9"  # the third
    spare = [None] * len(removed)
    spare[grid.names - 1], spare[grid.columns["srok:sx"] - 1] = "ហេង ដារា", "ប"
    spare[grid.columns["srok:d1"] - 1] = "A"
    for row, cells in zip(rows, values + [spare]):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column).value = value
    outcome = office.take("attendance", grid.save(), exits=(1,))
    name, number = sheet.cell(1, grid.names).column_letter, sheet.cell(1, grid.numbers).column_letter
    same("rows", [("review", "sheet.renamed", f"{name}{rows[0]}"),
                  ("review", "sheet.number-unknown", f"{number}{rows[1]}"),
                  ("accept", "", ""), ("accept", "", ""),
                  ("review", "sheet.row-added", f"{name}{rows[4]}")], codes(outcome))
    same("findings", [("sheet.row-removed", f"{name}{rows[2]}"), ("sheet.row-removed", f"{name}{rows[3]}")],
         [(one["code"], one["cell"]) for one in outcome["file_findings"]])
    same("marks before a person said so", [], office.marks())
    office.take("attendance", grid.save(), "--take", "review", exits=(1,))
    same("the renamed row alone, taken", ["P" + "." * 30], office.marks())


def a_sheet_of_another_office_is_refused_by_name(office):
    (office.folder / "elsewhere").mkdir()
    other = Office(office.folder / "elsewhere", "other")
    grid = fill_month(other.sheet("attendance"))
    error = office.take("attendance", grid.save(), exits=(2,))["error"]
    same("code", "sheet.other-office", error["code"])
    if "ការិយាល័យ" not in error["message"] and "office" not in error["message"]:
        raise Fault(error["message"])


def keys_that_were_lost_leave_a_list_like_any_other(office):
    for lost in ("the row", "the row and the column", "the first cell"):
        grid = fill_month(office.sheet("attendance"))
        merged = [str(one) for one in grid.sheet.merged_cells.ranges]
        if lost == "the first cell":
            grid.sheet.cell(grid.key_row, grid.numbers).value = None
        else:
            for one in merged:
                grid.sheet.unmerge_cells(one)
            grid.sheet.delete_rows(grid.key_row)
        if lost == "the row and the column":
            grid.sheet.delete_cols(grid.numbers)
        outcome = office.take("attendance", grid.save(), "--dry-run", exits=(1,))
        same(f"{lost}: accepted", len(PEOPLE), outcome["accepted"])
        same(f"{lost}: rows", len(PEOPLE), len(outcome["rows"]))
        same(f"{lost}: days", 10, outcome["rows"][0]["days"])


def rows_and_columns_that_were_put_in_move_nothing(office):
    grid = fill_month(office.sheet("attendance"))
    for one in [str(one) for one in grid.sheet.merged_cells.ranges]:
        grid.sheet.unmerge_cells(one)
    grid.sheet.insert_rows(1, 2)
    grid.sheet.cell(1, 2).value = "សូមមើល"
    grid.sheet.insert_cols(2)
    check_month(office, grid.save())


def a_sheet_saved_as_csv_still_says_what_it_is(office):
    import csv
    grid = fill_month(office.sheet("attendance"))
    path = office.folder / "filled.csv"
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([cell.value for cell in row] for row in grid.sheet.iter_rows())
    check_month(office, path)


def what_another_program_sees_of_a_sheet(office):
    grid = Grid(office.sheet("attendance"))
    sheet = grid.sheet
    same("protected", True, sheet.protection.sheet)
    same("without a password", None, sheet.protection.password)
    same("hidden row", True, sheet.row_dimensions[grid.key_row].hidden)
    same("hidden column", True, sheet.column_dimensions["A"].hidden)
    same("A4 landscape", ("9", "landscape"), (str(sheet.page_setup.paperSize), sheet.page_setup.orientation))
    same("one page wide", True, sheet.sheet_properties.pageSetUpPr.fitToPage)
    if not sheet.freeze_panes or sheet.print_title_rows is None:
        raise Fault("nothing stays in sight")
    name = min(grid.rows, key=grid.rows.get)
    locked = {column: sheet[grid.cell(name, column)].protection.locked for column in grid.columns
              if str(column).startswith("srok:")}
    for day in range(1, 32):
        same(f"day {day} is locked", day not in SCHOOL, locked[f"srok:d{day}"])
    same("the name is locked", True, locked["srok:km"])
    same("the margin is open", False, locked["srok:mp"])
    lists = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    of_first = [formula for where, formula in lists.items() if where.startswith(grid.cell(name, "srok:d1") + ":")]
    same("drop-down", '"ច,អ,L,P,A,ច½,អ½"', of_first[0])

    margins = [(rule.formula1, rule.formula2) for rule in sheet.data_validations.dataValidation if rule.type == "whole"]
    same("margins", [("0", "31")] * 2, margins)

    scores = Grid(office.sheet("scores"))
    rules = [rule.formula1 for rule in scores.sheet.data_validations.dataValidation if rule.type == "custom"]
    same("a rule for each subject", 4, len(rules))
    first = scores.cell(name, next(c for c in scores.columns if str(c).startswith("srok:s:")))
    if f"{first}<=10" not in rules[0] or '"អម"' not in rules[0]:
        raise Fault(rules[0])
    same("portrait", "portrait", scores.sheet.page_setup.orientation or "portrait")


def the_papers_text_is_exact(office):
    expected = {"attendance": ["បញ្ជីវត្តមានប្រចាំខែ", "ខែធ្នូ ឆ្នាំ២០២៥", "បានហៅឈ្មោះ (គូស √)", "បញ្ឈប់បញ្ជីត្រឹម ៥ នាក់ ស្រី ២ នាក់"],
                "scores": ["តារាងពិន្ទុ", "អំណាន", "គ្រូបង្រៀន"],
                "learners": ["បញ្ជីរាយនាមអ្នកសិក្សា", "អត្តលេខ", "បានឃើញ និងឯកភាព"]}
    for kind, words in expected.items():
        path = office.sheet(kind, "pdf")
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True,
                              check=True).stdout
        for word in words + ["មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង ថ្នាក់អក្ខរកម្ម ក"] + [name for name, _ in PEOPLE]:
            if word not in text:
                raise Fault(f"{kind}.pdf does not say {word}: {text[:600]}")


def every_open_class_gets_its_file(office):
    folder = office.folder / "all"
    made = srokctl("sheet", office.file, "attendance", "--class", "all", "--period", MONTH, "--out", folder)
    same("files", [one["file"] for one in made["made"]], sorted(one.name for one in folder.iterdir()))
    if not all(one["file"].isascii() for one in made["made"]):
        raise Fault(made)
    again = srokctl("sheet", office.file, "attendance", "--class", "all", "--period", MONTH, "--out", folder,
                    exits=(1,))
    same("left out", ["file.exists"], [one["code"] for one in again["left_out"]])
    error = srokctl("sheet", office.file, "attendance", "--class", "all", "--period", MONTH, "--out",
                    office.folder / "all.xlsx", exits=(2,))["error"]
    same("a file where a folder belongs", "sheet.folder-needed", error["code"])
    error = srokctl("sheet", office.file, "attendance", "--class", office.class_id, "--period", MONTH, "--out",
                    office.folder / "one.ods", exits=(2,))["error"]
    same("another ending", "file.kind", error["code"])
    new = office.folder / "new.srok"
    srokctl("new", new, "--area", "0202")
    error = srokctl("sheet", new, "learners", "--class", "all", "--out", office.folder / "none", exits=(2,))["error"]
    same("an office without a class", "sheet.no-class", error["code"])
    same("a folder for nothing", False, (office.folder / "none").exists())
    pages = srokctl("sheet", office.file, "scores", "--class", "all", "--out", office.folder / "pages", "--pdf")
    same("pages", True, pages["made"][0]["file"].endswith(".pdf"))


def every_sheet_of_the_sample_office_comes_back_the_same(office):
    """As it went out: every class, every month and period."""
    sample = office.folder / "sample.srok"
    srokctl("demo", sample, "--learners", 300)
    months = ["2025-11", "2025-12"] + [f"2026-0{month}" for month in range(1, 9)]
    rows = 0
    for kind, periods in (("learners", [""]), ("scores", ["S1", "S2"]), ("attendance", months)):
        for period in periods:
            folder = office.folder / f"{kind}{period}"
            made = srokctl("sheet", sample, kind, "--class", "all", "--out", folder,
                           *(["--period", period] if period else []), exits=(0, 1))["made"]
            for one in made:
                outcome = srokctl("import", sample, kind, folder / one["file"], "--dry-run", exits=(0, 1))
                same(f"{kind} {period} of {one['name_km']}", {("same", "", "")}, set(codes(outcome)))
                same("findings", set(), {f["code"] for f in outcome["file_findings"]} - {"register.days-not-called"})
                rows += outcome["same"]
    if rows < 2000:
        raise Fault(f"only {rows} rows")


def saved_by_libreoffice(path, ending="xlsx"):
    out = path.parent / "libreoffice"
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{path.parent}/profile", "--convert-to",
                    ending, "--outdir", str(out), str(path)], capture_output=True, check=True)
    return out / path.with_suffix("." + ending).name


def libreoffice_saves_a_blank_sheet_that_is_then_filled(office):
    again = saved_by_libreoffice(office.sheet("attendance"))
    check_month(office, fill_month(again).save())


def libreoffice_saves_a_filled_month_again(office):
    check_month(office, saved_by_libreoffice(fill_month(office.sheet("attendance")).save()))


def libreoffice_keeps_the_keys_of_an_ods_and_back(office):
    """Filled where the centre has its own format, and sent back as a workbook."""
    ods = saved_by_libreoffice(fill_month(office.sheet("attendance")).save(), "ods")
    check_month(office, saved_by_libreoffice(ods))


def libreoffice_saves_scores_and_learners_again(office):
    grid = Grid(office.sheet("scores"))
    for column in [c for c in grid.columns if str(c).startswith("srok:s:")]:
        grid.put(PEOPLE[2][0], column, 8.3)
    outcome = office.take("scores", saved_by_libreoffice(grid.save()))
    same("scores", (1, 4, ["8.30"] * 4), (outcome["accepted"], outcome["same"],
                                          list(row_of(outcome, PEOPLE[2][0])["marks"].values())))
    learners = office.take("learners", saved_by_libreoffice(office.sheet("learners")))
    same("learners", len(PEOPLE), learners["same"])


STORIES = {
    "openpyxl": [a_month_filled_by_openpyxl_comes_in_with_no_guess, all_days_ticked_leave_nothing_to_say,
                 a_blank_register_is_refused, scores_filled_by_openpyxl_come_in_with_no_guess,
                 moved_renamed_added_removed_and_unknown_rows_are_named,
                 a_sheet_of_another_office_is_refused_by_name, keys_that_were_lost_leave_a_list_like_any_other,
                 rows_and_columns_that_were_put_in_move_nothing, a_sheet_saved_as_csv_still_says_what_it_is,
                 what_another_program_sees_of_a_sheet, the_papers_text_is_exact, every_open_class_gets_its_file,
                 every_sheet_of_the_sample_office_comes_back_the_same],
    "libreoffice": [libreoffice_saves_a_blank_sheet_that_is_then_filled, libreoffice_saves_a_filled_month_again,
                    libreoffice_keeps_the_keys_of_an_ods_and_back, libreoffice_saves_scores_and_learners_again],
}


def main():
    failed = 0
    only = sys.argv[3] if len(sys.argv) > 3 else ""
    for story in STORIES[sys.argv[2]]:
        if only not in story.__name__:
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                story(Office(pathlib.Path(folder)))
                print("ok  ", story.__name__.replace("_", " "))
            except (Fault, subprocess.CalledProcessError) as fault:
                failed += 1
                print("FAIL", story.__name__.replace("_", " "), "\n    ", fault)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
