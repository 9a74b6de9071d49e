// SPDX-License-Identifier: GPL-3.0-or-later
// A passphrase from a file: on the command line everybody on the computer could read it.
#pragma once

#include "core/expected.hpp"

#include <string>

namespace ctl {

// The first line, without its end. Errors: file.not-found; file.too-large {bytes, maximum};
// password.file-empty.
core::Expected<std::string> read_secret(const std::string& file);

} // namespace ctl
