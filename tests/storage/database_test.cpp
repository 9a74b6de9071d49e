// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_bytes.hpp"
#include "storage/database.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>

using storage::Access;
using storage::Database;

namespace {

std::string code_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const core::WorldFailure& failure) {
        return failure.error().code;
    }
    return "nothing";
}

void set(Database& database, const std::string& key, const std::string& value) {
    storage::Transaction tx(database, {});
    tx.run("INSERT OR REPLACE INTO setting (key, value) VALUES (?1, ?2)", key, value);
    tx.audit("setting.change", "setting", std::nullopt, "{}");
    tx.commit();
}

std::optional<std::string> setting(const Database& database, const std::string& key) {
    return database.value<std::string>("SELECT value FROM setting WHERE key = ?1", key);
}

using test::bytes_of;

void put_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(database, test::World)

BOOST_AUTO_TEST_CASE(what_was_committed_is_there_after_reopening) {
    const test::Folder folder;
    const auto path = folder / u8"ថ្មគោល.srok";
    {
        Database database = Database::create(path, environment);
        set(database, "language", "km");
    }
    const Database again = Database::open(path, Access::read_write, environment);
    BOOST_TEST(setting(again, "language").value_or("") == "km");
}

BOOST_AUTO_TEST_CASE(creating_over_an_existing_file_is_refused_and_leaves_it_alone) {
    const test::Folder folder;
    const auto path = folder / "a.srok";
    put_bytes(path, "a letter to the province");
    BOOST_TEST(code_of([&] { Database::create(path, environment); }) == "file.exists");
    BOOST_TEST(bytes_of(path) == "a letter to the province");
}

BOOST_AUTO_TEST_CASE(a_second_writer_is_refused_with_the_holders_name_and_a_reader_is_let_in) {
    const test::Folder folder;
    const auto path = folder / "a.srok";
    Database first = Database::create(path, environment);
    set(first, "language", "km");
    BOOST_TEST(code_of([&] { Database::open(path, Access::read_write, environment); }) == "file.locked");
    const Database reader = Database::open(path, Access::read_only, environment);
    BOOST_TEST(setting(reader, "language").value_or("") == "km");
}

BOOST_AUTO_TEST_CASE(files_that_are_not_ours_are_named_and_never_written) {
    const test::Folder folder;
    const auto check = [&](std::string_view bytes, const char* code) {
        const auto path = folder / "foreign.srok";
        put_bytes(path, bytes);
        BOOST_TEST(code_of([&] { Database::open(path, Access::read_write, environment); }) == code);
        BOOST_TEST((bytes_of(path) == bytes));
    };
    check("", "file.not-ours");
    check("PK\x03\x04 an Excel file", "file.not-ours");
    std::string other("SQLite format 3\0", 16);
    other.resize(4096, '\0');
    check(other, "file.not-ours");
    BOOST_TEST(code_of([&] { Database::open(folder / "none.srok", Access::read_only, environment); }) ==
               "file.missing");
}

BOOST_AUTO_TEST_CASE(a_file_of_a_newer_program_says_which_version_it_needs) {
    const test::Folder folder;
    const auto path = folder / "newer.srok";
    { Database::create(path, environment); }
    std::string bytes = bytes_of(path);
    bytes[63] = 99; // the last byte of user_version in the header
    put_bytes(path, bytes);
    BOOST_TEST(code_of([&] { Database::open(path, Access::read_write, environment); }) == "file.newer");
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_is_named_damaged) {
    const test::Folder folder;
    const auto path = folder / "cut.srok";
    { Database::create(path, environment); }
    const std::string bytes = bytes_of(path);
    put_bytes(path, std::string_view{bytes}.substr(0, bytes.size() / 2));
    BOOST_TEST(code_of([&] { Database::open(path, Access::read_write, environment); }) == "file.damaged");
}

BOOST_AUTO_TEST_CASE(damage_in_the_middle_is_found_by_the_check) {
    const test::Folder folder;
    const auto path = folder / "bits.srok";
    {
        Database database = Database::create(path, environment);
        for (int i = 0; i < 200; ++i)
            set(database, "key" + std::to_string(i), std::string(300, 'x'));
    }
    BOOST_TEST(Database::open(path, Access::read_only, environment).damage().empty());
    std::string bytes = bytes_of(path);
    // The last page belongs to the rows written last; its first bytes are the page's own header.
    for (std::size_t i = 0; i < 64; ++i)
        bytes[bytes.size() - 4096 + i] = '\x7F';
    put_bytes(path, bytes);
    const std::string opened = code_of([&] {
        const Database database = Database::open(path, Access::read_only, environment);
        if (!database.damage().empty()) throw core::WorldFailure(core::Error{"file.damaged"});
    });
    BOOST_TEST(opened == "file.damaged");
}

BOOST_AUTO_TEST_CASE(a_backup_opens_and_holds_the_same_rows) {
    const test::Folder folder;
    Database database = Database::create(folder / "a.srok", environment);
    set(database, "language", "km");
    core::NoProgress silent;
    database.back_up(folder / "copy.srok", silent);
    BOOST_TEST(!std::filesystem::exists(folder / "copy.srok.part"));
    const Database copy = Database::open(folder / "copy.srok", Access::read_only, environment);
    BOOST_TEST(setting(copy, "language").value_or("") == "km");
}

BOOST_AUTO_TEST_CASE(a_cancelled_backup_keeps_the_previous_copy) {
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    };
    const test::Folder folder;
    Database database = Database::create(folder / "a.srok", environment);
    for (int i = 0; i < 3000; ++i)
        set(database, "key" + std::to_string(i), std::string(500, 'x'));
    put_bytes(folder / "copy.srok", "yesterday's copy");
    Impatient impatient;
    BOOST_TEST(code_of([&] { database.back_up(folder / "copy.srok", impatient); }) == "cancelled");
    BOOST_TEST(bytes_of(folder / "copy.srok") == "yesterday's copy");
}

BOOST_AUTO_TEST_CASE(a_query_keeps_its_values_while_it_steps) {
    Database database = Database::in_memory(environment);
    for (const char* key : {"language of the lists", "language of the screen", "language of the shell"})
        set(database, key, "km");
    // The text dies with this line; the rows are read after it.
    auto rows =
        database.query("SELECT key FROM setting WHERE key >= ?1 ORDER BY key",
                       std::string("language of the ") + "a long text, so that it stands on the heap");
    const std::string reused(60, 'z');
    int count = 0;
    while (rows.step())
        ++count;
    BOOST_TEST(count == 3);
    BOOST_TEST(reused.size() == 60U);
}

BOOST_AUTO_TEST_CASE(reading_statements_cannot_write) {
    const Database database = Database::in_memory(environment);
    BOOST_CHECK_THROW(database.query("DELETE FROM setting"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
