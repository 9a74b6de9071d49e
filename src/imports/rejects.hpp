// SPDX-License-Identifier: GPL-3.0-or-later
// The refused rows as a workbook to mend and send again.
#pragma once

#include "core/clock.hpp"
#include "imports/outcome.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace imports {

struct RejectWords {
    // Heads the first column; one of [heading] why in words.toml, so that the column is not read again.
    std::string heading;
    // A row's reason in the reader's language.
    std::function<std::string(const core::Error&)> why;
};

// Why each row was refused, then the list as it stood: the lines above it, its headings, every cell of the
// refused rows; numbers and days as such. Mended there, the file is read as the list was. Throws WorldFailure
// file.write.
void write_rejects(const std::filesystem::path& path, const Outcome& outcome, const RejectWords& words,
                   core::Moment now);

} // namespace imports
