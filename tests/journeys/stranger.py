# SPDX-License-Identifier: GPL-3.0-or-later
"""A district without Srok sends the sheet it has always sent: it comes unsigned and is read as a return, Enter going from one row
that waits for an answer to the next and then taking it; it is accepted. The next month's file opens the dialog filled, Enter
takes it, and its formula is named at its cell. What the windows did is asked of srokctl."""

import sys

import openpyxl
from journey import Journey, asked, new_office, run, wait_for

HEADINGS = [("អក្ខរកម្ម", "សរុប"), ("", "ស្រី"), ("រួម", "សរុប"), ("", "ស្រី")]
ROWS = [("អ្នកសិក្សាក្នុងខែ", 40, 22), ("នៅដើមខែ", 36, 20), ("ចូលថ្មីក្នុងខែ", 4, 2), ("ចាកចេញក្នុងខែ", 3, 1),
        ("នៅចុងខែ", 37, 21), ("គ្រួសារក្រកម្រិត ១", 5, 3), ("ភ្ញៀវមកសួរ", 2, 1)]
POOR, GUESTS = 5, 6


def old_sheet(path, month, formula=False):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = month
    sheet["A1"] = "បញ្ជីប្រចាំខែ"
    for column, (group, side) in enumerate(HEADINGS, start=2):
        sheet.cell(3, column, group or None)
        sheet.cell(4, column, side)
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("D3:E3")
    for row, (label, total, female) in enumerate(ROWS, start=5):
        for column, value in enumerate((label, total, female, total, female), start=1):
            sheet.cell(row, column, value)
    if formula:
        sheet["D5"] = "=D6+D7"
    book.save(path)
    return path


def office_at(srok, code):
    """The number of a district in the choice."""
    for number in range(14):
        srok.choose("stranger.office", number)
        if srok.chosen("stranger.office").startswith(code):
            return number
    raise AssertionError(f"no district {code}")


def say(srok, row, text):
    """Says of the row that waits what it is; Enter goes to the next one, and takes the file after the last."""
    srok.keyboard_comes_to("")  # on the choice under the list
    for entry in range(60):
        srok.choose("stranger.rows-is", entry)
        if text in srok.chosen("stranger.rows-is"):
            break
    wait_for(lambda: text in srok.cell_text("stranger.rows", row, 2), f"row {row} to be {text}")


def map_it(srok):
    srok.click("returns.read-as")
    srok.find("stranger.rows")
    office_at(srok, "0204")
    wait_for(lambda: srok.rows("stranger.rows") == len(ROWS), "the rows of the file")
    srok.picture("stranger-1-recognised")
    srok.focus("stranger.office")
    srok.press("Return")
    say(srok, POOR, "ក្រ១")
    srok.press("Return")
    wait_for(lambda: not srok.chosen("stranger.rows-is"), "the next row that waits")
    say(srok, GUESTS, "មិនអាន")
    srok.picture("stranger-2-said")
    srok.press("Return")
    srok.gone("stranger.rows")


def accepted(office):
    months = asked("return", office, "status")["periods"]
    return [one for month in months for one in month["offices"] if "accepted_version" in one]


def journey():
    office = new_office("02")
    with Journey("stranger", arguments=[office, "--lang", "km"]) as srok:
        srok.click("start.go.receive")
        srok.receive_return(old_sheet(office.parent / "old.xlsx", "ខែ១"), 1)
        srok.picture("stranger-0-came")
        map_it(srok)
        srok.picture("stranger-3-read")
        srok.click("returns.accept")
        wait_for(lambda: accepted(office), "the unsigned return to count")
        one = accepted(office)[0]
        assert (one["office"], one["verdict"], one["accepted_version"]) == ("0204", "unsigned", 1), one
        srok.receive_return(old_sheet(office.parent / "next.xlsx", "ខែ២", formula=True), 2)
        srok.click("returns.read-as")
        srok.find("stranger.rows")
        office_at(srok, "0204")
        wait_for(lambda: srok.rows("stranger.rows") == len(ROWS), "the rows of the next file")
        assert "ក្រ១" in srok.cell_text("stranger.rows", POOR, 2), "the map is not remembered"
        wait_for(lambda: any("D5" in srok.cell_text("stranger.findings", row, 1)
                             for row in range(srok.rows("stranger.findings"))), "the formula named at its cell")
        srok.picture("stranger-4-next")
        srok.focus("stranger.office")
        srok.press("Return")
        srok.gone("stranger.rows")
        wait_for(lambda: any("D5" in srok.cell_text("returns.received-findings", row, 1)
                             for row in range(srok.rows("returns.received-findings"))), "the formula among the findings")
        assert asked("return", office, "status")["received"][-1]["state"] == "received"
        srok.choose_tab("returns.tabs", 1)
        srok.find("returns.board")
        srok.picture("stranger-5-board")


if __name__ == "__main__":
    sys.exit(run(journey))
