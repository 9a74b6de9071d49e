// SPDX-License-Identifier: GPL-3.0-or-later
// What a list can hold, and what a column of it can mean.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace imports {

enum class Kind : std::uint8_t { learners, attendance, scores, institutions, classes };

// The word at the shell, in SQL and in resources/imports/headings.toml.
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);

// The names are those of headings.toml. `day` and `subject` columns carry an index beside: the day of the
// month from 1, or the subject's place in the programme from 0.
enum class Field : std::uint8_t {
    row_number,
    number,
    name_km,
    family_name_km,
    given_name_km,
    name,
    family_name,
    given_name,
    sex,
    sex_m,
    sex_f,
    born,
    born_day,
    born_month,
    born_year,
    age,
    birthplace,
    village,
    village_code,
    commune,
    district,
    province,
    address,
    phone,
    guardian,
    guardian_phone,
    equity,
    disability,
    ethnicity,
    home_language,
    occupation,
    schooling,
    class_name,
    centre,
    note,
    with_permission,
    without_permission,
    total_absent,
    present,
    total,
    average,
    rank,
    grade,
    result,
    code,
    kind,
    programme,
    institution,
    first_day,
    last_day,
    weekdays,
    hours,
    capacity,
    day,
    subject,
};

std::string_view to_text(Field field);
std::optional<Field> field_from_text(std::string_view text);

} // namespace imports
