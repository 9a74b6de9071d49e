// SPDX-License-Identifier: GPL-3.0-or-later
// Where learning happens: a school, a community learning centre, or a site in a factory, pagoda or prison.
#pragma once

#include "core/date.hpp"
#include "core/error.hpp"
#include "core/uid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace institutions {

enum class InstitutionId : std::int64_t {};

enum class Kind { school, clc, site };
std::string_view to_text(Kind kind);
std::optional<Kind> kind_from_text(std::string_view text);

// What a site stands in.
enum class Site { factory, pagoda, prison, other };
std::string_view to_text(Site site);
std::optional<Site> site_from_text(std::string_view text);

struct Institution {
    InstitutionId id{}; // given by the store
    core::Uid uid{};    // given by the store unless it comes from another office
    Kind kind = Kind::clc;
    std::optional<Site> site{};
    // The code others know it by (EMIS or the province's); text, never a number.
    std::optional<std::string> code{};
    std::string name_km{};
    std::string name{}; // in Latin letters; may be empty
    std::optional<std::string> village_code{};
    std::optional<std::string> phone{};
    std::optional<core::Day> closed_on{};
    friend bool operator==(const Institution&, const Institution&) = default;
};

// As it is kept: texts tidied, the phone in its one form where it can be read.
Institution tidied(Institution institution);

// What stands in the way of keeping a tidied institution, each with the fact field:
//   institution.name-missing    it has no Khmer name
//   institution.site-elsewhere  only a site stands in something
//   phone.unreadable, phone.length
std::vector<core::Error> faults(const Institution& institution);

} // namespace institutions
