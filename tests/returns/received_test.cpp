// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/test_office.hpp"
#include "returns/month_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/receive.hpp"
#include "returns/signed_workbook.hpp"
#include "returns/status.hpp"
#include "spreadsheet/writer.hpp"
#include "storage/audit.hpp"
#include "storage/cancel_at.hpp"
#include "storage/who_may_all.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <map>

using namespace std::chrono_literals;
using returns::ReceivedId;

namespace {

// Two versions of Thma Koul's December, one of another district, and what a stranger makes of them.
struct Sent {
    test::MonthOffice thma_koul{"0202", 1};
    test::MonthOffice battambang{"0203", 2};
    std::filesystem::path v1 = thma_koul.folder / "v1.xlsx";
    std::filesystem::path v2 = thma_koul.folder / "v2.xlsx";
    std::filesystem::path other = thma_koul.folder / "other.xlsx";
    std::filesystem::path unsigned_list = thma_koul.folder / "list.xlsx";
    std::filesystem::path forged = thma_koul.folder / "forged.xlsx";

    Sent() {
        thma_koul.fill();
        thma_koul.build(v1);
        // The office as it was, with another key: what somebody with the same registers could sign.
        test::MonthOffice stranger("0202", 9);
        stranger.fill();
        stranger.change([&](storage::Transaction& tx) {
            office::add_signing_key(tx, office::SigningKey::make(stranger.random), {}, false);
        });
        stranger.build(forged);
        thma_koul.enrol(classes::ClassId{1}, thma_koul.add("ហ៊ុន ស្រីម៉ៅ", core::Sex::female), 2025y / 12 / 30);
        thma_koul.build(v2);
        battambang.fill_randomly(3);
        battambang.build(other);
        spreadsheet::WorkbookWriter writer(unsigned_list, {"List", "", thma_koul.clock.now()});
        writer.add_sheet("A").text(0, 0, "ថ្មគោល");
        writer.publish();
    }
};

Sent& sent() {
    static Sent made;
    return made;
}

struct Province : test::World {
    explicit Province(std::string_view area_code = "02")
        : database(test::new_office(environment, area_code)) {
        clock.set(2026y / 1 / 6);
    }
    storage::Database database;
    core::NoProgress progress;

