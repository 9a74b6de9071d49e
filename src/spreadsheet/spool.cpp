// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/spool.hpp"

#include "spreadsheet/sheet_writer.hpp"

#include <algorithm>
#include <system_error>

namespace spreadsheet {
namespace {

constexpr std::size_t most_held = std::size_t{1} << 20U;

} // namespace

Spool::Spool(std::filesystem::path target)
    : m_target(std::move(target))
    , m_file(m_target) {
    m_file += ".part.spool";
}

Spool::~Spool() {
    if (!m_stream.is_open()) return;
    m_stream.close();
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

void Spool::fail() const {
    const std::u8string name = m_target.u8string();
    std::error_code unknown;
    const auto space =
        std::filesystem::space(m_file.parent_path().empty() ? "." : m_file.parent_path(), unknown);
    const bool full = !unknown && space.available < most_held;
    throw write_failure({name.begin(), name.end()}, full ? "no-space" : "failed");
}

void Spool::add(std::string_view bytes) {
    m_held.append(bytes);
    if (m_held.size() >= most_held) write_out();
}

void Spool::write_out() {
    if (!m_stream.is_open())
        m_stream.open(m_file, std::ios::binary | std::ios::trunc | std::ios::in | std::ios::out);
    m_stream.seekp(0, std::ios::end);
    m_stream.write(m_held.data(), static_cast<std::streamsize>(m_held.size()));
    if (!m_stream.flush()) fail();
    m_held.clear();
}

void Spool::each(std::size_t piece_bytes, const std::function<void(std::string_view)>& take) {
    std::string piece;
    if (m_stream.is_open()) {
        m_stream.seekg(0);
        for (piece.resize(piece_bytes);
             m_stream.read(piece.data(), static_cast<std::streamsize>(piece_bytes));)
            take(piece);
        if (!m_stream.eof()) fail();
        piece.resize(static_cast<std::size_t>(m_stream.gcount()));
        m_stream.clear();
    }
    std::string_view rest = m_held;
    while (!rest.empty()) {
        const std::size_t more = std::min(piece_bytes - piece.size(), rest.size());
        piece.append(rest.substr(0, more));
        rest.remove_prefix(more);
        if (piece.size() < piece_bytes) break;
        take(piece);
        piece.clear();
    }
    if (!piece.empty()) take(piece);
}

} // namespace spreadsheet
