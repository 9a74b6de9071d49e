// SPDX-License-Identifier: GPL-3.0-or-later
// The words user and roles, and how every other word logs in once set-up has ended.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

namespace {

struct Door : test::Prompt {
    std::string office = new_office("ថ្មគោល.srok");
    std::string password = secret("password.txt", "ត្រីសៀម ៧ ក្បាល");
    std::string other = secret("other.txt", "ក្ដាម ៨ ក្បាល ទៀត");
    std::string phrase = secret("phrase.txt", "the office's own phrase");

    std::string secret(const std::string& name, const std::string& text) const {
        std::ofstream(std::filesystem::path(folder / name)) << text << "\r\n";
        return file(name);
    }
    std::string end_set_up() {
        const auto typed = ask({"user", office, "add", "boss", "--role", "administrator", "--password-file",
                                password, "--key-password-file", phrase});
        BOOST_REQUIRE_MESSAGE(typed.exit == 0, typed.out);
        return typed.json()["recovery_code"].get<std::string>();
    }
    test::Typed by(const std::string& name, std::vector<std::string> words, bool signs = false) {
        words.insert(words.end(), {"--as", name, "--password-file", name == "boss" ? password : other});
        if (signs) words.insert(words.end(), {"--key-password-file", phrase});
        return ask(std::move(words));
    }
    void add(const std::string& name, const std::string& role) {
        const auto typed =
            by("boss", {"user", office, "add", name, "--role", role, "--new-password-file", other});
        BOOST_REQUIRE_MESSAGE(typed.exit == 0, typed.out);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(user_words, Door)

BOOST_AUTO_TEST_CASE(the_first_user_is_an_administrator_and_from_then_on_writing_needs_a_log_in) {
    BOOST_TEST(ask({"user", office, "add", "dara", "--role", "clerk", "--password-file", password}).error() ==
               "set-up.not-administrator");
    BOOST_TEST(end_set_up().size() == 29U);
    const auto refused = ask({"office", office, "--phone", "012345678"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "auth.needed");
    BOOST_TEST(by("boss", {"office", office, "--phone", "012345678"}).exit == 0);
    BOOST_TEST(ask({"office", office}).json()["phone"] == "012345678"); // reading asks nobody
    const auto wrong = ask({"office", office, "--phone", "1", "--as", "boss", "--password-file", other});
    BOOST_TEST(wrong.exit == 2);
    BOOST_TEST(wrong.error() == "auth.wrong");
    BOOST_TEST(
        ask({"office", office, "--phone", "1", "--as", "boss", "--password-file", file("none.txt")}).exit ==
        2);
}

BOOST_AUTO_TEST_CASE(what_is_signed_needs_the_passphrase_too) {
    end_set_up();
    BOOST_TEST(by("boss", {"keys", office, "export", "--out", file("keys.txt")}).error() == "auth.needed");
    BOOST_TEST(by("boss", {"keys", office, "export", "--out", file("keys.txt")}, true).exit == 0);
    const auto wrong = ask({"keys", office, "export", "--out", file("again.txt"), "--as", "boss",
                            "--password-file", password, "--key-password-file", other});
    BOOST_TEST(wrong.error() == "key.wrong-passphrase");
    BOOST_TEST(!std::filesystem::exists(folder / "again.txt"));
}

BOOST_AUTO_TEST_CASE(a_role_does_what_the_matrix_says_and_two_do_what_needs_two) {
    end_set_up();
    add("clerk", "clerk");
    const auto refused =
        by("clerk", {"user", office, "add", "x", "--role", "clerk", "--new-password-file", other});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "auth.not-allowed");
    BOOST_TEST(by("boss", {"keys", office, "renew"}, true).error() == "auth.two-needed");
    const std::vector<std::string> renew{"keys", office,    "renew", "--second-password-file",
                                         other,  "--second"};
    const auto beside = [&](const std::string& name) {
        auto words = renew;
        words.push_back(name);
        return by("boss", words, true);
    };
    BOOST_TEST(beside("clerk").error() == "auth.second");
    add("officer", "district-officer");
    const auto renewed = beside("officer");
    BOOST_TEST(renewed.exit == 0, renewed.out);
    BOOST_TEST(renewed.json()["recovery_code"].get<std::string>().size() == 29U);
    BOOST_TEST(ask({"audit", office, "--limit", "1"}).json()["entries"][0]["actor"] == "boss+officer");
}

BOOST_AUTO_TEST_CASE(roles_passwords_and_recovery_at_the_shell) {
    const std::string code = end_set_up();
    add("clerk", "clerk");
    BOOST_TEST(by("boss", {"user", office, "give", "clerk", "--role", "reader"}).json()["roles"].size() ==
               2U);
    BOOST_TEST(by("boss", {"user", office, "take", "clerk", "--role", "reader"}).json()["roles"].size() ==
               1U);
    BOOST_TEST(by("boss", {"user", office, "take", "boss", "--role", "administrator"}).error() ==
               "user.last-administrator");
    BOOST_TEST(by("boss", {"user", office, "give", "clerk", "--role", "province-officer"}).error() ==
               "role.not-here");
    BOOST_TEST(by("boss", {"user", office, "disable", "clerk"}).json()["disabled"] == true);
    BOOST_TEST(by("clerk", {"office", office, "--phone", "1"}).error() == "auth.disabled");
    BOOST_TEST(by("boss", {"user", office, "enable", "clerk"}).exit == 0);
    BOOST_TEST(by("clerk", {"user", office, "password", "clerk", "--new-password-file", other}).exit == 0);
    BOOST_TEST(by("clerk", {"user", office, "password", "boss", "--new-password-file", other}).error() ==
               "auth.not-allowed");
    BOOST_TEST(ask({"user", office, "recover", "boss", "--code-file", secret("wrong.txt", "AAAAA-AAAAA"),
                    "--new-password-file", other})
                   .error() == "recovery.wrong");
    const auto recovered = ask({"user", office, "recover", "boss", "--code-file", secret("code.txt", code),
                                "--new-password-file", other});
    BOOST_TEST(recovered.exit == 0, recovered.out);
    BOOST_TEST(recovered.json()["recovery_code"] != code);
    BOOST_TEST(by("boss", {"office", office, "--phone", "012345678"}).error() ==
               "auth.wrong"); // the old password
}

BOOST_AUTO_TEST_CASE(a_backup_asks_nobody_and_opens_with_the_offices_passphrase_or_the_printed_code) {
    const std::string code = end_set_up();
    const auto made = ask({"backup", office, file("stick.srokbak")});
    BOOST_REQUIRE_MESSAGE(made.exit == 0, made.out);
    BOOST_TEST(made.json()["sealed"] == true);
    BOOST_TEST(ask({"audit", office, "--limit", "1"}).json()["entries"][0]["actor"] == "srok");
    const auto restore = [&](const std::string& to, const std::string& with) {
        return ask({"restore", file("stick.srokbak"), file(to), "--backup-password-file", with});
    };
    BOOST_TEST(restore("wrong.srok", other).error() == "backup.wrong-passphrase");
    BOOST_TEST(restore("by-phrase.srok", phrase).exit == 0);
    std::string typed = code; // as it is read from paper
    std::replace(typed.begin(), typed.end(), '-', ' ');
    BOOST_TEST(restore("by-code.srok", secret("code.txt", typed)).exit == 0);
    // The restored office asks for a log-in as the one before did, and has another generation.
    BOOST_TEST(ask({"office", file("by-code.srok"), "--phone", "1"}).error() == "auth.needed");
    const auto written = ask({"office", file("by-code.srok"), "--phone", "012345678", "--as", "boss",
                              "--password-file", password});
    BOOST_TEST(written.exit == 0, written.out);
    // After the code was used, the next one opens the backups made from then on.
    const auto recovered = ask(
        {"user", office, "recover", "boss", "--code-file", file("code.txt"), "--new-password-file", other});
    BOOST_REQUIRE_MESSAGE(recovered.exit == 0, recovered.out);
    BOOST_TEST(ask({"backup", office, file("later.srokbak")}).exit == 0);
    const auto later = [&](const std::string& to, const std::string& with) {
        return ask({"restore", file("later.srokbak"), file(to), "--backup-password-file", with});
    };
    BOOST_TEST(later("spent.srok", file("code.txt")).error() == "backup.wrong-passphrase");
    BOOST_TEST(
        later("next.srok", secret("next.txt", recovered.json()["recovery_code"].get<std::string>())).exit ==
        0);
}

// What an import keeps for its undoing tells of the person too; the rest can be taken back all the same.
BOOST_AUTO_TEST_CASE(who_was_erased_stands_in_no_kept_import_and_the_others_can_still_be_taken_back) {
    std::ofstream(std::filesystem::path(folder / "list.csv")) << "ឈ្មោះ,ភេទ,ថ្ងៃកំណើត,ទូរសព្ទ\n"
                                                                 "សុខ ពិសិដ្ឋវណ្ណ,ស្រី,12/03/2004,0967654321\n"
                                                                 "កែវ មុំ,ស្រី,11/02/2005,012345678\n"
                                                                 "ចាន់ ពិសិដ្ឋវណ្ណ,,10/02/2005,\n";
    const auto imported = ask({"import", office, "learners", file("list.csv")});
    BOOST_TEST(imported.json()["accepted"] == 2);
    const auto in_the_file = [&](std::string_view text) {
        std::ifstream bytes(std::filesystem::path(std::u8string(office.begin(), office.end())),
                            std::ios::binary);
        const std::string all{std::istreambuf_iterator<char>(bytes), {}};
        return all.find(text) != std::string::npos;
    };
    BOOST_TEST(in_the_file("0967654321"));
    const auto found = ask({"find", office, "ពិសិដ្ឋវណ្ណ"}).json()["learners"][0]["number"].get<std::string>();
    BOOST_TEST(ask({"learner", office, "erase", found}).error() == "erasure.no-reason");
    BOOST_TEST(ask({"learner", office, "erase", found, "--dry-run"}).json()["whole"] == true);
    BOOST_TEST(in_the_file("0967654321"));
    BOOST_TEST(ask({"learner", office, "erase", found, "--reason", "the family asked"}).exit == 0);
    BOOST_TEST(!in_the_file("0967654321"));
    BOOST_TEST(!in_the_file("សុខ ពិសិដ្ឋវណ្ណ"));
    BOOST_TEST(ask({"undo-import", office, "1"}).exit == 0);
    BOOST_TEST(ask({"find", office, ""}).json()["total"] == 0);
    BOOST_TEST(ask({"check", office}).json()["ok"] == true);
}

BOOST_AUTO_TEST_CASE(roles_prints_the_whole_matrix) {
    const auto verbs = ask({"roles"}).json()["verbs"];
    BOOST_TEST(verbs.size() > 90U);
    const auto it = std::find_if(verbs.begin(), verbs.end(),
                                 [](const auto& one) { return one["verb"] == "certificate.void"; });
    BOOST_REQUIRE((it != verbs.end()));
    BOOST_TEST((*it)["two"] == true);
}

BOOST_AUTO_TEST_SUITE_END()
