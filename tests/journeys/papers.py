# SPDX-License-Identifier: GPL-3.0-or-later
"""An officer looks at how certificates look, tries a template with a slip in it and one without; then hands out
provisional certificates, prints one again and takes the handover register along. What the windows did is asked of srokctl,
which reads the same file."""

import os
import sys

from journey import Journey, asked, run, sample_office, wait_for


def templates(srok, office, folder):
    srok.click("certificates.templates")
    srok.says("templates.words", "certificate-")
    srok.picture("papers-1-template")
    own = folder / "ours.svg"
    srok.click("templates.export")
    srok.choose_file(own)
    wait_for(own.exists, "the template to edit")
    text = own.read_text(encoding="utf-8")
    slip = folder / "slip.svg"
    slip.write_text(text.replace("{{name_km}}", "{{nmae_km}}").replace('<rect data-role="qr"', '<rect data-role="stamp"'),
                    encoding="utf-8")
    srok.click("templates.take")
    srok.choose_file(slip)
    srok.says("templates.words", "slip")
    wait_for(lambda: srok.rows("templates.problems") > 0, "what is wrong with it")
    srok.picture("papers-2-slip")
    assert asked("template", office, "list")["taken"] == []
    good = folder / "ours-2026.svg"
    good.write_text(text.replace("<svg ", "<!-- ours -->\n<svg ", 1), encoding="utf-8")
    srok.click("templates.take")
    srok.choose_file(good)
    srok.click("question.do")
    wait_for(lambda: asked("template", office, "list")["taken"], "the template to be taken")
    assert asked("template", office, "list")["taken"][0]["name"] == "ours-2026"
    srok.says("templates.words", "ours-2026")
    srok.click("templates.preview")
    srok.find("preview.page")
    srok.picture("papers-3-preview")
    srok.press("Escape")
    srok.gone("preview.page")
    srok.click("templates.paper")
    srok.type_into("paper.right", "-១,៥")
    srok.picture("papers-4-paper")
    srok.press("Return")
    srok.gone("paper.right")
    srok.click("templates.close")
    srok.gone("templates.words")


def statements(srok, office, folder):
    srok.click("certificates.statements")
    wait_for(lambda: srok.rows("statements.learners") > 0, "the learners of the class")
    srok.picture("papers-5-statements")
    papers = folder / "papers"
    papers.mkdir()
    srok.click("statements.all")
    srok.choose_file(papers)
    given = wait_for(lambda: asked("statement", office, "list")["statements"], "the statements")
    wait_for(lambda: len(list(papers.glob("*.pdf"))) == len(given), "their papers")
    first = given[-1]
    shown = "name" if os.environ.get("SROK_LANGUAGE") == "en" else "name_km"
    row = srok.find_row("statements.learners", 1, first["number"])
    assert srok.cell_text("statements.learners", row, 0) == (first[shown] or first["name"])
    srok.picture("papers-6-given")
    srok.select_row("statements.learners", row)
    srok.click("statements.again")
    srok.type_into("statement-reason.reason", "បាត់")
    srok.click("statement-reason.accept")
    srok.choose_file(folder / "again.pdf")
    wait_for(lambda: asked("statement", office, "list")["statements"][-1]["reprints"] == 1, "the reprint")
    assert (folder / "again.pdf").read_bytes() == (papers / f"{first['number']}.pdf").read_bytes()
    srok.click("statements.roll")
    srok.save_paper(folder / "roll.pdf")
    srok.click("statements.close")
    srok.gone("statements.learners")


def journey():
    office = sample_office(200)
    with Journey("papers", arguments=[office, "--lang", os.environ.get("SROK_LANGUAGE", "km")]) as srok:
        srok.go(6, "certificates")
        wait_for(lambda: srok.rows("certificates.learners") > 0, "the learners of the first class")
        templates(srok, office, srok.home)
        statements(srok, office, srok.home)


if __name__ == "__main__":
    sys.exit(run(journey))
