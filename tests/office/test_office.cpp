// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/test_office.hpp"

#include "office/office_store.hpp"

#include <map>
#include <stdexcept>

namespace test {

storage::Database new_office(storage::Environment environment, std::string_view area_code) {
    // Made once for each area and then copied: the gazetteer is long.
    static World world;
    static std::map<std::string, storage::Database, std::less<>> made;
    auto found = made.find(area_code);
    if (found == made.end()) {
        auto office =
            office::create_office_in_memory(world.environment, {.area_code = std::string{area_code}});
        if (!office) throw std::logic_error(office.error().code);
        found = made.emplace(area_code, *std::move(office)).first;
    }
    return found->second.clone_in_memory(environment);
}

} // namespace test
