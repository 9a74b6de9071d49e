// SPDX-License-Identifier: GPL-3.0-or-later
// A sample office file with every room filled: the district of Thma Koul in the school year 2025-26, with
// people who do not exist. Keys, uids and times come from the seed, so that the same seed gives the same
// file.
#pragma once

#include "core/expected.hpp"
#include "core/progress.hpp"
#include "documents/fonts.hpp"

#include <cstdint>
#include <filesystem>

namespace demo {

// Fewer would leave no room for each way a class can end.
constexpr int least_learners = 40;

struct Scale {
    int learners = 1000;
    std::uint64_t seed = 1;
};

// What was made, to tell the person.
struct Made {
    int institutions = 0;
    int classes = 0;
    int learners = 0;
};

// On any failure no file is left. Errors: those of office::create_office. WorldFailure: those of
// storage::Database::create; cancelled.
core::Expected<Made> make_sample(const std::filesystem::path& path, const Scale& scale,
                                 const documents::Fonts& fonts, core::Progress& progress);

} // namespace demo
