// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/look_alikes.hpp"

#include "core/fold.hpp"
#include "imports/learner_row.hpp"
#include "imports/likeness.hpp"
#include "learners/learner_list.hpp"

#include <wx/translation.h>

namespace app {

namespace {

imports::Person person_of(const learners::LearnerRow& row) {
    return {row.folded_km,
            row.folded,
            row.sex == core::Sex::female ? 'f' : 'm',
            row.born,
            row.village_code ? *row.village_code : core::fold_name(row.village_text.value_or("")),
            row.phone.value_or("")};
}

wxString because(const imports::Person& typed, const imports::Person& known) {
    if (typed.born && typed.born == known.born) return _("The same name, sex and birth date.");
    if (typed.born && known.born) return _("The same name and sex, and the birth date may agree.");
    if (!typed.phone.empty() && typed.phone == known.phone) return _("The same name, sex and phone.");
    return _("The same name, sex and village.");
}

} // namespace

std::vector<learners::LookAlike> look_alikes(const storage::Database& database,
                                             const learners::Learner& typed) {
    const imports::Person person = imports::person_of(typed);
    std::vector<learners::LookAlike> found;
    for (const learners::LearnerRow& row :
         learners::candidates(database, person.folded_km, person.folded, ""))
        if (const imports::Person known = person_of(row);
            imports::likeness(person, known) != imports::Likeness::different)
            found.push_back({row.id, because(person, known)});
    return found;
}

} // namespace app
