// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/class.hpp"

#include "core/tidy.hpp"
#include "core/words.hpp"

#include <algorithm>

namespace classes {
namespace {

constexpr core::Words<Status, 4> statuses{{"open", "closed", "approved", "issued"}};

constexpr int shortest_session = 15;
constexpr int longest_session = 720;

void check_days(std::vector<core::Error>& found, const Class& opened) {
    if (!opened.first_day.ok() || !opened.last_day.ok())
        found.push_back(core::Error{"class.days-missing"}.with("field", opened.first_day.ok() ? "last_day"
                                                                                              : "first_day"));
    else if (opened.last_day < opened.first_day)
        found.push_back(core::Error{"class.days-reversed"}
                            .with("field", "last_day")
                            .with("first", core::to_iso(opened.first_day))
                            .with("last", core::to_iso(opened.last_day)));
}

} // namespace

std::string_view to_text(Status status) {
    return statuses.text(status);
}

std::optional<Status> status_from_text(std::string_view text) {
    return statuses.value(text);
}

Class tidied(Class opened) {
    opened.name_km = core::tidy(opened.name_km);
    opened.name = core::tidy(opened.name);
    opened.level = core::tidy_field(opened.level);
    auto& educators = opened.educators;
    std::sort(educators.begin(), educators.end());
    educators.erase(std::unique(educators.begin(), educators.end()), educators.end());
    return opened;
}

std::vector<core::Error> faults(const Class& opened) {
    std::vector<core::Error> found;
    const auto fault = [&](std::string code, std::string field) -> core::Error& {
        return found.emplace_back(core::Error{std::move(code)}).with("field", std::move(field));
    };
    if (opened.name_km.empty()) fault("class.name-missing", "name_km");
    check_days(found, opened);
    if (opened.weekdays.empty()) fault("class.weekdays-missing", "weekdays");
    if (opened.session_minutes < shortest_session || opened.session_minutes > longest_session)
        fault("class.session-length", "session_minutes")
            .with("minutes", std::to_string(opened.session_minutes));
    if (opened.capacity && *opened.capacity < 1)
        fault("class.capacity", "capacity").with("capacity", std::to_string(*opened.capacity));
    return found;
}

} // namespace classes
