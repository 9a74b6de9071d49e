# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning's papers through the learner's form, by the keyboard alone: every field in the order of the paper, a photo,
the next paper of the pile, someone who is registered already, a power cut in the middle of a form. What was kept is
asked of the file itself and of srokctl."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from journey import STATE, Atspi, Journey, new_office, run, wait_for

DIFFICULTIES = ["wg_seeing", "wg_hearing", "wg_walking", "wg_remembering", "wg_self_care", "wg_communicating"]
CHOICES = ["sex", "equity_level", *DIFFICULTIES]
NAME = "សុខ ស្រីមុំ"
# The same name as another clerk's keyboard wrote it: the marks in another order.
NAME_AGAIN = "សុខ  ស្រីមំុ"


def arrive(srok, field):
    choice = field in CHOICES or field.endswith(".kind")
    srok.keyboard_comes_to("" if choice else f"learner.{field}")


def put(srok, field, text):
    """Types a text where the keyboard is, which must be `field`, and goes on with Tab."""
    arrive(srok, field)
    control = srok.find(f"learner.{field}")
    assert Atspi.EditableText.set_text_contents(control, text), f"{field} takes no text"
    wait_for(lambda: srok.text_of(f"learner.{field}") == text, f"“{text}” in {field}")
    srok.press("Tab")


def take(srok, field, text):
    """Types a part and takes the first suggestion with the keyboard."""
    arrive(srok, field)
    control = srok.find(f"learner.{field}")
    Atspi.EditableText.set_text_contents(control, text)
    srok.find(f"learner.{field}.suggestions")
    srok.press("Return")
    wait_for(lambda: srok.look(f"learner.{field}.suggestions") is None, "the suggestions to go")
    wait_for(lambda: srok.text_of(f"learner.{field}") != text, f"a suggestion in {field}")
    taken = srok.text_of(f"learner.{field}")
    srok.press("Tab")
    return taken


def choose_by_key(srok, field, key, shown):
    arrive(srok, field)
    srok.press(key)
    wait_for(lambda: shown in srok.chosen(f"learner.{field}"), f"“{shown}” in {field}")
    srok.press("Tab")


def rows(file, sql, *values):
    """What the file holds, read beside the running program."""
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        return database.execute(sql, values).fetchall()
    finally:
        database.close()


def draft(file):
    return dict(rows(file, "SELECT field, typed FROM draft_learner_field"))


def found(file, text=""):
    done = subprocess.run([os.environ["SROKCTL"], "find", str(file), text, "--json"], capture_output=True, check=True)
    return json.loads(done.stdout)["learners"]


def begin(srok):
    srok.press_until("ctrl+n", lambda: srok.look("learner.name_km"), "the form")
    arrive(srok, "name_km")


def copied(picture):
    """Another program in which someone copied the picture; it owns the clipboard until it is ended."""
    owner = subprocess.Popen([sys.executable, "-c", """
import sys
import gi
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GdkPixbuf, GLib, Gtk
board = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
board.set_image(GdkPixbuf.Pixbuf.new_from_file(sys.argv[1]))
GLib.idle_add(lambda: print("copied", flush=True))
Gtk.main()
""", str(picture)], stdout=subprocess.PIPE, text=True)
    assert owner.stdout.readline() == "copied\n"
    return owner


def a_photo(srok, folder):
    picture, wrong = folder / "from-a-phone.jpg", folder / "wrong.jpg"
    subprocess.run(["/usr/bin/convert-im6", "-size", "1600x1200", "-seed", "3", "plasma:tan-brown", "-set", "comment",
                    "GPS 13.1N 103.2E", str(picture)], check=True)
    wrong.write_bytes(b"GIF89a" + bytes(200))
    srok.press("ctrl+p")
    srok.choose_file(wrong)
    wait_for(lambda: "PNG" in srok.text_of("learner.photo.note"), "the refusal of a GIF")
    # Nothing is on the clipboard yet; then a screenshot is.
    srok.press("ctrl+shift+v")
    wait_for(lambda: "PNG" not in srok.text_of("learner.photo.note"), "that no picture was copied")
    owner = copied(picture)
    srok.press("ctrl+shift+v")
    srok.find("crop.view")
    srok.press("Escape")
    srok.gone("crop.view")
    owner.kill()
    owner.wait()
    assert not srok.find("learner.photo.remove").get_state_set().contains(STATE.SENSITIVE)
    srok.press("ctrl+p")
    srok.choose_file(picture)
    srok.find("crop.view")
    srok.press("Right", "Right", "Down", "minus", "minus")
    srok.picture("learner-crop")
    srok.press("Return")
    srok.gone("crop.view")
    wait_for(lambda: not srok.text_of("learner.photo.note"), "no complaint about the photo")
    wait_for(lambda: srok.find("learner.photo.remove").get_state_set().contains(STATE.SENSITIVE), "a photo")


