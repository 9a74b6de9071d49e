// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/class_rules.hpp"

#include "classes/class_store.hpp"
#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace classes {

core::Expected<void> take_rules(storage::Transaction& tx, ClassId id, programmes::PackId rules) {
    const Class was = load_class(tx.database(), id);
    if (was.status != Status::open)
        return core::fail(core::Error{"class.not-open"}
                              .with("class", was.name_km)
                              .with("status", std::string{to_text(was.status)}));
    const programmes::Pack old_pack = programmes::load_pack(tx.database(), was.pack);
    const programmes::Pack pack = programmes::load_pack(tx.database(), rules);
    if (was.level && std::none_of(pack.levels.begin(), pack.levels.end(),
                                  [&](const programmes::Level& one) { return one.key == *was.level; }))
        return core::fail(
            core::Error{"class.level-unknown"}.with("field", "level").with("level", *was.level));
    tx.run("UPDATE class SET pack_id = ?2 WHERE id = ?1", id, rules);
    const auto number = [](programmes::PackId one) { return std::to_string(static_cast<std::int64_t>(one)); };
    tx.audit("class.take-pack", "class", was.uid,
             storage::change_json({{"pack_id", number(was.pack), number(rules)},
                                   {"version", old_pack.version, pack.version}}));
    return {};
}

} // namespace classes
