// SPDX-License-Identifier: GPL-3.0-or-later
// Where an office's serial numbers come from, and what becomes of those that nothing is issued under.
#include "certificates/blank_numbers.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/register_chain.hpp"
#include "certificates/serial_block.hpp"
#include "institutions/institution_store.hpp"
#include "office/test_office.hpp"
#include "rounds.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <random>
#include <set>

using certificates::BlockId;
using certificates::Origin;
using certificates::State;

namespace {

struct Office : test::OfficeWorld {
    core::NoProgress silent;

    Office()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world); }) {
        clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
    }
    // As an issued certificate takes it; without the certificate it is a gap.
    core::Expected<certificates::Serial> take() {
        return change([&](storage::Transaction& tx) {
            tx.audit("test.take", "serial", std::nullopt, "{}");
            return certificates::take_serial(tx, tx.today());
        });
    }
    std::string next() { return take().value().text; }
    core::Expected<std::int64_t> province_gives(std::int64_t first, std::int64_t last) {
        return change([&](storage::Transaction& tx) {
            return certificates::take_block(tx, {Origin::province, "0202", 2026, first, last});
        });
    }
    core::Expected<std::int64_t> mark(const char* first, const char* last, State state,
                                      const char* reason = "torn") {
        return change([&](storage::Transaction& tx) {
            return certificates::mark_blank(tx, certificates::read_numbers(first, last).value(), state,
                                            reason);
        });
    }
    institutions::InstitutionId centre() {
        institutions::Institution one;
        one.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង";
        return change(
            [&](storage::Transaction& tx) { return institutions::add_institution(tx, one).value(); });
    }
    core::Expected<certificates::SerialBlock> reserve(institutions::InstitutionId holder,
                                                      std::int64_t count) {
        return change(
            [&](storage::Transaction& tx) { return certificates::reserve_block(tx, holder, count); });
    }
    // "own 1-999999, province 5-9 held" …
    std::string blocks() {
        std::string text;
        for (const auto& block : certificates::load_blocks(database))
            text += fmt::format("{}{} {}-{}{}{}", text.empty() ? "" : ", ",
                                certificates::to_text(block.origin), block.first, block.last,
                                block.held_by ? " held" : "", block.closed_at ? " closed" : "");
        return text;
    }
    // Each number of the year stands in one row of the sheet; the sum by state.
    std::string sums() {
        std::int64_t expected = 1;
        certificates::ControlBlock all;
        for (const auto& block : certificates::load_control_sheet(database, silent).blocks) {
            BOOST_TEST(block.first == expected);
            std::int64_t numbers = 0;
            for (const auto& row : block.rows)
                numbers += row.numbers;
            BOOST_TEST(numbers == block.last - block.first + 1);
            BOOST_TEST(block.used() + block.reserved + block.blank + block.closed == numbers);
            expected = block.last + 1;
            all.missing += block.missing;
            all.spoiled += block.spoiled;
            all.lost += block.lost;
            all.reserved += block.reserved;
            all.blank += block.blank;
            all.closed += block.closed;
        }
        return fmt::format("missing {} spoiled {} lost {} reserved {} blank {} closed {}", all.missing,
                           all.spoiled, all.lost, all.reserved, all.blank, all.closed);
    }
    bool holds() { return !certificates::register_damage(database, silent).has_value(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(serial_block, Office)

BOOST_AUTO_TEST_CASE(an_office_of_its_own_begins_each_year_with_number_one) {
    BOOST_TEST(next().starts_with("0202-2026-000001-"));
    BOOST_TEST(next().starts_with("0202-2026-000002-"));
    BOOST_TEST(blocks() == "own 1-999999");
    clock.set(core::Day{std::chrono::year{2027} / 1 / 4});
    BOOST_TEST(next().starts_with("0202-2027-000001-"));
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(once_the_province_gives_numbers_only_those_are_given) {
    next();
    next();
    BOOST_TEST(province_gives(101, 103).has_value());
    BOOST_TEST(blocks() == "own 1-100 closed, province 101-103, own 104-999999 closed");
    BOOST_TEST(next().starts_with("0202-2026-000101-"));
    BOOST_TEST(sums() == "missing 3 spoiled 0 lost 0 reserved 0 blank 2 closed 999994");
    next();
    next();
    const auto none = take();
    BOOST_TEST(test::code_of(none) == "serial.none-left");
    // The next block lies where the office's own rest was.
    BOOST_TEST(province_gives(104, 200).has_value());
    BOOST_TEST(next().starts_with("0202-2026-000104-"));
    BOOST_TEST(blocks() == "own 1-100 closed, province 101-103, province 104-200, own 201-999999 closed");
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(the_first_numbers_of_the_year_may_be_the_provinces_too) {
    BOOST_TEST(province_gives(1, 50).has_value());
    BOOST_TEST(blocks() == "province 1-50");
    BOOST_TEST(next().starts_with("0202-2026-000001-"));
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(numbers_that_are_used_or_given_are_not_taken_again) {
    next();
    next();
    BOOST_TEST(mark("0202-2026-000030", "", State::lost).has_value());
    BOOST_TEST(test::code_of(province_gives(2, 10)) == "serial.block-overlap");
    BOOST_TEST(province_gives(2, 10).error().fact("last") == "0202-2026-000002");
    BOOST_TEST(test::code_of(province_gives(20, 40)) == "serial.block-overlap");
    BOOST_TEST(province_gives(20, 40).error().fact("first") == "0202-2026-000030");
    BOOST_TEST(test::code_of(province_gives(0, 5)) == "serial.block-range");
    BOOST_TEST(test::code_of(province_gives(999'990, 1'000'001)) == "serial.block-range");
    BOOST_TEST(blocks() == "own 1-999999");
    BOOST_TEST(province_gives(40, 60).has_value());
    BOOST_TEST(test::code_of(province_gives(60, 70)) == "serial.block-overlap");
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(an_institution_holds_numbers_that_the_office_does_not_give_meanwhile) {
    next();
    const auto holder = centre();
    const auto held = reserve(holder, 30).value();
    BOOST_TEST(held.first == 2);
    BOOST_TEST(held.last == 31);
    BOOST_TEST((held.origin == Origin::own));
    BOOST_TEST(next().starts_with("0202-2026-000032-"));
    BOOST_TEST(sums() == "missing 2 spoiled 0 lost 0 reserved 30 blank 999967 closed 0");
    BOOST_TEST(test::code_of(mark("0202-2026-000002", "", State::lost)) == "serial.not-blank");
    // It hands them back, and why is kept: the lowest are given first.
    const auto without =
        change([&](storage::Transaction& tx) { return certificates::release_block(tx, held.id, " "); });
    BOOST_TEST(test::code_of(without) == "serial.no-reason");
    BOOST_TEST(change([&](storage::Transaction& tx) {
                   return certificates::release_block(tx, held.id, "ត្រឡប់មកវិញ");
               }).has_value());
    BOOST_TEST(last_audit().verb == "serial_block.release");
    BOOST_TEST(next().starts_with("0202-2026-000002-"));
    const auto again =
        change([&](storage::Transaction& tx) { return certificates::release_block(tx, held.id, "again"); });
    BOOST_TEST(test::code_of(again) == "serial.block-not-held");
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(reserving_passes_over_numbers_that_are_lost_and_stays_within_a_block) {
    BOOST_TEST(province_gives(1, 10).has_value());
    BOOST_TEST(mark("0202-2026-000003", "", State::lost).has_value());
    const auto holder = centre();
    BOOST_TEST(reserve(holder, 5).value().first == 4);
    BOOST_TEST(test::code_of(reserve(holder, 5)) == "serial.none-left");
    BOOST_TEST(test::code_of(reserve(holder, 0)) == "serial.count");
    BOOST_TEST(blocks() == "province 1-3, province 4-8 held, province 9-10");
    BOOST_TEST(next().starts_with("0202-2026-000001-"));
    BOOST_TEST(next().starts_with("0202-2026-000002-"));
    BOOST_TEST(next().starts_with("0202-2026-000009-"));
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(a_hint_comes_before_the_numbers_run_out) {
    BOOST_TEST(province_gives(1, 20).has_value());
    BOOST_TEST(mark("0202-2026-000002", "0202-2026-000018", State::spoiled).has_value());
    BOOST_TEST(!certificates::few_left(database).has_value());
    next();
    BOOST_TEST(!certificates::few_left(database).has_value());
    next();
    BOOST_REQUIRE(certificates::few_left(database).has_value());
    BOOST_TEST(certificates::few_left(database)->fact("left") == "1");
}

BOOST_AUTO_TEST_CASE(a_spoiled_or_lost_number_is_never_given) {
    BOOST_TEST(mark("0202-2026-000001", "", State::spoiled).error().code == "serial.outside");
    next();
    BOOST_TEST(mark("០២០២-២០២៦-០០០០០២", "0202-2026-000004", State::spoiled, "coffee").value() == 3);
    BOOST_TEST(next().starts_with("0202-2026-000005-"));
    BOOST_TEST(mark("0202-2026-000007", "", State::lost).value() == 1);
    BOOST_TEST(next().starts_with("0202-2026-000006-"));
    BOOST_TEST(next().starts_with("0202-2026-000008-"));
    // Found again, it stays lost.
    const auto found = mark("0202-2026-000007", "", State::spoiled);
    BOOST_TEST(test::code_of(found) == "serial.not-blank");
    BOOST_TEST(found.error().fact("state") == "lost");
    BOOST_TEST(test::code_of(mark("0202-2026-000012", "", State::lost, "  ")) == "certificate.no-reason");
    // One of several cannot be: none is.
    BOOST_TEST(test::code_of(mark("0202-2026-000006", "0202-2026-000020", State::lost)) ==
               "serial.not-blank");
    BOOST_TEST(sums() == "missing 4 spoiled 3 lost 1 reserved 0 blank 999991 closed 0");
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_CASE(numbers_are_read_as_they_stand_on_the_control_sheet_or_the_paper) {
    const auto whole = next();
    BOOST_TEST(certificates::read_numbers(whole, "").value().first == 1);
    const auto range = certificates::read_numbers("0202 2026 000010", "02022026000012").value();
    BOOST_TEST(range.office == "0202");
    BOOST_TEST(range.year == 2026);
    BOOST_TEST(range.count() == 3);
    BOOST_TEST(test::code_of(certificates::read_numbers("0202-2026-000012", "0202-2026-000010")) ==
               "serial.range");
    BOOST_TEST(test::code_of(certificates::read_numbers("0202-2026-000012", "0202-2027-000013")) ==
               "serial.range");
    BOOST_TEST(test::code_of(certificates::read_numbers("12", "")) == "reference.unreadable");
    BOOST_TEST(test::code_of(certificates::read_numbers("0202-2026-000001-?", "")) == "reference.unreadable");
}

BOOST_AUTO_TEST_CASE(an_institutions_file_has_no_numbers_of_its_own) {
    change([&](storage::Transaction& tx) {
        tx.run("UPDATE office SET level = 'institution', institution_code = '02020101'");
        tx.audit("test.school", "office", std::nullopt, "{}");
    });
    const auto none = take();
    BOOST_TEST(test::code_of(none) == "serial.none-left");
    BOOST_TEST(change([&](storage::Transaction& tx) {
                   return certificates::take_block(tx, {Origin::parcel, "0202", 2026, 101, 130});
               }).has_value());
    BOOST_TEST(next().starts_with("0202-2026-000101-"));
}

// Whatever comes in whatever order: no number is given twice, none leaves the sheet, and the chain holds.
BOOST_AUTO_TEST_CASE(no_order_of_blocks_gives_a_number_twice) {
    const int rounds = test::rounds(150, 5'000);
    std::mt19937 chance(2611);
    const auto below = [&](std::int64_t limit) { return static_cast<std::int64_t>(chance()) % limit; };
    const auto holder = centre();
    std::set<std::string> given;
    std::vector<BlockId> held;
    for (int round = 0; round < rounds; ++round) {
        const std::int64_t first = 1 + below(400);
        switch (below(6)) {
        case 0:
            (void)province_gives(first, first + below(20));
            break;
        case 1:
            if (const auto block = reserve(holder, 1 + below(8))) held.push_back(block->id);
            break;
        case 2:
            if (!held.empty()) {
                const BlockId id =
                    held[static_cast<std::size_t>(below(static_cast<std::int64_t>(held.size())))];
                (void)change(
                    [&](storage::Transaction& tx) { return certificates::release_block(tx, id, "back"); });
            }
            break;
        case 3:
            (void)mark(certificates::number_text("0202", 2026, first).c_str(),
                       certificates::number_text("0202", 2026, first + below(3)).c_str(),
                       below(2) == 0 ? State::lost : State::spoiled);
            break;
        default: {
            const auto serial = take();
            if (serial) BOOST_TEST(given.insert(serial->text).second);
        }
        }
        const auto blocks = certificates::load_blocks(database);
        for (std::size_t i = 1; i < blocks.size(); ++i)
            BOOST_TEST(blocks[i].first > blocks[i - 1].last);
    }
    for (const std::string& serial : given)
        BOOST_TEST(!certificates::find_certificate(database, serial).has_value());
    BOOST_TEST(given.size() > 10U);
    BOOST_TEST(holds());
}

BOOST_AUTO_TEST_SUITE_END()
