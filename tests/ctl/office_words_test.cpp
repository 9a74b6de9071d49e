// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Office : test::Prompt {
    std::string path = new_office("ថ្មគោល.srok");
    void damage(std::size_t at, char byte) const {
        std::fstream bytes(folder / std::filesystem::path(u8"ថ្មគោល.srok"),
                           std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(at));
        bytes.put(byte);
    }
};

bool is_empty(const test::Folder& folder) {
    return std::filesystem::is_empty(folder.path);
}

} // namespace

BOOST_AUTO_TEST_SUITE(office_words)

BOOST_FIXTURE_TEST_CASE(new_says_what_it_made, test::Prompt) {
    const auto typed = ask({"new", file("a.srok"), "--area", "202"});
    BOOST_TEST(typed.exit == 0);
    const ctl::Json made = typed.json();
    BOOST_TEST(made["area"] == "0202");
    BOOST_TEST(made["level"] == "district");
    BOOST_TEST(made["name_km"] == "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល");
    BOOST_TEST(made["key"].get<std::string>().size() == 16U);
    BOOST_TEST(ask({"new", file("b.srok"), "--area", "02"}).json()["level"] == "province");
}

BOOST_FIXTURE_TEST_CASE(new_takes_a_name_in_either_script_and_an_institution, test::Prompt) {
    BOOST_TEST(ask({"new", file("a.srok"), "--area", "0202", "--name", "ការិយាល័យ ក"}).json()["name_km"] ==
               "ការិយាល័យ ក");
    const ctl::Json latin = ask({"new", file("b.srok"), "--area", "0202", "--name", "DoE Thma Koul"}).json();
    BOOST_TEST(latin["name"] == "DoE Thma Koul");
    BOOST_TEST(latin["name_km"] == "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល");
    const ctl::Json school =
        ask({"new", file("c.srok"), "--area", "0202", "--institution", "7", "--name", "CLC Rung Chrey"})
            .json();
    BOOST_TEST(school["level"] == "institution");
    BOOST_TEST(school["name_km"] == "CLC Rung Chrey");
}

BOOST_FIXTURE_TEST_CASE(new_refuses_what_is_no_office_and_leaves_nothing, test::Prompt) {
    BOOST_TEST(ask({"new", file("a.srok"), "--area", "0299"}).error() == "area.unknown");
    BOOST_TEST(ask({"new", file("a.srok"), "--area", "020201"}).error() == "area.level");
    BOOST_TEST(ask({"new", file("a.srok")}).error() == "usage.missing");
    BOOST_TEST(ask({"new", file("nowhere/a.srok"), "--area", "0202"}).error() == "folder.missing");
    BOOST_TEST(ask({"new", file("a.srok"), "--area", "0299"}).exit == 2);
    BOOST_TEST(is_empty(folder));
}

BOOST_FIXTURE_TEST_CASE(new_never_writes_over_a_file, Office) {
    const auto typed = ask({"new", path, "--area", "0203"});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.error() == "file.exists");
    BOOST_TEST(typed.json()["error"]["place"]["file"] == path);
    BOOST_TEST(ask({"check", path}).json()["ok"] == true);
}

BOOST_FIXTURE_TEST_CASE(files_that_are_no_office_are_named, Office) {
    BOOST_TEST(ask({"check", file("none.srok")}).error() == "file.missing");
    BOOST_TEST(ask({"check", file("none.srok")}).exit == 2);
    std::ofstream(folder / "letter.srok") << "a letter to the province";
    BOOST_TEST(ask({"audit", file("letter.srok")}).error() == "file.not-ours");
    BOOST_TEST(ask({"audit", file("letter.srok")}).exit == 2);
    damage(63, 99); // the last byte of user_version
    const auto newer = ask({"audit", path});
    BOOST_TEST(newer.error() == "file.newer");
    BOOST_TEST(newer.exit == 2);
}

BOOST_FIXTURE_TEST_CASE(a_file_in_use_is_read_and_its_writers_are_told_who_holds_it, Office) {
    const auto held = storage::Database::open(folder / std::filesystem::path(u8"ថ្មគោល.srok"),
                                              storage::Access::read_write, environment);
    BOOST_TEST(ask({"audit", path}).exit == 0);
    const auto refused = ask({"institution", path, "add", "ក", "--kind", "clc"});
    BOOST_TEST(refused.exit == 3);
    BOOST_TEST(refused.error() == "file.locked");
    BOOST_TEST(refused.json()["error"]["facts"].contains("holder"));
}

