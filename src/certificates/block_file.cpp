// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/block_file.hpp"

#include "certificates/serial_block.hpp"
#include "certificates/stock_journal.hpp"
#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "office/restoration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace certificates {
namespace {

constexpr std::string_view magic = "SROK-BLOCK 1\n";
constexpr std::string_view magic_word = "SROK-BLOCK ";
constexpr std::size_t largest_file = 4096;
constexpr std::int64_t most_given = 100'000;
constexpr std::size_t province_digits = 2;
constexpr std::size_t district_digits = 4;
constexpr int first_year = 2000;
constexpr int last_year = 2100;

constexpr std::string_view insert_file = R"sql(
INSERT INTO block_file (uid, direction, from_office, office_code, year, first_number, last_number, given_at, sample, digest)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10))sql";

constexpr std::string_view select_next = R"sql(
SELECT coalesce(max(last_number), 0) + 1, max(given_at) FROM block_file
WHERE direction = 'given' AND office_code = ?1 AND year = ?2)sql";

constexpr std::string_view select_given = R"sql(
SELECT first_number, last_number FROM block_file
WHERE direction = 'given' AND office_code = ?1 AND year = ?2 AND first_number <= ?4 AND last_number >= ?3
ORDER BY first_number LIMIT 1)sql";

constexpr std::string_view select_taken = R"sql(
SELECT 1 FROM block_file WHERE direction = 'taken' AND uid = ?1)sql";

constexpr std::string_view select_files = R"sql(
SELECT direction, from_office, office_code, year, first_number, last_number, given_at, sample
FROM block_file ORDER BY id DESC)sql";

std::string signed_lines(const BlockFile& block) {
    return fmt::format(
        "{}uid {}\nfrom {}\nto {}\nyear {:04}\nfirst {:06}\nlast {:06}\ngiven {}\nsample {}\nkey {}\n", magic,
        core::to_text(block.uid), block.from, block.to, block.year, block.first, block.last,
        core::to_iso(block.given), block.sample ? "yes" : "no", office::to_text(block.key));
}

std::string message_of(std::string_view lines) {
    const office::Digest digest = office::digest(lines);
    return "SROK-BLOCK:" + std::string{reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// "NAME VALUE\n" off the front of the text; empty where another line stands there.
std::string take_line(std::string_view& text, std::string_view name) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !text.starts_with(name) || text.substr(name.size(), 1) != " ")
        return {};
    std::string value{text.substr(name.size() + 1, end - name.size() - 1)};
    text.remove_prefix(end + 1);
    return value;
}

std::int64_t whole(const std::string& digits) {
    return core::read_integer(digits).value_or(0);
}

core::Error altered() {
    return core::Error{"block-file.altered"};
}

core::Error about(const char* code, std::string_view office) {
    return core::Error{code}.with("office", std::string{office});
}

void keep_file(storage::Transaction& tx, const BlockFile& block, std::string_view direction,
               std::string_view verb) {
    const auto id =
        tx.insert<std::int64_t>(insert_file, block.uid, direction, block.from, block.to, block.year,
                                block.first, block.last, block.given, block.sample, block.digest);
    journal(tx, Stock::block_file, id, verb);
}

core::Error range(const char* code, const BlockFile& block, std::int64_t first, std::int64_t last) {
    return core::Error{code}
        .with("first", number_text(block.to, block.year, first))
        .with("last", number_text(block.to, block.year, last));
}

// What a lost file of the province gave since its backup is not given again.
std::int64_t next_to_give(const storage::Database& database, std::string_view office, int year) {
    storage::Statement row = database.query(select_next, office, year);
    row.step();
    const auto given = row.get<std::optional<core::Moment>>(1);
    const std::int64_t lives = given
                                   ? office::lost_lives_since(database, *given)
                                   : office::lost_lives(database, core::Day{std::chrono::year{year} / 1 / 1});
    return row.get<std::int64_t>(0) + lives * office::numbers_in_a_life;
}

// Whether the key that signed is the province's, as far as is known here; true when it is to be pinned.
core::Expected<bool> judge_key(const storage::Database& database, const BlockFile& file, bool in_set_up) {
    if (file.sample) {
        if (!in_set_up) return core::fail(about("block-file.sample", file.from));
        return false;
    }
    const auto known = office::known_keys(database, file.from);
    if (known.empty()) return true;
    if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.key == file.key; }))
        return core::fail(about("block-file.wrong-key", file.from));
    return false;
}

} // namespace

std::string write_block_file(const BlockFile& block, const office::SigningKey& key) {
    BlockFile signed_block = block;
    signed_block.key = key.public_key();
    const std::string lines = signed_lines(signed_block);
    return lines + "signature " + office::to_text(key.sign(message_of(lines))) + "\n";
}

