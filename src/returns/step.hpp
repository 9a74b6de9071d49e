// SPDX-License-Identifier: GPL-3.0-or-later
// A step of a long job on returns, which stops by throwing.
#pragma once

#include "core/error.hpp"
#include "core/progress.hpp"

namespace returns {

// Tells that `done` of `total` are done. WorldFailure "cancelled" when the person pressed Cancel.
inline void step(core::Progress& progress, std::int64_t done, std::int64_t total) {
    progress.report(done, total);
    if (progress.cancelled()) throw core::WorldFailure{core::Error{"cancelled"}};
}

} // namespace returns
