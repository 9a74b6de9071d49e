// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/class_store.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/period_lock.hpp"
#include "returns/decision_store.hpp"
#include "returns/own_status.hpp"
#include "returns/province_office.hpp"
#include "returns/receipt_store.hpp"
#include "returns/signed_workbook.hpp"
#include "storage/who_may_all.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace std::chrono_literals;
using returns::OwnStanding;
using returns::ReceiptPlace;
using returns::ValueKey;

namespace {

// A district that built December, and its province.
struct TwoOffices {
    test::MonthOffice district{"0202", 1};
    test::ProvinceOffice province;
    std::filesystem::path v1 = district.folder / "v1.xlsx";
    std::filesystem::path receipt = district.folder / "receipt.xlsx";

    TwoOffices() {
        district.fill();
        district.build(v1);
    }
    std::filesystem::path build_again(const std::string& name, const std::string& reason = "ខ្វះអ្នកសិក្សាម្នាក់") {
        const auto file = district.folder / name;
        district.build(file, returns::ReturnPeriod{test::december}, reason);
        return file;
    }
    core::Expected<returns::TakenReceipt> try_to_take(const std::filesystem::path& file) {
        return returns::take_receipt(district.database, test::who_may_all("sokha"), file, district.progress);
    }
    returns::TakenReceipt take(const std::filesystem::path& file) {
        auto taken = try_to_take(file);
        if (!taken) throw std::logic_error(taken.error().code);
        return std::move(*taken);
    }
    // Accepted by the province, and the district has the receipt.
    void accept_first() {
        const auto id = province.receive(v1);
        BOOST_REQUIRE(province.accept(id) == "");
        province.receipt(id, receipt);
        take(receipt);
    }
    std::string mark(core::Day day, char letter = 'A') {
        return test::code_of(district.change([&](storage::Transaction& tx) {
            return attendance::set_mark(tx, classes::EnrolmentId{1}, day,
                                        attendance::mark_from_letter(letter).value());
        }));
    }
    std::string correct(const std::string& reason) {
        return test::code_of(district.change([&](storage::Transaction& tx) {
            return returns::correct_period(tx, returns::ReturnPeriod(test::december), reason);
        }));
    }
    returns::OwnPeriod december() const {
        for (returns::OwnPeriod& one : returns::load_own(district.database))
            if (one.period == "2025-12") return std::move(one);
        throw std::logic_error("December is not on the board");
    }
    bool is_shut() const { return office::ShutDays(district.database).shut(2025y / 12 / 5); }
    std::size_t audit_rows() const { return storage::audit_entries(district.database, 10'000).size(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(receipt_store, TwoOffices)

BOOST_AUTO_TEST_CASE(a_receipt_tells_the_district_what_was_decided_by_whom_and_where_to_mend) {
    const auto id = province.receive(v1);
    province.change([&](storage::Transaction& tx) {
        return returns::remark_on(tx, id, {"figures", "learners", "all.total"}, "សូមរាប់ម្តងទៀត");
    });
    BOOST_TEST(province.reject(id, "តួលេខមិនត្រូវ") == "");
    province.receipt(id, receipt);
    const auto taken = take(receipt);
    BOOST_TEST(to_text(taken.verdict) == "verified");
    BOOST_TEST((taken.order == ReceiptPlace::newest));
    BOOST_TEST(!taken.signer_known);
    const returns::Decision& decision = taken.decision.value();
    BOOST_TEST((decision.ruling == returns::Ruling::rejected));
    BOOST_TEST(decision.office == "0202");
    BOOST_TEST(decision.period == "2025-12");
    BOOST_TEST(decision.version == 1);
    BOOST_TEST(decision.by == "sokha");
    BOOST_TEST(decision.reason == "តួលេខមិនត្រូវ");
    BOOST_TEST((decision.digest == returns::list_built(district.database).front().digest));
    BOOST_REQUIRE(decision.remarks.size() == 1U);
    BOOST_TEST((decision.remarks[0].about == ValueKey{"figures", "learners", "all.total"}));
    BOOST_TEST(decision.remarks[0].text == "សូមរាប់ម្តងទៀត");
    // Where that figure stands in the district's own file.
    const auto file = returns::check_file(v1).value();
    BOOST_TEST(decision.remarks[0].cell == file.place_of(decision.remarks[0].about).cell);
    BOOST_TEST((december().standing == OwnStanding::to_mend));
    BOOST_TEST((december().decided == decision));
    BOOST_TEST((returns::decisions_taken(district.database).at(0) == decision));
    BOOST_TEST(!is_shut());
}

BOOST_AUTO_TEST_CASE(a_receipt_reads_back_as_it_was_decided_and_is_the_same_each_time) {
    const auto id = province.receive(v1);
    province.accept(id);
    province.receipt(id, receipt);
    const auto first = returns::check_file(receipt).value();
    BOOST_TEST(to_text(first.verdict) == "verified");
    BOOST_TEST((returns::read_receipt(*first.canonical)->decision ==
                *returns::last_decision(province.database, id)));
    province.clock.set(2026y / 3 / 1);
    province.receipt(id, receipt);
    BOOST_TEST((returns::check_file(receipt)->digest == first.digest));
}

BOOST_AUTO_TEST_CASE(without_a_decision_there_is_no_receipt) {
    const auto id = province.receive(v1);
    const auto none = returns::make_receipt(province.database, {.id = id, .out = receipt}, province.progress);
    BOOST_TEST(test::code_of(none) == "receipt.undecided");
    const auto unknown = returns::make_receipt(
        province.database, {.id = returns::ReceivedId{9}, .out = receipt}, province.progress);
    BOOST_TEST(test::code_of(unknown) == "return.unknown");
    BOOST_TEST(!std::filesystem::exists(receipt));
}

BOOST_AUTO_TEST_CASE(the_same_receipt_twice_changes_nothing) {
    accept_first();
    const auto rows = audit_rows();
    const auto again = take(receipt);
    BOOST_TEST((again.order == ReceiptPlace::same));
    BOOST_TEST(again.signer_known);
    BOOST_TEST(audit_rows() == rows);
    // Not even after the period was opened.
    BOOST_TEST(correct("ភ្លេចសិស្សម្នាក់") == "");
    take(receipt);
    BOOST_TEST(!is_shut());
}

BOOST_AUTO_TEST_CASE(an_edited_receipt_is_refused_and_its_cells_are_named) {
    const auto id = province.receive(v1);
    province.reject(id, "តួលេខមិនត្រូវ");
    const auto decision = *returns::last_decision(province.database, id);
    returns::ReturnHead head;
    head.layout = returns::receipt_layout;
    head.office = "02";
    head.period = "2025-12";
    returns::SignedWorkbook workbook(receipt, head, {"", "", province.clock.now()});
    const std::vector<std::string> columns = {"label", "value"};
    auto& sheet = workbook.add_sheet("receipt", "បង្កាន់ដៃ", columns);
    sheet.row("ruling");
    sheet.text(1, "rejected");
    sheet.looks().text(1, 2, "accepted");
    workbook.finish(office::open_signing_key(province.database).value());
    workbook.publish();
    const auto rows = audit_rows();
    const auto taken = take(receipt);
    BOOST_TEST(to_text(taken.verdict) == "edited");
    BOOST_REQUIRE(taken.cells.size() == 1U);
    BOOST_TEST(taken.cells[0].cell == "C2");
    BOOST_TEST(taken.cells[0].was == "rejected");
    BOOST_TEST(taken.cells[0].is == "accepted");
    BOOST_TEST(!taken.decision.has_value());
    BOOST_TEST(audit_rows() == rows);
    BOOST_TEST(!office::pinned_key(district.database, "02").has_value());
}

BOOST_AUTO_TEST_CASE(the_first_receipt_pins_the_provinces_key_and_another_key_is_wrong) {
    accept_first();
    BOOST_TEST(
        (office::pinned_key(district.database, "02") == office::current_key(province.database).public_key));
    test::ProvinceOffice stranger("02", 78);
    stranger.change([&](storage::Transaction& tx) {
        office::add_signing_key(tx, office::SigningKey::make(stranger.random), {}, false);
    });
    const auto id = stranger.receive(v1);
    stranger.reject(id, "មិនមែនខេត្ត");
    const auto forged = district.folder / "forged.xlsx";
    stranger.receipt(id, forged);
    const auto rows = audit_rows();
    BOOST_TEST(to_text(take(forged).verdict) == "wrong-key");
    BOOST_TEST(audit_rows() == rows);
    BOOST_TEST(is_shut());
}

BOOST_AUTO_TEST_CASE(what_is_no_receipt_for_us_is_refused_by_name) {
    BOOST_TEST(test::code_of(try_to_take(v1)) == "receipt.not-a-receipt");
    const auto id = province.receive(v1);
    province.accept(id);
    province.receipt(id, receipt);
    test::MonthOffice other("0203", 2);
    BOOST_TEST(test::code_of(returns::take_receipt(other.database, {}, receipt, other.progress)) ==
               "receipt.not-ours");
    test::MonthOffice elsewhere("0301", 2);
    BOOST_TEST(test::code_of(returns::take_receipt(elsewhere.database, {}, receipt, elsewhere.progress)) ==
               "receipt.not-our-province");
    test::MonthOffice fresh("0202", 5);
    BOOST_TEST(test::code_of(returns::take_receipt(fresh.database, {}, receipt, fresh.progress)) ==
               "receipt.unknown-return");
    BOOST_TEST(test::code_of(returns::take_receipt(province.database, {}, receipt, province.progress)) ==
               "receipt.level");
}

BOOST_AUTO_TEST_CASE(after_acceptance_nothing_in_the_period_changes) {
    BOOST_TEST(mark(2025y / 12 / 9) == "");
    const auto again = build_again("v1b.xlsx");
    const auto id = province.receive(again);
    province.accept(id);
    province.receipt(id, receipt);
    take(receipt);
    BOOST_TEST((december().standing == OwnStanding::accepted));
    BOOST_TEST(mark(2025y / 12 / 10) == "period.locked");
    BOOST_TEST(mark(2025y / 12 / 9, '.') == "period.locked");
    BOOST_TEST(mark(2025y / 11 / 10) == "");
    BOOST_TEST(mark(2026y / 1 / 2) == "");
    const auto refused = [&](auto act) { return test::code_of(district.change(act)); };
    const classes::ClassId in{1};
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return attendance::mark_not_met(tx, in, 2025y / 12 / 11, "ពិធីបុណ្យ");
               }) == "period.locked");
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return attendance::mark_all_present(tx, in, core::Day{2025y / 12 / 11});
               }) == "period.locked");
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return attendance::forget_day(tx, in, 2025y / 12 / 11);
               }) == "period.locked");
    const auto fresh = district.add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female);
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return classes::enrol(tx, in, fresh, 2025y / 12 / 15);
               }) == "period.locked");
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return classes::enrol(tx, in, fresh, 2025y / 11 / 15);
               }) == "period.locked"); // she would have been there in December
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return classes::enrol(tx, in, fresh, 2026y / 1 / 5);
               }) == "");
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return classes::leave(tx, classes::EnrolmentId{2}, 2025y / 12 / 20,
                                         classes::LeavingReason::work);
               }) == "period.locked");
    BOOST_TEST(refused([&](storage::Transaction& tx) {
                   return classes::leave(tx, classes::EnrolmentId{2}, 2026y / 1 / 3,
                                         classes::LeavingReason::work);
               }) == "");
    auto taught = classes::load_class(district.database, in);
    taught.weekdays = classes::Weekdays::from_text("123").value();
    BOOST_TEST(refused([&](storage::Transaction& tx) { return classes::update_class(tx, taught); }) ==
               "period.locked");
    taught = classes::load_class(district.database, in);
    taught.last_day = 2026y / 5 / 29;
    BOOST_TEST(refused([&](storage::Transaction& tx) { return classes::update_class(tx, taught); }) == "");
    taught.first_day = 2025y / 12 / 3;
    taught.name_km = "ថ្នាក់ថ្មី";
    BOOST_TEST(refused([&](storage::Transaction& tx) { return classes::open_class(tx, taught); }) ==
               "period.locked");
}

