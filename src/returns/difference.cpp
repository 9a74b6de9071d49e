// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/difference.hpp"

#include <algorithm>

namespace returns {
namespace {

// Lines of the cover that speak of the version, not of the month.
bool about_the_version(const ValueKey& key) {
    return key.sheet == "changes" ||
           (key.sheet == "cover" && (key.row == "version" || key.row == "built" || key.row == "reason"));
}

} // namespace

std::vector<Change> differences(const Canonical& before, const Canonical& after) {
    std::vector<Change> changes;
    for (const auto& [key, value] : before.values) {
        const auto found = after.values.find(key);
        const bool same =
            found != after.values.end() && found->second.raw == value.raw && found->second.type == value.type;
        if (same) continue;
        changes.push_back({split_key(key), Canonical::plain(value),
                           found == after.values.end() ? "" : Canonical::plain(found->second)});
    }
    for (const auto& [key, value] : after.values)
        if (!before.values.contains(key)) changes.push_back({split_key(key), "", Canonical::plain(value)});
    std::erase_if(changes, [](const Change& change) { return about_the_version(change.key); });
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.key < b.key; });
    return changes;
}

std::vector<Change> changes_in(const Canonical& content) {
    std::vector<Change> changes;
    for (int at = 1;; ++at) {
        const std::string row = std::to_string(at);
        const auto text = [&](std::string_view column) { return content.text_at("changes", row, column); };
        if (content.find("changes", row, "sheet") == nullptr) return changes;
        changes.push_back({{text("sheet"), text("row"), text("column")}, text("was"), text("is")});
    }
}

} // namespace returns
