// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/verify.hpp"
#include "documents/pdf.hpp"
#include "identity/record_store.hpp"
#include "identity/transfer_offices.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "storage/audit.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using test::day;

namespace {

struct Recording : test::TransferOffices {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));

    identity::PrintedRecord print(storage::Database& at, learners::LearnerId learner) {
        storage::Transaction tx(at, {"sokha"});
        auto printed =
            identity::print_record(tx, learner, office::open_signing_key(at).value(), fonts).value();
        tx.commit();
        return printed;
    }
    std::vector<std::string> missing(const storage::Database& at, learners::LearnerId learner) {
        std::vector<std::string> codes;
        const auto record = identity::load_record(at, learner);
        if (record.nearest)
            for (const core::Error& reason : record.nearest->reasons)
                codes.push_back(reason.code);
        return codes;
    }
};

bool holds(const std::vector<std::string>& list, const char* text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(record, Recording)

BOOST_AUTO_TEST_CASE(it_says_hours_rate_marks_and_what_is_missing) {
    test::take(thma_koul, class_there, {day(2026, 1, 10), day(2026, 1, 15)});
    const auto record = identity::load_record(thma_koul, mom);
    BOOST_REQUIRE(record.classes.size() == 1U);
    const identity::RecordClass& one = record.classes[0];
    BOOST_TEST(one.open);
    BOOST_TEST(one.average == "6.97");
    BOOST_TEST(one.grade == "D");
    BOOST_REQUIRE(one.scores.size() == 1U);
    BOOST_TEST((one.scores[0].marks == std::vector<std::string>{"7.50", "6.33", "5.00", "9.05"}));
    // Two whole days and a half away.
    BOOST_TEST((one.days_present == core::Ratio{one.days_taken} + core::Ratio{-5, 2}));
    BOOST_TEST((one.hours == one.days_present * core::Ratio{2}));
    BOOST_TEST(record.units.empty()); // her marks may still change
    BOOST_TEST(holds(missing(thma_koul, mom), "attendance.not-recorded"));
    // What the class lacks is what the certificates page says of it.
    test::take(thma_koul, class_there, {day(2026, 1, 16), day(2026, 1, 16)});
    BOOST_TEST(missing(thma_koul, mom).empty());
}

BOOST_AUTO_TEST_CASE(who_was_away_too_often_reads_the_rate_that_is_missing) {
    for (unsigned date = 8; date <= 19; ++date)
        if (core::iso_weekday(day(2025, 12, date)) < 6)
            test::mark(thma_koul, enrolled, day(2025, 12, date), attendance::Mark::absent);
    test::take(thma_koul, class_there, {day(2026, 1, 10), day(2026, 1, 16)});
    const auto record = identity::load_record(thma_koul, mom);
    BOOST_REQUIRE(record.nearest.has_value());
    BOOST_REQUIRE(record.nearest->reasons.size() == 1U);
    BOOST_TEST(record.nearest->reasons[0].code == "attendance.below");
    BOOST_TEST(record.nearest->reasons[0].fact("has") == core::format_percent(*record.rate));
}

BOOST_AUTO_TEST_CASE(the_same_record_is_the_same_bytes) {
    const auto first = print(thma_koul, mom);
    const auto second = print(thma_koul, mom);
    BOOST_TEST((first.pdf == second.pdf));
    BOOST_TEST(first.pdf.starts_with("%PDF-"));
    BOOST_TEST(storage::audit_entries(thma_koul, 1).at(0).verb == "record.print");
}

BOOST_AUTO_TEST_CASE(its_code_is_verified_where_the_office_is_known) {
    const auto printed = print(thma_koul, mom);
    const auto codes = documents::find_codes_in_pdf(printed.pdf, certificates::code_prefix);
    BOOST_REQUIRE(codes.size() == 1U);
    BOOST_TEST(codes[0] == printed.code);
    const auto own = certificates::verify_code(printed.code, &thma_koul).value();
    BOOST_TEST((own.verdict == certificates::CodeVerdict::genuine));
    BOOST_REQUIRE(own.payload.has_value());
    BOOST_TEST((own.payload->kind == certificates::CodeKind::record));
    BOOST_TEST(own.payload->serial == learners::load_learner(thma_koul, mom).number);
    BOOST_TEST((own.payload->content == identity::digest_of(identity::load_record(thma_koul, mom))));
    BOOST_TEST(own.payload->earned.starts_with("literacy 2025-11-03..2026-02-27 "));
    const auto there = certificates::verify_code(printed.code, &battambang).value();
    BOOST_TEST((there.verdict == certificates::CodeVerdict::unknown_key));
    // The file that brings her brings the key.
    take_in(battambang, send(thma_koul, mom));
    const auto known = certificates::verify_code(printed.code, &battambang).value();
    BOOST_TEST((known.verdict == certificates::CodeVerdict::genuine));
}

BOOST_AUTO_TEST_CASE(both_offices_print_the_same_but_for_who_issues_it) {
    const auto there = take_in(battambang, send(thma_koul, mom, day(2026, 1, 9))).learner;
    const auto key = office::open_signing_key(thma_koul).value();
    const auto here = identity::load_record(thma_koul, mom);
    const auto theirs = identity::load_record(battambang, there);
    BOOST_TEST((identity::digest_of(here) == identity::digest_of(theirs)));
    // With one issuer the papers are one.
    const auto issuer = identity::load_issuer(thma_koul, here);
    BOOST_TEST((identity::record_pdf(here, issuer, key, fonts).value() ==
                identity::record_pdf(theirs, issuer, key, fonts).value()));
    const auto other = identity::record_paper(theirs, identity::load_issuer(battambang, theirs), key);
    const auto ours = identity::record_paper(here, issuer, key);
    BOOST_TEST((other.sheet.office_lines != ours.sheet.office_lines));
    BOOST_REQUIRE(other.sheet.sections.size() == ours.sheet.sections.size());
    for (std::size_t i = 0; i < ours.sheet.sections.size(); ++i) {
        BOOST_TEST(other.sheet.sections[i].title == ours.sheet.sections[i].title);
        BOOST_TEST((other.sheet.sections[i].rows == ours.sheet.sections[i].rows));
        BOOST_TEST((other.sheet.sections[i].lines == ours.sheet.sections[i].lines));
    }
}

BOOST_AUTO_TEST_CASE(a_long_life_of_learning_runs_over_pages_and_its_code_still_fits) {
    auto record = identity::load_record(thma_koul, mom);
    for (int year = 0; year < 40; ++year) {
        record.classes.push_back(record.classes.front());
        record.certificates.push_back({"0202-2026-000001-K",
                                       "issued",
                                       "",
                                       {"វិញ្ញាបនបត្រ", ""},
                                       record.classes.front().office,
                                       day(2026, 3, 1)});
    }
    const auto key = office::open_signing_key(thma_koul).value();
    const auto paper = identity::record_paper(record, identity::load_issuer(thma_koul, record), key);
    const auto pages = documents::lay_out(paper.sheet, fonts).value();
    BOOST_TEST(pages.size() > 3U);
    BOOST_TEST(pages.back().codes().size() == 1U);
    BOOST_TEST(identity::earned_line(record).size() < 450U);
    BOOST_TEST(identity::earned_line(record).find("; +") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_learner_without_a_class_has_an_empty_record_that_prints) {
    storage::Transaction tx(battambang, {"dara"});
    learners::Learner alone;
    alone.name_km = "សុខ ធារី";
    alone.sex = core::Sex::female;
    const auto id = learners::register_learner(tx, alone).value();
    tx.commit();
    BOOST_TEST(identity::earned_line(identity::load_record(battambang, id)) == "-");
    BOOST_TEST(print(battambang, id).pdf.starts_with("%PDF-"));
}

BOOST_AUTO_TEST_SUITE_END()
