// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset_rows.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <functional>

namespace storage {
namespace {

sqlite3_value* old_value(sqlite3_changeset_iter* change, RecordedRow::What what, int column) {
    sqlite3_value* value = nullptr;
    if (what != RecordedRow::What::inserted) sqlite3changeset_old(change, column, &value);
    return value;
}

sqlite3_value* new_value(sqlite3_changeset_iter* change, RecordedRow::What what, int column) {
    sqlite3_value* value = nullptr;
    if (what != RecordedRow::What::removed) sqlite3changeset_new(change, column, &value);
    return value;
}

std::optional<std::string> text_of(sqlite3_value* value) {
    if (value == nullptr || sqlite3_value_type(value) == SQLITE_NULL) return std::nullopt;
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

RecordedRow::What what_of(int operation) {
    return operation == SQLITE_INSERT   ? RecordedRow::What::inserted
           : operation == SQLITE_UPDATE ? RecordedRow::What::updated
                                        : RecordedRow::What::removed;
}

// An integer in a changeset: its type, then eight bytes, the highest first (sqlite3session.c, RECORD FORMAT).
std::array<unsigned char, 9> recorded_form(std::int64_t value) {
    std::array<unsigned char, 9> form{SQLITE_INTEGER};
    for (std::size_t i = 1; i < form.size(); ++i)
        form[i] =
            static_cast<unsigned char>(static_cast<std::uint64_t>(value) >> (8 * (form.size() - 1 - i)));
    return form;
}

} // namespace

bool RecordedRow::has_was(int column) const {
    return old_value(m_change, m_what, column) != nullptr;
}

bool RecordedRow::has_is(int column) const {
    return new_value(m_change, m_what, column) != nullptr;
}

std::optional<std::string> RecordedRow::was(int column) const {
    return text_of(old_value(m_change, m_what, column));
}

std::optional<std::string> RecordedRow::is(int column) const {
    return text_of(new_value(m_change, m_what, column));
}

std::optional<Blob> RecordedRow::is_blob(int column) const {
    sqlite3_value* value = new_value(m_change, m_what, column);
    if (value == nullptr || sqlite3_value_type(value) != SQLITE_BLOB) return std::nullopt;
    const auto* bytes = static_cast<const std::byte*>(sqlite3_value_blob(value));
    return Blob(bytes, bytes + sqlite3_value_bytes(value));
}

void read_changeset(std::span<const std::byte> changeset,
                    const std::function<void(const RecordedRow&)>& take) {
    const auto damaged = [] {
        return core::WorldFailure(core::Error{"file.damaged"}.with("what", "changeset"));
    };
    sqlite3_changeset_iter* changes = nullptr;
    if (sqlite3changeset_start(&changes, static_cast<int>(changeset.size()),
                               const_cast<std::byte*>(changeset.data())) != SQLITE_OK)
        throw damaged();
    const std::unique_ptr<sqlite3_changeset_iter, int (*)(sqlite3_changeset_iter*)> ended(
        changes, &sqlite3changeset_finalize);
    int step = SQLITE_ROW;
    while ((step = sqlite3changeset_next(changes)) == SQLITE_ROW) {
        const char* table = nullptr;
        int columns = 0;
        int operation = 0;
        int indirect = 0;
        sqlite3changeset_op(changes, &table, &columns, &operation, &indirect);
        take(RecordedRow(changes, what_of(operation), table, columns));
    }
    if (step != SQLITE_DONE) throw damaged();
}

bool mentions(std::span<const std::byte> changeset, std::int64_t value) {
    const auto form = recorded_form(value);
    const auto* begin = reinterpret_cast<const unsigned char*>(changeset.data());
    const auto* end = begin + changeset.size();
    return std::search(begin, end, std::boyer_moore_horspool_searcher(form.begin(), form.end())) != end;
}

} // namespace storage
