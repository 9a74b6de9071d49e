# SPDX-License-Identifier: GPL-3.0-or-later
"""The same lists in the files that other programs make of them: encodings, separators, sheets, filters, old Macs."""
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sent_files import day

HEADS = ("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "ភូមិ", "ឃុំ")
STORIES = []


def story(write):
    STORIES.append(write)
    return write


def two_people(f):
    f.line("បញ្ជីឈ្មោះសិស្ស; ឆ្នាំ ២០២៥")
    f.line(*HEADS)
    f.one(1, "សុខ ធារី", "ស", "07/03/1990", "ប៉ោយតាសេក", "បឹងព្រីង", name="សុខ ធារី", born="1990-03-07",
          village_code="02020704")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "១៥/០៤/១៩៨៨", "ប៉ោយយង់", "តាពូង", name="ចាន់ ដារ៉ា", born="1988-04-15")
    f.line("សរុប ២ នាក់ ស្រី ១ នាក់")


@story
def semicolons_with_a_byte_order_mark(f):
    two_people(f)
    f.csv("utf-8-sig", ";")


@story
def tabs_in_utf_16_as_excel_saves_unicode_text(f):
    two_people(f)
    f.csv("utf-16", "\t", name="list.txt.csv")


@story
def a_first_line_names_the_separator(f):
    f.line(*HEADS)
    f.one(1, "សុខ ធារី", "ស", "07/03/1990", "ប៉ោយតាសេក", "បឹងព្រីង", name="សុខ ធារី", sex="f")
    # Rows count as Excel counts them; the first line is none of the table's.
    f.csv("utf-8", ";", first="sep=;")


@story
def unix_line_ends_and_commas_with_quotes(f):
    f.line(*HEADS)
    f.one(1, "សុខ ធារី", "ស", "07/03/1990", "ប៉ោយតាសេក, បឹងព្រីង", None, name="សុខ ធារី", village_code="02020704")
    f.one(2, "ចាន់ \"ដារ៉ា\"", "ប", "15/04/1988", None, None)
    f.csv("utf-8", ",", "\n")


@story
def khmer_in_a_code_page_that_has_none_lost_its_letters(f):
    f.line("No", "Name in Khmer", "Latin", "Sex", "DOB")
    f.one(1, "??? ????", "SOK THEARY", "F", "07/03/1990", said="refuse text.lost B")
    f.csv("cp1252", ",")


@story
def text_under_the_name_of_a_workbook(f):
    two_people(f)
    f.csv("utf-8", ",", name="list.xlsx")
    f.refused_file = "file.csv"


@story
def dates_counted_from_1904(f):
    f.book.epoch = CALENDAR_MAC_1904
    f.line(*HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", day(1990, 3, 7), name="សុខ ធារី", born="1990-03-07")


@story
def rows_that_a_filter_hides_are_read_and_counted(f):
    f.line(*HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.one(3, "កែវ មុំ", "ស", "15/04/1989")
    f.page.row_dimensions[3].hidden = True
    f.found("rows.hidden")


@story
def hidden_sheets_and_a_cover_are_left_alone(f):
    f.sheet("សន្លឹកបិទមុខ")
    f.line("មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង")
    f.sheet("ឆ្នាំមុន", "hidden")
    f.line(*HEADS)
    f.line(1, "មនុស្ស ចាស់", "ស", "07/03/1990", "ប៉ោយតាសេក", "បឹងព្រីង")
    f.sheet("ឆ្នាំនេះ")
    f.line(*HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.sheet("ស្ថិតិ")
    f.line("ថ្នាក់", "សរុប", "ស្រី")
    f.line("ក", 1, 1)
    f.sheet_said = "ឆ្នាំនេះ"


@story
def a_sheet_for_each_class_is_read_one_at_a_time(f):
    f.sheet("ថ្នាក់ ក")
    f.line(*HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.sheet("ថ្នាក់ ខ")
    f.line(*HEADS[:4])
    f.line(1, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.sheet_said = "ថ្នាក់ ក"
    f.found("sheet.ignored")


@story
def the_sheet_that_was_asked_for_is_the_one_that_is_read(f):
    f.sheet("ថ្នាក់ ក")
    f.line(*HEADS[:4])
    f.line(1, "សុខ ធារី", "ស", "07/03/1990")
    f.sheet("ថ្នាក់ ខ")
    f.line("ថ្នាក់ ខ")
    f.line(*HEADS[:4])
    f.one(1, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.options = ["--sheet", "ថ្នាក់ ខ"]
    f.sheet_said = "ថ្នាក់ ខ"


@story
def a_sheet_that_is_not_there(f):
    two_people(f)
    f.options = ["--sheet", "ថ្នាក់ គ"]
    f.refused_file = "sheet.not-found"


@story
def a_list_far_down_and_to_the_right(f):
    for _ in range(14):
        f.line()
    f.line(None, None, None, *HEADS[:4])
    f.one(None, None, None, 1, "សុខ ធារី", "ស", "07/03/1990", name="សុខ ធារី", born="1990-03-07")
    f.one(None, None, None, 2, "ចាន់ ដារ៉ា", None, "15/04/1988", said="refuse sex.missing F")
    for row in range(20, 2000):
        f.page.row_dimensions[row].height = 20


@story
def a_list_without_any_headings(f):
    f.one(1, "សុខ ធារី", "SOK THEARY", "ស", "07/03/1990", "012345678", name="សុខ ធារី", born="1990-03-07",
          phone="012345678")
    f.one(2, "ចាន់ ដារ៉ា", "CHAN DARA", "ប", "15/04/1988", "012345679", name="ចាន់ ដារ៉ា")
    f.one(3, "កែវ មុំ", "KEO MOM", "ស", "15/04/1989", "012345670", name="កែវ មុំ")


@story
def a_table_of_figures_is_no_list(f):
    f.line("ស្ថិតិសិស្ស")
    f.line("ថ្នាក់", "សរុប", "ស្រី")
    f.line("ក", 31, 12)
    f.line("ខ", 28, 14)
    f.refused_file = "header.missing"
