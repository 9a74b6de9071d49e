// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>

namespace test {

// How often a test that draws at random draws: `daily`, a quarter of it under a sanitizer, where a round
// takes five times as long and looks for something else, and `soak` with SROK_SOAK=1 (tests/soak.sh).
inline int rounds(int daily, int soak) {
    if (std::getenv("SROK_SOAK") != nullptr) return soak;
#if defined(__SANITIZE_ADDRESS__)
    return (daily + 3) / 4;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
    return (daily + 3) / 4;
#else
    return daily;
#endif
#else
    return daily;
#endif
}

} // namespace test
