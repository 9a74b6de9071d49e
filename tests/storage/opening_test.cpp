// SPDX-License-Identifier: GPL-3.0-or-later
// Every file that is not a good office file is named for what it is, and is left as it was.
#include "storage/database.hpp"
#include "storage/office_bytes.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>

using storage::Access;
using storage::Database;

namespace storage {

// In place of the platform's: no test can mount a share.
static bool share_pretended = false;
bool on_network_share(const std::filesystem::path&) {
    return share_pretended;
}

} // namespace storage

namespace {

namespace fs = std::filesystem;

struct Opening : test::World {
    test::Folder folder;
    fs::path path = folder / u8"ថ្មគោល.srok";

    // Every file in the folder but the locks, which stay behind empty or not.
    std::map<std::string, std::string> all_bytes() const {
        std::map<std::string, std::string> bytes;
        for (const auto& entry : fs::directory_iterator(folder.path))
            if (entry.is_regular_file() && entry.path().extension() != ".lock")
                bytes[entry.path().filename().string()] = test::bytes_of(entry.path());
        return bytes;
    }
    std::string code_of_opening(Access access) {
        try {
            Database::open(path, access, environment);
        } catch (const core::WorldFailure& failure) {
            BOOST_TEST(!failure.error().place.file.empty());
            return failure.error().code;
        }
        return "opened";
    }
    void refused_as(const char* code) {
        const auto before = all_bytes();
        BOOST_TEST_CONTEXT(code) {
            BOOST_TEST(code_of_opening(Access::read_only) == code);
            BOOST_TEST(code_of_opening(Access::read_write) == code);
            BOOST_TEST((all_bytes() == before));
        }
    }
    void put(std::string_view bytes) const { test::put_bytes(path, bytes); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(opening, Opening)

BOOST_AUTO_TEST_CASE(a_file_that_is_none_of_ours) {
    put("");
    refused_as("file.not-ours");
    put("បញ្ជីរាយនាម");
    refused_as("file.not-ours");
    put("PK\x03\x04 an Excel file whose name was changed");
    refused_as("file.not-ours");
    std::string other = test::office_bytes();
    other.replace(68, 4, 4, '\0'); // another program's database
    put(other);
    refused_as("file.not-ours");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_there_or_is_a_folder) {
    refused_as("file.missing");
    fs::create_directory(path);
    refused_as("file.not-ours");
}

BOOST_AUTO_TEST_CASE(a_file_of_a_newer_program) {
    std::string newer = test::office_bytes();
    newer[63] = '\x7F'; // the last byte of user_version
    put(newer);
    refused_as("file.newer");
}

BOOST_AUTO_TEST_CASE(a_file_cut_off_anywhere) {
    const std::string whole = test::office_bytes();
    for (const std::size_t left : {std::size_t{16}, std::size_t{99}, std::size_t{100}, std::size_t{4096},
                                   whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        put(std::string_view{whole}.substr(0, left));
        refused_as("file.damaged");
    }
}

BOOST_AUTO_TEST_CASE(a_file_whose_pages_were_overwritten) {
    std::string zeroed = test::office_bytes();
    std::fill(zeroed.begin() + 4096, zeroed.end(), '\0');
    put(zeroed);
    refused_as("file.damaged");
    std::string scrambled = test::office_bytes();
    std::fill(scrambled.begin() + 100, scrambled.begin() + 4096, '\x5A'); // the schema
    put(scrambled);
    refused_as("file.damaged");
}

// A backup has another journal mode: opening it for writing must not change that before it is known to be
// whole.
BOOST_AUTO_TEST_CASE(a_damaged_backup_is_not_touched_either) {
    std::string zeroed = test::backup_bytes();
    std::fill(zeroed.begin() + 4096, zeroed.end(), '\0');
    put(zeroed);
    refused_as("file.damaged");
}

// A backup was copied over a file that was not closed properly: SQLite would write the old log into it.
BOOST_AUTO_TEST_CASE(a_copy_beside_the_log_of_the_file_it_replaced) {
    put(test::backup_bytes());
    fs::path log = path;
    log += "-wal";
    test::put_bytes(log, test::unfinished_log());
    refused_as("file.stale-log");
    // What the remedy says.
    fs::rename(log, folder / "kept-wal");
    BOOST_TEST(code_of_opening(Access::read_write) == "opened");
}

BOOST_AUTO_TEST_CASE(the_log_of_the_file_itself_is_read_after_a_power_cut) {
    put(test::unfinished_bytes());
    fs::path log = path;
    log += "-wal";
    test::put_bytes(log, test::unfinished_log());
    const Database opened = Database::open(path, Access::read_write, environment);
    BOOST_TEST(opened.value<std::string>("SELECT value FROM setting WHERE key = 'in the log'").value_or("") ==
               "kept");
}

// The first page says how long the file will be, and is written before the file is made longer.
BOOST_AUTO_TEST_CASE(a_power_cut_while_the_log_goes_into_the_file_is_no_damage) {
    put(test::office_bytes());
    fs::path log = path;
    log += "-wal";
    std::string begun;
    std::string grown;
    {
        auto database = Database::open(path, Access::read_write, environment);
        storage::Transaction tx(database, {});
        for (int i = 0; i < 100; ++i)
            tx.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", "late" + std::to_string(i),
                   std::string(900, 'x'));
        tx.audit("setting.set", "setting", std::nullopt, "{}");
        tx.commit();
        begun = test::bytes_of(path);
        grown = test::bytes_of(log);
    }
    constexpr std::size_t page = 4096;
    for (std::size_t frame = 32; frame + 24 + page <= grown.size(); frame += 24 + page)
        if (grown.compare(frame, 4, std::string_view{"\0\0\0\1", 4}) == 0)
            begun.replace(0, page, grown, frame + 24, page);
    fs::remove(log);
    put(begun);
    refused_as("file.damaged");
    test::put_bytes(log, grown);
    const Database opened = Database::open(path, Access::read_write, environment);
    BOOST_TEST(opened.value<int>("SELECT count(*) FROM setting WHERE key LIKE 'late%'").value() == 100);
}

BOOST_AUTO_TEST_CASE(a_file_on_a_network_share) {
    put(test::office_bytes());
    storage::share_pretended = true;
    refused_as("file.network");
    const auto creating = [&] { Database::create(folder / "new.srok", environment); };
    const auto named = [](const core::WorldFailure& f) { return f.error().code == "file.network"; };
    BOOST_CHECK_EXCEPTION(creating(), core::WorldFailure, named);
    storage::share_pretended = false;
    BOOST_TEST(!fs::exists(folder / "new.srok"));
}

BOOST_AUTO_TEST_CASE(a_file_that_somebody_else_has_open_is_only_read) {
    put(test::office_bytes());
    const Database holder = Database::open(path, Access::read_write, environment);
    try {
        Database::open(path, Access::read_write, environment);
        BOOST_ERROR("a second writer");
    } catch (const core::WorldFailure& failure) {
        BOOST_TEST(failure.error().code == "file.locked");
        BOOST_TEST(!failure.error().fact("holder").empty());
    }
    BOOST_TEST(code_of_opening(Access::read_only) == "opened");
}

// Whoever may write everywhere is not stopped by permissions: then the folder's lock is what cannot be
// written.
BOOST_AUTO_TEST_CASE(a_file_where_nothing_may_be_written_is_only_read) {
    put(test::office_bytes());
    fs::path lock = path;
    lock += ".lock";
    fs::create_directory(lock);
    BOOST_TEST(code_of_opening(Access::read_write) == "file.read-only");
    BOOST_TEST(code_of_opening(Access::read_only) == "opened");
    BOOST_TEST((test::bytes_of(path) == test::office_bytes()));
    fs::remove(lock);
    fs::permissions(path, fs::perms::owner_read, fs::perm_options::replace);
    if (std::fstream(path, std::ios::in | std::ios::out)) return; // we are that person
    BOOST_TEST(code_of_opening(Access::read_write) == "file.read-only");
    BOOST_TEST(code_of_opening(Access::read_only) == "opened");
}

BOOST_AUTO_TEST_CASE(a_file_replaced_while_it_is_open_takes_no_more_writes) {
    put(test::office_bytes());
    Database database = Database::open(path, Access::read_write, environment);
    const auto set = [&](const std::function<void()>& meanwhile) {
        storage::Transaction tx(database, {});
        tx.run("INSERT OR REPLACE INTO setting (key, value) VALUES ('a', 'b')");
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        meanwhile();
        tx.commit();
    };
    set([] {});
    // Where the system holds on to an open file (windows/ways_test.cpp), nobody can replace it.
    std::error_code held;
    fs::rename(path, path, held);
    if (held) return;
    const auto replaced = [](const core::WorldFailure& f) { return f.error().code == "file.replaced"; };
    test::put_bytes(folder / "restored.srok", test::backup_bytes());
    BOOST_CHECK_EXCEPTION(set([&] { fs::rename(folder / "restored.srok", path); }), core::WorldFailure,
                          replaced);
    BOOST_CHECK_EXCEPTION(set([] {}), core::WorldFailure, replaced);
    BOOST_TEST((test::bytes_of(path) == test::backup_bytes()));
    fs::remove(path);
    BOOST_CHECK_EXCEPTION(set([] {}), core::WorldFailure, replaced);
}

BOOST_AUTO_TEST_SUITE_END()
