# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file from outside is, how it is handed to srokctl, and what must come of it."""
import dataclasses

FILES = []


@dataclasses.dataclass
class File:
    """One file of the corpus.

    said   of a refused file the error as one line: its code, the facts that are asked for ("why=crc"), then its place
           ("sheet=Sheet1 cell=B2", "row=3", "byte=120"; "byte" alone asks only that one is named). Of a list whose one
           row is refused "row refuse sex.missing D2". Of what a word judges "verdict forged code.damaged". Of an honest file "" or what it must have given: "2 learners".
    word   by which word it is taken: a key of WORDS in outside_test.py.
    """
    title: str
    name: str  # of the file on the disk
    make: object  # gives its bytes
    said: str
    word: str = "learners"

    @property
    def honest(self):
        return self.said[:1].isdigit() or self.said.startswith(("a ", "genuine"))


def refused(title, make, said, name="list.xlsx", word="learners"):
    FILES.append(File(title, name, make, said, word))


def honest(title, make, said="1 learner", name="list.xlsx", word="learners"):
    FILES.append(File(title, name, make, said, word))
