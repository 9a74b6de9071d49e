// SPDX-License-Identifier: GPL-3.0-or-later
// A finished file is put where another of its name may stand.
#pragma once

#include "core/error.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace core {

// Why a file was not put in place. `why` is "no-folder", "no-space", "denied", "failed", "in-use" or, where
// the system tells which programs hold it, "in-use-by" with their names in `holder` ("Microsoft Excel").
struct NotInPlace {
    std::error_code reason;
    std::string why;
    std::string holder{};
};

// In one step and over any file of that name; nothing where it is done. Windows refuses while somebody holds
// one of the two files open, and a virus scanner holds what was just written for a moment: it is asked again
// for up to two seconds.
std::optional<NotInPlace> put_in_place(const std::filesystem::path& finished,
                                       const std::filesystem::path& target);

// file.write at the target, with the facts "why" and "holder".
WorldFailure not_written(const std::filesystem::path& target, const NotInPlace& refused);

// The word for `why` of what a system call answered.
std::string why_not_written(std::error_code reason);

} // namespace core
