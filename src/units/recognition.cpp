// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/recognition.hpp"

#include "core/name_keys.hpp"
#include "core/tidy.hpp"

#include <algorithm>

namespace units {
namespace {

core::Error fault(std::string code, std::string field) {
    return core::Error{std::move(code)}.with("field", std::move(field));
}

void check_units(const Recognition& recognition, const programmes::Pack& pack,
                 std::vector<core::Error>& found) {
    if (recognition.units.empty()) found.push_back(fault("recognition.no-unit", "units"));
    for (const std::string& key : recognition.units)
        if (programmes::find_unit(pack, key) == nullptr)
            found.push_back(fault("unit.unknown", "units").with("unit", key));
    const auto is_level = [&](const programmes::Level& level) { return level.key == recognition.level; };
    if (recognition.level.empty()) {
        if (pack.levels.size() > 1) found.push_back(fault("recognition.level-missing", "level"));
    } else if (std::none_of(pack.levels.begin(), pack.levels.end(), is_level)) {
        found.push_back(fault("class.level-unknown", "level").with("level", recognition.level));
    }
}

bool same_person(const Assessor& a, const Assessor& b) {
    if (a.educator && b.educator) return a.educator == b.educator;
    const auto key = [](const Assessor& one) {
        const core::NameKeys keys = core::name_keys(one.name, one.name);
        return keys.folded_km + "/" + keys.folded;
    };
    return key(a) == key(b);
}

void check_assessors(const std::vector<Assessor>& assessors, std::vector<core::Error>& found) {
    if (assessors.size() != 2)
        found.push_back(fault("recognition.assessors-missing", "assessors"));
    else if (same_person(assessors[0], assessors[1]))
        found.push_back(fault("recognition.assessor-twice", "assessors").with("name", assessors[0].name));
}

} // namespace

Recognition tidied(Recognition recognition, const programmes::Pack& pack) {
    for (std::string& piece : recognition.evidence)
        piece = core::tidy(piece);
    std::erase(recognition.evidence, "");
    for (Assessor& assessor : recognition.assessors)
        assessor.name = core::tidy(assessor.name);
    std::erase_if(recognition.assessors,
                  [](const Assessor& one) { return !one.educator && one.name.empty(); });
    recognition.remark = core::tidy(recognition.remark);
    const auto place = [&](const std::string& key) {
        return std::find_if(pack.units.begin(), pack.units.end(),
                            [&](const programmes::Unit& unit) { return unit.key == key; });
    };
    auto& units = recognition.units;
    std::stable_sort(units.begin(), units.end(), [&](const std::string& a, const std::string& b) {
        return place(a) != place(b) ? place(a) < place(b) : a < b;
    });
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return recognition;
}

std::vector<core::Error> faults(const Recognition& recognition, const programmes::Pack& pack,
                                core::Day today) {
    std::vector<core::Error> found;
    check_units(recognition, pack, found);
    if (recognition.evidence.empty()) found.push_back(fault("recognition.no-evidence", "evidence"));
    if (recognition.evidence.size() > most_evidence)
        found.push_back(fault("recognition.too-much-evidence", "evidence")
                            .with("maximum", std::to_string(most_evidence)));
    check_assessors(recognition.assessors, found);
    if (recognition.day > today)
        found.push_back(fault("recognition.day-ahead", "day").with("day", core::to_iso(recognition.day)));
    const auto check_length = [&](const std::string& words, const char* field) {
        if (words.size() > longest_words)
            found.push_back(
                fault("recognition.too-long", field).with("maximum", std::to_string(longest_words)));
    };
    for (const std::string& piece : recognition.evidence)
        check_length(piece, "evidence");
    for (const Assessor& assessor : recognition.assessors)
        check_length(assessor.name, "assessors");
    check_length(recognition.remark, "remark");
    return found;
}

} // namespace units
