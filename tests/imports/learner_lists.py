# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of learners as centres of Thma Koul could send them. All people are invented."""
import datetime

from sent_files import day

KHMER_HEADS = ("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "ភូមិ", "ឃុំ", "លេខទូរសព្ទ")
STORIES = []
THIS_YEAR = datetime.date.today().year


def story(write):
    STORIES.append(write)
    return write


@story
def headings_over_two_rows_with_merged_groups(f):
    f.line("ព្រះរាជាណាចក្រកម្ពុជា")
    f.merge("A1:J1")
    f.line("បញ្ជីឈ្មោះសិស្ស ឆ្នាំសិក្សា ២០២៥-២០២៦")
    f.merge("A2:J2")
    f.line("ល.រ", "គោត្តនាម និងនាម", None, "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", None, None, "អាសយដ្ឋានបច្ចុប្បន្ន", None, "ទូរស័ព្ទ")
    f.line(None, "ជាអក្សរខ្មែរ", "ជាអក្សរឡាតាំង", None, "ថ្ងៃ", "ខែ", "ឆ្នាំ", "ភូមិ", "ឃុំ")
    for where in ("A3:A4", "B3:C3", "D3:D4", "E3:G3", "H3:I3", "J3:J4"):
        f.merge(where)
    f.one(1, "សុខ ធារី", "SOK THEARY", "ស", 7, 3, 1990, "ប៉ោយតាសេក", "បឹងព្រីង", "012345678", name="សុខ ធារី",
          sex="f", born="1990-03-07", village_code="02020704", phone="012345678")
    f.one(2, "ចាន់ ដារ៉ា", "CHAN DARA", "ប", "១៥", "មេសា", "១៩៨៨", "ប៉ោយយង់", "តាពូង", None, name="ចាន់ ដារ៉ា",
          born="1988-04-15", village_code="02020102")
    f.one(3, "កែវ មុំ", "KEO MUM", "ស", None, None, 1975, "ប៉ោយយង់", "តាពូង", None, name="កែវ មុំ", born="1975")
    f.one(4, "លី ណា", "LY NA", None, 1, 1, 1990, "ប៉ោយយង់", "តាពូង", None, said="refuse sex.missing D")
    f.one(5, "យិន សុខា", "YIN SOKHA", "ប", 31, 2, 1990, "ប៉ោយយង់", "តាពូង", None, said="refuse date.impossible G")
    f.line("សរុប ៥ នាក់ ស្រី ២ នាក់")


@story
def group_titles_stand_above_the_real_headings(f):
    f.line(None, "ព័ត៌មានផ្ទាល់ខ្លួន", None, None, "ទីលំនៅ", None)
    f.merge("B1:D1")
    f.merge("E1:F1")
    f.line("ល.រ", "ឈ្មោះសិស្ស", "ភេទ", "ឆ្នាំកំណើត", "ភូមិ", "ឃុំ")
    f.one(1, "សុខ ធារី", "ស្រី", 1990, "ប៉ោយតាសេក", "បឹងព្រីង", name="សុខ ធារី", born="1990", village_code="02020704")
    f.one(2, "ចាន់ ដារ៉ា", "ប្រុស", 1988, "គ្មានភូមិនេះ", "បឹងព្រីង", said="review village.unknown E")


@story
def sex_is_a_tick_under_one_of_two_columns(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", None, "ថ្ងៃខែឆ្នាំកំណើត")
    f.line(None, None, "ប", "ស", None)
    for where in ("A1:A2", "B1:B2", "C1:D1", "E1:E2"):
        f.merge(where)
    f.one(1, "សុខ ធារី", None, "✓", "07/03/1990", name="សុខ ធារី", sex="f")
    f.one(2, "ចាន់ ដារ៉ា", "x", None, "15/04/1988", name="ចាន់ ដារ៉ា", sex="m")
    f.one(3, "កែវ មុំ", None, None, "15/04/1988", said="refuse sex.missing C")
    f.one(4, "លី ណា", "x", "x", "15/04/1988", said="refuse sex.unknown C")


@story
def a_number_stands_for_the_sex_and_the_heading_says_which(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ (១=ប្រុស, ២=ស្រី)", "ឆ្នាំកំណើត")
    f.one(1, "សុខ ធារី", 2, 1990, name="សុខ ធារី", sex="f")
    f.one(2, "ចាន់ ដារ៉ា", "១", 1988, name="ចាន់ ដារ៉ា", sex="m")
    f.one(3, "កែវ មុំ", 3, 1988, said="refuse sex.unknown C")


@story
def a_number_for_the_sex_that_nobody_explains_is_refused(f):
    f.line("No", "Name", "Sex", "Date of birth")
    f.one(1, "SOK THEARY", 2, "07/03/1990", said="refuse sex.unknown C")
    f.one(2, "CHAN DARA", 1, "15/04/1988", said="refuse sex.unknown C")
    f.one(3, "KEO MOM", "Female", "15/04/1988", name="KEO MOM", sex="f")


@story
def family_and_given_name_apart_in_both_scripts_without_serial_numbers(f):
    f.line("Phone", "Surname", "Given name", "នាមត្រកូល", "នាម", "Gender", "DOB", "Commune", "Village")
    f.one(12345678, "Sok", "Theary", "សុខ", "ធារី", "Female", day(1990, 3, 7), "Boeng Pring", "Paoy Ta Sek",
          findings=["phone.zero-restored"], said="accept phone.zero-restored A", name="សុខ ធារី", sex="f",
          born="1990-03-07", village_code="02020704", phone="012345678")
    f.one("097 12 34 567", "Chan", "Dara", "ចាន់", "ដារ៉ា", "M", "15 April 1988", "Ta Pung", "Paoy Yong",
          name="ចាន់ ដារ៉ា", sex="m", born="1988-04-15", village_code="02020102", phone="0971234567")
    f.one(None, "Keo", None, "កែវ", None, "F", "1975", "Ta Pung", "Paoy Yong", name="កែវ", born="1975")
    f.one(None, None, None, None, None, "F", "1975", "Ta Pung", "Paoy Yong", said="refuse learner.name-missing D")


@story
def two_languages_share_each_heading(f):
    f.line("ល.រ\nNo.", "គោត្តនាម និងនាម\nName in Khmer", "ឈ្មោះឡាតាំង / Name in Latin", "ភេទ/Sex",
           "ថ្ងៃខែឆ្នាំកំណើត / Date of birth", "ភូមិ (Village)", "ឃុំ-Commune", "ទូរសព្ទ / Phone", "ផ្សេងៗ/Other")
    f.one(1, "សុខ ធារី", "Sok Theary", "F", "07-03-1990", "ប៉ោយតាសេក", "បឹងព្រីង", "012 345 678", "មកពីការិយាល័យ",
          name="សុខ ធារី", sex="f", born="1990-03-07", village_code="02020704", phone="012345678",
          note="មកពីការិយាល័យ")


@story
def the_script_of_a_name_stands_in_brackets(f):
    f.line("No", "ឈ្មោះ (Latin)", "ឈ្មោះ (ខ្មែរ)", "ភេទ", "ឆ្នាំកំណើត")
    f.one(1, "Sok Theary", "សុខ ធារី", "ស", 1990, name="សុខ ធារី", sex="f")


@story
def other_words_and_spellings_for_the_same_headings(f):
    f.line("លេខ\u200bរៀង", "នាមត្រកូល-នាមខ្លួន", "ឈ្មោះជាភាសាអង់គ្លេស", "ភេទ ប/ស", "ថ្ងៃ.ខែ.ឆ្នាំ កំណើត", "ភូមិកំណើត",
           "ភូមិរស់នៅបច្ចុប្បន្ន", "ឃុំ / សង្កាត់", "លេខទូរស័ព្ទទំនាក់ទំនង", "ប័ណ្ណ សមធម៌ (ក្រ១/ក្រ២)", "ស្ថានភាពពិការ",
           "រៀនថ្នាក់ទី")
    f.one(1, "សុខ ធារី", "SOK THEARY", "ស.", "07.03.1990", "កំពង់ចាម", "ប៉ោយតាសេក", "បឹងព្រីង", "០១២៣៤៥៦៧៨",
          "ក្រ១", "គ្មាន", "៤", name="សុខ ធារី", sex="f", born="1990-03-07", village_code="02020704",
          phone="012345678", equity_level=1, birthplace_text="កំពង់ចាម")
    f.found("class.unknown")


@story
def birth_dates_as_a_year_of_typing_brings_them(f):
    f.line(*KHMER_HEADS[:4])
    f.one(1, "ក មួយ", "ស", "០១/០៩/១៩៨១", name="ក មួយ", born="1981-09-01")
    f.one(2, "ក ពីរ", "ស", "20-01-1996", name="ក ពីរ", born="1996-01-20")
    f.one(3, "ក បី", "ស", day(1992, 4, 18), name="ក បី", born="1992-04-18")
    f.one(4, "ក បួន", "ស", "06/10/2542", name="ក បួន", born="1998-10-06")
    f.one(5, "ក ប្រាំ", "ស", "ព.ស.២៥៣៣", said="accept date.buddhist-year D", name="ក ប្រាំ", born="1990")
    f.one(6, "ក ប្រាំមួយ", "ស", "១២ ឧសភា ១៩៩០", name="ក ប្រាំមួយ", born="1990-05-12")
    f.one(7, "ក ប្រាំពីរ", "ស", "ថ្ងៃទី៧ ខែមីនា ឆ្នាំ១៩៩០", name="ក ប្រាំពីរ", born="1990-03-07")
    f.one(8, "ក ប្រាំបី", "ស", 1985, name="ក ប្រាំបី", born="1985")
    f.one(9, "ក ប្រាំបួន", "ស", "1990-03-07", name="ក ប្រាំបួន", born="1990-03-07")
    f.one(10, "ខ ដប់", "ស", "7-Mar-90", name="ខ ដប់", born="1990-03-07")
    f.one(11, "ខ មួយ", "ស", "ប្រហែល ១៩៦០", name="ខ មួយ", born="~1960")
    f.one(12, "ខ ពីរ", "ស", "05/25/1990", said="refuse date.month-first D")
    f.one(13, "ខ បី", "ស", "29/02/1990", said="refuse date.impossible D")
    f.one(14, "ខ បួន", "ស", f"01/01/{THIS_YEAR + 1}", said="refuse date.future D")
    f.one(15, "ខ ប្រាំ", "ស", "មិនដឹង", said="refuse date.unreadable D")
    f.one(16, "ខ ប្រាំមួយ", "ស", None, name="ខ ប្រាំមួយ", born=None)
    f.one(17, "ខ ប្រាំពីរ", "ស", "00/00/1975", name="ខ ប្រាំពីរ", born="1975")
    f.one(18, "ខ ប្រាំបី", "ស", "3/1990", name="ខ ប្រាំបី", born="1990-03")
    f.one(19, "ខ ប្រាំបួន", "ស", "1.1.1980 ", name="ខ ប្រាំបួន", born="1980-01-01")


@story
def an_age_alone_is_a_year_of_birth_give_or_take_one(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "អាយុ")
    f.one(1, "សុខ ធារី", "ស", 35, name="សុខ ធារី", born=f"~{THIS_YEAR - 35}")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "៤០ ឆ្នាំ", name="ចាន់ ដារ៉ា", born=f"~{THIS_YEAR - 40}")


@story
def the_village_is_written_with_its_commune_in_one_cell(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត", "អាសយដ្ឋានបច្ចុប្បន្ន")
    f.one(1, "សុខ ធារី", "ស", 1990, "ភូមិប៉ោយតាសេក ឃុំបឹងព្រីង ស្រុកថ្មគោល ខេត្តបាត់ដំបង", name="សុខ ធារី",
          village_code="02020704")
    f.one(2, "ចាន់ ដារ៉ា", "ប", 1988, "ភូមិប៉ោយយង់ ឃុំតាពូង", name="ចាន់ ដារ៉ា", village_code="02020102")
    f.one(3, "កែវ មុំ", "ស", 1988, "ផ្ទះលេខ ១២ ផ្លូវជាតិលេខ ៥", name="កែវ មុំ", village_code=None,
          village_text="ផ្ទះលេខ ១២ ផ្លូវជាតិលេខ ៥")


@story
def villages_under_every_kind_of_spelling(f):
    f.line(*KHMER_HEADS)
    f.one(1, "ក មួយ", "ស", 1990, "ភូមិ ប៉ោយតាសេក", "ឃុំបឹងព្រីង", None, name="ក មួយ", village_code="02020704")
    f.one(2, "ក ពីរ", "ស", 1990, "ប៉ោយ តាសេក", "ឃុំ បឹងព្រីង", None, name="ក ពីរ", village_code="02020704")
    f.one(3, "ក បី", "ស", 1990, 2020704, "បឹងព្រីង", None, name="ក បី", village_code="02020704")
    f.one(4, "ក បួន", "ស", 1990, "ប៉ោយតាសេក ឃុំបឹងព្រីង", None, None, name="ក បួន", village_code="02020704")
    f.one(5, "ក ប្រាំ", "ស", 1990, "ប៉ោយតាសេក", "តាពូង", None, said="review village.unknown E")
    f.one(6, "ក ប្រាំមួយ", "ស", 1990, None, "បឹងព្រីង", None, name="ក ប្រាំមួយ", village_code=None)
    f.one(7, "ក ប្រាំពីរ", "ស", 1990, "Poay Ta Sek", "Boeng Pring", None, said="review village.unknown E")
    f.one(8, "ក ប្រាំបី", "ស", 1990, "ប៉ោយតាសេក, បឹងព្រីង", None, None, name="ក ប្រាំបី", village_code="02020704")


@story
def a_village_is_written_once_over_the_rows_it_is_merged_over(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត", "ភូមិ", "ឃុំ")
    f.one(1, "សុខ ធារី", "ស", 1990, "ប៉ោយតាសេក", "បឹងព្រីង", name="សុខ ធារី", village_code="02020704")
    f.one(2, "ចាន់ ដារ៉ា", "ប", 1988, None, None, name="ចាន់ ដារ៉ា", village_code="02020704")
    f.one(3, "កែវ មុំ", "ស", 1991, None, None, name="កែវ មុំ", village_code="02020704")
    f.one(4, "លី ណា", "ស", 1992, None, None, name="លី ណា", village_code=None)
    f.merge("E2:E4")
    f.merge("F2:F4")


@story
def village_codes_that_lost_their_zero_or_never_existed(f):
    f.line("name_km", "sex", "date_of_birth", "village_code")
    f.one("សុខ ធារី", "F", "1990-03-07", 2020704, name="សុខ ធារី", village_code="02020704")
    f.one("ចាន់ ដារ៉ា", "M", "1988-04-15", "02020199", said="review village.unknown D")
    f.one("កែវ មុំ", "F", "1988-04-15", "02020102", name="កែវ មុំ", village_code="02020102")


@story
def phones_as_a_spreadsheet_makes_them(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត", "លេខទូរសព្ទ")
    f.one(1, "ក មួយ", "ស", 1990, 92463979, said="accept phone.zero-restored E", name="ក មួយ", phone="092463979")
    f.one(2, "ក ពីរ", "ស", 1990, "012-345-678 / 097 1234567", said="accept phone.first-of-several E", name="ក ពីរ",
          phone="012345678")
    f.one(3, "ក បី", "ស", 1990, "+855 12 345 678", name="ក បី", phone="012345678")
    f.one(4, "ក បួន", "ស", 1990, "០៩៧១២៣៤៥៦៧", name="ក បួន", phone="0971234567")
    f.one(5, "ក ប្រាំ", "ស", 1990, "គ្មាន", name="ក ប្រាំ", phone=None)
    f.one(6, "ក ប្រាំមួយ", "ស", 1990, "1234", said="accept phone.length E", name="ក ប្រាំមួយ", phone=None)
    f.one(7, "ក ប្រាំពីរ", "ស", 1990, 971234567.0, said="accept phone.zero-restored E", name="ក ប្រាំពីរ",
          phone="0971234567")
    f.one(8, "ក ប្រាំបី", "ស", 1990, "(012) 345.678", name="ក ប្រាំបី", phone="012345678")


@story
def groups_with_their_own_subtotals_and_headings_on_every_page(f):
    f.line("បញ្ជីរាយនាម")
    f.line(*KHMER_HEADS[:4])
    f.line("ថ្នាក់ អក្ខរកម្ម ក")
    f.merge("A3:D3")
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.line("សរុបថ្នាក់ ក", "២ នាក់", "ស្រី ១")
    f.line("ទំព័រ ១")
    f.line()
    f.line(*KHMER_HEADS[:4])
    f.line("ថ្នាក់ អក្ខរកម្ម ខ")
    f.one(1, "កែវ មុំ", "ស", "07/03/1991")
    f.one(2, "លី ណា", "ស", "07/03/1992")
    f.line("សរុបថ្នាក់ ខ", "២ នាក់", "ស្រី ២")
    f.line("សរុបរួម", "៤ នាក់", "ស្រី ៣")


@story
def a_closing_line_counts_one_woman_too_many(f):
    f.line(*KHMER_HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.line("បញ្ឈប់បញ្ជីត្រឹមចំនួន ០២ (ពីរ) នាក់ ក្នុងនោះស្រី ០២ នាក់")
    f.found("closing-line", "A4")


@story
def closing_numbers_stand_in_cells_of_their_own_below_each_other(f):
    f.line(*KHMER_HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.one(2, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    f.line()
    f.line(None, "សរុប", 2, "នាក់")
    f.line(None, "ស្រី", 1, "នាក់")
    f.line(None, "ប្រុស", 1, "នាក់")


@story
def a_form_with_numbered_rows_that_nobody_filled(f):
    f.line(*KHMER_HEADS[:4])
    f.one(1, "សុខ ធារី", "ស", "07/03/1990")
    f.line()
    f.one(2, "ចាន់ ដារ៉ា", "ប", "15/04/1988")
    for number in range(3, 41):
        f.line(number)
    f.line("សរុបចំនួន ២ នាក់ ស្រី ១ នាក់")


@story
def signatures_and_dates_below_the_list(f):
    f.line(*KHMER_HEADS)
    f.one(1, "សុខ ធារី", "ស", "07/03/1990", "ប៉ោយយង់", "តាពូង", None)
    f.line("បញ្ឈប់ត្រឹមចំនួន ១ នាក់ ស្រី ១ នាក់")
    f.line()
    f.line(None, None, None, None, "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩")
    f.line(None, "បានឃើញ និងឯកភាព", None, None, "តាពូង, ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥")
    f.line(None, "នាយកមជ្ឈមណ្ឌល", None, None, "អ្នកធ្វើបញ្ជី")
    f.line()
    f.line()
    f.line(None, "ហេង សុភា", None, None, "ចាន់ វណ្ណៈ")


@story
def only_the_name_of_the_signer_stands_below(f):
    f.line(*KHMER_HEADS)
    f.one(1, "សុខ ធារី", "ស", "07/03/1990", "ប៉ោយយង់", "តាពូង", None)
    f.line()
    f.line(None, None, None, None, None, "ចាន់ វណ្ណៈ")


@story
def formulas_and_error_values_where_values_belong(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត", "ភូមិ", "ផ្សេងៗ")
    f.one("=ROW()-1", "សុខ ធារី", "ស", 1990, "ប៉ោយយង់", None, name="សុខ ធារី")
    f.one("=A2+1", '=CONCATENATE("ចាន់"," ដារ៉ា")', "ប", 1988, None, None, said="refuse cell.formula B")
    f.one("=A3+1", "កែវ មុំ", "#N/A", 1988, None, None, said="refuse cell.error C")
    f.one("=A4+1", "លី ណា", "ស", "=1990", None, None, said="refuse cell.formula D")
    f.one("=A5+1", "ឃួន ណា", "ស", 1990, "#REF!", None, said="refuse cell.error E")
    f.line("=COUNTA(B2:B6)")


@story
def names_that_lost_their_letters_or_came_in_an_old_font(f):
    f.line("ល.រ", "ឈ្មោះ", "អក្សរឡាតាំង", "ភេទ", "ឆ្នាំកំណើត")
    f.one(1, "???? ?????", "SOK THEARY", "ស", 1990, said="refuse text.lost B")
    f.one(2, "suPa RsI", "SOPHEA SREY", "ស", 1990, said="refuse text.legacy-font B")
    f.one(3, "ចាន់ \ufffdដារ៉ា", "CHAN DARA", "ប", 1990, said="refuse text.lost B")
    f.one(4, "SOK DARA", None, "ប", 1990, name="SOK DARA", name_km="")
    f.one(5, "១២៣", None, "ប", 1990, said="refuse learner.name-missing B")


@story
def texts_far_too_long(f):
    f.line("ល.រ", "ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត", "ភូមិ", "ផ្សេងៗ")
    f.one(1, "សុខ ធារី", "ស", 1990, "ប៉ោយយង់", "ក" * 3_000, said="refuse text.too-long F")
    f.one(2, "ចាន់ " + "ដារ៉ា" * 200, "ប", 1990, "ប៉ោយយង់", None, said="refuse text.too-long B")
    f.one(3, "កែវ មុំ", "ស", 1990, "ប៉ោយយង់", "ក" * 500, name="កែវ មុំ")


@story
def parents_stand_beside_the_learner_with_names_and_work_of_their_own(f):
    f.line("ល.រ", "ឈ្មោះសិស្ស", "ភេទ", "ថ្ងៃខែឆ្នាំកំណើត", "ទីកន្លែងកំណើត", None, "ឪពុក", None, "ម្តាយ", None, "ភូមិ")
    f.line(None, None, None, None, "ភូមិ", "ឃុំ", "ឈ្មោះ", "មុខរបរ", "ឈ្មោះ", "មុខរបរ", None)
    for where in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1", "I1:J1", "K1:K2"):
        f.merge(where)
    f.one(1, "សុខ ធារី", "ស", "07/03/2012", "ថ្មី", "ជ្រៃ", "សុខ ហេង", "កសិករ", "កែវ មុំ", "លក់ដូរ", "ប៉ោយយង់",
          name="សុខ ធារី", guardian="សុខ ហេង, កែវ មុំ", birthplace_text="ថ្មី, ជ្រៃ", village_code="02020102",
          occupation=None)
    f.found("column.ignored", "H2")
    f.found("column.ignored", "J2")


@story
def a_name_with_nothing_beside_it_is_still_somebody(f):
    f.line("ឈ្មោះ", "ភេទ", "ឆ្នាំកំណើត")
    f.line("អក្ខរកម្ម ក")
    f.one("សុខ ធារី", "ស", 1990)
    f.one("ចាន់ ដារ៉ា", said="refuse sex.missing B")
    f.one("កែវ មុំ", "ស", 1991)
    f.line("ក្រុមទី២")
    f.one("លី ណា", "ស", 1992)
    f.line()
    f.line("ហេង សុភា")


@story
def the_first_learner_is_not_taken_for_a_second_row_of_headings(f):
    f.line("Latin name", "Sex", "សញ្ជាតិ", "ភាសា")
    f.one("Sok Theary", "F", "ខ្មែរ", "ខ្មែរ", name="Sok Theary", sex="f", home_language="ខ្មែរ")
    f.one("Chan Dara", "M", "ខ្មែរ", "អង់គ្លេស", name="Chan Dara", sex="m")
    f.found("column.ignored", "C1")
