// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_edit.hpp"
#include "programmes/pack_file.hpp"

#include <boost/test/unit_test.hpp>

namespace {

// Small and complete; each test below breaks one thing.
constexpr std::string_view good = R"toml(programme = "weaving"
version = "1"
official = false
name = { km = "តម្បាញ", en = "Weaving" }

[[subject]]
key = "loom"
name = { km = "កី", en = "Loom" }
also = ["តម្បាញលើកី"]
maximum = "12.50"
weight = 2

[[subject]]
key = "dye"
name = { km = "ជ្រលក់", en = "Dyeing" }
maximum = 10

[[period]]
key = "S1"
name = { km = "ឆមាសទី១", en = "Semester 1" }

[[period]]
key = "YEAR"
name = { km = "ឆ្នាំ", en = "Year" }
mean-of = ["S1"]

[averaging]
divisor = "8.40"
maximum = 50
rounding = "truncate"
decimals = 1
ranking = "distinct"
pass-minimum = 25

[[band]]
letter = "A"
minimum = 40
name = { km = "ល្អ", en = "Good" }

[[band]]
letter = "F"
minimum = 0
name = { km = "ខ្សោយ", en = "Weak" }

[attendance]
minimum-percent = "72.5"
late-present = "0.875"
half-day-present = "0.5"
minimum-hours = 120

[ages]
from = 18

[[unit]]
key = "craft"
name = { km = "សិប្បកម្ម", en = "Craft" }
subjects = ["loom", "dye"]
minimum = 5
hours = 150
credits = "7.5"
cqf-level = 2

[award]
units = ["craft"]
title = { km = "វិញ្ញាបនបត្រ", en = "Certificate" }
statement = { km = "បានបញ្ចប់", en = "has completed" }
template = "certificate-completion"

[[award.signer]]
key = "head"
role = { km = "ប្រធាន", en = "Head" }
line = { km = "បានឃើញ", en = "Seen" }
)toml";

std::string with(std::string_view old_text, std::string_view new_text) {
    std::string text{good};
    const auto at = text.find(old_text);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, old_text.size(), new_text);
}

core::Error error_of(std::string_view toml) {
    const auto pack = programmes::parse_pack(toml, "weaving.toml");
    BOOST_REQUIRE(!pack.has_value());
    return pack.error();
}

} // namespace

BOOST_AUTO_TEST_SUITE(pack_file)

BOOST_AUTO_TEST_CASE(every_rule_of_a_pack_is_read_exactly) {
    const auto read = programmes::parse_pack(good, "weaving.toml");
    BOOST_REQUIRE(read.has_value());
    const programmes::Pack& pack = *read;
    BOOST_TEST(pack.programme == "weaving");
    BOOST_TEST(pack.name.km == "តម្បាញ");
    BOOST_TEST(!pack.official);
    BOOST_REQUIRE(pack.subjects.size() == 2U);
    BOOST_TEST(pack.subjects[0].maximum == 1250);
    BOOST_TEST(pack.subjects[0].weight == 200);
    BOOST_TEST(pack.subjects[0].synonyms.size() == 1U);
    BOOST_TEST(pack.subjects[1].weight == 100);
    BOOST_TEST(pack.periods[0].takes_marks());
    BOOST_TEST(!pack.periods[1].takes_marks());
    BOOST_TEST(pack.averaging.divisor.value_or(0) == 840);
    BOOST_TEST(pack.averaging.maximum == 5000);
    BOOST_TEST((pack.averaging.rounding == programmes::Rounding::truncate));
    BOOST_TEST((pack.averaging.ranking == programmes::Ranking::distinct));
    BOOST_TEST(pack.averaging.decimals == 1);
    BOOST_TEST(pack.averaging.pass_minimum == 2500);
    BOOST_TEST(pack.bands[0].minimum == 4000);
    BOOST_TEST(pack.attendance.minimum_percent == 7250);
    BOOST_TEST(pack.attendance.late_present == 875);
    BOOST_TEST(pack.attendance.half_day_present == 500);
    BOOST_TEST(pack.attendance.minimum_hours.value_or(0) == 120);
    BOOST_TEST(pack.ages.from.value_or(0) == 18);
    BOOST_TEST(!pack.ages.to.has_value());
    BOOST_TEST(pack.units[0].hours.value_or(0) == 150);
    BOOST_TEST(pack.units[0].credits.value_or(0) == 750);
    BOOST_TEST(pack.units[0].cqf_level.value_or(0) == 2);
    BOOST_TEST(pack.award.title.en == "Certificate");
    BOOST_TEST(pack.award.signers[0].role.km == "ប្រធាន");
}

