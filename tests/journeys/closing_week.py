# SPDX-License-Identifier: GPL-3.0-or-later
"""A province's closing week. Three districts' returns for December come in. One was edited by hand after it was signed: its cell
is named, it cannot be accepted and goes back. One comes again with a learner more: it stands beside its last version, the
learners behind the figure are looked at, and it is accepted. One is good but for a row: it goes back with a remark. Then the
workbook of the province is put together, a district's profile is written and the board is looked at. What the windows did
is asked of srokctl."""

import os
import sys

import openpyxl
from journey import STATE, Journey, asked, new_office, paper_text, run, sample_office, wait_for

LANGUAGE = os.environ.get("SROK_LANGUAGE", "km")
MONTH, DISTRICTS = "2025-12", 14  # of Battambang
BIG, EDITED, SMALL = "0202", "0204", "0207"
FIGURES, BY_DISTRICT = "តួលេខ", "តាមស្រុក"  # sheets of a district's workbook and of the province's
NAMES = ["កែវ មុំ", "ចាន់ ដារ៉ា", "ញឹម ក្សត្រិយ៍", "សុខ សុភា", "ហេង វណ្ណា"]
REMARK, REASON = "សូមរាប់អ្នកសិក្សាម្តងទៀត", "តួលេខត្រូវបានកែ"


def keyed(sheet, row, column):
    """A cell by the keys that stand in the first column and row."""
    across = next(cell.column for cell in sheet[1] if cell.value == column)
    return next(sheet.cell(cell.row, across) for cell in sheet["A"] if cell.value == row)


class Return:
    """A district's signed workbook, and how many learners it says in which cell."""

    def __init__(self, office, file):
        asked("return", office, "build", MONTH, "--out", file)
        self.file = file
        self.cell = self.cell_of(openpyxl.load_workbook(file))
        self.learners = self.cell.value

    def cell_of(self, book):
        return keyed(book[FIGURES], "learners", "all.total")

    def edited_by_hand(self):
        """Somebody at the office adds a hundred learners before sending it."""
        book = openpyxl.load_workbook(self.file)
        self.cell_of(book).value += 100
        self.file = self.file.with_name("edited.xlsx")
        book.save(self.file)
        return self


