// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/screen_lock.hpp"

#include "office/office_store.hpp"

#include <algorithm>

namespace office {
namespace {

constexpr std::string_view setting_key = "lock-minutes";

} // namespace

int lock_minutes(const storage::Database& database) {
    const std::string kept = setting(database, setting_key).value_or("");
    const auto* const known = std::find_if(lock_choices.begin(), lock_choices.end(),
                                           [&](int minutes) { return std::to_string(minutes) == kept; });
    return known == lock_choices.end() ? usual_lock_minutes : *known;
}

void set_lock_minutes(storage::Transaction& tx, int minutes) {
    set_setting(tx, setting_key, std::to_string(minutes));
}

bool IdleWatch::used(core::Moment now, const storage::Database& database) {
    // The mouse moves a hundred times a second: the file is asked only after a pause that may be long enough.
    const bool may_be_long = now - m_last >= std::chrono::minutes{lock_choices.front()};
    if (may_be_long && too_long(now, database)) return false;
    m_last = now;
    return true;
}

bool IdleWatch::too_long(core::Moment now, const storage::Database& database) {
    m_last = std::min(m_last, now);
    return now - m_last >= std::chrono::minutes{lock_minutes(database)};
}

} // namespace office
