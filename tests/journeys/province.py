# SPDX-License-Identifier: GPL-3.0-or-later
"""The province's side on a real window: a district's return comes and is accepted, its second version shows what
changed and takes the first one's place, a copy edited on the way is named cell by cell and sent back, and the month is
put together. What the windows did is asked of srokctl."""

import json
import os
import subprocess
import sys

import openpyxl
from journey import STATE, Journey, new_office, run, sample_office, wait_for

MONTH = "2025-12"
LEARNERS = 787  # in the sample district's December
DISTRICTS = 14  # of Battambang


def srokctl(*words):
    subprocess.run([os.environ["SROKCTL"], *map(str, words)], check=True, stdout=subprocess.DEVNULL)


def asked(*words):
    done = subprocess.run([os.environ["SROKCTL"], *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


def district_files(folder):
    """December of the sample district, twice: a learner is enrolled between; and the second one edited."""
    office = sample_office()
    first, second, edited = (folder / f"{name}.xlsx" for name in ("first", "second", "edited"))
    srokctl("return", office, "build", MONTH, "--out", first)
    srokctl("class", office, "enrol", 7, 1000, "--from", f"{MONTH}-15")
    srokctl("return", office, "build", MONTH, "--out", second)
    book = openpyxl.load_workbook(second)
    sheet = book["តួលេខ"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == LEARNERS + 1)
    cell.value += 100
    book.save(edited)
    return first, second, edited, cell.coordinate


def findings(srok):
    return [srok.cell_text("returns.received-findings", row, 2)
            for row in range(srok.rows("returns.received-findings"))]


def accept(srok, office, version):
    srok.click("returns.accept")

    def counted():
        months = asked("return", office, "status")["periods"]
        return any(district.get("accepted_version") == version for month in months if month["period"] == MONTH
                   for district in month["offices"])
    wait_for(counted, f"version {version} to count")


def see_changes(srok):
    wait_for(lambda: any(str(LEARNERS) in line and str(LEARNERS + 1) in line for line in findings(srok)),
             "the learners as they were and as they are")
    srok.picture("province-changes")


def send_back(srok, cell):
    wait_for(lambda: any(str(LEARNERS + 101) in line for line in findings(srok)), "the edited value")
    assert cell in srok.cell_text("returns.received-findings", 0, 1)
    assert not srok.look("returns.accept").get_state_set().contains(STATE.SENSITIVE), "an edited file is acceptable"
    srok.click("returns.reject")
    srok.click("send-back.accept")
    srok.find("send-back.reason")  # without a reason the window stays
    srok.type_into("send-back.reason", "តួលេខត្រូវបានកែ")
    srok.click("send-back.accept")
    srok.gone("send-back.accept")


def put_together(srok, folder):
    srok.choose_tab("returns.tabs", 1)
    srok.wait_rows("returns.board", DISTRICTS)
    wait_for(lambda: "2025" in srok.chosen("returns.board-month"), "the month that came")
    assert srok.cell_text("returns.board", 1, 4) == "2", "the version that counts"
    srok.picture("province-board")
    folder.mkdir()
    srok.select_row("returns.board", 1)
    srok.click("returns.profile")
    srok.choose_file(folder / "profile.pdf")
    wait_for((folder / "profile.pdf").exists, "the district's profile")
    srok.gone("job.cancel")
    srok.click("returns.consolidate")
    srok.choose_file(folder)
    workbook = folder / f"02_{MONTH}_v1.xlsx"
    wait_for(workbook.exists, "the province's workbook")
    checked = asked("return", folder.parent / "province.srok", "check", workbook)
    assert (checked["verdict"], checked["office"], checked["period"]) == ("verified", "02", MONTH), checked


def look_at_layouts(srok, office, folder):
    srok.click("returns.layouts")
    srok.wait_rows("layouts.list", 4)
    srok.click("layouts.export")
    srok.choose_file(folder / "month.toml")
    wait_for((folder / "month.toml").exists, "the layout's file")
    text = (folder / "month.toml").read_text(encoding="utf-8")
    (folder / "month.toml").write_text(text.replace('version = "2026-1"', 'version = "2026-1-02"', 1), encoding="utf-8")
    srok.click("layouts.accept")
    srok.choose_file(folder / "month.toml")

    def own():
        return [one["version"] for one in asked("return", office, "layout", "list")["layouts"] if one["own"]]
    wait_for(lambda: own() == ["2026-1-02"], "the province's own layout")
    srok.picture("province-layouts")
    srok.click("layouts.use-shipped")
    wait_for(lambda: own() == [], "the program's own again")
    srok.press("Escape")
    srok.gone("layouts.accept")


def journey():
    office = new_office("02")
    office = office.rename(office.with_name("province.srok"))
    first, second, edited, cell = district_files(office.parent)
    with Journey("province", arguments=[office, "--lang", "km"]) as srok:
        srok.says("start.figure.districts", str(DISTRICTS))
        srok.picture("province-start")
        srok.click("start.go.receive")
        srok.receive_return(first, 1)
        accept(srok, office, 1)
        srok.receive_return(second, 2)
        see_changes(srok)
        accept(srok, office, 2)
        srok.receive_return(edited, 3)
        send_back(srok, cell)
        put_together(srok, office.parent / "out")
        look_at_layouts(srok, office, office.parent / "out")
        srok.go(1, "start")
        srok.says("start.figure.accepted", "1")


if __name__ == "__main__":
    sys.exit(run(journey))
