#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in an office past set-up, each step by the person whose work it is: the clerk brings in the lists and closes the
class, a colleague checks its award list, the headteacher approves and issues, the clerk builds the return, the province's
officer accepts it. What is not their work is refused: the clerk neither checks what the clerk prepared nor approves it, the
headteacher imports nothing, and nobody does anything without a log-in.

    logged_in_test.py SROKCTL
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "installer"))
import main_job  # noqa: E402

# Whose work a word is; the province's officer does what is done in the province's file.
WORK = {"institution": "clerk", "class": "clerk", "import": "clerk", "return": "clerk"}
STEPS = {"prepare": "clerk", "check": "colleague", "approve": "head", "issue": "head"}


class Staff(main_job.Srokctl):
    def __init__(self, program, secrets):
        super().__init__(program)
        self.secrets = secrets
        for name in ("boss", "clerk", "colleague", "head", "officer", "phrase"):
            (secrets / name).write_text(f"the secret of {name}\n", encoding="utf-8")

    def by(self, name, *words, ends=(0,)):
        return super().__call__(*words, "--as", name, "--password-file", self.secrets / name, "--key-password-file",
                                self.secrets / "phrase", ends=ends)

    def end_set_up(self, office, roles):
        super().__call__("user", office, "add", "boss", "--role", "administrator", "--password-file",
                         self.secrets / "boss", "--key-password-file", self.secrets / "phrase")
        for name, role in roles.items():
            self.by("boss", "user", office, "add", name, "--role", role, "--new-password-file", self.secrets / name)

    def __call__(self, *words, ends=(0,)):
        if words[0] == "new":
            made = super().__call__(*words, ends=ends)
            province = "02" in words
            self.end_set_up(words[1], {"officer": "province-officer"} if province
                            else {"clerk": "clerk", "colleague": "clerk", "head": "headteacher"})
            return made
        if words[0] == "certificate" and words[2] == "issue":
            self.approve(words[1], words[3])
        who = STEPS.get(str(words[2])) if words[0] == "certificate" else WORK.get(words[0])
        if who is None or words[2] in ("list", "register"):
            return super().__call__(*words, ends=ends)
        if words[0] == "return" and words[2] in ("receive", "accept", "consolidate"):
            who = "officer"
        return self.by(who, *words, ends=ends)

    def refused(self, name, code, *words):
        answer = self.by(name, *words, ends=(2,))
        main_job.must(answer["error"]["code"] == code, f"{name} did {words}: {answer}")

    def approve(self, office, group):
        self.by("clerk", "certificate", office, "prepare", group)
        check = ["certificate", office, "check", group, "--by", "គឹម លីដា"]
        self.refused("clerk", "award-list.own-check", *check)
        self.by("colleague", *check)
        approval = ["certificate", office, "approve", group, "--by", "ចាន់ ធី", "--role", "headteacher"]
        self.refused("clerk", "auth.not-allowed", *approval)
        self.by("head", *approval)


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        secrets = folder / "secrets"
        secrets.mkdir()
        staff = Staff(program, secrets)
        office = folder / "thma-koul.srok"
        main_job.messy_list(staff, office, folder)
        main_job.award(staff, office, folder / "certificates")
        main_job.province(staff, office, folder / "battambang.srok", folder / "returns")
        staff.refused("head", "auth.not-allowed", "import", office, "learners", next(main_job.SAMPLES.rglob("*.xlsx")))
        alone = main_job.Srokctl(program)("office", office, "--phone", "012345678", ends=(2,))
        main_job.must(alone["error"]["code"] == "auth.needed", alone)
        actors = {one["actor"] for one in main_job.Srokctl(program)("audit", office, "--limit", 100000)["entries"]}
        main_job.must(actors == {"set-up", "boss", "clerk", "colleague", "head"}, actors)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except main_job.Stopped as stop:
        sys.exit(f"Stopped: {stop}")
