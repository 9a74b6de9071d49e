// SPDX-License-Identifier: GPL-3.0-or-later
// The list of keys and revoked serials that this office signs: its own keys and what its register made void,
// and of a province what it knows of its districts. office/key_list.hpp has the file's form.
#pragma once

#include "office/key_list_store.hpp"
#include "office/signing.hpp"

#include <filesystem>

namespace certificates {

// The list as it stands today, signed and kept. Where it says what the last one of today said it is the same
// list again, byte for byte; else it bears the next number. `key` is the office's current one.
office::SignedKeyList sign_own_key_list(storage::Transaction& tx, const office::SigningKey& key);

// A list from a file, its name in the error's place. Errors: file.not-found, file.too-large {bytes, maximum},
// and those of office::read_key_list().
core::Expected<office::SignedKeyList> read_key_list_file(const std::filesystem::path& file);

} // namespace certificates
