// SPDX-License-Identifier: GPL-3.0-or-later
// The register's chain: every event is tied to what was handed out with it, to the event before it and to its
// row of the audit, so that whoever alters the file with another tool is found.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

#include <optional>

namespace certificates {

// Ties the event that was just written to the chain, after any from before there was one. Its link.
office::Digest link_event(storage::Transaction& tx);

// The newest link; of a register without one, 32 zero bytes.
office::Digest register_head(const storage::Database& database);

// The first entry, in the order of what happened, that does not fit; nothing when the register holds.
//   register.altered {serial, what}   what: "certificate" taken out; "event" of the audit that is not in the
//     register; "audit" where the audit has another event; "document", "template", "code", "state" that are
//     not what was issued; "entry" any other word of it; "link" a chain that ends early or goes on too long
// and then what journal_damage() says of the stock. Reads every document once. When cancelled it says
// nothing.
std::optional<core::Error> register_damage(const storage::Database& database, core::Progress& progress);

} // namespace certificates
