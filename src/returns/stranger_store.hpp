// SPDX-License-Identifier: GPL-3.0-or-later
// Files of districts without Srok that were received: their bytes, and taking them in as returns by a map.
// The only writer of stranger_file.
#pragma once

#include "returns/receive.hpp"
#include "returns/stranger_reading.hpp"

#include <string>

namespace returns {

// Kept once; a file that is here already stays.
void keep_stranger_file(storage::Transaction& tx, ReceivedId id, const std::string& bytes);
// Nothing of a file that came before they were kept.
std::optional<std::string> stranger_bytes(const storage::Database& database, ReceivedId id);

struct StrangerFile {
    std::string bytes;
    std::string name;
};

// Reads the file by the map that is kept for the office, as the next version of its period; it stays
// unsigned. The same bytes with the same figures change nothing; while nothing counts by them, or after they
// were sent back, they can be read again: by a map that was mended, or as another office's or period's.
// Audited as "return.receive" or "return.read-as". Errors: return.not-ours {office, ours}; stranger.no-period
// {office} where none is said and none follows; stranger.no-map {office, layout}; stranger.decided {version}
// where what would change counts or counted; those of open_stranger and read_by_map.
core::Expected<Receipt> take_stranger(storage::Transaction& tx, const StrangerFile& file,
                                      const StrangerOrder& order);

} // namespace returns