BOOST_AUTO_TEST_CASE(marks_of_a_class_that_ended_in_the_period_are_closed_with_it) {
    const auto score = [&](classes::EnrolmentId id) {
        return test::code_of(district.change([&](storage::Transaction& tx) {
            return assessment::set_score(tx, id, {"S1", "literacy"}, assessment::Score::of(500));
        }));
    };
    classes::Class ended;
    district.change([&](storage::Transaction& tx) {
        ended = classes::load_class(tx.database(), classes::ClassId{1});
        ended.name_km = "ចប់ក្នុងខែធ្នូ";
        ended.last_day = 2025y / 12 / 24;
        ended.uid = {};
        ended.id = classes::open_class(tx, ended).value();
    });
    const auto in_it = district.enrol(ended.id, district.add("ទូច ពៅ", core::Sex::female));
    const std::string before = score(in_it);
    BOOST_TEST(before != "period.locked");
    const auto id = province.receive(build_again("v2.xlsx"));
    BOOST_REQUIRE(province.accept(id) == "");
    province.receipt(id, receipt);
    take(receipt);
    BOOST_TEST(score(in_it) == "period.locked");
    BOOST_TEST(score(classes::EnrolmentId{1}) != "period.locked"); // its class goes on to April
}

BOOST_AUTO_TEST_CASE(with_a_reason_it_changes_is_said_to_have_changed_and_the_next_version_says_why) {
    accept_first();
    BOOST_TEST(correct("") == "correction.no-reason");
    BOOST_TEST(correct("សិស្សម្នាក់ត្រូវបានភ្លេច") == "");
    BOOST_TEST((december().standing == OwnStanding::correcting));
    BOOST_TEST(december().correction == "សិស្សម្នាក់ត្រូវបានភ្លេច");
    BOOST_TEST(mark(2025y / 12 / 16) == "");
    BOOST_TEST((december().standing == OwnStanding::changed));
    const auto v2 = build_again("v2.xlsx", "");
    BOOST_TEST(returns::check_file(v2)->canonical->head.reason == "សិស្សម្នាក់ត្រូវបានភ្លេច");
    BOOST_TEST((december().standing == OwnStanding::built));
    BOOST_TEST(december().accepted->version == 1);
    const auto id = province.receive(v2);
    BOOST_TEST(province.accept(id) == "");
    province.receipt(id, receipt);
    take(receipt);
    BOOST_TEST((december().standing == OwnStanding::accepted));
    BOOST_TEST(december().accepted->version == 2);
    BOOST_TEST(mark(2025y / 12 / 11) == "period.locked");
}

