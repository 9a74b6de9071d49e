// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and papers come together or not at all.
#include "certificates/issue_files.hpp"
#include "certificates/small_class.hpp"
#include "certificates/waiting_files.hpp"
#include "documents/pdf.hpp"
#include "file_bytes.hpp"
#include "office/key_store.hpp"
#include "storage/audit.hpp"
#include "storage/cancel_at.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace fs = std::filesystem;

namespace {

using test::bytes_of;

// The class closed, with three who may be awarded: there is a second paper to fail at.
struct Papers : test::SmallClass {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;
    test::Folder folder;
    fs::path out = folder / u8"ថ្នាក់ ក" / "papers";

    Papers() {
        make_eligible("SOK THEARY");
        make_eligible("HENG VANNAK");
        close();
        before = storage::audit_head(database);
    }
    auto issue(core::Progress& progress) {
        const auto key = office::open_signing_key(database).value();
        return certificates::issue_into(database, {"sokha"}, {class_id}, key, fonts, out, progress);
    }
    // The serials that will be given, found on a copy.
    std::vector<std::string> serials() {
        auto copy = database.clone_in_memory(environment);
        storage::Transaction tx(copy, {});
        const auto key = office::open_signing_key(copy).value();
        const auto result = certificates::issue_class(tx, class_id, key, fonts, silent).value();
        std::vector<std::string> serials;
        for (const auto& one : result.issued)
            serials.push_back(one.serial);
        return serials;
    }
    std::string refusal() {
        try {
            const auto issued = issue(silent);
            return issued ? "issued" : issued.error().code;
        } catch (const core::WorldFailure& failure) {
            return failure.error().code;
        }
    }
    void nothing_happened() {
        BOOST_TEST(certificates::load_register(database).empty());
        BOOST_TEST((classes::load_class(database, class_id).status == classes::Status::closed));
        BOOST_TEST((storage::audit_head(database) == before));
    }
    // The certificates' papers are not known to stand.
    void expect_again(const certificates::IssuedFiles& issued) {
        storage::Transaction tx(database, {});
        std::size_t at = 0;
        for (const auto& one : issued.classes.front().result.issued)
            certificates::expect_file(tx, one.id, issued.files.at(at++), 0);
        tx.audit("test.power-cut", "certificate", std::nullopt, "{}");
        tx.commit();
    }
    storage::Hash before{};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(issue_files, Papers)

BOOST_AUTO_TEST_CASE(every_number_has_its_paper_with_the_bytes_that_are_kept) {
    const auto issued = issue(silent).value();
    BOOST_REQUIRE(issued.files.size() == 3U);
    for (std::size_t at = 0; at < 3; ++at) {
        const std::string& serial = issued.classes.front().result.issued[at].serial;
        BOOST_TEST(issued.files[at] == out / (serial + ".pdf"));
        BOOST_TEST((bytes_of(issued.files[at]) == certificates::load_document(database, serial).value()));
    }
    BOOST_TEST(std::distance(fs::directory_iterator{out}, {}) == 3);
    BOOST_TEST(certificates::load_register(database).size() == 3U);
}

BOOST_AUTO_TEST_CASE(wherever_it_is_cancelled_no_number_is_given_and_no_file_stays) {
    const int times = test::cancel_everywhere(
        [&](core::Progress& cancelled) {
            const auto issued = issue(cancelled);
            if (!issued) BOOST_TEST(issued.error().code == "cancelled");
            return issued.has_value();
        },
        [&] {
            nothing_happened();
            BOOST_TEST(fs::is_empty(folder.path));
        });
    BOOST_TEST(times >= 5);
    BOOST_TEST(certificates::load_register(database).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_gives_no_number) {
    std::ofstream(folder / u8"ថ្នាក់ ក") << "a file stands where the folder would";
    BOOST_TEST(refusal() == "folder.write");
    nothing_happened();
    BOOST_TEST(std::distance(fs::directory_iterator{folder.path}, {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_disk_that_fills_up_midway_leaves_neither_number_nor_paper) {
    const auto full = fs::path{"/dev/full"};
    if (!fs::exists(full)) return; // only Linux has a disk that is always full
    fs::create_directories(out);
    fs::create_symlink(full, out / (serials().at(1) + ".pdf.part"));
    BOOST_TEST(refusal() == "file.write");
    nothing_happened();
    BOOST_TEST(fs::is_empty(out));
    // With room again all goes well.
    BOOST_TEST(refusal() == "issued");
}

BOOST_AUTO_TEST_CASE(a_paper_never_takes_the_place_of_another_file) {
    fs::create_directories(out);
    const fs::path there = out / (serials().at(2) + ".pdf");
    std::ofstream(there) << "of an office that was restored";
    BOOST_TEST(refusal() == "file.exists");
    nothing_happened();
    BOOST_TEST(bytes_of(there) == "of an office that was restored");
    BOOST_TEST(std::distance(fs::directory_iterator{out}, {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_class_nobody_is_issued_for_makes_no_folder) {
    BOOST_TEST(refusal() == "issued");
    fs::remove_all(folder / u8"ថ្នាក់ ក");
    const auto again = issue(silent).value();
    BOOST_TEST(again.classes.front().result.nobody.value().code == "class.issued-already");
    BOOST_TEST(fs::is_empty(folder.path));
}

BOOST_AUTO_TEST_CASE(the_classes_that_wait_are_issued_centre_by_centre_with_one_run_of_numbers) {
    const auto other = add_closed_class("អក្ខរកម្ម ខ");
    std::vector<classes::ClassId> waiting;
    for (const auto& row : certificates::classes_to_issue(database))
        waiting.push_back(row.id);
    BOOST_REQUIRE((waiting == std::vector{other, class_id})); // ជ្រោយ stands before តាពូង
    const auto key = office::open_signing_key(database).value();
    const auto issued =
        certificates::issue_into(database, {"sokha"}, waiting, key, fonts, out, silent).value();
    BOOST_TEST(issued.files.size() == 4U);
    BOOST_TEST(issued.classes.front().result.issued.size() == 1U);
    BOOST_TEST(issued.classes.front().result.issued.front().serial.starts_with("0202-2025-000001-"));
    BOOST_TEST(std::distance(fs::directory_iterator{out}, {}) == 4);
    BOOST_TEST(certificates::classes_to_issue(database).empty());
}

BOOST_AUTO_TEST_CASE(one_file_holds_them_all_a_page_each_and_every_code_on_it_is_genuine) {
    out = folder / u8"ថ្នាក់ ក" / u8"ទាំងអស់.PDF";
    const auto issued = issue(silent).value();
    BOOST_REQUIRE(issued.files.size() == 3U);
    BOOST_TEST(issued.files.at(2) == out);
    const auto codes = documents::find_codes_in_pdf(bytes_of(out), certificates::code_prefix);
    BOOST_REQUIRE(codes.size() == 3U);
    for (std::size_t at = 0; at < 3; ++at)
        BOOST_TEST(codes[at] == issued.classes.front().result.issued[at].code);
    BOOST_TEST(certificates::load_waiting_files(database).empty());
}

BOOST_AUTO_TEST_CASE(cancelled_while_the_one_file_is_drawn_nothing_happened_either) {
    out = folder / "all.pdf";
    test::cancel_everywhere(
        [&](core::Progress& cancelled) {
            const auto issued = issue(cancelled);
            if (!issued) BOOST_TEST(issued.error().code == "cancelled");
            return issued.has_value();
        },
        [&] {
            nothing_happened();
            BOOST_TEST(fs::is_empty(folder.path));
        });
    BOOST_TEST(certificates::load_register(database).size() == 3U);
}

// The power goes after the commit, before the files stand: as if nobody had put them there.
BOOST_AUTO_TEST_CASE(what_a_power_cut_left_out_is_written_from_the_register) {
    const auto issued = issue(silent).value();
    const std::string first = bytes_of(issued.files.at(0));
    fs::remove(issued.files.at(0));
    expect_again(issued);
    BOOST_TEST(certificates::load_waiting_files(database).size() == 3U);
    const auto written = certificates::finish_files(database, fonts, {}, silent).value();
    BOOST_TEST(written.size() == 3U);
    BOOST_TEST((bytes_of(issued.files.at(0)) == first));
    BOOST_TEST(certificates::load_waiting_files(database).empty());
    BOOST_TEST(certificates::find_certificate(database, issued.classes.front().result.issued.front().serial)
                   ->reprints == 0);
}

BOOST_AUTO_TEST_CASE(where_the_stick_is_gone_the_papers_go_to_another_folder) {
    const auto issued = issue(silent).value();
    fs::remove_all(folder / u8"ថ្នាក់ ក");
    std::ofstream(folder / u8"ថ្នាក់ ក") << "no folder any more";
    expect_again(issued);
    BOOST_CHECK_THROW((void)certificates::finish_files(database, fonts, {}, silent), core::WorldFailure);
    BOOST_TEST(certificates::load_waiting_files(database).size() == 3U);
    const auto written = certificates::finish_files(database, fonts, folder / "here", silent).value();
    BOOST_TEST(written.front().parent_path() == folder / "here");
    BOOST_TEST(std::distance(fs::directory_iterator{folder / "here"}, {}) == 3);
}

BOOST_AUTO_TEST_CASE(a_waiting_paper_does_not_take_the_place_of_another_file_either) {
    const auto issued = issue(silent).value();
    std::ofstream(issued.files.at(1)) << "something else";
    expect_again(issued);
    BOOST_CHECK_THROW((void)certificates::finish_files(database, fonts, {}, silent), core::WorldFailure);
    BOOST_TEST(bytes_of(issued.files.at(1)) == "something else");
}

BOOST_AUTO_TEST_CASE(a_document_takes_the_place_of_what_was_chosen_only_once_it_is_committed) {
    const fs::path chosen = folder / "reprint.pdf";
    std::ofstream(chosen) << "of last year";
    {
        storage::Transaction tx(database, {});
        tx.run("INSERT INTO setting (key, value) VALUES ('not', 'audited')");
        BOOST_CHECK_THROW(certificates::commit_with_file(tx, chosen, "new"), std::logic_error);
    }
    BOOST_TEST(bytes_of(chosen) == "of last year");
    BOOST_TEST(std::distance(fs::directory_iterator{folder.path}, {}) == 1);
    storage::Transaction tx(database, {});
    tx.audit("test.reprint", "certificate", std::nullopt, "{}");
    certificates::commit_with_file(tx, chosen, "new");
    BOOST_TEST(bytes_of(chosen) == "new");
    BOOST_TEST(std::distance(fs::directory_iterator{folder.path}, {}) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
