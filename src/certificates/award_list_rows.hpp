// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of award lists as they are written, by whoever prepares them here or takes them from another file
// of ours. Inside certificates only; the caller audits.
#pragma once

#include "certificates/award_list.hpp"
#include "certificates/scan.hpp"
#include "storage/transaction.hpp"

namespace certificates {

AwardListId write_list(storage::Transaction& tx, const core::Uid& uid, classes::ClassId class_id, int number,
                       const std::vector<ListLine>& lines);

// With its remarks, and with the moment and the actor it has. Its id.
std::int64_t write_step(storage::Transaction& tx, AwardListId list, const ListStep& step);

// The signed paper of an approval, with the step it belongs to.
void write_scan(storage::Transaction& tx, std::int64_t step, const Scan& scan);

// The approval in force: the class becomes approved. How many are to be awarded.
std::int64_t write_approval(storage::Transaction& tx, classes::ClassId class_id,
                            const std::vector<ListLine>& lines, const ListStep& step);
// It is not in force any more: the class is closed again.
void withdraw_approval(storage::Transaction& tx, classes::ClassId class_id);

void audit_step(storage::Transaction& tx, const core::Uid& list, const std::string& class_name,
                const ListStep& step, const std::vector<ListLine>& lines);

} // namespace certificates