BOOST_AUTO_TEST_CASE(whatever_order_receipts_come_in_the_district_knows_the_same) {
    // Version 1 accepted, then taken back; version 2 sent back, then accepted; version 3 sent back.
    const auto first = province.receive(v1);
    district.enrol(classes::ClassId{1}, district.add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female), 2025y / 12 / 29);
    const auto second = province.receive(build_again("v2.xlsx"));
    district.enrol(classes::ClassId{1}, district.add("ទូច ពៅ", core::Sex::female), 2025y / 12 / 29);
    const auto third = province.receive(build_again("v3.xlsx"));
    std::vector<std::filesystem::path> receipts;
    const auto decided = [&](const std::string& done, returns::ReceivedId id) {
        BOOST_REQUIRE(done == "");
        receipts.push_back(district.folder / ("receipt" + std::to_string(receipts.size()) + ".xlsx"));
        province.receipt(id, receipts.back());
    };
    decided(province.accept(first), first);
    decided(province.reject(first, "ខ្វះ"), first);
    decided(province.reject(second, "ខ្វះ"), second);
    decided(province.accept(second), second);
    decided(province.reject(third, "លើស"), third);
    std::sort(receipts.begin(), receipts.end());
    int orders = 0;
    do {
        // The district as it was before any receipt came.
        storage::Database copy = district.database.clone_in_memory(district.environment);
        for (const auto& file : receipts)
            BOOST_REQUIRE(returns::take_receipt(copy, {}, file, district.progress).has_value());
        const auto again = returns::take_receipt(copy, {}, receipts.front(), district.progress);
        BOOST_TEST((again->order == ReceiptPlace::same));
        const auto own = returns::load_own(copy).front();
        BOOST_TEST((own.standing == OwnStanding::to_mend));
        BOOST_TEST(own.accepted->version == 2);
        BOOST_TEST(office::ShutDays(copy).shut(2025y / 12 / 5));
        BOOST_TEST(returns::decisions_taken(copy).size() == receipts.size());
        ++orders;
    } while (std::next_permutation(receipts.begin(), receipts.end()));
    BOOST_TEST(orders == 120);
}

