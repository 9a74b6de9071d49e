// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/known_people.hpp"

#include "core/fold.hpp"

namespace imports {
namespace {

Person person_of_row(const learners::LearnerRow& row) {
    return {row.folded_km,
            row.folded,
            row.sex == core::Sex::female ? 'f' : 'm',
            row.born,
            row.village_code ? *row.village_code : core::fold_name(row.village_text.value_or("")),
            row.phone.value_or("")};
}

} // namespace

void KnownPeople::read(std::string_view folded_km, std::string_view folded) {
    for (const learners::LearnerRow& row : m_find_named(folded_km, folded)) {
        const auto id = static_cast<std::int64_t>(row.id);
        if (m_added.insert(id).second) m_index.add(person_of_row(row), id);
    }
}

const PeopleIndex& KnownPeople::around(const Person& person) {
    if (!person.folded_km.empty() && m_read_km.insert(person.folded_km).second) read(person.folded_km, "");
    if (!person.folded.empty() && m_read.insert(person.folded).second) read("", person.folded);
    return m_index;
}

} // namespace imports
