// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/named.hpp"

#include "classes/class_store.hpp"
#include "core/check_digit.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"

#include <charconv>

namespace ctl {
namespace {

// Digits alone; a code with a leading zero is no id.
std::optional<std::int64_t> id_in(std::string_view text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '0' || id <= 0)
        return std::nullopt;
    return id;
}

core::Error about(std::string code, std::string_view text) {
    return core::Error{std::move(code)}.with("text", std::string{text});
}

template<typename Id>
std::string list_of(const std::vector<Id>& ids) {
    std::string text;
    for (Id id : ids)
        text += (text.empty() ? "" : ", ") + std::to_string(static_cast<std::int64_t>(id));
    return text;
}

// The one among those that bear the name.
template<typename Id>
core::Expected<Id> only_one(const std::vector<Id>& bearers, const std::string& kind, std::string_view text) {
    if (bearers.empty()) return core::fail(about(kind + ".unknown", text));
    if (bearers.size() > 1) return core::fail(about(kind + ".ambiguous", text).with("ids", list_of(bearers)));
    return bearers.front();
}

} // namespace

core::Expected<institutions::InstitutionId> read_institution(const storage::Database& database,
                                                             std::string_view text) {
    if (const auto id = id_in(text))
        if (const auto found = find_institution(database, institutions::InstitutionId{*id})) return found->id;
    if (const auto found = institutions::find_by_code(database, text)) return found->id;
    std::vector<institutions::InstitutionId> bearers;
    for (const auto& institution : institutions::find_by_name(database, text))
        bearers.push_back(institution.id);
    return only_one(bearers, "institution", text);
}

core::Expected<classes::ClassId> read_class(const storage::Database& database, std::string_view text) {
    if (const auto id = id_in(text))
        if (const auto found = find_class(database, classes::ClassId{*id})) return found->id;
    const auto bearers = classes::find_open_named(database, text);
    if (bearers.empty()) return core::fail(core::Error{"class.not-found"}.with("class", std::string{text}));
    if (bearers.size() > 1)
        return core::fail(
            core::Error{"class.ambiguous"}.with("classes", std::string{text}).with("ids", list_of(bearers)));
    return bearers.front();
}

core::Expected<learners::LearnerId> read_learner(const storage::Database& database, std::string_view text) {
    if (const auto id = id_in(text))
        if (const auto found = find_learner(database, learners::LearnerId{*id})) return found->id;
    const auto number = core::read_learner_number(text);
    if (!number && number.error().code == "reference.check") return core::fail(number.error());
    if (number)
        if (const auto found = learners::find_by_number(database, *number)) return *found;
    return core::fail(about("learner.unknown", text));
}

core::Expected<std::optional<certificates::SheetRange>> read_form(const std::string& text) {
    if (text.empty()) return std::optional<certificates::SheetRange>{};
    const auto sheet = certificates::read_sheets(text, "");
    if (!sheet) return core::fail(sheet.error());
    return std::optional{*sheet};
}

core::Expected<core::Day> read_day(std::string_view text) {
    const auto day = core::day_from_iso(text);
    if (!day) return core::fail(about("date.not-iso", text));
    return *day;
}

} // namespace ctl
