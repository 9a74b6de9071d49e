# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers of attendance and score sheets of the class អក្ខរកម្ម ក, as its educator could send them. The class meets
Monday to Saturday from 3 November 2025 to 30 April 2026; its learners are those of `CLASS`."""
from sent_files import column, day

CLASS = (("សុខ ធារី", "ស"), ("ចាន់ ដារ៉ា", "ប"), ("កែវ មុំ", "ស"))
DAYS = {"2025-12": 26, "2026-02": 24}  # the school days
STORIES = []


def story(kind):
    def keep(write):
        STORIES.append((kind, write))
        return write
    return keep


def marks(absences, days=31):
    """A row of blanks with the marks of the days given: {2: "ច"}."""
    return [absences.get(d) for d in range(1, days + 1)]


def counted(with_permission, without, days):
    return {"p": with_permission, "a": without, "days": days}


@story("attendance")
def letters_of_the_alphabet_totals_by_formula_and_a_line_of_weekdays(f):
    f.line("Attendance, December 2025")
    f.line("Class: អក្ខរកម្ម ក")
    f.line("No", "Name in Khmer", "Sex", *range(1, 32), "P", "A", "Total")
    f.line(None, None, None, *("Mon Tue Wed Thu Fri Sat Sun".split() * 5)[:31])
    for number, (name, sex) in enumerate(CLASS, 1):
        at = f.rows + 1
        f.one(number, name, sex, *marks({2: "P", 3: "A", 4: "L"}), f'=COUNTIF(D{at}:AH{at},"P")',
              f'=COUNTIF(D{at}:AH{at},"A")', f"=AI{at}+AJ{at}", row=counted(1, 1, 26))
    f.line(None, "Total", None, *[3] * 31)
    f.line(None, None, None, None, "Teacher")


@story("attendance")
def days_are_headed_with_their_dates(f):
    f.line("ថ្នាក់ អក្ខរកម្ម ក")
    head = f.line("ល.រ", "ឈ្មោះ", "ភេទ", *[day(2025, 12, d) for d in range(1, 32)], "ច្បាប់", "អត់ច្បាប់")
    for d in range(1, 32):
        f.as_date(f"{column(d + 3)}{head}", "d")
    f.one(1, *CLASS[0], *marks({1: "ច", 31: "អ"}), 1, 1, row=counted(1, 1, 26))
    f.one(2, *CLASS[1], *marks({}), 0, 1, said="accept margin.disagrees AJ", row=counted(0, 0, 26))


@story("attendance")
def mornings_and_afternoons_stand_in_columns_of_their_own(f):
    f.line("បញ្ជីវត្តមាន ខែធ្នូ ឆ្នាំ២០២៥ ថ្នាក់ អក្ខរកម្ម ក")
    days = [d for d in range(1, 11)]
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", *[x for d in days for x in (d, None)], "មានច្បាប់", "អត់ច្បាប់")
    f.line(None, None, None, *["ព្រឹក", "ល្ងាច"] * len(days))
    for d in days:
        f.merge(f"{column(2 + 2 * d)}2:{column(3 + 2 * d)}2")
    half = [None, None, "ច", None, "អ", "អ", "ច", "ច"] + [None] * 12
    f.one(1, *CLASS[0], *half, 3, 2, row={"p": 2, "a": 1})
    mixed = ["ច", "អ"] + [None] * 18
    f.one(2, *CLASS[1], *mixed, None, None, said="accept attendance.sessions-differ E", row={"p": 0, "a": 1})


@story("attendance")
def days_merged_over_two_columns_without_a_word_below(f):
    f.line("បញ្ជីវត្តមាន ខែធ្នូ ឆ្នាំ២០២៥ ថ្នាក់ អក្ខរកម្ម ក")
    days = [d for d in range(1, 11)]
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", *[x for d in days for x in (d, None)])
    for d in days:
        f.merge(f"{column(2 + 2 * d)}2:{column(3 + 2 * d)}2")
    f.one(1, *CLASS[0], *([None, "អ", "ច", "ច"] + [None] * 16), row={"p": 1, "a": 1})


@story("attendance")
def presence_is_ticked_and_absence_lettered(f):
    f.line("ខែកុម្ភៈ ឆ្នាំ២០២៦", None, "ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ល.រ", "នាម និងគោត្តនាម", "ភេទ", *range(1, 29), "សរុប")
    ticks = ["✓"] * 28
    f.one(1, *CLASS[0], *ticks, 0, row=counted(0, 0, DAYS["2026-02"]), findings=["day.closed"] * 0)
    f.one(2, *CLASS[1], *(["✓"] * 5 + ["អ", "ច"] + ["√"] * 21), 2, row=counted(1, 1, DAYS["2026-02"]))


@story("attendance")
def who_was_never_absent_has_a_name_and_nothing_else(f):
    f.line("បញ្ជីវត្តមាន ខែធ្នូ ២០២៥ ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ឈ្មោះ", *range(1, 32))
    f.one(CLASS[0][0], row=counted(0, 0, 26))
    f.one(CLASS[1][0], *marks({3: "ច"}), row=counted(1, 0, 26))
    f.one(CLASS[2][0], row=counted(0, 0, 26))


@story("attendance")
def a_letter_nobody_knows_refuses_its_row_and_no_other(f):
    f.line("បញ្ជីវត្តមាន ខែធ្នូ ២០២៥", None, None, "ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", *range(1, 32))
    f.one(1, *CLASS[0], *marks({2: "Z"}), said="refuse attendance.unknown-letter E")
    f.one(2, *CLASS[1], *marks({7: "អ"}), said="accept day.closed J", row=counted(0, 0, 26))
    f.one(3, "ហង្ស មករា", "ប", *marks({}), said="review learner.not-in-class B")


@story("attendance")
def a_sheet_for_every_month_of_the_year(f):
    for title, days in (("វិច្ឆិកា ២០២៥", 30), ("ធ្នូ ២០២៥", 31), ("មករា ២០២៦", 31)):
        f.sheet(title)
        f.line("បញ្ជីវត្តមាន ថ្នាក់ អក្ខរកម្ម ក")
        f.line("ល.រ", "ឈ្មោះ", "ភេទ", *range(1, days + 1))
        row = (1, *CLASS[0], *marks({10: "ច"}, days))
        if title == "វិច្ឆិកា ២០២៥":
            f.one(*row, row={"p": 1, "a": 0})
        else:
            f.line(*row)
    f.options = ["--sheet", "វិច្ឆិកា ២០២៥"]
    f.sheet_said = "វិច្ឆិកា ២០២៥"


@story("attendance")
def of_several_months_one_is_read_and_the_others_are_named(f):
    for title, days in (("វិច្ឆិកា ២០២៥", 30), ("ធ្នូ ២០២៥", 31)):
        f.sheet(title)
        f.line("បញ្ជីវត្តមាន ថ្នាក់ អក្ខរកម្ម ក")
        f.line("ល.រ", "ឈ្មោះ", "ភេទ", *range(1, days + 1))
        row = (1, *CLASS[0], *marks({10: "ច"}, days))
        if days == 31:
            f.one(*row, row={"p": 1, "a": 0})
        else:
            f.line(*row)
    f.sheet_said = "ធ្នូ ២០២៥"
    f.found("sheet.ignored")


@story("scores")
def subjects_in_another_order_with_other_names_and_decimals(f):
    f.line("តារាងពិន្ទុ ឆមាសទី១ ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "គណិត / Maths", "អំណាន\n(១០ ពិន្ទុ)", "បំណិនជីវិត", "សរសេរតាមអាន", "សរុប", "ម.ភាគ",
           "ចំ.ថ្នាក់")
    f.one(1, *CLASS[0], "៧,៥", 8, "6,25", 9.75, "=SUM(D3:G3)", "=H3/4", 1,
          row={"marks": {"អំណាន": "8.00", "សរសេរតាមអាន": "9.75", "គណិតវិទ្យា": "7.50", "បំណិនជីវិត": "6.25"}})
    f.one(2, *CLASS[1], "អវត្តមាន", "abs", None, 12, None, None, None, said="accept mark.over-maximum G",
          row={"marks": {}})
    f.one(3, *CLASS[2], "=5+2", "ល្អ", -1, "5.555", None, None, None, said="accept cell.formula D", row={"marks": {}})


@story("scores")
def subjects_stand_below_a_merged_heading(f):
    f.line("តារាងពិន្ទុប្រឡងឆមាស ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "ពិន្ទុតាមមុខវិជ្ជា", None, None, None, "មធ្យមភាគ")
    f.line(None, None, None, "អំណាន", "សរសេរតាមអាន", "គណិតវិទ្យា", "បំណិនជីវិត", None)
    for where in ("A2:A3", "B2:B3", "C2:C3", "D2:G2", "H2:H3"):
        f.merge(where)
    f.one(1, *CLASS[0], 5, 6, 7, 8, 6.5, row={"marks": {"អំណាន": "5.00", "សរសេរតាមអាន": "6.00",
                                                        "គណិតវិទ្យា": "7.00", "បំណិនជីវិត": "8.00"}})
    f.one(2, "គ្មាន ឈ្មោះ", "ប", 5, 6, 7, 8, 6.5, said="review learner.not-in-class B")
    f.line("សរុបសិស្ស ២ នាក់ ស្រី ១ នាក់")


@story("scores")
def floating_noise_of_a_spreadsheet_is_no_fault(f):
    f.line("ពិន្ទុ ថ្នាក់ អក្ខរកម្ម ក")
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "អំណាន", "គណិតវិទ្យា")
    f.one(1, *CLASS[0], 6.3099999999999996, 8.3000000000000007, row={"marks": {"អំណាន": "6.31", "គណិតវិទ្យា": "8.30"}})


@story("institutions")
def centres_and_schools_with_faults(f):
    f.line("បញ្ជីមជ្ឈមណ្ឌល")
    f.line("លេខកូដ", "ឈ្មោះ", "ប្រភេទ", "ភូមិ", "ឃុំ", "ទូរសព្ទ")
    f.one("0202-01", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ជ្រៃ", None, None, None, 12345678,
          said="accept phone.zero-restored F")
    f.one(None, "សាលាបឋមសិក្សា ជ្រៃ", None, "គ្មានភូមិនេះ", "ជ្រៃ", None, said="review village.unknown D")
    f.one(None, "?????", None, None, None, None, said="refuse text.lost B")
    f.one(None, "វត្តជ្រៃ", None, None, None, None)
    f.one(None, "ផ្ទះលោកតា", None, None, None, None, said="refuse institution.kind-unknown C")
    f.one("0202-02", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ ជ្រៃ", None, None, None, None, said="refuse institution.repeated B")
    f.one(None, "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង", "CLC", None, None, None, said="same")


@story("classes")
def classes_to_open_with_faults(f):
    f.line("ថ្នាក់", "កម្មវិធី", "មជ្ឈមណ្ឌល", "ថ្ងៃចាប់ផ្តើម", "ថ្ងៃបញ្ចប់", "ថ្ងៃរៀន", "ម៉ោង")
    f.one("អក្ខរកម្ម ខ", "អក្ខរកម្ម", "តាពូង", "3/11/2025", day(2026, 4, 30), "ចន្ទ-សុក្រ", 2)
    f.one("អក្ខរកម្ម គ", "literacy", "ជ្រៃ", "3/11/2025", "30/4/2026", 12345, 2, said="refuse institution.unknown C")
    f.one("អក្ខរកម្ម ឃ", "ធ្វើម្ហូប", "តាពូង", "3/11/2025", "30/4/2026", 135, 2, said="refuse programme.unknown B")
    f.one("អក្ខរកម្ម ង", "literacy", "តាពូង", None, "30/4/2026", 12345, 2, said="refuse class.days-missing D")
    f.one("អក្ខរកម្ម ច", "literacy", "តាពូង", "3/11/2025", "30/4/2026", "រាល់ថ្ងៃ", 2,
          said="refuse class.weekdays-unreadable F")
    f.one("អក្ខរកម្ម ក", "literacy", "តាពូង", "3/11/2025", "30/4/2026", 123456, 2, said="same")
