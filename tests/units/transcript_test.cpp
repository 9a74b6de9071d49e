// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audit.hpp"
#include "units/prior_learner.hpp"
#include "units/transcript.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

struct Paper : test::PriorLearner {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));

    core::Expected<std::string> print() {
        storage::Transaction tx(database, {"sokha"});
        auto paper = units::print_transcript(tx, units::load_transcript(database, mom), "SROK1:CODE", fonts);
        if (!paper) return core::fail(paper.error());
        tx.commit();
        return std::move(paper->pdf);
    }
};

std::string all_of(const documents::Section& section) {
    std::string text;
    for (const auto& row : section.rows)
        for (const std::string& cell : row)
            text += cell + "|";
    return text;
}

bool holds(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(transcript, Paper)

BOOST_AUTO_TEST_CASE(it_lists_units_with_marks_and_what_was_recognised_with_its_evidence) {
    BOOST_REQUIRE(recognise(life_skills()));
    close(class_id);
    const auto sheet = units::transcript_sheet(units::load_transcript(database, mom));
    BOOST_REQUIRE(sheet.sections.size() == 3U);
    const std::string units = all_of(sheet.sections[0]), marks = all_of(sheet.sections[1]),
                      recognised = all_of(sheet.sections[2]);
    BOOST_TEST(holds(units, "ចំណេះដឹងទូទៅ General knowledge|"));
    BOOST_TEST(holds(units, "Class result|"));
    BOOST_TEST(holds(units, "Prior learning|"));
    BOOST_TEST(holds(units, "|8.00|B|490|"));
    BOOST_TEST(holds(marks, "អំណាន Reading|8.00|"));
    BOOST_TEST(holds(recognised, "20/11/2025|បំណិនជីវិត Life skills|វិញ្ញាបនបត្រកាត់ដេរ|សុខ វណ្ណា; ចាន់ សុផល|"));
    BOOST_TEST(sheet.signatures.size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_same_transcript_is_the_same_bytes_and_is_audited) {
    close(class_id);
    const auto first = print().value();
    BOOST_TEST(first.starts_with("%PDF-"));
    BOOST_TEST((first == print().value()));
    BOOST_TEST(storage::audit_entries(database, 1).at(0).verb == "transcript.print");
}

BOOST_AUTO_TEST_CASE(who_has_not_earned_a_unit_gets_none) {
    BOOST_TEST(print().error().code == "transcript.nothing");
}

BOOST_AUTO_TEST_SUITE_END()
