// SPDX-License-Identifier: GPL-3.0-or-later
// From a request and an opened file to the list in it and who judges its rows.
#pragma once

#include "imports/import_file.hpp"
#include "imports/importer.hpp"

#include <memory>

namespace imports {

struct Prepared {
    FoundSheet found;
    std::unique_ptr<Importer> importer;
};

// Errors: header.missing; for marks and scores also class.needed, class.not-found, class.ambiguous,
// month.missing, period.missing.
core::Expected<Prepared> prepare(const storage::Database& database, const Vocabulary& vocabulary,
                                 const Request& request, spreadsheet::Workbook& workbook, bool sent_before);

} // namespace imports