    std::vector<returns::Receipt> receive(const std::vector<std::filesystem::path>& files) {
        auto receipts = returns::receive(database, test::who_may_all("province"), files, progress);
        if (!receipts) throw std::logic_error(receipts.error().code);
        return std::move(*receipts);
    }
    // "verified first" of one file.
    std::string come(const std::filesystem::path& file) {
        const auto receipt = receive({file}).at(0);
        return std::string{to_text(receipt.verdict)} + ' ' +
               (receipt.order ? std::string{to_text(*receipt.order)} : "-");
    }
    std::string accept(ReceivedId id) {
        storage::Transaction tx(database, test::who_may_all("province"));
        const auto done = returns::accept(tx, id);
        if (done) tx.commit();
        return done ? "done" : done.error().code;
    }
    std::string reject(ReceivedId id, const std::string& reason) {
        storage::Transaction tx(database, test::who_may_all("province"));
        const auto done = returns::reject(tx, id, reason);
        if (done) tx.commit();
        return done ? "done" : done.error().code;
    }
    std::string state(std::int64_t id) const {
        return std::string{to_text(returns::find_received(database, ReceivedId{id}).value().state)};
    }
    // What a province knows, without the order in which it came to know it.
    std::vector<std::string> knowledge() const {
        std::vector<std::string> lines;
        for (const returns::ReceivedReturn& one : returns::list_received(database))
            lines.push_back(office::to_text(one.digest) + ' ' + std::string{to_text(one.verdict)} + ' ' +
                            one.office + ' ' + one.period + ' ' + std::to_string(one.version) + ' ' +
                            std::string{to_text(one.state)});
        for (const char* office : {"0202", "0203"}) {
            const auto key = office::pinned_key(database, office);
            lines.push_back(key ? office::to_text(*key) : "none");
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    std::size_t audit_rows() const { return storage::audit_entries(database, 10'000).size(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(received, Province)

BOOST_AUTO_TEST_CASE(versions_come_first_next_again_and_late) {
    BOOST_TEST(come(sent().v1) == "verified first");
    BOOST_TEST(come(sent().v1) == "verified same");
    BOOST_TEST(come(sent().v2) == "verified next");
    BOOST_TEST(come(sent().v1) == "verified same");
    BOOST_TEST(come(sent().other) == "verified first");
}

BOOST_AUTO_TEST_CASE(a_version_that_was_skipped_is_a_gap_and_the_earlier_one_comes_late) {
    BOOST_TEST(come(sent().v2) == "verified gap");
    BOOST_TEST(come(sent().v1) == "verified older");
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_changes_nothing) {
    receive({sent().v1, sent().unsigned_list});
    const auto known = knowledge();
    const std::size_t rows = audit_rows();
    const auto again = receive({sent().unsigned_list, sent().v1});
    BOOST_TEST(knowledge() == known);
    BOOST_TEST(audit_rows() == rows);
    BOOST_TEST((again[0].id == ReceivedId{2}));
    BOOST_TEST((again[1].id == ReceivedId{1}));
}

BOOST_AUTO_TEST_CASE(every_order_of_arrival_gives_the_same_state) {
    std::vector<std::filesystem::path> files = {sent().v1, sent().v2, sent().other, sent().unsigned_list};
    std::sort(files.begin(), files.end());
    std::vector<std::string> first;
    do {
        Province one;
        for (const auto& file : files)
            one.receive({file});
        Province together;
        together.receive(files);
        if (first.empty()) first = one.knowledge();
        BOOST_TEST(one.knowledge() == first);
        BOOST_TEST(together.knowledge() == first);
    } while (std::next_permutation(files.begin(), files.end()));
    BOOST_TEST(first.size() == 6U);
}

BOOST_AUTO_TEST_CASE(the_first_key_is_pinned_and_a_later_other_one_is_wrong) {
    BOOST_TEST(!receive({sent().v1}).at(0).signer_known);
    BOOST_TEST(come(sent().forged) == "wrong-key older");
    BOOST_TEST(accept(ReceivedId{2}) == "return.not-acceptable");
    BOOST_TEST(receive({sent().v2}).at(0).signer_known);
    BOOST_TEST(to_text(returns::check_return(database, sent().forged, progress)->file.verdict) ==
               "wrong-key");
    BOOST_TEST(returns::check_return(database, sent().v2, progress)->signer_known);
}

BOOST_AUTO_TEST_CASE(a_forged_copy_of_one_call_does_not_pass_beside_the_true_one) {
    const auto receipts = receive({sent().v1, sent().forged});
    BOOST_TEST(to_text(receipts[0].verdict) == "verified");
    BOOST_TEST(to_text(receipts[1].verdict) == "wrong-key");
}

BOOST_AUTO_TEST_CASE(an_office_that_is_not_under_us_is_refused_and_nothing_is_kept) {
    Province elsewhere("03");
    const std::vector<std::filesystem::path> files = {sent().unsigned_list, sent().v1};
    const auto receipts =
        returns::receive(elsewhere.database, test::who_may_all("province"), files, progress);
    BOOST_REQUIRE(!receipts.has_value());
    BOOST_TEST(receipts.error().code == "return.not-ours");
    BOOST_TEST(receipts.error().place.file == "v1.xlsx");
    BOOST_TEST(returns::list_received(elsewhere.database).empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_workbook_is_refused_by_name) {
    const auto path = sent().thma_koul.folder / "note.xlsx";
    std::ofstream(path) << "dear province";
    const std::vector<std::filesystem::path> files = {sent().v1, path};
    const auto receipts = returns::receive(database, test::who_may_all("province"), files, progress);
    BOOST_REQUIRE(!receipts.has_value());
    BOOST_TEST(receipts.error().place.file.find("note.xlsx") != std::string::npos);
    BOOST_TEST(returns::list_received(database).empty());
}

BOOST_AUTO_TEST_CASE(one_version_counts_and_a_later_one_takes_its_place) {
    receive({sent().v1, sent().v2});
    BOOST_TEST(accept(ReceivedId{1}) == "done");
    BOOST_TEST(accept(ReceivedId{1}) == "done");
    BOOST_TEST(state(1) == "accepted");
    BOOST_TEST(accept(ReceivedId{2}) == "done");
    BOOST_TEST(state(1) == "replaced");
    BOOST_TEST(state(2) == "accepted");
    BOOST_TEST(accept(ReceivedId{1}) == "return.older");
    BOOST_TEST(reject(ReceivedId{2}, "") == "return.no-reason");
    BOOST_TEST(reject(ReceivedId{2}, "ខ្វះថ្នាក់មួយ") == "done");
    BOOST_TEST(accept(ReceivedId{1}) == "done");
    BOOST_TEST(accept(ReceivedId{7}) == "return.unknown");
}

BOOST_AUTO_TEST_CASE(what_nobody_signed_is_kept_and_never_accepted) {
    BOOST_TEST(come(sent().unsigned_list) == "unsigned -");
    BOOST_TEST(accept(ReceivedId{1}) == "return.not-acceptable");
    BOOST_TEST(come(sent().unsigned_list) == "unsigned same");
}

BOOST_AUTO_TEST_CASE(a_samples_key_is_never_pinned_and_past_set_up_nothing_of_it_is_accepted) {
    test::MonthOffice sample("0202", 4);
    sample.fill();
    sample.change([](storage::Transaction& tx) {
        tx.run("UPDATE office SET sample = 1");
        tx.audit("test", "office", std::nullopt, "{}");
    });
    const auto path = sample.folder / "sample.xlsx";
    sample.build(path);
    const auto receipt = receive({path}).at(0);
    BOOST_TEST(to_text(receipt.verdict) == "verified");
    BOOST_TEST(!receipt.signer_known);
    BOOST_TEST(receipt.findings.back().finding.what.code == "sample.key");
    BOOST_TEST(!office::pinned_key(database, "0202").has_value());
    BOOST_TEST(accept(receipt.id) == "done");
    const auto made =
        returns::consolidate(database, {}, {.period = returns::ReturnPeriod{test::december}, .out = path}, {},
                             progress)
            .value();
    BOOST_TEST(returns::check_file(path).value().canonical->head.sample);

    Province past_set_up;
    {
        storage::Transaction tx(past_set_up.database, {});
        tx.run("UPDATE office SET set_up_ended_at = ?1", tx.now());
        tx.audit("test", "office", std::nullopt, "{}");
        tx.commit();
    }
    sample.build(path);
    past_set_up.receive({path});
    BOOST_TEST(past_set_up.accept(ReceivedId{1}) == "sample.key");
}

BOOST_AUTO_TEST_CASE(a_damaged_seal_is_kept_as_such) {
    // Everything but the signature, as a program that empties hidden sheets might leave it.
    const auto path = sent().thma_koul.folder / "seal.xlsx";
    spreadsheet::WorkbookWriter writer(path, {"Return", "", clock.now()});
    writer.add_sheet("A").text(0, 0, "cover");
    writer.add_sheet(returns::signature_sheet).text(0, 0, returns::canonical_first_line);
    writer.publish();
    BOOST_TEST(come(path) == "damaged -");
    BOOST_TEST(accept(ReceivedId{1}) == "return.not-acceptable");
}

BOOST_AUTO_TEST_CASE(an_edited_copy_is_kept_with_its_cells_and_does_not_hide_the_true_one) {
    // The signed text is the true one; a cell beside it is not.
    const auto path = sent().thma_koul.folder / "edited.xlsx";
    returns::ReturnHead head;
    head.office = "0202";
    head.period = "2025-12";
    returns::SignedWorkbook workbook(path, head, {"", "", clock.now()});
    const std::vector<std::string> columns = {"all.total"};
    auto& sheet = workbook.add_sheet("figures", "តួលេខ", columns);
    sheet.row("learners");
    sheet.number(0, 40);
    sheet.looks().number(1, 1, std::int64_t{41}, spreadsheet::Style::count);
    workbook.finish(office::SigningKey::make(random));
    workbook.publish();
    const auto receipt = receive({path}).at(0);
    BOOST_TEST(to_text(receipt.verdict) == "edited");
    const auto cells = returns::edited_cells(database, receipt.id);
    BOOST_REQUIRE(cells.size() == 1U);
    BOOST_TEST(cells[0].sheet == "តួលេខ");
    BOOST_TEST(cells[0].cell == "B2");
    BOOST_TEST(cells[0].was == "40");
    BOOST_TEST(cells[0].is == "41");
    BOOST_TEST(!office::pinned_key(database, "0202").has_value());
    BOOST_TEST(come(sent().v1) == "verified first");
}

BOOST_AUTO_TEST_CASE(the_board_says_who_sent_and_who_did_not) {
    receive({sent().v1, sent().v2, sent().unsigned_list});
    accept(ReceivedId{1});
    const auto status = returns::load_status(database);
    BOOST_REQUIRE(status.periods.size() == 1U); // December 2025 is the month before too
    BOOST_TEST(status.periods[0].offices.size() == 14U);
    BOOST_TEST(status.received.size() == 3U);
    for (const returns::OfficeStatus& one : status.periods[0].offices) {
        BOOST_TEST(one.newest.has_value() == (one.code == "0202"), one.code);
        if (one.code != "0202") continue;
        BOOST_TEST(one.newest->version == 2);
        BOOST_TEST(one.accepted->version == 1);
    }
}

BOOST_AUTO_TEST_CASE(a_second_history_of_an_office_is_named) {
    // The office's file was copied before it built its second version, and both copies worked on.
    test::MonthOffice twin("0202", 1);
    twin.fill();
    const auto path = twin.folder / "twin.xlsx";
    twin.build(path);
    twin.enrol(classes::ClassId{2}, twin.add("ចិន្តា", core::Sex::female), 2025y / 12 / 30);
    twin.build(path);
    receive({sent().v1, sent().v2});
    const auto receipt = receive({path}).at(0);
    BOOST_TEST(to_text(receipt.verdict) == "verified");
    BOOST_TEST(std::any_of(receipt.findings.begin(), receipt.findings.end(),
                           [](const auto& placed) { return placed.finding.what.code == "office.forked"; }));
    const auto honest = returns::check_return(database, sent().v2, progress);
    BOOST_TEST(std::any_of(honest->findings.begin(), honest->findings.end(),
                           [](const auto& placed) { return placed.finding.what.code == "office.forked"; }));
}

BOOST_AUTO_TEST_CASE(wherever_receiving_is_cancelled_no_return_is_taken_in) {
    const auto before = storage::audit_head(database);
    const std::vector<std::filesystem::path> files = {sent().v1, sent().other, sent().unsigned_list};
    const int times = test::cancel_everywhere(
        [&](core::Progress& cancelled) {
            return returns::receive(database, test::who_may_all("province"), files, cancelled).has_value();
        },
        [&] {
            BOOST_TEST(returns::list_received(database).empty());
            BOOST_TEST(!office::pinned_key(database, "0202").has_value());
            BOOST_TEST((storage::audit_head(database) == before));
        });
    BOOST_TEST(times > 4); // before, within and after each file
    BOOST_TEST(returns::list_received(database).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