BOOST_AUTO_TEST_CASE(what_was_accepted_and_then_sent_back_is_open_again) {
    accept_first();
    BOOST_TEST(is_shut());
    const returns::ReceivedId id{1};
    province.reject(id, "ខ្វះថ្នាក់មួយ");
    const auto back = district.folder / "back.xlsx";
    province.receipt(id, back);
    take(back);
    BOOST_TEST(!is_shut());
    // The older decision does not come back.
    BOOST_TEST((take(receipt).order == ReceiptPlace::same));
    BOOST_TEST(!is_shut());
    BOOST_TEST((december().standing == OwnStanding::to_mend));
}

BOOST_AUTO_TEST_CASE(rounds_of_the_province_come_with_its_receipt) {
    province.change([](storage::Transaction& tx) {
        return returns::set_round(
            tx,
            {.kind = returns::PeriodKind::month, .layout = "month", .due_days = 5, .since = 2025y / 11 / 1});
    });
    const auto id = province.receive(v1);
    province.accept(id);
    province.receipt(id, receipt);
    BOOST_TEST(take(receipt).new_rounds);
    BOOST_TEST((returns::list_rounds(district.database) == returns::list_rounds(province.database)));
    BOOST_TEST((december().due == core::Day{2026y / 1 / 5}));
    // November was asked for and never built.
    const auto own = returns::load_own(district.database);
    BOOST_REQUIRE(own.size() == 2U);
    BOOST_TEST(own[1].period == "2025-11");
    BOOST_TEST((own[1].standing == OwnStanding::late));
}

BOOST_AUTO_TEST_CASE(a_samples_receipt_pins_nothing_and_past_set_up_it_is_refused) {
    province.change([](storage::Transaction& tx) {
        tx.run("UPDATE office SET sample = 1");
        tx.audit("test", "office", std::nullopt, "{}");
    });
    const auto id = province.receive(v1);
    province.accept(id);
    province.receipt(id, receipt);
    BOOST_TEST((take(receipt).order == ReceiptPlace::newest));
    BOOST_TEST(!office::pinned_key(district.database, "02").has_value());
    district.change([](storage::Transaction& tx) {
        tx.run("UPDATE office SET set_up_ended_at = ?1", tx.now());
        tx.audit("test", "office", std::nullopt, "{}");
    });
    BOOST_TEST(test::code_of(try_to_take(receipt)) == "sample.key");
}

BOOST_AUTO_TEST_SUITE_END()
