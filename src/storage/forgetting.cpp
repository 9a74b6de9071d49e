// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/forgetting.hpp"

#include "storage/changeset_access.hpp"

#include <sqlite3.h>

namespace storage {
namespace {

[[noreturn]] void throw_damaged() {
    throw core::WorldFailure(core::Error{"file.damaged"}.with("detail", "changeset"));
}

// The format of sqlite3session.c, "CHANGESET FORMAT": tables, each a 'T', the number of columns, a byte for
// each that says whether it is of the key, and the name; then changes, each an operation, a flag and one
// record or two.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}
    bool at_end() const { return m_at == m_bytes.size(); }
    std::size_t at() const { return m_at; }
    unsigned peek() const {
        if (at_end()) throw_damaged();
        return std::to_integer<unsigned>(m_bytes[m_at]);
    }
    unsigned byte() {
        const unsigned value = peek();
        ++m_at;
        return value;
    }
    void skip(std::size_t count) {
        if (count > m_bytes.size() - m_at) throw_damaged();
        m_at += count;
    }
    // SQLite's: seven bits a byte, the highest first, at most nine bytes.
    std::size_t varint() {
        std::uint64_t value = 0;
        for (int i = 0; i < 9; ++i) {
            const unsigned b = byte();
            if (i == 8) return static_cast<std::size_t>((value << 8U) | b);
            value = (value << 7U) | (b & 0x7FU);
            if ((b & 0x80U) == 0) break;
        }
        return static_cast<std::size_t>(value);
    }
    std::int64_t integer() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i)
            value = (value << 8U) | byte();
        return static_cast<std::int64_t>(value);
    }
    std::string_view text() {
        const std::size_t begin = m_at;
        while (byte() != 0) {
        }
        return {reinterpret_cast<const char*>(m_bytes.data()) + begin, m_at - begin - 1};
    }

  private:
    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
};

// Passes over one record; the integer in its column `key`, or 0.
std::int64_t record(Reader& reader, std::size_t columns, std::size_t key) {
    std::int64_t found = 0;
    for (std::size_t column = 0; column < columns; ++column) {
        const unsigned type = reader.byte();
        if (type == SQLITE_INTEGER) {
            const std::int64_t value = reader.integer();
            if (column == key) found = value;
        } else if (type == SQLITE_FLOAT) {
            reader.skip(8);
        } else if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
            reader.skip(reader.varint());
        } else if (type != 0 && type != SQLITE_NULL) {
            throw_damaged();
        }
    }
    return found;
}

struct Table {
    std::size_t begin = 0; // of its heading
    std::size_t end = 0;   // where its changes begin
    std::size_t columns = 0;
    std::size_t key = 0; // the first column of the key
    std::string_view name{};
};

Table heading(Reader& reader) {
    Table table;
    table.begin = reader.at();
    if (reader.byte() != 'T') throw_damaged();
    table.columns = reader.varint();
    table.key = table.columns;
    for (std::size_t column = 0; column < table.columns; ++column)
        if (reader.byte() == 1) table.key = std::min(table.key, column);
    table.name = reader.text();
    table.end = reader.at();
    return table;
}

} // namespace

void overwrite_what_goes(Transaction& tx) {
    ChangesetAccess::connection(tx.database()).run_script("PRAGMA secure_delete = ON");
}

void empty_log(Database& database) {
    ChangesetAccess::connection(database).run_script("PRAGMA wal_checkpoint(TRUNCATE)");
}

Blob without_rows(std::span<const std::byte> changeset,
                  const std::function<bool(std::string_view table, std::int64_t key)>& drop) {
    Blob kept;
    const auto keep = [&](std::size_t begin, std::size_t end) {
        kept.insert(kept.end(), changeset.begin() + static_cast<std::ptrdiff_t>(begin),
                    changeset.begin() + static_cast<std::ptrdiff_t>(end));
    };
    Reader reader(changeset);
    Table table;
    bool headed = false; // the table's heading stands in what is kept
    while (!reader.at_end()) {
        if (reader.peek() == 'T') {
            table = heading(reader);
            headed = false;
            continue;
        }
        const std::size_t begin = reader.at();
        const unsigned operation = reader.byte();
        reader.byte(); // whether it was indirect
        if (table.columns == 0 ||
            (operation != SQLITE_INSERT && operation != SQLITE_DELETE && operation != SQLITE_UPDATE))
            throw_damaged();
        const std::int64_t key = record(reader, table.columns, table.key);
        if (operation == SQLITE_UPDATE) record(reader, table.columns, table.key);
        if (drop(table.name, key)) continue;
        if (!headed) keep(table.begin, table.end);
        headed = true;
        keep(begin, reader.at());
    }
    return kept;
}

} // namespace storage