def small_district(area):
    """One class of five, whose register nobody took: the district says why."""
    office = new_office(area)
    listed = office.with_suffix(".csv")
    lines = [f"{name},{'ស្រី' if at % 2 else 'ប្រុស'},1{at}/03/1999" for at, name in enumerate(NAMES)]
    listed.write_text("គោត្តនាម និងនាម,ភេទ,ថ្ងៃខែឆ្នាំកំណើត\n" + "\n".join(lines) + "\n", encoding="utf-8")
    asked("institution", office, "add", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍", "--kind", "clc")
    asked("class", office, "open", "អក្ខរកម្ម ក", "--programme", "literacy", "--institution", 1, "--from", f"{MONTH}-01",
          "--to", "2026-04-30", "--days", "12345", "--hours", 2)
    asked("import", office, "learners", listed, "--class", 1)
    for finding in asked("return", office, "explain", MONTH)["findings"]:
        asked("return", office, "explain", MONTH, finding["key"], "--text", "ទឹកជំនន់ពេញមួយខែ")
    return office


def sent_twice(folder):
    """The sample district's December, and again with a learner who had been forgotten."""
    office = sample_office(200)
    first = Return(office, folder / "first.xlsx")
    forgotten = next(one["id"] for one in asked("results", office, 8)["learners"])  # of a class that began in March
    asked("class", office, "enrol", 4, forgotten, "--from", f"{MONTH}-15")
    return first, Return(office, folder / "second.xlsx")


def of(province, district):
    month = next(one for one in asked("return", province, "status")["periods"] if one["period"] == MONTH)
    return next(one for one in month["offices"] if one["office"] == district)


def state_of(province, file):
    return next(one for one in asked("return", province, "status")["received"] if one["file"] == file.name)["state"]


def send_back(srok, reason):
    srok.click("returns.reject")
    srok.type_into("send-back.reason", reason)
    srok.click("send-back.accept")
    srok.gone("send-back.accept")


def the_edited_one(srok, province, one):
    def named():
        rows = range(srok.rows("returns.received-findings"))
        return any(one.cell.coordinate in srok.cell_text("returns.received-findings", row, 1)
                   and str(one.learners + 100) in srok.cell_text("returns.received-findings", row, 2) for row in rows)
    wait_for(named, "the edited cell")
    assert not srok.look("returns.accept").get_state_set().contains(STATE.SENSITIVE), "an edited file is acceptable"
    srok.picture("closing-week-1-edited")
    send_back(srok, REASON)
    wait_for(lambda: state_of(province, one.file) == "rejected", lambda: f"it to be refused: {state_of(province, one.file)}")


def beside_its_last_version(srok, province, first, second):
    """The figure says one learner more; the lines behind it are as many."""
    srok.choose_tab("returns.review", 1)
    wait_for(lambda: srok.rows("returns.compared") > 5, "the figures side by side")

    def more():
        rows = range(srok.rows("returns.compared"))
        return next((row + 1 for row in rows if srok.cell_text("returns.compared", row, 1) == str(second.learners)
                     and srok.cell_text("returns.compared", row, 3).startswith(str(first.learners))), None)
    row = wait_for(more, f"{second.learners} beside {first.learners}") - 1
    assert "1" in srok.cell_text("returns.compared", row, 3).replace(str(first.learners), "", 1), "no difference is shown"
    srok.select_row("returns.compared", row)
    wait_for(lambda: srok.look("returns.sent-learners").get_state_set().contains(STATE.SENSITIVE), "the lines to be offered")
    srok.picture("closing-week-2-beside")
    srok.press("ctrl+l")
    srok.wait_rows("returns.behind-list", second.learners)
    told = asked("return", province, "lines", of(province, BIG)["id"], "learners")["lines"]
    assert len(told) == second.learners == first.learners + 1, len(told)
    srok.picture("closing-week-3-behind")
    srok.press("Escape")
    srok.gone("returns.behind-list")
    srok.click("returns.accept")
    wait_for(lambda: of(province, BIG).get("accepted_version") == 2, "the second version to count")


def the_one_with_a_remark(srok, province):
    srok.choose_tab("returns.review", 1)
    wait_for(lambda: srok.rows("returns.compared") > 5, "the figures side by side")
    srok.select_row("returns.compared", 1)
    srok.click("returns.remark")
    srok.type_into("remark.text", REMARK)
    srok.click("remark.accept")
    srok.gone("remark.accept")
    send_back(srok, REMARK)
    wait_for(lambda: of(province, SMALL)["standing"] == "to-mend", "it to be mended by the district")


def put_together(srok, province, second, folder):
    srok.choose_tab("returns.tabs", 1)
    srok.wait_rows("returns.board", DISTRICTS)
    wait_for(lambda: "2025" in srok.chosen("returns.board-month"), "the month that came")
    folder.mkdir()
    srok.select_row("returns.board", srok.find_row("returns.board", 0, BIG))
    srok.picture("closing-week-4-board")
    srok.click("returns.profile")
    profile = folder / "profile.pdf"
    srok.choose_file(profile)
    wait_for(profile.exists, "the district's profile")
    srok.gone("job.cancel")
    name = of(province, BIG)["name" if LANGUAGE == "en" else "name_km"]
    assert name in paper_text(profile).replace("\u200b", ""), paper_text(profile)
    srok.click("returns.consolidate")
    srok.choose_file(folder)
    workbook = folder / f"02_{MONTH}_v1.xlsx"
    wait_for(workbook.exists, "the province's workbook")
    srok.gone("job.cancel")
    checked = asked("return", province, "check", workbook)
    assert (checked["verdict"], checked["office"], checked["period"]) == ("verified", "02", MONTH), checked
    # Only what was accepted counts.
    sheet = openpyxl.load_workbook(workbook)[BY_DISTRICT]
    counted = [keyed(sheet, district, "learners.total").value for district in (BIG, EDITED, SMALL)]
    assert counted == [second.learners, None, None], counted


def journey():
    province = new_office("02")
    folder = province.parent
    first, second = sent_twice(folder)
    edited = Return(small_district(EDITED), folder / "bavel.xlsx").edited_by_hand()
    small = Return(small_district(SMALL), folder / "rotonak-mondol.xlsx")
    with Journey("closing-week", arguments=[province, "--lang", LANGUAGE]) as srok:
        srok.focus("start.go.receive")
        srok.press_until("Return", lambda: srok.look("page.returns"), "the returns")
        srok.receive_return(first.file, 1)
        srok.receive_return(edited.file, 2)
        the_edited_one(srok, province, edited)
        srok.receive_return(second.file, 3)
        beside_its_last_version(srok, province, first, second)
        srok.receive_return(small.file, 4)
        the_one_with_a_remark(srok, province)
        put_together(srok, province, second, folder / "out")
        srok.go(1, "start")
        srok.says("start.figure.accepted", "1")
        srok.picture("closing-week-5-start")
    assert asked("check", province)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
