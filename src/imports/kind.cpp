// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/kind.hpp"

#include <algorithm>

namespace imports {
namespace {

constexpr std::array<std::string_view, 5> kinds = {"learners", "attendance", "scores", "institutions",
                                                   "classes"};

// In the order of Field.
constexpr std::array<std::string_view, 55> fields = {
    "row_number",
    "number",
    "name_km",
    "family_name_km",
    "given_name_km",
    "name",
    "family_name",
    "given_name",
    "sex",
    "sex_m",
    "sex_f",
    "born",
    "born_day",
    "born_month",
    "born_year",
    "age",
    "birthplace",
    "village",
    "village_code",
    "commune",
    "district",
    "province",
    "address",
    "phone",
    "guardian",
    "guardian_phone",
    "equity",
    "disability",
    "ethnicity",
    "home_language",
    "occupation",
    "schooling",
    "class",
    "centre",
    "note",
    "with_permission",
    "without_permission",
    "total_absent",
    "present",
    "total",
    "average",
    "rank",
    "grade",
    "result",
    "code",
    "kind",
    "programme",
    "institution",
    "first_day",
    "last_day",
    "weekdays",
    "hours",
    "capacity",
    "day",
    "subject",
};
static_assert(fields.size() == static_cast<std::size_t>(Field::subject) + 1);

template<typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view to_text(Kind kind) {
    return kinds[static_cast<std::size_t>(kind)];
}
std::optional<Kind> kind_from_text(std::string_view text) {
    return find<Kind>(kinds, text);
}

std::string_view to_text(Field field) {
    return fields[static_cast<std::size_t>(field)];
}
std::optional<Field> field_from_text(std::string_view text) {
    return find<Field>(fields, text);
}

} // namespace imports
