// SPDX-License-Identifier: GPL-3.0-or-later
// Whole offices of any content: what one builds a province receives as it is, and opens every figure to as
// many learner lines as it says. Thirty every day, a thousand with SROK_SOAK=1.
#include "office/test_office.hpp"
#include "returns/content_reader.hpp"
#include "returns/declared_store.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/month_office.hpp"
#include "returns/receive.hpp"
#include "returns/sent_learners.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using namespace std::chrono_literals;

namespace {

struct Offices : test::World {
    returns::ReturnPeriod period{test::december};

    // Up to four figures that no register gives.
    void declare_some(test::MonthOffice& office, const returns::Layout& layout, core::SeededRandom& dice) {
        storage::Transaction tx(office.database, {});
        for (std::uint64_t at = 0; at < dice.below(5); ++at) {
            const returns::Declarable& what = layout.declarable[dice.below(layout.declarable.size())];
            returns::DeclaredFigure one;
            one.figure = what.key;
            if (dice.below(2) == 0) one.institution = office.centre;
            one.total = static_cast<std::int64_t>(dice.below(1'000'000));
            if (what.unit == returns::Declarable::Unit::people)
                one.female = static_cast<std::int64_t>(dice.below(static_cast<std::uint64_t>(one.total) + 1));
            one.source = "បញ្ជី " + std::to_string(dice.below(100));
            one.source_day = core::Day{std::chrono::year{2025} / 12 /
                                       std::chrono::day{1 + static_cast<unsigned>(dice.below(31))}};
            one.declared_by = "លឹម សុភា";
            BOOST_REQUIRE(returns::declare(tx, period, layout, one).has_value());
        }
        tx.commit();
    }
    static bool same(const returns::DeclaredLine& a, const returns::DeclaredLine& b) {
        return a.key() == b.key() && a.total == b.total && a.female == b.female && a.unit == b.unit &&
               a.institution == b.institution && a.source == b.source && a.source_day == b.source_day &&
               a.declared_by == b.declared_by;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(whole_offices, Offices)

BOOST_AUTO_TEST_CASE(what_any_office_builds_a_province_receives_and_opens_as_it_is) {
    clock.set(2026y / 1 / 6);
    std::size_t opened = 0, declared = 0;
    const int all = test::rounds(30, 1000);
    for (int seed = 1; seed <= all; ++seed) {
        core::SeededRandom dice{static_cast<std::uint64_t>(seed)};
        test::MonthOffice office("0202", static_cast<std::uint64_t>(seed));
        office.fill_randomly(static_cast<std::uint64_t>(seed));
        const returns::Layout layout = returns::layout_for(office.database, period).value();
        declare_some(office, layout, dice);
        const std::vector<std::filesystem::path> files = {office.folder / "sent.xlsx"};
        office.build(files.front(), period);
        const auto known = returns::gather(office.database, period, layout, office.progress).content;

        storage::Database province = test::new_office(environment, "02");
        const auto taken = returns::receive(province, {}, files, office.progress);
        BOOST_REQUIRE_MESSAGE(taken.has_value() && to_text(taken->front().verdict) == "verified",
                              "seed " << seed);
        const auto id = taken->front().id;
        const auto said = returns::read_content(*returns::load_content(province, id), layout).value();
        BOOST_REQUIRE(said.sheets.size() == known.sheets.size());
        for (std::size_t at = 0; at < said.sheets.size(); ++at)
            BOOST_TEST((said.sheets[at].all == known.sheets[at].all), "seed " << seed);
        BOOST_REQUIRE(said.declared.size() == known.declared.size());
        for (const returns::DeclaredLine& line : known.declared)
            BOOST_TEST(std::any_of(said.declared.begin(), said.declared.end(),
                                   [&](const auto& one) { return same(one, line); }),
                       "seed " << seed << " " << line.key());
        declared += known.declared.size();

        for (const returns::Figure& figure : known.main()->figures) {
            const auto lines = returns::lines_behind(province, id, figure.key);
            if (!lines) continue;
            std::set<std::string> people;
            for (const returns::SentLine& one : *lines)
                people.insert(one.number);
            BOOST_TEST(people.size() == static_cast<std::size_t>(known.all().count(figure.key).total),
                       "seed " << seed << " " << figure.key);
            opened += people.size();
        }
    }
    // Or it would prove nothing.
    BOOST_TEST(opened > 5U * static_cast<std::size_t>(all));
    BOOST_TEST(declared > static_cast<std::size_t>(all) / 2);
}

BOOST_AUTO_TEST_SUITE_END()
