// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/margin_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

using attendance::Mark;
using attendance::PaperMargin;
using attendance::read_paper_total;
using test::code_of;
using namespace std::chrono_literals;

namespace {

constexpr core::Month december = 2025y / 12;

struct Fixture : test::SampleClass {
    auto type(const PaperMargin& paper) {
        return change([&](storage::Transaction& tx) {
            return attendance::set_paper_margin(tx, enrolments[0], december, paper);
        });
    }
    attendance::RegisterRow row() {
        return attendance::load_register(database, class_id, december).rows.front();
    }
    std::int64_t kept() const {
        return database.value<std::int64_t>("SELECT count(*) FROM attendance_margin").value_or(-1);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(margin_store, Fixture)

BOOST_AUTO_TEST_CASE(a_total_that_differs_is_known_by_its_row) {
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, enrolments[0], 2025y / 12 / 1, Mark::permission);
    });
    BOOST_TEST(row().agrees()); // nothing was typed
    type({.permission = 1});
    BOOST_TEST(row().agrees());
    type({.permission = 1, .absent = 2});
    BOOST_TEST(!row().agrees());
    BOOST_TEST((row().paper == PaperMargin{.permission = 1, .absent = 2}));
}

BOOST_AUTO_TEST_CASE(half_a_day_is_a_mark_in_the_margin) {
    change([&](storage::Transaction& tx) {
        return attendance::set_mark(tx, enrolments[0], 2025y / 12 / 1, Mark::half_absent);
    });
    type({.absent = 1});
    BOOST_TEST(row().agrees());
}

BOOST_AUTO_TEST_CASE(emptied_totals_keep_no_row) {
    type({.absent = 2});
    BOOST_TEST(kept() == 1);
    type({});
    BOOST_TEST(kept() == 0);
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_in_the_audit_and_typed_again_leaves_no_trace) {
    type({.permission = 3});
    type({.permission = 4, .absent = 0});
    BOOST_TEST(last_audit().verb == "attendance.margin");
    BOOST_TEST(last_audit().change.value_or("") ==
               R"({"2025-12 permission":["3","4"],"2025-12 absent":[null,"0"]})");
    const auto before = storage::audit_head(database);
    BOOST_TEST(type({.permission = 4, .absent = 0})->empty());
    BOOST_TEST((storage::audit_head(database) == before));
}

BOOST_AUTO_TEST_CASE(a_class_that_is_closed_takes_no_totals) {
    set_status("closed");
    BOOST_TEST(code_of(type({.absent = 2})) == "class.not-open");
}

BOOST_AUTO_TEST_CASE(totals_are_read_in_any_digits_and_within_the_month) {
    BOOST_TEST((read_paper_total("៣", december).value() == 3));
    BOOST_TEST((read_paper_total(" 12 ", december).value() == 12));
    BOOST_TEST(!read_paper_total(" ", december).value().has_value());
    for (const char* wrong : {"32", "-1", "x", "1.5"})
        BOOST_TEST(code_of(read_paper_total(wrong, december)) == "margin.unreadable");
    BOOST_TEST(code_of(read_paper_total("29", 2026y / 2)) == "margin.unreadable");
}

BOOST_AUTO_TEST_SUITE_END()
