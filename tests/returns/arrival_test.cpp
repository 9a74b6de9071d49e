// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever order the districts' versions reach the province in, it ends up knowing the same.
#include "office/known_keys.hpp"
#include "returns/province_office.hpp"
#include "returns/status.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

namespace {

// Three versions of December from each of two districts.
struct Sent {
    test::MonthOffice thma_koul{"0202", 1};
    test::MonthOffice battambang{"0203", 2};
    std::vector<std::filesystem::path> files;

    Sent() {
        send(thma_koul, "a");
        send(battambang, "b");
    }

  private:
    void send(test::MonthOffice& district, const std::string& name) {
        const auto in = district.open_class("អក្ខរកម្ម");
        for (const int version : {1, 2, 3}) {
            district.enrol(in, district.add("អ្នកសិក្សា " + std::to_string(version), core::Sex::female));
            files.push_back(thma_koul.folder / (name + std::to_string(version) + ".xlsx"));
            if (district.build(files.back()).built->version != version)
                throw std::logic_error("no new version");
        }
    }
};

Sent& sent() {
    static Sent made;
    return made;
}

// The file that came, and then everything that can be accepted is.
void come(test::ProvinceOffice& province, const std::filesystem::path& file) {
    province.accept(province.receive(file));
}

// All that the province knows, without the order in which it came to know it.
std::vector<std::string> knowledge(const test::ProvinceOffice& province) {
    std::vector<std::string> lines;
    for (const returns::ReceivedReturn& one : returns::list_received(province.database))
        lines.push_back(one.office + ' ' + one.period + ' ' + std::to_string(one.version) + ' ' +
                        std::string{to_text(one.verdict)} + ' ' + std::string{to_text(one.state)} + ' ' +
                        office::to_text(one.digest));
    for (const auto& key : office::pinned_keys(province.database))
        lines.push_back(key.office + ' ' + office::to_text(key.key));
    for (const returns::PeriodStatus& period : returns::load_status(province.database).periods)
        for (const returns::OfficeStatus& one : period.offices)
            if (one.newest)
                lines.push_back("board " + one.code + ' ' + std::string{to_text(one.standing)} + ' ' +
                                std::to_string(one.newest->version) + ' ' +
                                (one.accepted ? std::to_string(one.accepted->version) : "-") + ' ' +
                                std::to_string(one.missing_versions.size()));
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

BOOST_AUTO_TEST_SUITE(arrival)

BOOST_AUTO_TEST_CASE(every_order_of_three_versions_of_two_offices_with_repeats_gives_the_same_state) {
    auto files = sent().files;
    std::sort(files.begin(), files.end());
    std::vector<std::string> expected;
    core::SeededRandom dice{4};
    int orders = 0;
    // Every fifth by day, which begins with each of the six files and ends with each; all of them in the
    // soak.
    const int stride = 720 / test::rounds(144, 720);
    do {
        if (orders++ % stride != 0) continue;
        test::ProvinceOffice province;
        for (std::size_t at = 0; at < files.size(); ++at) {
            come(province, files[at]);
            // One that is here already comes once more, now and then.
            if (dice.below(3) == 0) come(province, files[dice.below(at + 1)]);
        }
        if (expected.empty()) expected = knowledge(province);
        BOOST_TEST(knowledge(province) == expected, boost::test_tools::per_element());
    } while (std::next_permutation(files.begin(), files.end()));
    BOOST_TEST(orders == 720);
    // The third versions count, the others were replaced, and none is missing.
    BOOST_TEST(std::count_if(expected.begin(), expected.end(), [](const std::string& line) {
                   return line.starts_with("board ") && line.ends_with(" accepted 3 3 0");
               }) == 2);
    BOOST_TEST(std::count_if(expected.begin(), expected.end(), [](const std::string& line) {
                   return line.find(" verified replaced ") != std::string::npos;
               }) == 4);
}

BOOST_AUTO_TEST_CASE(an_older_version_never_takes_the_place_of_a_newer_one) {
    test::ProvinceOffice province;
    const auto& files = sent().files;
    come(province, files[2]);
    const auto first = province.receive(files[0]);
    BOOST_TEST(province.accept(first) == "return.older");
    BOOST_TEST(to_text(returns::find_received(province.database, first)->state) == "replaced");
    // Only when the newer one is sent back may the older count.
    BOOST_TEST(province.reject(returns::ReceivedId{1}, "លើស") == "");
    BOOST_TEST(province.accept(first) == "");
}

BOOST_AUTO_TEST_CASE(a_version_that_waits_is_replaced_when_a_later_one_is_accepted) {
    test::ProvinceOffice province;
    const auto first = province.receive(sent().files[0]);
    const auto second = province.receive(sent().files[1]);
    BOOST_TEST(province.accept(second) == "");
    BOOST_TEST(to_text(returns::find_received(province.database, first)->state) == "replaced");
}

BOOST_AUTO_TEST_SUITE_END()
