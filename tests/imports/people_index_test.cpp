// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/known_people.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using imports::Likeness;
using imports::PeopleIndex;
using imports::Person;

namespace {

// Few names, places and dates, so that people are often alike.
class People {
  public:
    explicit People(unsigned seed)
        : m_random(seed) {}

    Person one() {
        Person person;
        person.folded_km = one_of({"", "សុខធារី", "ចាន់ដារា"});
        person.folded = one_of({"", "soktheary", "chandara"});
        if (person.folded_km.empty() && person.folded.empty()) person.folded_km = "កែវមុំ";
        person.sex = m_random() % 4 == 0 ? 'm' : 'f';
        person.born = core::partial_date_from_text(one_of(
            {"", "", "1990-03-07", "1990-07-03", "1990-03-08", "1990-03", "1990", "~1990", "1991-03-07"}));
        person.village = one_of({"", "02020704", "02020102"});
        person.phone = one_of({"", "", "012345678"});
        return person;
    }

  private:
    std::string one_of(std::initializer_list<std::string> choices) {
        return *(choices.begin() + static_cast<std::ptrdiff_t>(m_random() % choices.size()));
    }
    std::minstd_rand m_random;
};

std::vector<PeopleIndex::Place> least_two(std::vector<PeopleIndex::Place> places) {
    places.resize(std::min<std::size_t>(places.size(), 2));
    return places;
}

// Everyone compared with everyone, as the index must not need to.
std::vector<PeopleIndex::Place> those(const std::vector<Person>& people, const Person& asked,
                                      bool (*are)(const Person&, const Person&)) {
    std::vector<PeopleIndex::Place> found;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (are(asked, people[i])) found.push_back(static_cast<PeopleIndex::Place>(i));
    return found;
}

std::vector<PeopleIndex::Place> listed(const std::optional<PeopleIndex::Place>& place) {
    return place ? std::vector{*place} : std::vector<PeopleIndex::Place>{};
}

} // namespace

BOOST_AUTO_TEST_SUITE(people_index)

BOOST_AUTO_TEST_CASE(the_index_says_what_comparing_everyone_would_say) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        People random(seed);
        std::vector<Person> people;
        PeopleIndex index;
        for (int i = 0; i < 12; ++i) {
            people.push_back(random.one());
            index.add(people.back(), i);
        }
        const Person asked = random.one();
        const auto same = those(people, asked, [](const Person& a, const Person& b) {
            return imports::likeness(a, b) == Likeness::same;
        });
        auto one_script = those(people, asked, [](const Person& a, const Person& b) {
            return imports::likeness(a, b) == Likeness::same && a.folded_km.empty() == b.folded_km.empty();
        });
        auto alike = those(people, asked, [](const Person& a, const Person& b) {
            return imports::likeness(a, b) != Likeness::different;
        });
        const auto without_birth = those(people, asked, [](const Person& a, const Person& b) {
            return imports::likeness(a, b) == Likeness::look_alike && !a.born && !b.born &&
                   !a.village.empty() && a.village == b.village && a.phone == b.phone;
        });
        auto indistinguishable = those(people, asked, [](const Person& a, const Person& b) {
            return a.folded_km == b.folded_km && a.folded == b.folded && a.sex == b.sex && a.born == b.born &&
                   a.village == b.village && a.phone == b.phone;
        });
        for (auto* first_alone : {&one_script, &alike, &indistinguishable})
            first_alone->resize(std::min<std::size_t>(first_alone->size(), 1));
        BOOST_TEST_CONTEXT("seed " << seed) {
            BOOST_TEST(index.same(asked) == least_two(same), boost::test_tools::per_element());
            BOOST_TEST(listed(index.same_in_one_script(asked)) == one_script,
                       boost::test_tools::per_element());
            BOOST_TEST(listed(index.look_alike(asked)) == alike, boost::test_tools::per_element());
            BOOST_TEST(index.same_without_birth(asked) == least_two(without_birth),
                       boost::test_tools::per_element());
            BOOST_TEST(listed(index.indistinguishable(asked)) == indistinguishable,
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(thousands_of_one_latin_name_are_read_from_the_office_once) {
    std::vector<learners::LearnerRow> office(3000);
    for (std::size_t i = 0; i < office.size(); ++i) {
        office[i].id = learners::LearnerId{static_cast<std::int64_t>(i + 1)};
        office[i].folded_km = "ធារី" + std::to_string(i);
        office[i].folded = "soktheary";
    }
    std::size_t read = 0;
    imports::KnownPeople known([&](std::string_view folded_km, std::string_view folded) {
        std::vector<learners::LearnerRow> found;
        for (const learners::LearnerRow& row : office)
            if ((!folded_km.empty() && row.folded_km == folded_km) ||
                (!folded.empty() && row.folded == folded))
                found.push_back(row);
        read += found.size();
        return found;
    });
    for (const learners::LearnerRow& row : office)
        known.around(Person{row.folded_km, row.folded, 'f', {}, "", ""});
    // Each by its own Khmer name, and all of them by their common Latin one.
    BOOST_TEST(read == 2 * office.size());
}

BOOST_AUTO_TEST_SUITE_END()
