// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_number.hpp"

#include "core/check_digit.hpp"
#include "office/restoration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace learners {
namespace {

constexpr std::string_view select_block = R"sql(
SELECT id, office_code, next_number FROM learner_number_block
WHERE next_number <= last_number AND lost_at IS NULL ORDER BY id LIMIT 1)sql";

constexpr std::string_view select_open_blocks = R"sql(
SELECT id, office_code, first_number, last_number, next_number FROM learner_number_block
WHERE next_number <= last_number AND lost_at IS NULL ORDER BY id)sql";

constexpr std::string_view end_block = R"sql(
UPDATE learner_number_block SET last_number = ?2, lost_at = ?3 WHERE id = ?1)sql";

constexpr std::string_view insert_rest = R"sql(
INSERT INTO learner_number_block (office_code, first_number, last_number, next_number, lost_at)
VALUES (?1, ?2, ?3, ?2, ?4))sql";

constexpr std::string_view advance_block = R"sql(
UPDATE learner_number_block SET next_number = next_number + 1 WHERE id = ?1)sql";

constexpr std::string_view insert_block = R"sql(
INSERT INTO learner_number_block (office_code, first_number, last_number, next_number) VALUES (?1, ?2, ?3, ?2))sql";

constexpr std::string_view select_office = R"sql(
SELECT area_code, coalesce(institution_code, '') FROM office WHERE id = 1)sql";

// Numbers hold digits and capital letters only.
std::string letters_and_digits(std::string_view code) {
    std::string result;
    for (char c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) result += c;
    }
    return result;
}

std::string office_code(const storage::Database& database) {
    storage::Statement office = database.query(select_office);
    if (!office.step()) throw std::logic_error("a learner before the office");
    const auto area = office.get<std::string>(0);
    const std::string institution = letters_and_digits(office.get<std::string_view>(1));
    return institution.starts_with(area) ? institution : area + institution;
}

// Generations of this file that it does not hold.
std::int64_t lost_lives(const storage::Database& database) {
    return database.value<std::int64_t>("SELECT generation - 1 FROM office WHERE id = 1").value_or(0);
}

} // namespace

std::string learner_number(std::string_view office_code, std::int64_t sequence) {
    return core::with_check_character(fmt::format("{}-{:06}", office_code, sequence));
}

core::Expected<std::string> take_learner_number(storage::Transaction& tx) {
    const storage::Database& database = tx.database();
    // A file that was lost may have registered learners that its backup knows nothing of.
    const std::int64_t first = 1 + office::numbers_in_a_life * lost_lives(database);
    if (!database.value<int>("SELECT 1 FROM learner_number_block LIMIT 1") && first <= last_learner_number)
        tx.run(insert_block, office_code(database), first, last_learner_number);

    storage::Statement block = database.query(select_block);
    if (!block.step())
        return core::fail(core::Error{"learner-number.none-left"}.with("office", office_code(database)));
    std::string number = learner_number(block.get<std::string_view>(1), block.get<std::int64_t>(2));
    tx.run(advance_block, block.get<std::int64_t>(0));
    return number;
}

std::int64_t lose_unknown_numbers(storage::Transaction& tx, std::int64_t lives) {
    struct Block {
        std::int64_t id;
        std::string office;
        std::int64_t first;
        std::int64_t last;
        std::int64_t next;
    };
    std::vector<Block> blocks;
    storage::Statement rows = tx.database().query(select_open_blocks);
    while (rows.step())
        blocks.push_back({rows.get<std::int64_t>(0), rows.get<std::string>(1), rows.get<std::int64_t>(2),
                          rows.get<std::int64_t>(3), rows.get<std::int64_t>(4)});
    std::int64_t lost = 0;
    for (const Block& block : blocks) {
        const std::int64_t last = std::min(block.last, block.next + lives * office::numbers_in_a_life - 1);
        if (block.next > block.first) {
            tx.run(end_block, block.id, block.next - 1, std::nullopt);
            tx.run(insert_rest, block.office, block.next, last, tx.now());
        } else {
            tx.run(end_block, block.id, last, tx.now());
        }
        if (last < block.last) tx.run(insert_rest, block.office, last + 1, block.last, std::nullopt);
        lost += last - block.next + 1;
    }
    if (lost > 0)
        tx.audit("learner-number.lose", "learner_number_block", std::nullopt,
                 fmt::format(R"({{"lost":{}}})", lost));
    return lost;
}

} // namespace learners