BOOST_AUTO_TEST_CASE(limits_of_absence_are_read_and_may_be_left_out) {
    const auto without = programmes::parse_pack(good, "weaving.toml").value().attendance;
    BOOST_TEST(!without.most_absent.has_value());
    BOOST_TEST(!without.most_permission.has_value());
    const auto limited =
        programmes::parse_pack(with("minimum-hours = 120\n", "minimum-hours = 120\nmost-days-without = 20\n"
                                                             "most-days-with-permission = 60\n"),
                               "weaving.toml")
            .value()
            .attendance;
    BOOST_TEST(limited.most_absent.value() == 20);
    BOOST_TEST(limited.most_permission.value() == 60);
    BOOST_TEST(error_of(with("minimum-hours = 120", "most-days-without = 400")).code == "pack.out-of-range");
    BOOST_TEST(error_of(with("minimum-hours = 120", "most-days-without = \"20\"")).code == "pack.wrong-type");
}

BOOST_AUTO_TEST_CASE(a_broken_line_is_named_by_file_and_line) {
    const core::Error error = error_of(with("official = false", "official = maybe"));
    BOOST_TEST(error.code == "pack.not-toml");
    BOOST_TEST(error.place.file == "weaving.toml");
    BOOST_TEST(error.place.row.value_or(0) == 3);
}

BOOST_AUTO_TEST_CASE(a_misspelt_key_is_an_error_and_never_ignored) {
    const core::Error error = error_of(with("weight = 2", "wieght = 2"));
    BOOST_TEST(error.code == "pack.unknown-key");
    BOOST_TEST(error.fact("key") == "wieght");
    BOOST_TEST(error.place.row.value_or(0) == 11);
}

BOOST_AUTO_TEST_CASE(what_is_needed_and_missing_is_named) {
    BOOST_TEST(error_of(with("pass-minimum = 25\n", "")).fact("key") == "pass-minimum");
    BOOST_TEST(error_of(with("maximum = 10\n", "")).fact("key") == "maximum");
    BOOST_TEST(error_of(with("template = \"certificate-completion\"\n", "")).fact("key") == "template");
    BOOST_TEST(
        error_of(with("name = { km = \"កី\", en = \"Loom\" }", "name = { km = \"\", en = \"Loom\" }")).code ==
        "pack.missing");
    BOOST_TEST(error_of(with("subjects = [\"loom\", \"dye\"]", "subjects = []")).code == "pack.missing");
    BOOST_TEST(error_of("").code == "pack.missing");
}

BOOST_AUTO_TEST_CASE(a_binary_fraction_is_refused_where_marks_must_be_exact) {
    const core::Error error = error_of(with("\"12.50\"", "12.5"));
    BOOST_TEST(error.code == "pack.wrong-type");
    BOOST_TEST(error.fact("wanted") == "decimal");
    BOOST_TEST(error_of(with("\"12.50\"", "\"12.505\"")).code == "pack.wrong-type");
    BOOST_TEST(error_of(with("\"12.50\"", "\"12,5\"")).code == "pack.wrong-type");
    BOOST_TEST(error_of(with("\"12.50\"", "\"1x\"")).code == "pack.wrong-type");
}

BOOST_AUTO_TEST_CASE(values_out_of_range_say_the_range) {
    const core::Error error = error_of(with("pass-minimum = 25", "pass-minimum = 51"));
    BOOST_TEST(error.code == "pack.out-of-range");
    BOOST_TEST(error.fact("value") == "51.00");
    BOOST_TEST(error.fact("to") == "50.00");
    BOOST_TEST(error_of(with("maximum = 10", "maximum = 0")).code == "pack.out-of-range");
    BOOST_TEST(error_of(with("decimals = 1", "decimals = 3")).code == "pack.out-of-range");
    BOOST_TEST(error_of(with("\"0.875\"", "\"1.5\"")).code == "pack.out-of-range");
    BOOST_TEST(error_of(with("from = 18", "from = 18\nto = 15")).code == "pack.out-of-range");
    BOOST_TEST(error_of(with("units = [\"craft\"]", "units = [\"craft\"]\nany = 1")).code ==
               "pack.out-of-range");
}

