#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Labelled pairs of invented learners, for measuring how well look-alikes are found.

    pairs.py tune|hold [--pairs 4000] [--seed 1] > PAIRS.csv

It shares no code and no table with src/identity: what a clerk does to a name, a date or a number is written down here
a second time, from how Khmer is typed and spelt, not from how it is scored. The names of tests/samples/khmer-names.csv
are divided in two by a hash of each name; `tune` uses one half and `hold` the other, so that no name the weights were
set on is in a measured pair, and a half is never looked at while they are set.

Of every ten pairs five are one person, each with the differences its kind names; five are two people who were chosen
because they are easily taken for one: twins, a brother or sister under one phone, father and son, a namesake in the
same village, a neighbour of almost the same name.
"""
import argparse
import csv
import hashlib
import pathlib
import random
import re
import sys

HOUSE = pathlib.Path(__file__).resolve().parents[2]
COENG, DA, TA, ZWSP = "\u17d2", "\u178a", "\u178f", "\u200b"
VOWELS = "\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5"

# Letters that are one sound in some names, or nearly: what is written when a name is heard, not read.
HEARD_KHMER = [
    ("ន", "ណ"), ("ណ", "ន"), ("ល", "ឡ"), ("ឡ", "ល"), ("ធ", "ថ"), ("ទ", "ត"), ("ជ", "ឈ"), ("ឈ", "ជ"), ("គ", "ឃ"),
    ("ព", "ភ"), ("ភ", "ព"), ("ខ", "ក"), ("ឆ", "ច"), ("ផ", "ប៉"), ("\u17b7", "\u17b8"), ("\u17b8", "\u17b7"),
    ("\u17b9", "\u17b7"), ("\u17b9", "\u17ba"), ("\u17bb", "\u17c4"), ("\u17c4", "\u17bb"), ("\u17bc", "\u17bb"), ("\u17bb", "\u17bc"),
    ("\u17bf", "\u17be"), ("\u17c0", "\u17c1"), ("ណ្ណ", "ន"), ("ន្ន", "ន"), ("ទ្ធ", "ត"), ("ដ្ឋ", "ត"), ("៍", ""), ("់", ""),
    ("ត្ថ", "ត"), ("ស្ស", "ស"), ("ចន្ទ", "ចាន់"), ("សំ", "សុំ"), ("ឧ", "អ៊ុ"), ("ឱ", "អោ"), ("ឥ", "អ៊ិ"),
]
# The keys beside a key on the Khmer layout, and shifted ones: slips of the finger.
SLIPPED_KHMER = "កខគឃងចឆជឈញដឋឌណតថទធនបផពភមយរលវសហឡអ"
HEARD_LATIN = [
    ("ph", "p"), ("th", "t"), ("kh", "k"), ("chh", "ch"), ("ch", "chh"), ("ea", "ia"), ("ie", "ea"), ("eo", "ev"), ("ao", "av"),
    ("ou", "u"), ("oeu", "eu"), ("eu", "oeu"), ("uo", "ou"), ("v", "w"), ("y", "ey"), ("ey", "y"), ("i", "y"), ("ay", "ai"),
    ("ai", "ay"), ("nn", "n"), ("n", "nn"), ("a", "ar"), ("ey", "i"), ("k", "kk"), ("o", "or"), ("ae", "e"), ("e", "ae"), ("s", "ss"),
    ("b", "p"), ("d", "t"), ("u", "ou"), ("ei", "ey"), ("ng", "ngs"), ("t", "th"), ("h", ""), ("om", "am"), ("oun", "un"),
]


class Names:
    def __init__(self, half):
        self.surnames, self.given = [], {"f": [], "m": []}
        path = HOUSE / "tests/samples/khmer-names.csv"
        for row in csv.DictReader(path.open(encoding="utf-8")):
            side = hashlib.sha256(row["name_km"].encode()).digest()[0] % 2
            if side != (0 if half == "tune" else 1):
                continue
            spellings = [row["name_latin"]] + [s.strip() for s in row["latin_variants"].split(";") if s.strip()]
            entry = (row["name_km"], spellings)
            if row["kind"] == "surname":
                self.surnames.append(entry)
            else:
                for sex in row["gender"] if row["gender"] in ("f", "m") else "fm":
                    self.given[sex].append(entry)


def villages_below(district):
    """Khmer name by code. A line holds a blank for each level, the last two digits, and the names after tabs."""
    called, above = {}, []
    for line in (HOUSE / "resources/gazetteer/areas.txt").read_text(encoding="utf-8").split("\n"):
        found = re.match(r"( *)(\d\d)[^\t]*\t([^\t]+)", line)
        if not found:
            continue
        above[len(found[1]):] = [found[2]]
        if len(above) == 4 and "".join(above).startswith(district):
            called["".join(above)] = found[3]
    return called


class Maker:
    def __init__(self, half, seed):
        self.random = random.Random(f"{half} {seed}")
        self.names = Names(half)
        self.called = villages_below("0202")
        self.villages = sorted(self.called)

    def pick(self, some):
        return some[self.random.randrange(len(some))]

    def chance(self, share):
        return self.random.random() < share

    def weighted_surname(self):
        # A few family names are borne by very many.
        return self.names.surnames[min(int(self.random.expovariate(1 / 14)), len(self.names.surnames) - 1)]

    def weighted_given(self, sex):
        given = self.names.given[sex]
        return given[min(int(self.random.expovariate(1 / 20)), len(given) - 1)]

    def phone(self):
        return self.pick(["010", "011", "012", "015", "016", "017", "077", "092", "096", "097"]) + "".join(
            str(self.random.randrange(10)) for _ in range(self.pick([6, 6, 7])))

    def person(self, **fixed):
        sex = fixed.get("sex") or self.pick("fm")
        year = fixed.get("year") or (self.random.randint(2006, 2019) if self.chance(0.55) else self.random.randint(1960, 2005))
        born = f"{year:04}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"
        if year < 1995 and self.chance(0.25):
            born = str(year) if self.chance(0.6) else f"{year}-01-01"
        who = {
            "surname": self.weighted_surname(), "given": self.weighted_given(sex), "sex": sex, "born": born,
            "village": self.pick(self.villages), "phone": self.phone() if self.chance(0.65) else "",
            "order": 1, "joined": False, "scripts": self.pick(["both", "both", "both", "km", "la"]),
            "spelling": (self.random.random(), self.random.random()), "km": None, "la": None,
        }
        who.update({k: v for k, v in fixed.items() if k != "year"})
        return who

    # As a list writes it.
    def written(self, who):
        parts_km = [who["surname"][0], who["given"][0]]
        parts_la = [spellings[0 if at < 0.7 else int(at * 97) % len(spellings)]
                    for (_, spellings), at in zip((who["surname"], who["given"]), who["spelling"])]
        if who["order"] < 0:
            parts_km.reverse()
            parts_la.reverse()
        km = who["km"](parts_km) if who["km"] else parts_km
        la = who["la"](parts_la) if who["la"] else parts_la
        name_km = ("" if who["joined"] else " ").join(km)
        name = " ".join(la)
        if self.chance(0.4):
            name = name.upper()
        return [name_km if who["scripts"] != "la" else "", name if who["scripts"] != "km" else "",
                {"f": self.pick(["f", "F", "ស្រី"]), "m": self.pick(["m", "M", "ប្រុស"])}[who["sex"]],
                who["born"], who["village"], who["phone"]]

    # -- what hands do to a name ------------------------------------------------------------------------------
    def one_of(self, parts, change):
        """Changes one part in a way that really changes it; gives the parts back unchanged when it cannot."""
        order = [0, 1]
        self.random.shuffle(order)
        for index in order:
            for _ in range(30):
                new = change(parts[index])
                if new and new != parts[index]:
                    parts = list(parts)
                    parts[index] = new
                    return parts
        return parts

    def replaced(self, text, table):
        found = [(a, b) for a, b in table if a and a in text.lower()]
        if not found:
            return text
        a, b = self.pick(found)
        at = text.lower().index(a)
        return text[:at] + b + text[at + len(a):]

    def heard_khmer(self, parts):
        return self.one_of(parts, lambda part: self.replaced(part, HEARD_KHMER))

    def heard_latin(self, parts):
        return self.one_of(parts, lambda part: self.replaced(part, HEARD_LATIN).capitalize())

    def encoded(self, parts):
        """The same on the screen, other bytes."""
        def change(part):
            how = self.random.randrange(5)
            if how == 0:
                return part.replace(COENG + TA, COENG + DA) if COENG + TA in part else part.replace(COENG + DA, COENG + TA)
            if how == 1:
                return re.sub("([" + VOWELS + "])(\u17c6|\u17c9|\u17ca)", r"\2\1", part)
            if how == 2:
                return part.replace("\u17be", "\u17c1\u17b8").replace("\u17c4", "\u17c1\u17b6")
            if how == 3 and len(part) > 3:
                return re.sub("(" + COENG + ".)([" + VOWELS + "])", r"\2\1", part)
            at = self.random.randrange(1, len(part) + 1)
            return part[:at] + ZWSP + part[at:]
        return self.one_of(parts, change)

    def slipped_khmer(self, parts):
        def change(part):
            letters = list(part)
            at = self.random.randrange(len(letters))
            if len(letters) < 4:
                return None
            if letters[at] in VOWELS:
                if self.chance(0.4):
                    del letters[at]
                else:
                    letters[at] = self.pick(VOWELS)
            elif "\u1780" <= letters[at] <= "\u17a2":
                if at > 0 and letters[at - 1] == COENG and self.chance(0.5):
                    del letters[at - 1:at + 1]
                else:
                    letters[at] = self.pick(SLIPPED_KHMER)
            else:
                del letters[at]
            return "".join(letters)
        return self.one_of(parts, change)

    def slipped_latin(self, parts):
        def change(part):
            letters = list(part.lower())
            if len(letters) < 5:
                return None
            at = self.random.randrange(1, len(letters) - 1)
            how = self.random.randrange(3)
            if how == 0:
                del letters[at]
            elif how == 1:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            else:
                letters[at] = self.pick("abcdefghijklmnopqrstuvwxyz")
            return "".join(letters).capitalize()
        return self.one_of(parts, change)

    def digit_slip(self, text):
        digits = [i for i, c in enumerate(text) if c.isdigit()]
        for _ in range(50):
            at = self.pick(digits)
            new = text[:at] + str(self.random.randrange(10)) + text[at + 1:]
            if new != text and re.fullmatch(r"(19[5-9]\d|20[01]\d)-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])", new):
                return new
        return text

    def spelt_as(self, born):
        """A full date as lists write it."""
        year, month, day = born.split("-")
        return self.pick([f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}", f"{day}-{month}-{year}", born,
                          "".join("០១២៣៤៥៦៧៨៩"[int(c)] if c.isdigit() else c for c in f"{day}/{month}/{year}")])

    # -- one person -----------------------------------------------------------------------------------------------
    def full_date(self, who):
        if len(who["born"]) < 10 or who["born"].endswith("01-01"):
            who["born"] = who["born"][:4] + f"-{self.random.randint(1, 12):02}-{self.random.randint(2, 28):02}"

    def same(self, kind):
        a = self.person()
        if kind in ("encoding", "khmer-by-ear", "khmer-slip"):
            a["scripts"] = self.pick(["km", "both"])
        if kind in ("latin-by-ear", "latin-slip", "latin-spelling"):
            a["scripts"] = "la"
        if kind == "ear-across-scripts":
            a["scripts"] = "km"
        if kind in ("swapped-date", "date-digit", "year-only", "year-before-after"):
            self.full_date(a)
        b = dict(a)
        if kind == "encoding":
            b["km"] = self.encoded
        elif kind == "khmer-by-ear":
            b["km"] = self.heard_khmer
            if self.chance(0.5):
                b["scripts"] = "km"
        elif kind == "latin-spelling":
            b["spelling"] = (self.random.random(), self.random.random())
        elif kind == "latin-by-ear":
            b["la"] = self.heard_latin
        elif kind == "ear-across-scripts":
            b["scripts"] = "la"
            b["spelling"] = (self.random.random(), self.random.random())
            if self.chance(0.3):
                b["la"] = self.heard_latin
        elif kind == "khmer-slip":
            b["km"] = self.slipped_khmer
        elif kind == "latin-slip":
            b["la"] = self.slipped_latin
        elif kind == "swapped-names":
            b["order"] = -1
        elif kind == "joined-names":
            b["joined"] = True
        elif kind == "swapped-date":
            year, month, day = a["born"].split("-")
            day = f"{min(int(day), 12):02}"
            if day == month:
                day = "01" if month != "01" else "02"
            a["born"], b["born"] = f"{year}-{month}-{day}", f"{year}-{day}-{month}"
        elif kind == "year-only":
            b["born"] = a["born"][:4]
        elif kind == "date-digit":
            b["born"] = self.digit_slip(a["born"])
        elif kind == "no-date":
            b["born"] = ""
            if not b["phone"]:
                a["phone"] = b["phone"] = self.phone()
        elif kind == "phone-digit":
            a["phone"] = a["phone"] or self.phone()
            at = self.random.randrange(3, len(a["phone"]))
            b["phone"] = a["phone"][:at] + str((int(a["phone"][at]) + self.random.randint(1, 9)) % 10) + a["phone"][at + 1:]
        elif kind == "new-phone":
            a["phone"], b["phone"] = a["phone"] or self.phone(), self.phone()
        elif kind == "moved":
            b["village"] = self.pick(self.villages)
        elif kind == "village-by-name":
            b["village"] = self.called.get(a["village"], a["village"])
        elif kind == "sex-wrong":
            b["sex"] = "m" if a["sex"] == "f" else "f"
        elif kind == "several":
            b["km"] = self.heard_khmer
            b["la"] = self.heard_latin
            self.full_date(a)
            b["born"] = a["born"][:4] if self.chance(0.5) else self.digit_slip(a["born"])
        if len(a["born"]) == 10 and self.chance(0.5):
            b["born"] = self.spelt_as(b["born"]) if len(b["born"]) == 10 else b["born"]
        if kind not in ("new-phone", "phone-digit", "no-date") and self.chance(0.25):
            self.pick([a, b])["phone"] = ""
        return a, b

    # -- two people -----------------------------------------------------------------------------------------------
    def other_given(self, who, sex):
        while True:
            given = self.weighted_given(sex)
            if given[0] != who["given"][0]:
                return given

    def rhyming(self, who, sex):
        """Parents like names that begin or end alike."""
        mine = who["given"][0]
        alike = [g for g in self.names.given[sex] if g[0] != mine and (g[0][:2] == mine[:2] or g[0][-2:] == mine[-2:])]
        return self.pick(alike) if alike else self.other_given(who, sex)

    def born_in(self, year):
        year = year if year <= 2021 else 2042 - year
        return f"{year:04}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def different(self, kind):
        a = self.person()
        year = int(a["born"][:4])
        b = self.person(surname=a["surname"], village=a["village"], scripts=a["scripts"])
        if kind == "siblings-one-phone":
            a["phone"] = b["phone"] = a["phone"] or self.phone()
            b["given"] = self.rhyming(a, b["sex"]) if self.chance(0.5) else self.other_given(a, b["sex"])
            b["born"] = self.born_in(year + self.pick([-4, -3, -2, -1, 1, 2, 3, 4]))
        elif kind == "twins":
            self.full_date(a)
            a["phone"] = b["phone"] = a["phone"] or self.phone()
            if self.chance(0.6):
                b["sex"] = a["sex"]
            b["given"] = self.rhyming(a, b["sex"]) if self.chance(0.6) else self.other_given(a, b["sex"])
            b["born"] = a["born"]
        elif kind == "father-and-son":
            a["sex"] = b["sex"] = "m"
            a["given"], b["given"] = self.weighted_given("m"), self.weighted_given("m")
            a["born"], b["born"] = self.born_in(2008 + self.random.randrange(10)), self.born_in(1975 + self.random.randrange(14))
            # The son bears the father's family name, or the father's given name before his own; sometimes the whole.
            how = self.random.random()
            if how < 0.3:
                b["given"] = a["given"]
            elif how < 0.6:
                b = dict(b, surname=self.weighted_surname(), given=(a["surname"][0], a["surname"][1]))
            a["phone"] = b["phone"] = self.phone()
        elif kind == "namesake-one-village":
            b["sex"], b["given"] = a["sex"], a["given"]
            b["born"] = self.born_in(year + self.pick([-9, -7, -5, -3, -2, -1, 1, 2, 3, 5, 7, 9]))
            if self.chance(0.3):
                self.full_date(a)
                a["born"] = a["born"][:4]
        elif kind == "namesake-elsewhere":
            b["sex"], b["given"] = a["sex"], a["given"]
            b["village"] = self.pick(self.villages)
            b["born"] = self.born_in(year + self.random.randint(-4, 4))
            self.full_date(a)
        elif kind == "neighbour-near-name":
            b["sex"] = a["sex"]
            b["given"] = self.rhyming(a, a["sex"])
            b["born"] = self.born_in(year)
        elif kind == "cousins-one-year":
            b["given"] = self.other_given(a, b["sex"])
            b["born"] = self.born_in(year) if self.chance(0.5) else str(year)
            if self.chance(0.3):
                b["phone"] = a["phone"]
        elif kind == "across-scripts-strangers":
            a["scripts"], b["scripts"] = "km", "la"
            b["given"] = self.rhyming(a, b["sex"]) if self.chance(0.4) else self.other_given(a, b["sex"])
            b["born"] = self.born_in(year)
        elif kind == "one-birthday":
            b = self.person(born=a["born"], village=a["village"], sex=a["sex"])
            if b["surname"][0] == a["surname"][0] and b["given"][0] == a["given"][0]:
                b["given"] = self.other_given(a, b["sex"])
        return a, b


SAME = ["encoding", "khmer-by-ear", "latin-spelling", "latin-by-ear", "ear-across-scripts", "khmer-slip", "latin-slip",
        "swapped-names", "joined-names", "swapped-date", "year-only", "date-digit", "no-date", "phone-digit", "new-phone",
        "moved", "village-by-name", "sex-wrong", "several"]
DIFFERENT = ["siblings-one-phone", "twins", "father-and-son", "namesake-one-village", "namesake-elsewhere",
             "neighbour-near-name", "cousins-one-year", "across-scripts-strangers", "one-birthday"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("half", choices=["tune", "hold"])
    options.add_argument("--pairs", type=int, default=4000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    maker = Maker(given.half, given.seed)
    out = csv.writer(sys.stdout, lineterminator="\n")
    columns = ["name_km", "name", "sex", "born", "village", "phone"]
    out.writerow(["label", "kind"] + ["a_" + c for c in columns] + ["b_" + c for c in columns])
    for nth in range(given.pairs):
        same = nth % 2 == 0
        kinds = SAME if same else DIFFERENT
        kind = kinds[nth // 2 % len(kinds)]
        a, b = maker.same(kind) if same else maker.different(kind)
        one, other = maker.written(a), maker.written(b)
        if maker.chance(0.5):
            one, other = other, one
        out.writerow(["same" if same else "different", kind] + one + other)


if __name__ == "__main__":
    main()
