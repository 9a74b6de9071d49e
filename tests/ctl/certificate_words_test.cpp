// SPDX-License-Identifier: GPL-3.0-or-later
// The word certificate, from a class to the paper, and what happens when the paper cannot be written.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Certificates : test::Prompt {
    // The sample's year is over.
    Certificates() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string office = sample_office("sample.srok");

    std::string class_that_is(std::string_view status) {
        const ctl::Json all = ask({"class", office, "list"}).json();
        for (const ctl::Json& one : all["classes"])
            if (one["status"] == status) return one["id"].dump();
        BOOST_FAIL("no class is " << status);
        return {};
    }
    std::size_t issued() {
        std::size_t count = 0;
        const ctl::Json all = ask({"certificate", office, "register"}).json();
        for (const ctl::Json& one : all["certificates"])
            count += one["state"] == "issued" ? 1 : 0;
        return count;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(certificate_words, Certificates)

BOOST_AUTO_TEST_CASE(in_set_up_issuing_approves_in_the_same_step_and_says_so) {
    const std::string id = class_that_is("closed");
    const auto typed = ask({"certificate", office, "issue", id, "--out", file("pdf")});
    BOOST_TEST(typed.exit == 0);
    const ctl::Json document = typed.json();
    BOOST_TEST(document["approved_in_same_step"] == true);
    BOOST_REQUIRE(!document["issued"].empty());
    const ctl::Json& first = document["issued"][0];
    BOOST_TEST(std::filesystem::exists(ctl::path_of(first["file"].get<std::string>())));
    const auto genuine = ask({"verify", first["code"].get<std::string>(), "--office", office});
    BOOST_TEST(genuine.json()["verdict"] == "genuine");
    BOOST_TEST(genuine.exit == 0);
    const auto again = ask({"certificate", office, "issue", id, "--out", file("pdf")});
    BOOST_TEST(again.exit == 1);
    BOOST_TEST(again.json()["issued"].empty());
    BOOST_TEST(again.json()["reason"]["code"] == "class.issued-already");
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_leaves_no_number_issued) {
    const std::size_t before = issued();
    std::ofstream(folder / "a file") << "in the way";
    const auto typed =
        ask({"certificate", office, "issue", class_that_is("approved"), "--out", file("a file")});
    BOOST_TEST(typed.exit == 3);
    BOOST_TEST(typed.error() == "folder.write");
    BOOST_TEST(issued() == before);
}

BOOST_AUTO_TEST_CASE(a_paper_that_cannot_be_written_takes_the_others_away_again) {
    const std::string id = class_that_is("approved");
    const std::size_t before = issued();
    // Where the third paper will have to stand there is a folder.
    const auto other =
        ask({"certificate", sample_office("other.srok"), "issue", id, "--out", file("other")}).json();
    BOOST_REQUIRE(other["issued"].size() > 3U);
    std::filesystem::create_directories(folder / "pdf" /
                                        (other["issued"][2]["serial"].get<std::string>() + ".pdf") / "full");
    const auto typed = ask({"certificate", office, "issue", id, "--out", file("pdf")});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.error() == "file.exists");
    BOOST_TEST(issued() == before);
    BOOST_TEST(!std::filesystem::exists(folder / "pdf" /
                                        (other["issued"][0]["serial"].get<std::string>() + ".pdf")));
}

BOOST_AUTO_TEST_CASE(a_reprint_is_the_same_bytes_and_never_takes_an_office_files_place) {
    const auto first = ask({"certificate", office, "register"}).json()["certificates"][0];
    const std::string serial = first["serial"];
    const int before = first["reprints"];
    BOOST_TEST(ask({"certificate", office, "reprint", serial, "--reason", "បាត់", "--out", office}).error() ==
               "file.would-be-lost");
    const auto done =
        ask({"certificate", office, "reprint", serial, "--reason", "បាត់", "--out", file("r.pdf")});
    BOOST_TEST(done.exit == 0);
    BOOST_TEST(done.json()["reprints"] == before + 1);
    BOOST_TEST(ask({"verify", file("r.pdf"), "--office", office}).json()["serial"] == serial);
}

BOOST_AUTO_TEST_CASE(a_lost_paper_is_made_again_under_its_number_and_takes_no_other_files_place) {
    const std::string serial = ask({"certificate", office, "register"}).json()["certificates"][0]["serial"];
    BOOST_TEST(ask({"certificate", office, "duplicate", serial, "--out", office}).error() ==
               "file.would-be-lost");
    const auto done = ask({"certificate", office, "duplicate", serial, "--out", file("d.pdf")});
    BOOST_TEST(done.exit == 0);
    BOOST_TEST(done.json()["duplicate"] == 1);
    const auto checked = ask({"verify", file("d.pdf"), "--office", office}).json();
    BOOST_TEST(checked["serial"] == serial);
    BOOST_TEST(checked["verdict"] == "genuine");
    BOOST_TEST(ask({"certificate", office, "register"}).json()["certificates"][0]["duplicates"] == 1);
    std::filesystem::create_directories(folder / "taken.pdf");
    BOOST_TEST(ask({"certificate", office, "duplicate", serial, "--out", file("taken.pdf")}).exit > 1);
    BOOST_TEST(ask({"certificate", office, "register"}).json()["certificates"][0]["duplicates"] == 1);
}

BOOST_AUTO_TEST_CASE(a_replacement_that_would_say_the_same_is_refused_and_writes_nothing) {
    const std::string serial = ask({"certificate", office, "register"}).json()["certificates"][0]["serial"];
    const auto typed =
        ask({"certificate", office, "replace", serial, "--reason", "ឈ្មោះខុស", "--out", file("r.pdf")});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.error() == "certificate.same");
    BOOST_TEST(!std::filesystem::exists(folder / "r.pdf"));
}

BOOST_AUTO_TEST_CASE(the_control_sheet_tells_every_number_on_paper_and_as_a_workbook) {
    const std::string serial = ask({"certificate", office, "register"}).json()["certificates"][0]["serial"];
    ask({"certificate", office, "void", serial, "--reason", "ប្រគល់ខុស"});
    const auto typed = ask({"certificate", office, "control-sheet", "--out", file("control.pdf")});
    BOOST_TEST(typed.exit == 0);
    const ctl::Json block = typed.json()["blocks"][0];
    BOOST_TEST(block["void"] == 1);
    BOOST_TEST(block["numbers"][0]["state"] == "void");
    BOOST_TEST(block["used"].get<int>() + block["blank"].get<int>() == block["last"].get<int>());
    BOOST_TEST(std::filesystem::file_size(folder / "control.pdf") > 1000U);
    BOOST_TEST(ask({"certificate", office, "control-sheet", "--out", file("control.xlsx")}).exit == 0);
    BOOST_TEST(ask({"certificate", office, "control-sheet", "--out", file("control.doc")}).error() ==
               "file.kind");
    BOOST_TEST(
        ask({"certificate", new_office("new.srok"), "control-sheet", "--out", file("none.pdf")}).error() ==
        "register.empty");
    BOOST_TEST(ask({"certificate", office, "control-sheet", "--year", "1999"}).json()["blocks"].empty());
}

BOOST_AUTO_TEST_CASE(a_class_that_is_none_is_named) {
    for (const char* word : {"eligible", "results"}) {
        const auto typed = ask({word, office, "999"});
        BOOST_TEST(typed.exit == 2);
        BOOST_TEST(typed.error() == "class.not-found");
        BOOST_TEST(typed.json()["error"]["message"] == "There is no class 999.");
    }
}

BOOST_AUTO_TEST_SUITE_END()
