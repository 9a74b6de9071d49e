// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/built_text.hpp"

namespace returns {
namespace {

constexpr std::string_view select_latest = R"sql(
SELECT content FROM built_return WHERE period = ?1 ORDER BY version DESC LIMIT 1)sql";

} // namespace

std::unique_ptr<Canonical> read_text(storage::Statement row) {
    if (!row.step()) return nullptr;
    const auto packed = row.get<std::span<const std::byte>>(0);
    auto content = read_canonical({reinterpret_cast<const char*>(packed.data()), packed.size()}, own_memory);
    if (!content) throw core::WorldFailure{core::Error{"file.damaged"}.with("which", "built_return")};
    return std::move(*content);
}

std::unique_ptr<Canonical> load_latest(const storage::Database& database, const std::string& period) {
    return read_text(database.query(select_latest, period));
}

} // namespace returns
