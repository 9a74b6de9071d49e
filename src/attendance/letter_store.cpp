// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/letter_store.hpp"

#include "core/tidy.hpp"
#include "storage/change.hpp"

namespace attendance {
namespace {

constexpr std::string_view select_letters = R"sql(
SELECT letter, mark FROM attendance_letter)sql";

constexpr std::string_view select_mark = R"sql(
SELECT mark FROM attendance_letter WHERE letter = ?1)sql";

constexpr std::string_view upsert_letter = R"sql(
INSERT INTO attendance_letter (letter, mark) VALUES (?1, ?2)
ON CONFLICT (letter) DO UPDATE SET mark = excluded.mark)sql";

constexpr std::string_view delete_letter = R"sql(
DELETE FROM attendance_letter WHERE letter = ?1)sql";

void audit(storage::Transaction& tx, const std::string& letter, std::optional<std::string> was,
           std::optional<std::string> is) {
    tx.audit("attendance.letter", "attendance_letter", std::nullopt,
             storage::change_json({{letter, std::move(was), std::move(is)}}));
}

} // namespace

Letters load_letters(const storage::Database& database) {
    Letters letters;
    auto row = database.query(select_letters);
    while (row.step())
        if (const auto mark = mark_from_letter(row.get<std::string_view>(1).front()))
            letters.emplace(row.get<std::string>(0), *mark);
    return letters;
}

core::Expected<void> set_letter(storage::Transaction& tx, std::string_view letter, Mark mark) {
    const std::string tidy = core::tidy(letter);
    if (tidy.empty()) return core::fail(core::Error{"attendance.letter-empty"});
    const std::string stored{letter_of(mark)};
    const auto was = tx.database().value<std::string>(select_mark, tidy);
    if (was == stored) return {};
    tx.run(upsert_letter, tidy, stored);
    audit(tx, tidy, was, stored);
    return {};
}

bool remove_letter(storage::Transaction& tx, std::string_view letter) {
    const std::string tidy = core::tidy(letter);
    const auto was = tx.database().value<std::string>(select_mark, tidy);
    if (!was) return false;
    tx.run(delete_letter, tidy);
    audit(tx, tidy, was, std::nullopt);
    return true;
}

} // namespace attendance
