# SPDX-License-Identifier: GPL-3.0-or-later
"""A return goes round: the clerk builds December, the province receives it and sends it back with a remark on a row, the
clerk takes the receipt in, explains what was to be explained and builds the second version, the province accepts it, and
with its receipt the month is closed at the district until it is opened with a reason. What the windows did is asked of
srokctl, which reads the same files."""

import os
import sys

from journey import Journey, asked, new_office, run, sample_office, wait_for

LANGUAGE = os.environ.get("SROK_LANGUAGE", "km")
MONTH = "2025-12"


def own(office):
    return next(one for one in asked("return", office, "status")["own"] if one["period"] == MONTH)


def of_district(province):
    month = next(one for one in asked("return", province, "status")["periods"] if one["period"] == MONTH)
    return next(one for one in month["offices"] if one["office"] == "0202")


def class_without_register(office):
    """Nobody takes its register: the return has to say why."""
    made = asked("class", office, "open", "ថ្នាក់មិនបានស្រង់", "--programme", "literacy", "--institution", 1,
                 "--from", f"{MONTH}-01", "--to", "2026-06-30", "--days", "12345", "--hours", 2)
    asked("class", office, "enrol", made["id"], 100, "--from", f"{MONTH}-01")
    return made["id"]


def choose_december(srok):
    """The month is the one that is last over; December is chosen on the list of months."""
    srok.choose_holding("returns.month", "ធ្នូ ឆ្នាំ2025", "December 2025")


def explain(srok, text):
    def row():
        rows = range(srok.rows("returns.findings"))
        return next((at + 1 for at in rows if "ថ្នាក់មិនបានស្រង់" in srok.cell_text("returns.findings", at, 1)), None)
    srok.select_row("returns.findings", wait_for(row, "the finding about the class") - 1)
    srok.click("returns.explain")
    srok.type_into("explain.text", text)
    srok.picture("round-4-explain")
    srok.click("explain.accept")
    srok.gone("explain.accept")
    wait_for(lambda: text in srok.cell_text("returns.findings", row() - 1, 1), "the explanation beside its finding")


def build(srok, office, folder, version, reason=None):
    folder.mkdir(exist_ok=True)
    srok.click("returns.build")
    if reason:
        srok.type_into("return-reason.reason", reason)
        srok.click("return-reason.accept")
    srok.choose_file(folder)
    workbook = folder / f"0202_{MONTH}_v{version}.xlsx"
    wait_for(workbook.exists, f"version {version}")
    wait_for(lambda: own(office).get("version") == version, f"version {version} on the board")
    return workbook


def remark_on_learners(srok):
    srok.choose_tab("returns.review", 1)
    wait_for(lambda: srok.rows("returns.compared") > 5, "the figures side by side")
    # Down to the learner lines that the figure counts.
    srok.select_row("returns.compared", 1)
    learners = int(srok.cell_text("returns.compared", 1, 1).replace(",", ""))
    srok.press("ctrl+l")
    wait_for(lambda: srok.rows("returns.behind-list") >= learners, "the learner lines")
    srok.picture("returns-round-lines")
    srok.press("Escape")
    srok.gone("returns.behind-list")
    srok.select_row("returns.compared", 1)
    srok.click("returns.remark")
    srok.type_into("remark.text", "សូមរាប់អ្នកសិក្សាម្តងទៀត")
    srok.click("remark.accept")
    srok.gone("remark.accept")
    srok.picture("round-2-side-by-side")


def write_receipt(srok, folder, name):
    srok.click("returns.receipt")
    srok.choose_file(folder)
    wait_for((folder / name).exists, "the receipt")
    return folder / name


def take(srok, receipt):
    srok.click("returns.take-receipt")
    srok.choose_file(receipt)
    srok.gone("job.cancel")
    srok.choose_tab("returns.tabs", 1)


