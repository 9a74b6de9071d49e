// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/contact.hpp"

#include "core/phone.hpp"
#include "office/office_store.hpp"

namespace office {
namespace {

constexpr std::string_view phone_number = "office.phone";

} // namespace

std::string office_phone(const storage::Database& database) {
    return setting(database, phone_number).value_or("");
}

core::Expected<void> set_office_phone(storage::Transaction& tx, std::string_view typed) {
    std::string number;
    if (!typed.empty()) {
        const auto read = core::read_phone(typed);
        if (!read) return core::fail(read.error());
        number = read->number;
    }
    set_setting(tx, phone_number, number);
    return {};
}

} // namespace office
