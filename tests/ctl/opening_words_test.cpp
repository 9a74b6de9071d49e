// SPDX-License-Identifier: GPL-3.0-or-later
// A file that cannot be opened is named for what it is, with what to do, and nothing is written.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "file_bytes.hpp"
#include "storage/file_lock.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <map>

namespace {

namespace fs = std::filesystem;

struct Opening : test::Prompt {
    std::string office = new_office("a.srok");

    std::map<std::string, std::string> files() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path))
            if (entry.is_regular_file() && entry.path().extension() != ".lock")
                all[ctl::text_of(entry.path())] = test::bytes_of(entry.path());
        return all;
    }
    void put(std::string_view bytes) const { std::ofstream(ctl::path_of(office), std::ios::binary) << bytes; }
    std::string whole() const { return test::bytes_of(ctl::path_of(office)); }

    // By a word that reads and by one that writes.
    void named(const char* code, int exit) {
        const auto before = files();
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"find", office, ""},
              std::vector<std::string>{"institution", office, "add", "សាលា", "--kind", "school"}}) {
            BOOST_TEST_CONTEXT(words.front() << " " << code) {
                const auto said = ask(words);
                BOOST_TEST(said.error() == code);
                BOOST_TEST(said.exit == exit);
                BOOST_TEST(said.json()["error"]["place"]["file"] == office);
                BOOST_TEST(!said.json()["error"]["remedy"].get<std::string>().empty());
                BOOST_TEST((files() == before));
            }
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(opening_words, Opening)

BOOST_AUTO_TEST_CASE(damaged_newer_foreign_missing_and_its_folder_gone) {
    const std::string good = whole();
    put(good.substr(0, good.size() / 2));
    named("file.damaged", 3);
    std::string newer = good;
    newer[63] = '\x7F';
    put(newer);
    named("file.newer", 2);
    put("PK\x03\x04 a workbook");
    named("file.not-ours", 2);
    fs::remove(ctl::path_of(office));
    named("file.missing", 2);
    office = file("folder that is gone/a.srok");
    named("file.missing", 2);
}

BOOST_AUTO_TEST_CASE(open_elsewhere_is_told_with_who_holds_it_and_can_be_read) {
    const storage::FileLock held(ctl::path_of(office));
    const auto before = files();
    const auto refused = ask({"institution", office, "add", "សាលា", "--kind", "school"});
    BOOST_TEST(refused.exit == 3);
    BOOST_TEST(refused.error() == "file.locked");
    BOOST_TEST((files() == before));
    BOOST_TEST(ask({"find", office, ""}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_damaged_or_missing_file_is_told_with_the_newest_backup_beside_it) {
    BOOST_REQUIRE(type({"backup", office}).exit == 0);
    clock.step(std::chrono::hours{24});
    type({"institution", office, "add", "សាលា", "--kind", "school"});
    BOOST_REQUIRE(type({"backup", office}).exit == 0);
    const auto newest = file("a-backups/a-2025-12-18-090000.srok");
    BOOST_REQUIRE(fs::exists(ctl::path_of(newest)));
    put(whole().substr(0, 9000));
    const auto damaged = ask({"find", office, ""});
    BOOST_TEST(damaged.error() == "file.damaged");
    const auto remedy = damaged.json()["error"]["remedy"].get<std::string>();
    BOOST_TEST_MESSAGE(remedy);
    BOOST_TEST(remedy.find(newest) != std::string::npos);
    // What the remedy says.
    BOOST_TEST(ask({"restore", newest, office, "--replace"}).exit == 0);
    BOOST_TEST(ask({"institution", office, "list"}).json()["institutions"].size() == 1U);
    fs::remove(ctl::path_of(office));
    BOOST_TEST(ask({"find", office, ""}).json()["error"]["remedy"].get<std::string>().find(newest) !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
