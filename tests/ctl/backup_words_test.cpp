// SPDX-License-Identifier: GPL-3.0-or-later
// The stick, the broken computer and the new one, as they are typed.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "file_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <set>

namespace {

struct Shelf : test::Prompt {
    std::string secret = file("secret.txt");
    Shelf() { std::ofstream(ctl::path_of(secret)) << "four elephants at dawn\n"; }

    std::string passphrase_of(const std::string& office) {
        BOOST_REQUIRE(type({"backup-key", office, "set", "--backup-password-file", secret}).exit == 0);
        return office;
    }
    std::set<std::string> issue(const std::string& office, const std::string& one_class) {
        std::set<std::string> serials;
        const auto done = ask({"certificate", office, "issue", one_class, "--out", file("papers")});
        const ctl::Json document = done.json();
        if (document.contains("issued"))
            for (const auto& certificate : document["issued"])
                serials.insert(certificate["serial"].get<std::string>());
        return serials;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_words, Shelf)

BOOST_AUTO_TEST_CASE(the_computer_breaks_and_the_stick_brings_the_office_back) {
    const auto office = passphrase_of(sample_office("a.srok"));
    const auto learners = ask({"find", office, ""}).json()["total"];
    const auto made = ask({"backup", office, file("stick.srokbak")});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["sealed"] == true);
    std::filesystem::remove(ctl::path_of(office));
    clock.step(std::chrono::hours{1});
    const auto back = ask({"restore", file("stick.srokbak"), office, "--backup-password-file", secret});
    BOOST_TEST(back.exit == 0);
    BOOST_TEST(back.json()["generation"] == 2);
    BOOST_TEST(ask({"find", office, ""}).json()["total"] == learners);
    BOOST_TEST(ask({"check", office}).exit == 0);
    BOOST_TEST(ask({"audit", office}).json()["chain"] == "holds");
    BOOST_TEST(ask({"certificate", office, "control-sheet"}).exit == 0);
}

// Certificates are issued after the backup, and the computer breaks.
BOOST_AUTO_TEST_CASE(certificates_of_the_lost_days_keep_their_numbers_for_ever) {
    const auto office = passphrase_of(sample_office("a.srok"));
    BOOST_REQUIRE(type({"backup", office, file("stick.srokbak")}).exit == 0);
    std::string waiting;
    const ctl::Json classes = ask({"class", office, "list"}).json()["classes"];
    for (const auto& one : classes)
        if (one["status"] == "approved") waiting = std::to_string(one["id"].get<std::int64_t>());
    BOOST_REQUIRE(!waiting.empty());
    const auto lost = issue(office, waiting);
    BOOST_REQUIRE(lost.size() >= 3U);
    clock.step(std::chrono::hours{1});
    BOOST_TEST(ask({"restore", file("stick.srokbak"), office, "--backup-password-file", secret}).error() ==
               "restore.would-replace");
    const auto back =
        ask({"restore", file("stick.srokbak"), office, "--backup-password-file", secret, "--replace"});
    BOOST_REQUIRE(back.exit == 0);
    BOOST_TEST(back.json()["lost_serials"].get<std::int64_t>() >= 50'000);
    const auto again = issue(office, waiting);
    BOOST_TEST(again.size() == lost.size());
    for (const std::string& serial : again)
        BOOST_TEST(!lost.contains(serial), serial << " was given twice");
    bool told = false;
    const auto sheet = ask({"certificate", office, "control-sheet"}).json();
    for (const auto& block : sheet["blocks"])
        for (const auto& row : block["numbers"])
            told = told || row["state"] == "lost (restored)";
    BOOST_TEST(told);
    BOOST_TEST(ask({"check", office}).exit == 0);
}

// The lost file had handed over a return, and papers with numbers.
BOOST_AUTO_TEST_CASE(returns_and_papers_of_the_lost_days_keep_their_versions_and_numbers) {
    clock.set(core::Day{std::chrono::year{2026} / 8 / 20});
    const auto office = passphrase_of(sample_office("a.srok"));
    BOOST_REQUIRE(type({"backup", office, file("stick.srokbak")}).exit == 0);
    const auto build = [&] {
        const auto built = ask({"return", office, "build", "2025-11", "--out", file("r.xlsx")});
        BOOST_REQUIRE_MESSAGE(built.exit <= 1, built.out);
        return built.json()["version"].get<int>();
    };
    const auto statements = [&](const std::string& folder) {
        std::filesystem::create_directories(ctl::path_of(file(folder)));
        type({"statement", office, "issue", "attendance", "1", "--out", file(folder)});
        std::set<std::string> numbers;
        const ctl::Json list = ask({"statement", office, "list"}).json();
        for (const auto& one : list["statements"])
            numbers.insert(one["number"].get<std::string>());
        return numbers;
    };
    const int lost = build();
    const auto lost_papers = statements("papers");
    BOOST_REQUIRE(!lost_papers.empty());
    clock.step(std::chrono::hours{1});
    BOOST_REQUIRE(
        ask({"restore", file("stick.srokbak"), office, "--backup-password-file", secret, "--replace"}).exit ==
        0);
    const int after = build();
    BOOST_TEST(after > lost);
    // And it goes on from there.
    BOOST_TEST(build() == after);
    for (const std::string& number : statements("papers again"))
        BOOST_TEST(!lost_papers.contains(number), number << " was given twice");
    BOOST_TEST(!statements("papers again").empty());
}

BOOST_AUTO_TEST_CASE(a_rehearsal_tells_that_it_would_work) {
    const auto office = passphrase_of(sample_office("a.srok"));
    BOOST_REQUIRE(type({"backup", office, file("stick.srokbak")}).exit == 0);
    const auto done =
        ask({"restore", file("stick.srokbak"), office, "--rehearse", "--backup-password-file", secret});
    BOOST_TEST(done.exit == 0);
    BOOST_TEST(done.json()["ok"] == true);
    BOOST_TEST(done.json()["learners"] == ask({"find", office, ""}).json()["total"]);
    BOOST_TEST(done.json()["certificates"].get<std::int64_t>() > 0);
    BOOST_TEST(ask({"backups", office}).json().contains("rehearsed_at"));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_a_backup_is_named) {
    const auto office = passphrase_of(new_office("a.srok"));
    const auto stick = file("stick.srokbak");
    BOOST_REQUIRE(type({"backup", office, stick}).exit == 0);
    const auto there = file("b.srok");
    const auto restoring = [&](const std::string& backup) {
        return ask({"restore", backup, there, "--backup-password-file", secret});
    };
    const auto wrong = ask({"restore", stick, there});
    BOOST_TEST(wrong.exit == 2);
    BOOST_TEST(wrong.error() == "backup.wrong-passphrase");
    std::string bytes = test::bytes_of(ctl::path_of(stick));
    bytes[bytes.size() - 10] ^= 4;
    std::ofstream(ctl::path_of(file("bent.srokbak")), std::ios::binary) << bytes;
    const auto damaged = restoring(file("bent.srokbak"));
    BOOST_TEST(damaged.exit == 3);
    BOOST_TEST(damaged.error() == "backup.damaged");
    BOOST_TEST(damaged.json()["error"]["place"]["byte"].get<std::int64_t>() > 0);
    const auto none = restoring(secret);
    BOOST_TEST(none.exit == 2);
    BOOST_TEST(none.error() == "backup.not-a-backup");
    BOOST_TEST(!std::filesystem::exists(ctl::path_of(there)));
}

BOOST_AUTO_TEST_CASE(where_backups_go_is_chosen_once) {
    const auto office = passphrase_of(new_office("a.srok"));
    std::filesystem::create_directory(ctl::path_of(file("stick")));
    BOOST_TEST(
        ask({"backups", office, "--folder", file("shelf"), "--second", file("stick")}).json()["second"] ==
        file("stick"));
    const auto made = ask({"backup", office});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["file"] == file("shelf/a-2025-12-17-090000.srokbak"));
    BOOST_TEST(made.json()["second"] == file("stick/a-2025-12-17-090000.srokbak"));
    const auto listed = ask({"backups", office}).json();
    BOOST_TEST(listed["backups"].size() == 2U);
    BOOST_TEST(listed["backups"][0]["there"] == true);
    BOOST_TEST(!listed.contains("clock"));
    clock.set(core::Day{std::chrono::year{1970} / 1 / 2});
    BOOST_TEST(ask({"backups", office}).json()["clock"]["code"] == "clock.behind");
}

BOOST_AUTO_TEST_CASE(a_passphrase_is_changed_only_by_who_knows_it) {
    const auto office = passphrase_of(new_office("a.srok"));
    const auto other = file("other.txt");
    std::ofstream(ctl::path_of(other)) << "six buffaloes in the rain\n";
    BOOST_TEST(
        ask({"backup-key", office, "change", "--backup-password-file", other, "--new-password-file", secret})
            .error() == "backup.wrong-passphrase");
    BOOST_TEST(
        ask({"backup-key", office, "change", "--backup-password-file", secret, "--new-password-file", other})
            .exit == 0);
    BOOST_REQUIRE(type({"backup", office, file("stick.srokbak")}).exit == 0);
    BOOST_TEST(
        ask({"restore", file("stick.srokbak"), file("b.srok"), "--backup-password-file", other}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
