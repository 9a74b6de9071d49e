// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/institution.hpp"

#include "core/phone.hpp"
#include "core/tidy.hpp"
#include "core/words.hpp"

namespace institutions {
namespace {

constexpr core::Words<Kind, 3> kinds{{"school", "clc", "site"}};
constexpr core::Words<Site, 4> sites{{"factory", "pagoda", "prison", "other"}};

} // namespace

std::string_view to_text(Kind kind) {
    return kinds.text(kind);
}

std::optional<Kind> kind_from_text(std::string_view text) {
    return kinds.value(text);
}

std::string_view to_text(Site site) {
    return sites.text(site);
}

std::optional<Site> site_from_text(std::string_view text) {
    return sites.value(text);
}

Institution tidied(Institution institution) {
    institution.code = core::tidy_field(institution.code);
    institution.name_km = core::tidy(institution.name_km);
    institution.name = core::tidy(institution.name);
    institution.phone = core::kept_phone(institution.phone);
    return institution;
}

std::vector<core::Error> faults(const Institution& institution) {
    std::vector<core::Error> found;
    if (institution.name_km.empty())
        found.push_back(core::Error{"institution.name-missing"}.with("field", "name_km"));
    if (institution.site && institution.kind != Kind::site)
        found.push_back(core::Error{"institution.site-elsewhere"}.with("field", "site"));
    if (auto fault = core::phone_fault(institution.phone)) found.push_back(fault->with("field", "phone"));
    return found;
}

} // namespace institutions
