// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for look-alikes among many learners of few names, as districts have them.
//   bench_duplicates make LEARNERS OFFICE.srok    one in a hundred twice, with a year alone or a slip
//   bench_duplicates read OFFICE.srok             reads every row, as the search must
//   bench_duplicates find OFFICE.srok             finds the pairs
#include "identity/look_alikes.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace {

constexpr std::array family = {"សុខ", "ចាន់", "កែវ", "លី",   "ហេង", "ជា", "ម៉ៅ",  "យឹម", "ឈិន", "ហួត", "ទេព", "នួន",
                               "អ៊ុំ",  "ប៊ុន",  "ឡុង",  "សេង", "វ៉ាន់", "ឃុន", "ប៉ែន", "ណុប", "ទូច", "លឹម", "ង៉ែត", "ស៊ិន"};
constexpr std::array first = {"សុ",  "ច័ន្ទ", "ស្រី", "ពិ",  "វណ្ណ", "រត", "ធា", "ម៉ា",
                              "ដា", "ណា",  "បូ",  "គឹម", "រិទ្ធិ", "សីុ",  "លី"};
constexpr std::array second = {"ភា",  "ដារ៉ា", "មុំ",  "សិដ្ឋ", "ណា",  "រី",   "លីន", "វី",
                               "នាង", "រ៉ា",   "ហា", "ធី",   "ជាតិ", "រ៉ាត់", "ភ័ក្រ"};

template<std::size_t N>
std::string pick(const std::array<const char*, N>& some, core::Random& chance) {
    // The first of a list are the commonest.
    return some[chance.below(chance.below(N) + 1)];
}

std::string two_digits(std::uint64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

learners::Learner learner(core::Random& chance, const std::vector<std::string>& villages) {
    learners::Learner one;
    one.name_km = pick(family, chance) + " " + pick(first, chance) + pick(second, chance);
    one.sex = chance.below(2) == 0 ? core::Sex::female : core::Sex::male;
    const auto year = std::to_string(1960 + chance.below(58));
    one.born =
        core::partial_date_from_text(chance.below(10) == 0 ? year
                                                           : year + "-" + two_digits(1 + chance.below(12)) +
                                                                 "-" + two_digits(1 + chance.below(28)));
    one.village_code = villages[chance.below(villages.size())];
    if (chance.below(10) < 6) one.phone = "0" + std::to_string(10000000 + chance.below(89999999));
    return one;
}

void make(std::int64_t count, const std::filesystem::path& file) {
    core::SystemClock clock;
    core::SeededRandom random{1};
    storage::Database database = office::create_office(file, {clock, random}, {.area_code = "0202"}).value();
    std::vector<std::string> villages;
    storage::Statement row = database.query("SELECT code FROM area WHERE code LIKE '0202____'");
    while (row.step())
        villages.push_back(row.get<std::string>(0));
    storage::Transaction tx(database, {});
    for (std::int64_t i = 0; i < count; ++i) {
        learners::Learner one = learner(random, villages);
        learners::register_in_bulk(tx, one).value();
        if (i % 100 != 0) continue;
        one.phone.reset();
        one.born->precision = core::Precision::year;
        one.born->day = one.born->day.year() / 1 / 1;
        learners::register_in_bulk(tx, one).value();
    }
    tx.audit("learner.register", "learner", std::nullopt, "{}");
    tx.commit();
}

void read(const storage::Database& database) {
    std::size_t bytes = 0;
    storage::Statement row = database.query("SELECT * FROM learner ORDER BY id");
    while (row.step())
        for (int column = 0; column < row.columns(); ++column)
            bytes += row.get<std::string_view>(column).size();
    std::printf("%zu bytes\n", bytes);
}

void find(const storage::Database& database) {
    core::NoProgress unseen;
    const identity::LookAlikes found = identity::find_look_alikes(database, unseen);
    std::printf("%zu pairs, %lld compared\n", found.pairs.size(), static_cast<long long>(found.compared));
}

} // namespace

int main(int count, char** arguments) {
    const std::string what = count > 1 ? arguments[1] : "";
    if (what == "make" && count == 4) {
        make(std::stoll(arguments[2]), arguments[3]);
        return 0;
    }
    if (count != 3 || (what != "read" && what != "find")) return 2;
    core::SystemClock clock;
    core::SystemRandom random;
    const auto database = storage::Database::open(arguments[2], storage::Access::read_only, {clock, random});
    what == "read" ? read(database) : find(database);
    return 0;
}
