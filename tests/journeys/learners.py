# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning with the list of learners, on a sample office: found by Khmer typed in another order, narrowed by
filters, many enrolled at once after a look at what will happen, taken back, and what the record tells of it."""

import sys

from journey import Journey, run, sample_office, wait_for

# Vowel before subscript: the eye sees the same, the bytes differ.
NAME, MISORDERED = "ស្រី", "សី្រ"
SEX, STATUS, FEMALE, NOW, BEFORE = 1, 1, 1, 1, 2


def found(srok):
    return srok.rows("learners.list")


def all_names(srok):
    return [srok.cell_text("learners.list", row, 1) for row in range(found(srok))]


def find_by_misordered_khmer(srok):
    srok.type_into("learners.search", NAME)
    wait_for(lambda: 0 < found(srok) < 300, "those called " + NAME)
    names = all_names(srok)
    srok.type_into("learners.search", "ឃឃឃ")
    wait_for(lambda: srok.look("learners.list") is None or found(srok) == 0, "nobody")
    srok.type_into("learners.search", MISORDERED)
    wait_for(lambda: srok.look("learners.list") and found(srok) == len(names), "the same people")
    assert all_names(srok) == names
    # Down goes from the field into the list, and the card says who it is.
    srok.focus("learners.search")
    srok.press("Down")
    srok.says("learner.card.name", names[0])


def narrow(srok):
    srok.type_into("learners.search", "")
    srok.wait_rows("learners.list", 1000)
    srok.choose("learners.filter.sex", FEMALE)
    wait_for(lambda: 0 < found(srok) < 1000, "the women")
    women = found(srok)
    srok.choose("learners.filter.status", BEFORE)
    wait_for(lambda: found(srok) < women, "those who are in no class now")
    srok.says("page.subtitle", str(found(srok)))
    # Kept while one looks elsewhere.
    narrowed = found(srok)
    srok.press("alt+1")
    srok.find("page.start")
    srok.press("alt+2")
    srok.wait_rows("learners.list", narrowed)
    srok.picture("learners-filtered")
    srok.click("learners.filter.clear")
    srok.wait_rows("learners.list", 1000)


def enrol_many(srok):
    """Everyone who is in no class now, into one; those who cannot are named before."""
    srok.choose("learners.filter.status", BEFORE)
    wait_for(lambda: 0 < found(srok) < 1000, "those in no class now")
    gone = found(srok)
    srok.focus("learners.list")
    srok.press("ctrl+a")
    srok.says("learner.card.name", str(gone))
    srok.press("ctrl+r")
    srok.find("enrol.preview")
    assert srok.rows("enrol.preview") == gone
    srok.says("enrol.summary", str(gone))
    srok.picture("enrol-km")
    possible = int(srok.text_of("enrol.summary").split()[1])
    assert 0 < possible <= gone, possible
    srok.click("enrol.accept")
    srok.gone("enrol.accept")
    srok.says("message.text", str(possible))
    # They are in a class now, and the filter says so at once.
    wait_for(lambda: srok.look("learners.list") is None or found(srok) == gone - possible, "the list without them")
    return gone, possible


def main(srok):
    find_by_misordered_khmer(srok)
    narrow(srok)
    gone, possible = enrol_many(srok)
    srok.click("message.action")
    wait_for(lambda: srok.look("learners.list") and found(srok) == gone, "those who were enrolled, back")
    # The record tells of both; the only one who is found is shown at once.
    number, name = srok.cell_text("learners.list", 0, 0), srok.cell_text("learners.list", 0, 1)
    srok.type_into("learners.search", number)
    srok.wait_rows("learners.list", 1)
    srok.says("learner.card.name", name)
    srok.picture("learner-km")
    srok.press("ctrl+h")
    srok.says("learner.card.history", "ចុះឈ្មោះចូលថ្នាក់ជាមួយអ្នកដទៃ")
    srok.says("learner.card.history", "ការប្តូរអ្នកសិក្សាច្រើននាក់ត្រូវបានលុបវិញ")
    srok.picture("history-km")


def journey():
    office = sample_office()
    with Journey("learners", arguments=[office, "--lang", "km", "--page", "learners"]) as srok:
        srok.wait_rows("learners.list", 1000)
        main(srok)


if __name__ == "__main__":
    sys.exit(run(journey))
