// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/certificate_json.hpp"

#include "ctl/sentence.hpp"

namespace ctl {

Json reason_json(const core::Error& reason, Language language) {
    Json json = {{"code", reason.code}};
    for (const core::Fact& fact : reason.facts)
        json[fact.name] = fact.value;
    json["message"] = sentence_of(reason, language).message;
    return json;
}

Json units_json(const std::vector<certificates::AwardUnit>& units) {
    Json list = Json::array();
    for (const certificates::AwardUnit& one : units) {
        Json json = {{"unit", one.unit},
                     {"name_km", one.name.km},
                     {"way", units::to_text(one.way)},
                     {"earned_on", core::to_iso(one.earned_on)},
                     {"own_class", one.own_class}};
        if (one.office) json["office"] = one.office->code;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace ctl
