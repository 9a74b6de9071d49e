// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.hpp"

namespace test {

const std::filesystem::path& samples() {
    static const std::filesystem::path folder{SROK_SAMPLES};
    return folder;
}

} // namespace test