BOOST_AUTO_TEST_CASE(names_that_point_nowhere_are_refused) {
    BOOST_TEST(error_of(with("[\"loom\", \"dye\"]", "[\"loom\", \"die\"]")).fact("value") == "die");
    BOOST_TEST(error_of(with("units = [\"craft\"]", "units = [\"crafts\"]")).code ==
               "pack.unknown-reference");
    BOOST_TEST(error_of(with("mean-of = [\"S1\"]", "mean-of = [\"YEAR\"]")).code == "pack.unknown-reference");
    BOOST_TEST(error_of(with("key = \"dye\"", "key = \"loom\"")).code == "pack.repeated");
}

BOOST_AUTO_TEST_CASE(bands_must_fall_to_zero) {
    BOOST_TEST(error_of(with("minimum = 0\n", "minimum = 1\n")).code == "pack.bands");
    BOOST_TEST(error_of(with("minimum = 40", "minimum = 0")).code == "pack.bands");
}

BOOST_AUTO_TEST_CASE(an_unknown_choice_lists_the_known_ones) {
    const core::Error error = error_of(with("\"truncate\"", "\"round\""));
    BOOST_TEST(error.code == "pack.wrong-type");
    BOOST_TEST(error.fact("known") == "half-up, truncate");
}

BOOST_AUTO_TEST_CASE(the_rules_in_which_schools_differ_are_read) {
    const auto read = programmes::parse_pack(
        with("pass-minimum = 25",
             "pass-minimum = 25\nparts = \"printed\"\nmark-step = \"0.25\"\n\n[retest]\nperiod = \"AGAIN\"\n"
             "minimum = 20\neffect = \"replaces\"\n\n[promotion]\nabsent-without-leave = 20\n\n"
             "[absence-penalty]\ncut = \"0.10\"\nfree-days = 2\ncounts = \"all\"\n\n[[level]]\n"
             "key = \"second\"\nname = { km = \"ទី២\", en = \"Second\" }\ndivisor = \"4.20\"\n"
             "without = [\"dye\"]\nmaxima = { loom = 25 }\n\n[[period]]\nkey = \"AGAIN\"\n"
             "name = { km = \"សង\", en = \"Again\" }"),
        "weaving.toml");
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read->averaging.parts == programmes::Parts::printed));
    BOOST_TEST(read->averaging.mark_step == 25);
    BOOST_TEST(
        (read->retest.value() == programmes::Retest{"AGAIN", 2000, programmes::Retest::Effect::replaces}));
    BOOST_TEST(read->promotion.value().absent_without_leave.value_or(0) == 20);
    BOOST_TEST(!read->promotion.value().absent_with_leave.has_value());
    BOOST_TEST((read->absence_penalty.value() == programmes::AbsencePenalty{10, 2, true}));
    BOOST_TEST(programmes::last_period(*read).key == "YEAR");

    const programmes::Pack second = programmes::at_level(*read, "second");
    BOOST_REQUIRE(second.subjects.size() == 1U);
    BOOST_TEST(second.subjects[0].maximum == 2500);
    BOOST_TEST(second.averaging.divisor.value_or(0) == 420);
    BOOST_TEST(second.units[0].subjects.size() == 1U);
    BOOST_TEST((programmes::at_level(*read, "") == *read));
    BOOST_TEST((*programmes::parse_pack(programmes::write_pack(*read, "two\nlines"), "again") == *read));
}

BOOST_AUTO_TEST_CASE(who_repeats_for_absence_is_told_by_the_one_limit_and_an_older_pack_is_still_read) {
    const std::string limits =
        "minimum-hours = 120\nmost-days-without = 20\nmost-days-with-permission = 60\n";
    const auto pack = [&](const std::string& attendance, const std::string& promotion) {
        return programmes::parse_pack(with("minimum-hours = 120\n", attendance + "\n" + promotion + "\n"),
                                      "w");
    };
    const auto now = pack(limits + "repeats-past = true", "[promotion]").value();
    BOOST_TEST((programmes::repeat_limits(now) == programmes::RepeatLimits{20, 60}));
    BOOST_TEST((*programmes::parse_pack(programmes::write_pack(now, ""), "again") == now));
    // Listed, and nothing more.
    BOOST_TEST(
        (programmes::repeat_limits(pack(limits, "[promotion]").value()) == programmes::RepeatLimits{}));
    // As packs were written before 2026-2.
    auto old = pack(limits, "[promotion]\nabsent-without-leave = 15\nabsent-with-leave = 45").value();
    BOOST_TEST((programmes::repeat_limits(old) == programmes::RepeatLimits{15, 45}));
    BOOST_TEST(old.attendance.most_absent.value() == 20);
    programmes::keep_limits_in_one_place(old);
    BOOST_TEST((programmes::repeat_limits(old) == programmes::RepeatLimits{15, 45}));
    BOOST_TEST(old.attendance.most_absent.value() == 15);
    BOOST_TEST(programmes::parse_pack(programmes::write_pack(old, ""), "again").has_value());

    const auto slip = [&](const std::string& attendance, const std::string& promotion) {
        const auto error = pack(attendance, promotion).error();
        return error.code + " " + std::string{error.fact("key")};
    };
    BOOST_TEST(slip(limits + "repeats-past = true", "[promotion]\nabsent-without-leave = 15") ==
               "pack.limits-twice repeats-past");
    BOOST_TEST(slip(limits + "repeats-past = true", "") == "pack.missing promotion");
    BOOST_TEST(slip("repeats-past = true", "[promotion]") == "pack.missing most-days-without");
    BOOST_TEST(slip(limits + "repeats-past = 1", "[promotion]") == "pack.wrong-type repeats-past");
}