def fill_everything(srok, file):
    """The whole paper, never touching the mouse; each field must be the next one after Tab."""
    begin(srok)
    srok.press("Tab")
    arrive(srok, "name")
    srok.press("Tab")
    # Leaving both names empty is said as they are left.
    wait_for(lambda: srok.text_of("learner.name_km.note").strip(), "the complaint about the name")
    srok.press("shift+Tab", "shift+Tab")
    put(srok, "name_km", NAME)
    put(srok, "name", "SOK SREYMOM")
    wait_for(lambda: not srok.look("learner.name_km.note"), "the complaint to go")
    arrive(srok, "sex")
    srok.press("Down")
    srok.press("Tab")
    put(srok, "born", "04/25/2015")
    wait_for(lambda: "25/04/2015" in srok.text_of("learner.born.note"), "both readings of a month-first date")
    srok.press("shift+Tab")
    put(srok, "born", "១២/៤/២០១៥")
    wait_for(lambda: "2015" in srok.text_of("learner.born.note") and "12" in srok.text_of("learner.born.note"),
             "the date in words")
    take(srok, "birthplace_code", "អូរធំ")
    place = take(srok, "village_code", "20207")  # a code that lost its zero
    assert "ថ្មគោល" in place, place
    put(srok, "phone", "12")
    wait_for(lambda: srok.text_of("learner.phone.note").strip(), "the complaint about the phone")
    srok.press("shift+Tab")
    put(srok, "phone", "012 345 678")
    wait_for(lambda: not srok.look("learner.phone.note"), "the complaint to go")
    put(srok, "migration", "ថៃ ២០២៤")
    put(srok, "guardian", "សុខ ម៉ៅ")
    put(srok, "guardian_phone", "097 765 4321")
    assert take(srok, "ethnicity", "bunong") == "ព្នង"
    assert take(srok, "home_language", "khm") == "ខ្មែរ"
    put(srok, "occupation", "ត្បាញ")
    arrive(srok, "equity_level")
    srok.press("Down")
    srok.press("Tab")
    put(srok, "equity_valid_to", "31/12/2571")  # Buddhist
    wait_for(lambda: "2027" in srok.text_of("learner.equity_valid_to.note"), "the card's day in words")
    take(srok, "schooling", "grade 3")
    take(srok, "leaving_reason", "ឆ្ងាយ")
    arrive(srok, "identity.0.kind")
    srok.press("Tab")
    put(srok, "identity.0.number", "12/2015")
    arrive(srok, "identity.1.kind")
    srok.press("Tab")
    put(srok, "identity.1.number", "020 123 456")
    arrive(srok, "identity.2.kind")
    srok.press("Tab")
    arrive(srok, "identity.2.number")
    srok.press("Tab")
    for field, key in zip(DIFFICULTIES, "123411"):
        choose_by_key(srok, field, key, key)
    arrive(srok, "consent")
    srok.press("space")
    srok.press("Tab")
    arrive(srok, "consent_on")
    assert srok.text_of("learner.consent_on")
    srok.press("Tab")
    put(srok, "note", "មកជាមួយបង")
    a_photo(srok, file.parent)
    srok.picture("learner-form-end-km")


def the_whole_paper_is_kept(file):
    (row,) = rows(file, """SELECT name_km, name, sex, born, village_code, phone, migration, guardian, guardian_phone,
        ethnicity, home_language, occupation, equity_level, equity_valid_to, schooling, leaving_reason, wg_seeing,
        wg_hearing, wg_walking, wg_remembering, wg_self_care, wg_communicating, note FROM learner""")
    assert row[:4] == (NAME, "SOK SREYMOM", "f", "2015-04-12"), row
    assert row[4].startswith("020207"), row
    assert row[5:12] == ("012345678", "ថៃ ២០២៤", "សុខ ម៉ៅ", "0977654321", "ព្នង", "ខ្មែរ", "ត្បាញ"), row
    assert row[12:16] == (1, "2027-12-31", "ឈប់រៀនថ្នាក់ទី៣", "សាលានៅឆ្ងាយ"), row
    assert row[16:] == (1, 2, 3, 4, 1, 1, "មកជាមួយបង"), row
    assert rows(file, "SELECT count(*) FROM learner WHERE birthplace_code IS NOT NULL AND consent_on IS NOT NULL") == [(1,)]
    assert sorted(rows(file, "SELECT kind, number FROM identity_number")) == [
        ("birth_certificate", "12/2015"), ("national_id", "020 123 456")]
    ((photo,),) = rows(file, "SELECT jpeg FROM learner_photo")
    assert len(photo) <= 60_000 and photo.startswith(b"\xff\xd8\xff") and b"GPS" not in photo
    size = subprocess.run(["/usr/bin/identify-im6", "-format", "%wx%h", "jpeg:-"], input=photo, capture_output=True,
                          check=True).stdout
    assert size == b"472x709", size
    assert draft(file) == {}


