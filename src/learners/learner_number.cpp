// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner_number.hpp"

#include "core/check_digit.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace learners {
namespace {

constexpr std::string_view select_block = R"sql(
SELECT id, office_code, next_number FROM learner_number_block
WHERE next_number <= last_number ORDER BY id LIMIT 1)sql";

constexpr std::string_view advance_block = R"sql(
UPDATE learner_number_block SET next_number = next_number + 1 WHERE id = ?1)sql";

constexpr std::string_view insert_block = R"sql(
INSERT INTO learner_number_block (office_code, first_number, last_number, next_number) VALUES (?1, 1, ?2, 1))sql";

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

} // namespace

std::string learner_number(std::string_view office_code, std::int64_t sequence) {
    return core::with_check_character(fmt::format("{}-{:06}", office_code, sequence));
}

core::Expected<std::string> take_learner_number(storage::Transaction& tx) {
    const storage::Database& database = tx.database();
    if (!database.value<int>("SELECT 1 FROM learner_number_block LIMIT 1"))
        tx.run(insert_block, office_code(database), last_learner_number);

    storage::Statement block = database.query(select_block);
    if (!block.step())
        return core::fail(core::Error{"learner-number.none-left"}.with("office", office_code(database)));
    std::string number = learner_number(block.get<std::string_view>(1), block.get<std::int64_t>(2));
    tx.run(advance_block, block.get<std::int64_t>(0));
    return number;
}

} // namespace learners
