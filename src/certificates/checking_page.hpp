// SPDX-License-Identifier: GPL-3.0-or-later
// verify.html: the page on which a phone checks a certificate with no network, the lists of keys and revoked
// serials inside.
#pragma once

#include "core/expected.hpp"
#include "office/key_list.hpp"
#include "storage/transaction.hpp"

#include <string>
#include <vector>

namespace certificates {

// A program that was built without the page's libraries has no page.
bool has_checking_page();

// The whole page as one file, which asks nothing of any other. Error: verify.page-not-built.
core::Expected<std::string> checking_page(const std::vector<office::SignedKeyList>& lists);

// The office's own list, signed as it stands today, and those it took.
std::vector<office::SignedKeyList> lists_for_a_page(storage::Transaction& tx, const office::SigningKey& key);

} // namespace certificates
