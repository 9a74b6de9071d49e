// SPDX-License-Identifier: GPL-3.0-or-later
// The stock sheet of numbered paper: every sheet that came and what became of it, to print and sign.
#pragma once

#include "certificates/paper_stock.hpp"
#include "documents/sheet.hpp"

#include <filesystem>
#include <vector>

namespace certificates {

struct StockSheet {
    std::vector<std::string> office_lines;
    bool sample = false;
    core::Moment made_at{};
    std::vector<PaperDelivery> deliveries;
};

StockSheet load_stock_sheet(const storage::Database& database);

documents::Sheet paper_of(const StockSheet& sheet);

// As .pdf or .xlsx, whole or not at all. Errors: paper.none; file.kind {kinds}; those of documents.
// WorldFailure file.write.
core::Expected<void> write_stock_sheet(const std::filesystem::path& path, const StockSheet& sheet,
                                       const std::vector<std::filesystem::path>& font_folders);

} // namespace certificates