def select_december(srok, office):
    periods = [one["period"] for one in asked("return", office, "status")["own"]]
    srok.wait_rows("returns.own", len(periods))
    srok.select_row("returns.own", periods.index(MONTH))


def journey():
    office = sample_office(200)
    province = new_office("02")
    folder = office.parent / "sent"
    in_class = class_without_register(office)
    asked("return", province, "round", "month", "--due", 5, "--layout", "month", "--since", "2025-11-01")

    with Journey("round-clerk", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.gone("job.cancel")
        choose_december(srok)
        first = build(srok, office, folder, 1)
    assert own(office)["standing"] == "to-explain", own(office)

    with Journey("round-province", arguments=[province, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.receive_return(first, 1)
        srok.picture("round-1-received")
        remark_on_learners(srok)
        srok.click("returns.reject")
        srok.type_into("send-back.reason", "សូមពន្យល់ថ្ងៃដែលមិនបានស្រង់")
        srok.click("send-back.accept")
        srok.gone("send-back.accept")
        wait_for(lambda: of_district(province)["standing"] == "to-mend", "the board to say that it is to be mended")
        back = write_receipt(srok, folder, f"0202_{MONTH}_v1_receipt1.xlsx")

    with Journey("round-mending", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.gone("job.cancel")
        take(srok, back)
        wait_for(lambda: own(office)["standing"] == "to-mend", "the board of the district")
        select_december(srok, office)
        srok.wait_rows("returns.own-remarks", 1)
        assert "សូមរាប់អ្នកសិក្សាម្តងទៀត" in srok.cell_text("returns.own-remarks", 0, 2)
        srok.picture("round-3-sent-back")
        srok.choose_tab("returns.tabs", 0)
        srok.gone("job.cancel")
        choose_december(srok)
        explain(srok, "គ្រូបង្រៀនឈឺពេញមួយខែ")
        second = build(srok, office, folder, 2, "បានពន្យល់")

    with Journey("round-accepting", arguments=[province, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.receive_return(second, 2)
        srok.click("returns.accept")
        wait_for(lambda: of_district(province)["standing"] == "accepted", "the second version to count")
        accepted = write_receipt(srok, folder, f"0202_{MONTH}_v2_receipt2.xlsx")
        srok.choose_tab("returns.tabs", 1)
        wait_for(lambda: srok.rows("returns.board") == 14, "the board")
        srok.picture("round-5-board")
        srok.click("returns.rounds")
        srok.find("rounds.month.due")
        srok.picture("round-6-due-days")
        srok.press("Escape")
        srok.gone("rounds.accept")

    with Journey("round-closed", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.gone("job.cancel")
        take(srok, accepted)
        wait_for(lambda: own(office)["standing"] == "accepted", "the month to be closed")
        srok.picture("round-7-accepted")
    refused = asked("class", office, "enrol", in_class, 101, "--from", f"{MONTH}-15", codes=(2,))
    assert refused["error"]["code"] == "period.locked", refused

    with Journey("round-correction", arguments=[office, "--lang", LANGUAGE]) as srok:
        srok.go(7, "returns")
        srok.gone("job.cancel")
        srok.choose_tab("returns.tabs", 1)
        select_december(srok, office)
        srok.click("returns.correct")
        srok.click("correct.accept")
        srok.find("correct.reason")  # without a reason the window stays
        srok.type_into("correct.reason", "ភ្លេចអ្នកសិក្សាម្នាក់")
        srok.click("correct.accept")
        srok.gone("correct.accept")
        wait_for(lambda: own(office)["standing"] == "correcting", "the month to be open")
        srok.picture("round-8-correction")
    # Somebody of another programme, so that the figures are other than before.
    other = next(one["id"] for one in asked("class", office, "list")["classes"]
                 if one["status"] == "open" and one["programme"] == "primary-equivalency")
    asked("class", office, "enrol", other, 1, "--from", f"{MONTH}-15")
    assert own(office)["standing"] == "changed", own(office)


if __name__ == "__main__":
    sys.exit(run(journey))