BOOST_AUTO_TEST_CASE(parts_may_have_weights_one_for_each) {
    const auto read =
        programmes::parse_pack(with("mean-of = [\"S1\"]", "mean-of = [\"S1\"]\nweights = [\"2.5\"]"), "w");
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->periods[1].weights.at(0) == 250);
    const core::Error error = error_of(with("mean-of = [\"S1\"]", "mean-of = [\"S1\"]\nweights = [1, 2]"));
    BOOST_TEST(error.code == "pack.weights");
    BOOST_TEST(error.place.row.value_or(0) == 26);
}

BOOST_AUTO_TEST_CASE(a_programme_without_marks_needs_no_subject_and_no_band) {
    constexpr std::string_view only_attendance = R"toml(programme = "sewing"
version = "1"
official = false
name = { km = "កាត់ដេរ", en = "Sewing" }
[[period]]
key = "COURSE"
name = { km = "វគ្គ", en = "Course" }
[attendance]
minimum-percent = 80
late-present = 1
half-day-present = "0.5"
)toml";
    const auto read = programmes::parse_pack(only_attendance, "sewing.toml");
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(!read->takes_marks());
    BOOST_TEST(!read->award.given());
    BOOST_TEST((*programmes::parse_pack(programmes::write_pack(*read, ""), "again") == *read));
    // With a subject the rest is needed.
    BOOST_TEST(error_of(std::string{only_attendance} +
                        "[[subject]]\nkey = \"a\"\nname = { km = \"ក\", en = \"A\" }\nmaximum = 10\n")
                   .fact("key") == "averaging");
}

BOOST_AUTO_TEST_CASE(a_retest_is_a_period_of_marks_that_stands_in_no_mean) {
    const std::string_view retest = "[attendance]";
    const auto naming = [&](const std::string& period) {
        return error_of(with(retest, "[retest]\nperiod = \"" + period +
                                         "\"\nminimum = 20\neffect = \"passes\"\n\n[attendance]"));
    };
    BOOST_TEST(naming("AGAIN").code == "pack.unknown-reference");
    BOOST_TEST(naming("YEAR").code == "pack.unknown-reference");
    BOOST_TEST(naming("S1").fact("key") == "mean-of");
}

BOOST_AUTO_TEST_CASE(every_slip_in_the_new_rules_names_its_line_and_key) {
    const auto at = [](const core::Error& error) {
        return error.code + " " + std::string{error.fact("key")} + " " +
               std::to_string(error.place.row.value_or(0));
    };
    const auto added = [](const std::string& text) {
        return error_of(with("decimals = 1", "decimals = 1\n" + text));
    };
    BOOST_TEST(at(added("parts = \"rounded\"")) == "pack.wrong-type parts 32");
    BOOST_TEST(at(added("mark-step = \"0.255\"")) == "pack.wrong-type mark-step 32");
    BOOST_TEST(at(added("mark-step = 2")) == "pack.out-of-range mark-step 32");
    const auto table = [](const std::string& text) {
        return error_of(with("[attendance]", text + "\n\n[attendance]"));
    };
    BOOST_TEST(at(table("[promotion]\nabsent = 20")) == "pack.unknown-key absent 46");
    BOOST_TEST(at(table("[absence-penalty]\nfree-days = 2")) == "pack.missing cut 45");
    BOOST_TEST(at(table("[absence-penalty]\ncut = 0.1")) == "pack.wrong-type cut 46");
    BOOST_TEST(at(table("[[level]]\nkey = \"x\"\nname = { km = \"ក\", en = \"X\" }\nmaxima = { lom = 5 }")) ==
               "pack.unknown-reference maxima 45");
}

BOOST_AUTO_TEST_SUITE_END()
