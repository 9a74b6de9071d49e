// SPDX-License-Identifier: GPL-3.0-or-later
// How the sample's classes end: closed, approved, issued; and prior learning that was recognised.
#pragma once

#include "certificates/issue.hpp"
#include "demo/school.hpp"

namespace demo {

void close_class(storage::Transaction& tx, const RunningClass& running);
void approve_awards(storage::Transaction& tx, const RunningClass& running);
// Signed with the sample's own key.
void issue_certificates(storage::Transaction& tx, const RunningClass& running, const documents::Fonts& fonts);

// The first of the class could do one of its units before: life skills.
void recognise_learning(storage::Transaction& tx, const RunningClass& running);

} // namespace demo