BOOST_FIXTURE_TEST_CASE(check_finds_damage_with_exit_one, Office) {
    BOOST_TEST(type({"check", path}).exit == 0);
    const auto size = std::filesystem::file_size(folder / std::filesystem::path(u8"ថ្មគោល.srok"));
    for (std::size_t i = 0; i < 64; ++i)
        damage(size / 2 / 4096 * 4096 + i, '\x7F');
    const auto typed = ask({"check", path});
    BOOST_TEST(typed.exit == 1);
    BOOST_TEST(typed.json()["ok"] == false);
    BOOST_TEST(typed.json()["findings"][0]["code"] == "file.damaged");
}

BOOST_FIXTURE_TEST_CASE(check_finds_an_altered_audit_row_and_a_broken_rule, Office) {
    const auto tamper = [&](std::string_view sql) {
        auto database = storage::Database::open(folder / std::filesystem::path(u8"ថ្មគោល.srok"),
                                                storage::Access::read_write, environment);
        storage::Transaction tx(database, {"intruder"});
        tx.run(sql);
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        tx.commit();
    };
    tamper("UPDATE office SET area_code = '0299'");
    BOOST_TEST(ask({"check", path}).json()["findings"][0]["facts"]["rule"] == "office-area");
    tamper("UPDATE audit_change SET change = '[]' WHERE seq = 1");
    const auto typed = ask({"check", path});
    BOOST_TEST(typed.exit == 1);
    BOOST_TEST(typed.json()["findings"][0]["code"] == "audit.altered");
    BOOST_TEST(ask({"audit", path}).json()["chain"] == "broken");
    BOOST_TEST(ask({"audit", path}).exit == 1);
}

BOOST_FIXTURE_TEST_CASE(audit_tells_who_wrote_what_newest_first, Office) {
    type({"institution", path, "add", "មជ្ឈមណ្ឌលរូងជ្រៃ", "--kind", "clc"});
    const ctl::Json audit = ask({"audit", path, "--limit", "2"}).json();
    BOOST_TEST(audit["chain"] == "holds");
    BOOST_REQUIRE(audit["entries"].size() == 2U);
    BOOST_TEST(audit["entries"][0]["verb"] == "institution.add");
    BOOST_TEST(audit["entries"][0]["actor"] == "set-up");
    BOOST_TEST(audit["entries"][0]["change"].is_object());
}

BOOST_FIXTURE_TEST_CASE(a_backup_is_an_office_and_may_be_renewed, Office) {
    const auto first = ask({"backup", path, file("copy.srok")});
    BOOST_TEST(first.exit == 0);
    BOOST_TEST(first.json()["file"] == file("copy.srok"));
    BOOST_TEST(ask({"check", file("copy.srok")}).json()["ok"] == true);
    BOOST_TEST(ask({"backup", path, file("copy.srok")}).exit == 0);
    const auto named = ask({"backup", path, file("")}).json()["file"].get<std::string>();
    BOOST_TEST(named.ends_with("ថ្មគោល-2025-12-17.srok"));
    BOOST_TEST(ask({"audit", path, "--limit", "1"}).json()["entries"][0]["verb"] == "backup.prove");
}

BOOST_FIXTURE_TEST_CASE(a_backup_never_replaces_anything_else, Office) {
    BOOST_TEST(ask({"backup", path, path}).error() == "backup.same-file");
    std::ofstream(folder / "letter.txt") << "a letter";
    BOOST_TEST(ask({"backup", path, file("letter.txt")}).error() == "file.not-ours");
    random = core::SeededRandom{2};
    BOOST_TEST(type({"new", file("other.srok"), "--area", "0203"}).exit == 0);
    const auto other = ask({"backup", path, file("other.srok")});
    BOOST_TEST(other.error() == "backup.other-office");
    BOOST_TEST(other.exit == 2);
    BOOST_TEST(ask({"check", file("other.srok")}).json()["ok"] == true);
}

BOOST_AUTO_TEST_SUITE_END()