def the_next_paper(srok, file):
    srok.press("ctrl+Return")
    wait_for(lambda: len(found(file)) == 1, "the first learner in the file")
    the_whole_paper_is_kept(file)
    # The pile's village stays, the rest is empty, and the keyboard is at the beginning.
    arrive(srok, "name_km")
    wait_for(lambda: srok.text_of("learner.name_km") == "", "an empty form")
    assert "ថ្មគោល" in srok.text_of("learner.village_code")
    assert srok.text_of("learner.phone") == ""
    srok.says("message.text", "0202-000001")


def someone_who_is_registered(srok, file):
    put(srok, "name_km", NAME_AGAIN)
    put(srok, "name", "")
    arrive(srok, "sex")
    srok.press("Down")
    srok.press("Tab")
    put(srok, "born", "2015")
    number = found(file)[0]["number"]
    because = f"learner.look-alike.{number}.because"
    srok.find(because)
    srok.picture("learner-form-km")
    # Saving asks first: the keyboard is on the answer.
    srok.press("ctrl+s")
    srok.keyboard_comes_to(f"learner.look-alike.{number}.other")
    assert len(found(file)) == 1
    srok.press("space")
    srok.gone(because)
    srok.press("ctrl+Return")
    wait_for(lambda: len(found(file)) == 2, "another person of the same name")

    # The third paper is the first person again, with a new phone of the guardian.
    put(srok, "name_km", NAME)
    put(srok, "name", "")
    arrive(srok, "sex")
    srok.press("Down")
    srok.press("Tab")
    put(srok, "born", "12/4/2015")
    srok.click(f"learner.look-alike.{number}.open")
    srok.says("message.text", number)
    wait_for(lambda: srok.text_of("learner.guardian") == "សុខ ម៉ៅ", "the registered learner's form")
    srok.press("ctrl+s")
    srok.gone("learner.name_km")
    assert len(found(file)) == 2
    assert rows(file, "SELECT count(*) FROM draft_learner") == [(0,)]


def a_power_cut(srok, file):
    """Whatever the file says was kept when the power goes is what the form shows afterwards."""
    begin(srok)
    put(srok, "name_km", "ឃួន វណ្ណា")
    put(srok, "name", "KHUON VANNA")
    arrive(srok, "sex")
    srok.press("Down")
    srok.press("Tab")
    typed = {"born": "about 20", "phone": "012 34", "guardian": "ឃួន ម៉ៅ", "note": "ពាក់កណ្តាល"}
    for count, (field, text) in enumerate(typed.items()):
        control = srok.focus(f"learner.{field}")
        Atspi.EditableText.set_text_contents(control, text)
        wait_for(lambda f=field, t=text: draft(file).get(f) == t, f"{field} in the draft")
        kept = draft(file)
        audit = rows(file, "SELECT count(*) FROM audit")
        srok.process.kill()
        srok.process.wait()
        srok.start()
        wait_for(lambda: "ឃួន វណ្ណា" in srok.text_of("message.text"), "the offer after the crash")
        if count == 0:
            srok.picture("draft-offer-km")
        srok.click("message.action")
        srok.find("learner.name_km")
        for name, value in kept.items():
            if name not in ("sex", "village_code"):
                wait_for(lambda n=name, v=value: srok.text_of(f"learner.{n}") == v, f"{name} after the crash")
        assert srok.chosen("learner.sex")
        # Keeping a draft is no history.
        assert rows(file, "SELECT count(*) FROM audit") == audit


def leaving_and_coming_back(srok, file):
    srok.press("Escape")
    srok.gone("learner.name_km")
    wait_for(lambda: srok.look("message.action"), "that the form is kept")
    begin(srok)
    assert srok.text_of("learner.name_km") == "ឃួន វណ្ណា"
    # An unreadable date keeps the form open; put right, it is saved and the draft is gone with the same stroke.
    srok.press("ctrl+s")
    arrive(srok, "born")
    put(srok, "born", "about 1989")
    srok.type_into("learner.phone", "")
    srok.press("ctrl+s")
    srok.gone("learner.name_km")
    assert [one["born"] for one in found(file, "KHUON VANNA")] == ["~1989"]
    assert rows(file, "SELECT count(*) FROM draft_learner") == [(0,)]
    begin(srok)
    assert srok.text_of("learner.name_km") == ""
    srok.press("Escape")
    srok.gone("learner.name_km")


def journey():
    file = Path(new_office())
    with Journey("learner_form", arguments=[file, "--lang", "km"]) as srok:
        srok.says("start.figure.learners", "0")
        srok.go(2, "learners")
        fill_everything(srok, file)
        the_next_paper(srok, file)
        someone_who_is_registered(srok, file)
        a_power_cut(srok, file)
        leaving_and_coming_back(srok, file)
    checked = subprocess.run([os.environ["SROKCTL"], "check", str(file)], check=False)
    assert checked.returncode == 0


if __name__ == "__main__":
    sys.exit(run(journey))
