// SPDX-License-Identifier: GPL-3.0-or-later
// What a transfer file would bring, row by row, and the decision on it.
#pragma once

#include "identity/transfer_store.hpp"
#include "office/ui/session.hpp"

namespace identity {

// Nothing when the person does not want it, or there is nothing to take.
std::optional<Decision> decide_transfer(wxWindow* parent, office::Session& session, const TransferPlan& plan);

} // namespace identity
