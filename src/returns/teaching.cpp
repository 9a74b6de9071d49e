// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/teaching.hpp"

#include "institutions/institution_store.hpp"
#include "staff/educator_store.hpp"

#include <map>

namespace returns {

void add_teaching(const storage::Database& database, const std::vector<RunningClass>& running,
                  Gathered& into) {
    std::map<staff::EducatorId, std::vector<std::uint32_t>> taught;
    for (std::uint32_t at = 0; at < running.size(); ++at)
        for (const staff::EducatorId educator : running[at].taught.educators)
            taught[educator].push_back(at);
    for (const staff::Educator& one : staff::list_educators(database)) {
        const auto found = taught.find(one.id);
        if (found == taught.end() || !one.sex) continue;
        into.facts.educators.push_back({*one.sex, one.contract, found->second});
        EducatorLine& line = into.content.educators.emplace_back();
        line.uid = one.uid;
        line.name = one.name_km;
        line.name_latin = one.name;
        line.sex = *one.sex;
        line.contract = one.contract;
        if (one.institution) {
            const auto institution = institutions::load_institution(database, *one.institution);
            line.institution = institution.name_km;
        }
        for (const std::uint32_t at : found->second)
            line.classes += (line.classes.empty() ? "" : ", ") + running[at].name();
    }
}

} // namespace returns
