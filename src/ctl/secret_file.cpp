// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/secret_file.hpp"

#include "ctl/shell.hpp"
#include "documents/file.hpp"

namespace ctl {

core::Expected<std::string> read_secret(const std::string& file) {
    constexpr std::uintmax_t most = 4096;
    auto text = documents::read_file(path_of(file), most);
    if (!text) return core::fail(text.error());
    text->resize(std::min(text->find_first_of("\r\n"), text->size()));
    if (text->empty()) return core::fail(core::Error{"password.file-empty"}.at({.file = file}));
    return *std::move(text);
}

} // namespace ctl
