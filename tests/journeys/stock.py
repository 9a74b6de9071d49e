# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawer under the register: a blank number is lost, an institution's numbers come back, pre-printed forms come and one
jams, and an entry of the old book is typed and corrected and a list of it taken. What the windows did is asked of srokctl, which reads the same file."""

import os
import sys

from journey import Journey, asked, run, sample_office, wait_for


def lose_a_number(srok, office):
    block = asked("certificate", office, "control-sheet")["blocks"][-1]
    blank = block["numbers"][-1]["first"]
    srok.click("certificates.blocks")
    srok.wait_rows("serial-blocks", len(asked("serials", office, "list")["blocks"]))
    srok.click("serial-blocks.mark")
    srok.keyboard_comes_to("mark-numbers.first")
    srok.type_into("mark-numbers.first", blank)
    srok.press("Tab", "Tab")
    srok.choose("mark-numbers.state", 1)
    srok.type_into("mark-numbers.reason", "បាត់ក្នុងប្រៃសណីយ៍")
    srok.picture("stock-1-mark")
    srok.press("Return")
    wait_for(lambda: asked("certificate", office, "control-sheet")["blocks"][-1]["lost"] == 1, "the number to be lost")
    srok.picture("stock-2-blocks")
    srok.click("serial-blocks.close")
    srok.gone("serial-blocks.close")
    lost = next(e for e in asked("certificate", office, "register")["certificates"] if e["state"] == "lost")
    assert lost["serial"].startswith(blank), lost


def take_back(srok, office, centre):
    srok.click("certificates.blocks")
    held = wait_for(lambda: [row + 1 for row in range(srok.rows("serial-blocks"))
                             if centre in srok.cell_text("serial-blocks", row, 5)], "the institution's block")
    srok.select_row("serial-blocks", held[0] - 1)
    srok.click("serial-blocks.release")
    # The list behind still says that it has the keyboard; where a key goes tells.
    srok.find("release-block.reason")
    srok.press("x")
    wait_for(lambda: srok.text_of("release-block.reason") == "x", "a key in the reason")
    srok.type_into("release-block.reason", "មណ្ឌលប្រគល់លេខមកវិញ")
    srok.picture("stock-2-take-back")
    srok.press("Return")
    wait_for(lambda: not any(one["held_by"] for one in asked("serials", office, "list")["blocks"]), "the numbers")
    srok.click("serial-blocks.close")
    srok.gone("serial-blocks.close")


def forms(srok, office, serial, folder):
    srok.click("certificates.paper")
    srok.click("numbered-paper.receive")
    srok.keyboard_comes_to("receive-paper.first")
    srok.type_into("receive-paper.first", "A 0012301")
    srok.type_into("receive-paper.last", "A 0012400")
    srok.type_into("receive-paper.what", "មន្ទីរអប់រំខេត្តបាត់ដំបង")
    srok.click("receive-paper.accept")
    srok.wait_rows("numbered-paper", 1)
    srok.click("numbered-paper.use")
    srok.keyboard_comes_to("use-paper.first")
    srok.type_into("use-paper.first", "A 0012301")
    srok.type_into("use-paper.what", serial)
    srok.click("use-paper.accept")
    srok.wait_rows("numbered-paper", 2)
    srok.click("numbered-paper.spoil")
    srok.keyboard_comes_to("spoil-paper.first")
    srok.type_into("spoil-paper.first", "A 0012302")
    srok.type_into("spoil-paper.what", "ជាប់ក្នុងម៉ាស៊ីន")
    srok.click("spoil-paper.accept")
    srok.wait_rows("numbered-paper", 3)
    srok.picture("stock-3-paper")
    srok.click("numbered-paper.sheet")
    srok.save_paper(folder / "stock.pdf")
    srok.click("numbered-paper.close")
    srok.gone("numbered-paper.close")
    delivery = asked("paper", office, "list")["deliveries"][0]
    assert (delivery["received"], delivery["used"], delivery["spoiled"]) == (98, 1, 1), delivery


def old_book(srok, office):
    listed = office.with_name("book.csv")
    listed.write_text("លេខវិញ្ញាបនបត្រ,ឆ្នាំ,គោត្តនាម និងនាម\n១៣/០៩,2009,ចាន់ ដារ៉ា\n14/09,,ហេង វណ្ណៈ\n", encoding="utf-8")
    srok.click("certificates.book")
    srok.click("old-book.type")
    srok.keyboard_comes_to("book-entry.number")
    srok.type_into("book-entry.number", "១២/០៩ អយក")
    srok.type_into("book-entry.year", "២០០៩")
    srok.type_into("book-entry.name-km", "សុខ ធារី")
    srok.type_into("book-entry.page", "7")
    srok.picture("stock-4-entry")
    srok.click("book-entry.accept")
    srok.wait_rows("old-book", 1)
    srok.click("old-book.import")
    srok.choose_file(listed)
    srok.wait_rows("book-list", 2)
    srok.picture("stock-5-list")
    srok.click("book-list.take")
    srok.wait_rows("old-book", 2)
    srok.picture("stock-6-book")
    # The name was read wrongly.
    srok.select_row("old-book", srok.find_row("old-book", 2, "សុខ ធារី"))
    srok.click("old-book.correct")
    srok.find("book-entry.number")
    srok.type_into("book-entry.name-km", "សុខ ធារិទ្ធ")
    srok.type_into("book-entry.reason", "អានសៀវភៅម្តងទៀត")
    srok.click("book-entry.accept")
    srok.gone("book-entry.accept")
    wait_for(lambda: "ធារិទ្ធ" in str(asked("book", office, "list")), "the corrected name")
    srok.click("old-book.correct")
    srok.find("book-entry.number")
    srok.picture("stock-7-corrected")
    srok.press("Escape")
    srok.gone("book-entry.accept")
    srok.click("old-book.close")
    srok.gone("old-book.close")
    assert len(asked("book", office, "list")["entries"]) == 2
    assert asked("verify", "13/09", "--office", office, codes=(1,))["verdict"] == "from-the-book"


def journey():
    office = sample_office(200)
    serial = asked("certificate", office, "register")["certificates"][0]["serial"]
    centre = asked("institution", office, "list")["institutions"][0]
    asked("parcel", office, "out", centre["id"], "--out", office.with_name("centre.srokp"), "--numbers", 30)
    with Journey("stock", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(6, "certificates")
        srok.choose_tab("certificates.tabs", 1)
        srok.picture("stock-0-register")
        lose_a_number(srok, office)
        take_back(srok, office, centre["name_km"])
        forms(srok, office, serial, srok.home)
        old_book(srok, office)
        assert asked("check", office)["ok"]


if __name__ == "__main__":
    sys.exit(run(journey))
