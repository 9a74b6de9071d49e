// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff/educator.hpp"

#include "core/phone.hpp"
#include "core/tidy.hpp"
#include "core/words.hpp"

namespace staff {
namespace {

constexpr core::Words<Contract, 4> contracts{{"state", "contract", "community", "volunteer"}};

} // namespace

std::string_view to_text(Contract contract) {
    return contracts.text(contract);
}

std::optional<Contract> contract_from_text(std::string_view text) {
    return contracts.value(text);
}

Educator tidied(Educator educator) {
    educator.name_km = core::tidy(educator.name_km);
    educator.name = core::tidy(educator.name);
    educator.phone = core::kept_phone(educator.phone);
    return educator;
}

std::vector<core::Error> faults(const Educator& educator) {
    std::vector<core::Error> found;
    if (educator.name_km.empty())
        found.push_back(core::Error{"educator.name-missing"}.with("field", "name_km"));
    if (!educator.sex) found.push_back(core::Error{"sex.missing"}.with("field", "sex"));
    if (educator.first_day && educator.last_day && *educator.last_day < *educator.first_day)
        found.push_back(core::Error{"educator.days-reversed"}
                            .with("field", "last_day")
                            .with("first", core::to_iso(*educator.first_day))
                            .with("last", core::to_iso(*educator.last_day)));
    if (auto fault = core::phone_fault(educator.phone)) found.push_back(fault->with("field", "phone"));
    return found;
}

} // namespace staff
