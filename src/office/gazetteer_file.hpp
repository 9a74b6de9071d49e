// SPDX-License-Identifier: GPL-3.0-or-later
// The gazetteer as it is shipped: a file of units and a file of what is known of their changes. Both say in
// their first lines how they are written.
#pragma once

#include "office/digest.hpp"
#include "office/gazetteer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace office {

// A name or kind of unit that ended on `valid_to`.
struct FormerName {
    std::string code;
    core::Day valid_to;
    AreaType type;
    std::string name_km;
    std::string name;
};

struct Successor {
    std::string old_code;
    std::string new_code;
    core::Day since;
    std::string decree;
};

struct Gazetteer {
    std::string version;
    Digest digest{};
    std::vector<Area> areas; // in the order of their codes
    std::vector<FormerName> former_names;
    std::vector<Successor> successors;
};

// Errors: gazetteer.unreadable {file: "areas" | "changes", reason} at the row.
core::Expected<Gazetteer> parse_gazetteer(std::string_view areas, std::string_view changes);

// The one that comes with the program, read once.
const Gazetteer& shipped_gazetteer();

// The area of that code in it, or null.
const Area* find_area(const Gazetteer& gazetteer, std::string_view code);

} // namespace office
