// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/sample_mark.hpp"

namespace office {

void mark_sample(storage::Transaction& tx) {
    tx.run("UPDATE office SET sample = 1 WHERE id = 1");
    tx.run("UPDATE signing_key SET sample = 1");
    tx.audit("office.sample", "office", std::nullopt, R"({"sample":[false,true]})");
}

} // namespace office
