// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/decision_store.hpp"
#include "returns/province_office.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;
using returns::ReceivedId;
using returns::ValueKey;

namespace {

struct Sent {
    test::MonthOffice district{"0202", 1};
    std::filesystem::path file = district.folder / "v1.xlsx";
    Sent() {
        district.fill();
        district.build(file);
    }
};

Sent& sent() {
    static Sent made;
    return made;
}

const ValueKey all_learners{"figures", "learners", "all.total"};

struct Decided : test::ProvinceOffice {
    ReceivedId id = receive(sent().file);

    std::string remark(const ValueKey& about, const std::string& text) {
        return test::code_of(
            change([&](storage::Transaction& tx) { return returns::remark_on(tx, id, about, text); }));
    }
    core::Expected<returns::TypedRemark> read(const std::string& typed) const {
        return returns::read_remark(database, id, typed);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(decision_store, Decided)

BOOST_AUTO_TEST_CASE(a_remark_waits_for_the_decision_and_goes_with_it) {
    BOOST_TEST(remark(all_learners, "ច្រើនពេក") == "");
    BOOST_TEST(last_audit().verb == "return.remark");
    BOOST_TEST(remark(all_learners, "ច្រើនជាងខែមុន") == ""); // in its place
    BOOST_REQUIRE(returns::waiting_remarks(database, id).size() == 1U);
    BOOST_TEST(reject(id, "សូមពិនិត្យ") == "");
    BOOST_TEST(returns::waiting_remarks(database, id).empty());
    const auto decision = returns::last_decision(database, id).value();
    BOOST_REQUIRE(decision.remarks.size() == 1U);
    BOOST_TEST(decision.remarks[0].text == "ច្រើនជាងខែមុន");
    BOOST_TEST(decision.reason == "សូមពិនិត្យ");
    BOOST_TEST(decision.number == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_remark_takes_it_away) {
    remark(all_learners, "ច្រើនពេក");
    BOOST_TEST(remark(all_learners, " ") == "");
    BOOST_TEST(returns::waiting_remarks(database, id).empty());
}

BOOST_AUTO_TEST_CASE(a_remark_stands_on_what_the_return_has) {
    BOOST_TEST(remark({"figures", "learners", ""}, "ជួរនេះ") == ""); // a whole row
    BOOST_TEST(remark({"figures", "elephants", "all.total"}, "ដំរី") == "remark.no-place");
    BOOST_TEST(remark({"", "", ""}, "ទទេ") == "remark.no-place");
    BOOST_TEST(remark(all_learners, std::string(1001, 'x')) == "written.too-long");
    BOOST_TEST(test::code_of(change([](storage::Transaction& tx) {
                   return returns::remark_on(tx, ReceivedId{9}, all_learners, "x");
               })) == "return.unknown");
}

BOOST_AUTO_TEST_CASE(a_cell_is_named_as_the_workbook_shows_it) {
    const auto checked = returns::check_file(sent().file).value();
    const auto place = checked.place_of(all_learners);
    const auto typed = read(place.sheet + "!" + place.cell + "=ច្រើន=ពេក");
    BOOST_REQUIRE(typed.has_value());
    BOOST_TEST((typed->about == all_learners));
    BOOST_TEST(typed->text == "ច្រើន=ពេក");
    BOOST_TEST((read("figures!" + place.cell + "=x")->about == all_learners));
    BOOST_TEST((read("figures!learners/all.total=x")->about == all_learners));
    BOOST_TEST((read("figures!learners=x")->about == ValueKey{"figures", "learners", ""}));
    BOOST_TEST(test::code_of(read("figures D12 x")) == "remark.unreadable");
    BOOST_TEST(test::code_of(read("figures!D12")) == "remark.unreadable");
    BOOST_TEST(test::code_of(read("figures!D12=")) == "remark.unreadable");
}

BOOST_AUTO_TEST_CASE(where_keys_stood_is_kept_and_reads_back) {
    const auto checked = returns::check_file(sent().file).value();
    const auto places = returns::places_of(database, id);
    BOOST_TEST(!places.none());
    for (const auto& [key, value] : checked.canonical->values) {
        const auto parts = returns::split_key(key);
        BOOST_TEST((places.place_of(parts) == checked.place_of(parts)));
    }
    BOOST_TEST(returns::CellPlaces::unpacked("no places at all").none());
    BOOST_TEST(returns::CellPlaces::unpacked("").none());
}

BOOST_AUTO_TEST_CASE(decisions_on_a_period_are_counted) {
    BOOST_TEST(!returns::last_decision(database, id).has_value());
    accept(id);
    reject(id, "ខ្វះ");
    BOOST_TEST(accept(id) == "");
    BOOST_TEST(returns::last_decision(database, id)->number == 3);
    BOOST_TEST(accept(id) == ""); // already: no other decision
    BOOST_TEST(returns::last_decision(database, id)->number == 3);
}

BOOST_AUTO_TEST_SUITE_END()
