// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/ui/role_words.hpp"

#include "institutions/institution_store.hpp"
#include "widgets/text.hpp"

namespace users {

wxString role_words(Role role) {
    switch (role) {
    // TRANSLATORS: the roles in which somebody works in an office.
    case Role::administrator:
        return _("Administrator");
    case Role::district_officer:
        return _("District officer");
    case Role::clerk:
        return _("Clerk");
    case Role::headteacher:
        return _("Headteacher");
    case Role::reader:
        return _("Reader");
    case Role::province_officer:
        return _("Provincial officer");
    }
    return {};
}

wxString grant_words(const office::Session& session, const Grant& grant) {
    if (!grant.institution) return role_words(grant.role);
    const auto institution = institutions::load_institution(session.database, *grant.institution);
    // TRANSLATORS: {1} a role, {2} the institution for which somebody has it.
    return widgets::fill(_("{1} of {2}"), {role_words(grant.role), office::shown_name(session, institution)});
}

wxString grants_words(const office::Session& session, const std::vector<Grant>& grants) {
    wxString words;
    for (const Grant& grant : grants)
        words += (words.empty() ? wxString() : wxString(", ")) + grant_words(session, grant);
    return words;
}

} // namespace users
