// SPDX-License-Identifier: GPL-3.0-or-later
// The award list as the board has it before it: who is to be awarded, in an annex who is not and why, the
// totals with the women among them, and places for those who prepare, check and approve. In Khmer.
#pragma once

#include "certificates/award_list.hpp"
#include "documents/sheet.hpp"
#include "storage/database.hpp"

#include <filesystem>

namespace certificates {

struct AwardListSheet {
    std::vector<std::string> office_lines; // from the highest down
    std::string institution;
    std::string class_name;
    std::string programme;
    AwardList list;
    core::Moment made_at{};
    bool sample = false;
};

AwardListSheet load_award_list_sheet(const storage::Database& database, const AwardList& list);

documents::Sheet paper_of(const AwardListSheet& sheet);

// As .pdf or .xlsx, whole or not at all. Errors: file.kind {kinds}; those of documents. WorldFailure
// file.write.
core::Expected<void> write_award_list(const std::filesystem::path& path, const AwardListSheet& sheet,
                                      const std::vector<std::filesystem::path>& font_folders);

} // namespace certificates
