// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of place a folder is: SQLite's locks cannot be trusted on a network share.
#pragma once

#include <filesystem>

namespace storage {

// True for NFS, SMB and CIFS.
bool on_network_share(const std::filesystem::path& folder);

// True inside a folder that a program copies to a server behind our back (Dropbox, OneDrive, Google Drive …).
bool in_synced_folder(const std::filesystem::path& file);

} // namespace storage