core::Expected<BlockFile> read_block_file(std::string_view bytes) {
    if (!bytes.starts_with(magic_word)) return core::fail(core::Error{"block-file.not-srok"});
    if (!bytes.starts_with(magic)) {
        const std::string_view rest = bytes.substr(magic_word.size());
        const std::string_view version =
            rest.substr(0, std::min<std::size_t>(rest.find_first_not_of("0123456789"), 9));
        if (version.empty() || version == "1") return core::fail(altered());
        return core::fail(core::Error{"block-file.newer"}.with("version", std::string{version}));
    }
    std::string_view text = bytes.substr(magic.size());
    BlockFile block;
    const auto uid = core::uid_from_text(take_line(text, "uid"));
    block.from = take_line(text, "from");
    block.to = take_line(text, "to");
    block.year = static_cast<int>(whole(take_line(text, "year")));
    block.first = whole(take_line(text, "first"));
    block.last = whole(take_line(text, "last"));
    const auto given = core::moment_from_iso(take_line(text, "given"));
    block.sample = take_line(text, "sample") == "yes";
    const auto key = office::public_key_from_text(take_line(text, "key"));
    const auto signature = office::signature_from_text(take_line(text, "signature"));
    if (!uid || !given || !key || !signature || !text.empty()) return core::fail(altered());
    block.uid = *uid;
    block.given = *given;
    block.key = *key;
    block.digest = office::digest(bytes);
    const std::string lines = signed_lines(block);
    // What it means is written in one way only.
    if (lines + "signature " + office::to_text(*signature) + "\n" != bytes) return core::fail(altered());
    if (!office::verify(block.key, message_of(lines), *signature)) return core::fail(altered());
    return block;
}

core::Expected<BlockFile> load_block_file(const std::filesystem::path& path) {
    const auto u8 = path.u8string();
    const auto in_file = [&](core::Error error) {
        error.place.file = {u8.begin(), u8.end()};
        return core::fail(std::move(error));
    };
    const auto bytes = documents::read_file(path, largest_file);
    if (!bytes)
        return in_file(bytes.error().code == "file.too-large" ? core::Error{"block-file.not-srok"}
                                                              : bytes.error());
    auto block = read_block_file(*bytes);
    if (!block) return in_file(block.error());
    return block;
}

core::Expected<GivenBlock> give_block(storage::Transaction& tx, const BlockWish& wish,
                                      const office::SigningKey& key) {
    const storage::Database& database = tx.database();
    const office::Office own = office::load_office(database);
    if (own.level != office::Level::province) return core::fail(core::Error{"block-file.not-a-province"});
    if (!office::find_area(database, wish.office) || wish.office.size() != district_digits)
        return core::fail(core::Error{"area.unknown"}.with("code", wish.office));
    if (!wish.office.starts_with(own.area_code))
        return core::fail(about("block-file.other-province", wish.office));
    if (wish.count < 1 || wish.count > most_given)
        return core::fail(core::Error{"serial.count"}.with("count", std::to_string(wish.count)));
    BlockFile block;
    block.uid = tx.new_uid();
    block.from = own.area_code;
    block.to = wish.office;
    block.year = wish.year;
    block.first = wish.first.value_or(next_to_give(database, wish.office, wish.year));
    block.last = block.first + wish.count - 1;
    block.given = tx.now();
    block.sample = own.sample;
    if (block.first < 1 || block.last > largest_number || block.year < first_year || block.year > last_year)
        return core::fail(range("serial.block-range", block, block.first, block.last));
    storage::Statement before = database.query(select_given, block.to, block.year, block.first, block.last);
    if (before.step())
        return core::fail(range("serial.block-overlap", block,
                                std::max(block.first, before.get<std::int64_t>(0)),
                                std::min(block.last, before.get<std::int64_t>(1))));
    GivenBlock made{block, write_block_file(block, key)};
    made.block = read_block_file(std::string_view{made.bytes}).value();
    keep_file(tx, made.block, "given", "give");
    return made;
}

core::Expected<TakenBlock> take_block_file(storage::Transaction& tx, const BlockFile& file) {
    const storage::Database& database = tx.database();
    const office::Office own = office::load_office(database);
    if (own.level != office::Level::district || file.to != own.area_code)
        return core::fail(about("block-file.wrong-office", file.to));
    if (file.from != file.to.substr(0, province_digits))
        return core::fail(about("block-file.other-province", file.from));
    const auto pins = judge_key(database, file, own.in_set_up());
    if (!pins) return core::fail(pins.error());
    if (database.value<int>(select_taken, file.uid)) return TakenBlock{.same = true};
    const auto taken =
        take_block(tx, {Origin::province, file.to, file.year, file.first, file.last, file.given});
    if (!taken) return core::fail(taken.error());
    if (*pins) office::pin_key(tx, file.from, file.key);
    keep_file(tx, file, "taken", "take");
    return TakenBlock{.same = false, .block = *taken};
}

std::vector<KeptBlockFile> load_block_files(const storage::Database& database) {
    std::vector<KeptBlockFile> files;
    storage::Statement row = database.query(select_files);
    while (row.step())
        files.push_back({row.get<std::string_view>(0) == "given", row.get<std::string>(1),
                         row.get<std::string>(2), row.get<int>(3), row.get<std::int64_t>(4),
                         row.get<std::int64_t>(5), row.get<core::Moment>(6), row.get<bool>(7)});
    return files;
}

} // namespace certificates
