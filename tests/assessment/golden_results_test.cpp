// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped formula against tables worked by hand: tests/assessment/golden says what its lines mean.
#include "assessment/results.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using assessment::Absences;
using assessment::Result;
using assessment::Scores;
using programmes::Pack;

namespace {

const std::filesystem::path folder = test::samples().parent_path() / "assessment" / "golden";

std::vector<std::string> split(const std::string& text, char apart) {
    std::vector<std::string> parts;
    std::string part;
    std::istringstream in(text);
    while (std::getline(in, part, apart))
        parts.push_back(part);
    if (text.ends_with(apart)) parts.emplace_back();
    return parts;
}

std::int64_t hundredths(const std::string& text) {
    const auto read = core::read_hundredths(text);
    BOOST_REQUIRE_MESSAGE(read.has_value(), text);
    return *read;
}

const Pack& shipped(const std::string& programme) {
    const auto& all = programmes::shipped_packs();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Pack& pack) { return pack.programme == programme; });
    BOOST_REQUIRE_MESSAGE(found != all.end(), programme);
    return *found;
}

void set(Pack& pack, const std::string& key, const std::string& value) {
    auto& averaging = pack.averaging;
    if (key == "cut" && !pack.absence_penalty) pack.absence_penalty.emplace();
    if (key == "rounding")
        averaging.rounding =
            value == "truncate" ? programmes::Rounding::truncate : programmes::Rounding::half_up;
    else if (key == "decimals")
        averaging.decimals = std::stoi(value);
    else if (key == "ranking")
        averaging.ranking =
            value == "distinct" ? programmes::Ranking::distinct : programmes::Ranking::ties_share;
    else if (key == "parts")
        averaging.parts = value == "printed" ? programmes::Parts::printed : programmes::Parts::exact;
    else if (key == "weights")
        for (const std::string& weight : split(value, ' '))
            pack.periods.back().weights.push_back(hundredths(weight));
    else if (key == "retest")
        pack.retest.value().effect =
            value == "replaces" ? programmes::Retest::Effect::replaces : programmes::Retest::Effect::passes;
    else if (key == "cut")
        pack.absence_penalty->cut = hundredths(value);
    else if (key == "free-days")
        pack.absence_penalty.value().free_days = std::stoi(value);
    else if (key == "counts")
        pack.absence_penalty.value().with_leave_too = value == "all";
    else
        BOOST_FAIL("unknown setting " << key);
}

// A class under one set of rules, its learners in the order in which they are first named.
struct Table {
    Pack pack;
    std::vector<std::string> learners;
    std::vector<Scores> scores;
    std::vector<Absences> absences;
    struct Expectation {
        int line;
        std::vector<std::string> fields;
    };
    std::vector<Expectation> expected;

    std::size_t place_of(const std::string& learner) {
        const auto found = std::find(learners.begin(), learners.end(), learner);
        if (found != learners.end()) return static_cast<std::size_t>(found - learners.begin());
        learners.push_back(learner);
        scores.emplace_back();
        absences.emplace_back();
        return learners.size() - 1;
    }

    void mark(const std::vector<std::string>& fields) {
        const std::size_t place = place_of(fields.at(1));
        const bool all = fields.at(3).starts_with("all ");
        BOOST_REQUIRE_EQUAL(all ? pack.subjects.size() : fields.size() - 3, pack.subjects.size());
        for (const std::string& period : split(fields.at(2), ' ')) {
            BOOST_REQUIRE_MESSAGE(programmes::find_period(pack, period) != nullptr, period);
            for (std::size_t at = 0; at < pack.subjects.size(); ++at) {
                const auto score = assessment::read_score(all ? fields[3].substr(4) : fields[3 + at],
                                                          pack.subjects[at].maximum);
                BOOST_REQUIRE(score.has_value());
                if (*score) scores[place][{period, pack.subjects[at].key}] = **score;
            }
        }
    }

    void check() {
        std::map<std::string, std::vector<Result>> results;
        for (const Expectation& one : expected)
            BOOST_TEST_CONTEXT("line " << one.line) {
                const std::string& period = one.fields.at(2);
                if (!results.contains(period))
                    results[period] = assessment::results_of(pack, period, scores, absences);
                const Result& result = results[period][place_of(one.fields.at(1))];
                const auto text = [](std::string value) { return value.empty() ? "-" : value; };
                BOOST_TEST(text(result.total ? core::format_hundredths(*result.total) : "") ==
                           one.fields.at(3));
                BOOST_TEST(text(result.average ? assessment::format_average(pack, *result.average) : "") ==
                           one.fields.at(4));
                BOOST_TEST(text(result.rank ? std::to_string(*result.rank) : "") == one.fields.at(5));
                BOOST_TEST(text(result.grade) == one.fields.at(6));
                BOOST_TEST(assessment::to_text(result.verdict) == one.fields.at(7));
                BOOST_TEST(text(std::string{assessment::to_text(result.standing)}) == one.fields.at(8));
            }
    }
};

std::vector<Table> read_tables(const std::filesystem::path& path) {
    std::vector<Table> tables;
    std::ifstream file(path);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line.starts_with('#')) continue;
        BOOST_TEST_CONTEXT(path.filename() << ", line " << number) {
            const auto fields = split(line, ',');
            if (fields[0] == "rules") {
                Pack pack = programmes::at_level(shipped(fields.at(1)), fields.at(2));
                for (std::size_t at = 3; at < fields.size(); ++at) {
                    const auto pair = split(fields[at], '=');
                    set(pack, pair.at(0), pair.at(1));
                }
                tables.push_back({std::move(pack), {}, {}, {}, {}});
            } else if (fields[0] == "marks") {
                tables.back().mark(fields);
            } else if (fields[0] == "absent") {
                const auto half_days = [&](std::size_t field) {
                    return static_cast<int>(hundredths(fields.at(field)) / 50);
                };
                tables.back().absences[tables.back().place_of(fields.at(1))] = {half_days(2), half_days(3)};
            } else {
                BOOST_REQUIRE_EQUAL(fields[0], "expect");
                tables.back().expected.push_back({number, fields});
            }
        }
    }
    return tables;
}

} // namespace

BOOST_AUTO_TEST_SUITE(golden_results)

BOOST_AUTO_TEST_CASE(every_line_worked_by_hand_comes_out) {
    std::size_t lines = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        BOOST_TEST_CONTEXT(entry.path().filename()) {
            for (Table& table : read_tables(entry.path())) {
                BOOST_TEST(!table.expected.empty());
                lines += table.expected.size();
                table.check();
            }
        }
    BOOST_TEST(lines > 90U);
}

BOOST_AUTO_TEST_CASE(every_shipped_formula_has_a_table) {
    for (const Pack& pack : programmes::shipped_packs())
        if (pack.takes_marks())
            BOOST_TEST(std::filesystem::exists(folder / (pack.programme + ".csv")), pack.programme);
}

BOOST_AUTO_TEST_SUITE_END()
