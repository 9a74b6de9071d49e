# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of set-up and what follows: the first administrator, the printed recovery code, users and roles, the screen locked
over a half-typed form, a certificate made void by two, the answers about disability shown and written down, and a reader who
finds everything grey. Everything by keyboard where a person would."""

import sys
from pathlib import Path

from journey import STATE, Journey, asked, paper_text, run, sample_office, wait_for

PASSWORD = "ត្រីសៀម ៧ ក្បាល"
PHRASE = "the office's own phrase"
USERS_TAB = 5


def grey(srok, button):
    srok.find(button)
    wait_for(lambda: not srok.look(button).get_state_set().contains(STATE.SENSITIVE), f"{button} to be grey")


def to_users(srok):
    srok.go(8, "settings")
    srok.choose_tab("settings.tabs", USERS_TAB)


def end_set_up(srok, folder):
    to_users(srok)
    srok.find("users.first")
    srok.picture("users-1-set-up")
    srok.click("users.first")
    srok.keyboard_comes_to("user.name")
    srok.type_into("user.name", "Chan.Thy")
    srok.type_into("user.full_name", "ចាន់ ធី")
    srok.type_secret("user.password", PASSWORD)
    srok.type_secret("user.again", "another one")
    srok.type_secret("user.passphrase", PHRASE)
    srok.type_secret("user.passphrase_again", PHRASE)
    srok.click("first-administrator.accept")
    srok.picture("users-2-differ")  # the two passwords differ
    srok.type_secret("user.again", PASSWORD)
    srok.click("first-administrator.accept")
    code = wait_for(lambda: srok.look("recovery-code.code") and srok.text_of("recovery-code.code"), "the code")
    assert len(code.replace("-", "")) == 25, code
    srok.click("recovery-code.save")
    srok.save_paper(folder / "code.pdf")
    srok.click("recovery-code.sure")
    srok.picture("users-3-code")
    srok.click("recovery-code.accept")
    srok.gone("recovery-code.accept")
    return code


def add_user(srok, name, full_name, role, rows):
    srok.click("users.add")
    srok.keyboard_comes_to("user.name")
    srok.type_into("user.name", name)
    srok.type_into("user.full_name", full_name)
    srok.choose("user.role", role)
    srok.type_secret("user.password", PASSWORD)
    srok.type_secret("user.again", PASSWORD)
    srok.click("user.accept")
    srok.wait_rows("users.list", rows)


def lock_over_a_form(srok):
    """Half a learner is typed when the screen is locked; it stands there when the same person is back."""
    srok.go(2, "learners")
    srok.click("learner.add")
    srok.find("learner.name_km")
    srok.type_into("learner.name_km", "សុខ ដារ៉ា")
    srok.press_until("ctrl+shift+k", lambda: srok.look("log-in.password"), "the lock")
    srok.picture("users-5-locked")
    assert srok.look("page.learners") is None, "the page shows behind the lock"
    assert srok.look("learner.name_km") is None, "the form shows behind the lock"
    srok.type_secret("log-in.password", "not the password")
    srok.press("Return")
    wait_for(lambda: srok.look("message.text"), "that the password is wrong")
    srok.type_secret("log-in.password", PASSWORD)
    srok.press("Return")
    srok.gone("log-in.password")
    assert srok.text_of("learner.name_km") == "សុខ ដារ៉ា"
    srok.press("Escape")
    srok.gone("learner.name_km")


def void_by_two(srok, office):
    serial = next(e["serial"] for e in asked("certificate", office, "register")["certificates"] if e["state"] == "issued")
    srok.go(6, "certificates")
    srok.choose_tab("certificates.tabs", 1)
    row = srok.find_row("certificates.register", 0, serial)
    srok.select_row("certificates.register", row)
    srok.click("certificates.void")
    srok.find("log-in.name")
    srok.picture("users-6-second")
    srok.log_in("chan.thy", PASSWORD)
    srok.find("certificate-reason.reason")
    srok.type_into("certificate-reason.reason", "ប្រគល់ខុសមនុស្ស")
    srok.press("Return")
    wait_for(lambda: next(e for e in asked("certificate", office, "register")["certificates"]
                          if e["serial"] == serial)["state"] == "void", "the certificate to be void")
    entry = next(e for e in asked("audit", office, "--limit", 20)["entries"] if e["verb"] == "certificate.void")
    assert entry["actor"] == "officer+chan.thy", entry


def reveal(srok, office):
    srok.go(2, "learners")
    srok.wait_rows("learners.list", srok.rows("learners.list"))
    srok.select_row("learners.list", 0)
    srok.click("learner.edit")
    srok.find("learner.wg_seeing")
    srok.picture("users-7-hidden")
    assert not srok.look("learner.wg_seeing").get_state_set().contains(STATE.SENSITIVE)
    srok.click("learner.reveal")
    wait_for(lambda: srok.look("learner.wg_seeing").get_state_set().contains(STATE.SENSITIVE), "the answers")
    srok.press("Escape")
    srok.gone("learner.wg_seeing")
    entry = asked("audit", office, "--limit", 3)["entries"][0]
    assert (entry["verb"], entry["actor"]) == ("learner.unmask", "officer"), entry


def read_the_record(srok, office):
    names = sorted({name for e in asked("audit", office, "--limit", 100000)["entries"] for name in e["actor"].split("+")})
    srok.go(9, "audit")
    wait_for(lambda: srok.rows("audit.list") > 10, "the record")
    srok.choose("audit.person", 1 + names.index("officer"))
    wait_for(lambda: all("officer" in srok.cell_text("audit.list", row, 1) for row in range(srok.rows("audit.list"))),
             "officer's rows")
    srok.click("audit.check")
    srok.find("message.text")
    srok.picture("users-8-record")


def users():
    office = sample_office(learners=60)
    folder = Path(office).parent
    with Journey("users", arguments=[office]) as srok:
        srok.find("page.start")
        code = end_set_up(srok, folder)
        to_users(srok)
        srok.wait_rows("users.list", 1)
        add_user(srok, "officer", "មាស សុភា", 1, 2)
        add_user(srok, "clerk", "គឹម លីដា", 2, 3)
        add_user(srok, "reader", "ប៉ែន រតនា", 4, 4)
        srok.picture("users-4-list")
        srok.press_until("ctrl+shift+k", lambda: srok.look("log-in.password"), "the lock")
        srok.click("log-in.cancel")
        # The welcome window, with this file the last one.
        srok.find("welcome.recent")
        srok.press("Return")
        srok.log_in("officer", PASSWORD)
        srok.find("page.start")
        lock_over_a_form(srok)
        void_by_two(srok, office)
        reveal(srok, office)
        read_the_record(srok, office)
    with Journey("users", arguments=[office]) as srok:
        srok.log_in("reader", PASSWORD)
        srok.go(2, "learners")
        grey(srok, "learner.add")
        srok.picture("users-9-reader")
        to_users(srok)
        grey(srok, "users.add")
    # Whoever lost the password comes back by the code.
    with Journey("users", arguments=[office]) as srok:
        srok.click("log-in.recover")
        srok.find("recover.code")
        srok.type_into("recover.name", "chan.thy")
        srok.type_into("recover.code", code.lower().replace("-", " "))
        srok.type_secret("recover.password", PASSWORD + "!")
        srok.type_secret("recover.again", PASSWORD + "!")
        srok.click("recover.accept")
        srok.click("recovery-code.sure")
        srok.click("recovery-code.accept")
        srok.gone("recovery-code.accept")
        srok.type_secret("log-in.password", PASSWORD + "!")
        srok.press("Return")
        srok.gone("log-in.password")
        srok.find("page.start")
    assert asked("check", office)["ok"]
    text = paper_text(folder / "code.pdf")
    assert code in text, text


sys.exit(run(users))
