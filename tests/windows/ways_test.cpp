// SPDX-License-Identifier: GPL-3.0-or-later
// What Windows does otherwise: a file that somebody holds is neither replaced nor removed, a lock keeps
// readers out, a name has any letters, and a path may be longer than 260 of them.
#include "core/error.hpp"
#include "documents/file.hpp"
#include "documents/staged_files.hpp"
#include "file_bytes.hpp"
#include "spreadsheet/writer.hpp"
#include "storage/database.hpp"
#include "storage/lock_byte.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>
#include <windows.h>

namespace {

namespace fs = std::filesystem;

// As a spreadsheet program holds a workbook: others may read it, and nothing else.
class Holder {
  public:
    explicit Holder(const fs::path& file)
        : m_file(CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                             OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr)) {
        BOOST_REQUIRE(m_file != INVALID_HANDLE_VALUE);
    }
    ~Holder() { CloseHandle(m_file); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

  private:
    HANDLE m_file;
};

std::string code_of(const std::function<void()>& what) {
    try {
        what();
    } catch (const core::WorldFailure& failure) {
        return failure.error().code;
    }
    return {};
}

std::string names_in(const fs::path& folder) {
    std::string names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::u8string name = entry.path().filename().u8string();
        names += std::string(name.begin(), name.end()) + "|";
    }
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ways)

BOOST_AUTO_TEST_CASE(a_file_that_is_open_elsewhere_stays_as_it_is_and_nothing_is_left_beside_it) {
    const test::Folder folder;
    const fs::path file = folder / fs::path(u8"របាយការណ៍.txt");
    documents::write_file(file, "the last return");
    {
        const Holder holder(file);
        BOOST_TEST(code_of([&] { documents::write_file(file, "this return"); }) == "file.write");
    }
    BOOST_TEST(test::bytes_of(file) == "the last return");
    BOOST_TEST(names_in(folder.path) == "របាយការណ៍.txt|");
    documents::write_file(file, "this return");
    BOOST_TEST(test::bytes_of(file) == "this return");
}

BOOST_AUTO_TEST_CASE(a_workbook_that_is_open_in_another_program_is_not_replaced_and_says_so) {
    const test::Folder folder;
    const fs::path file = folder / fs::path(u8"បញ្ជី.xlsx");
    const auto write = [&] {
        spreadsheet::WorkbookWriter writer{file, {"បញ្ជី", "០២០២", core::Moment{}}};
        writer.add_sheet("A").text(0, 0, "សុខ ដារ៉ា");
        writer.publish();
    };
    write();
    const std::string before = test::bytes_of(file);
    {
        const Holder holder(file);
        BOOST_TEST(code_of(write) == "file.write");
    }
    BOOST_TEST((test::bytes_of(file) == before));
    BOOST_TEST(names_in(folder.path) == "បញ្ជី.xlsx|");
}

BOOST_AUTO_TEST_CASE(staged_files_go_away_when_one_of_them_cannot_be_put_in_place) {
    const test::Folder folder;
    documents::write_file(folder / "a.pdf", "old");
    documents::write_file(folder / "b.pdf", "old");
    {
        const Holder holder(folder / "b.pdf");
        BOOST_TEST(code_of([&] {
                       documents::StagedFiles staged;
                       staged.stage_over(folder / "a.pdf", "new");
                       staged.stage_over(folder / "b.pdf", "new");
                       staged.put_in_place();
                   }) == "file.write");
    }
    BOOST_TEST(test::bytes_of(folder / "b.pdf") == "old");
    BOOST_TEST(names_in(folder.path) == "a.pdf|b.pdf|");
}

BOOST_AUTO_TEST_CASE(who_holds_an_office_file_can_be_read_while_they_hold_it) {
    const test::Folder folder;
    test::World world;
    const fs::path file = folder / fs::path(u8"ស្រុក.srok");
    const auto first = storage::Database::create(file, world.environment);
    fs::path lock = file;
    lock += ".lock";
    BOOST_TEST(test::bytes_of(lock).starts_with(storage::system_user_name() + " "));
    BOOST_TEST(!storage::lock_byte_of(lock)->try_lock());
}

BOOST_AUTO_TEST_CASE(an_office_file_that_is_open_cannot_be_removed_under_the_program) {
    const test::Folder folder;
    test::World world;
    const fs::path file = folder / "a.srok";
    const auto database = storage::Database::create(file, world.environment);
    std::error_code refused;
    fs::remove(file, refused);
    BOOST_TEST(bool(refused));
    BOOST_TEST(fs::exists(file));
}

BOOST_AUTO_TEST_CASE(a_path_of_long_khmer_folders_holds_an_office_and_its_papers) {
    const test::Folder folder;
    fs::path deep = folder.path;
    for (int level = 0; level < 6; ++level)
        deep /= fs::path(u8"មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង");
    BOOST_REQUIRE(deep.native().size() < 240);
    fs::create_directories(deep);
    test::World world;
    { const auto made = storage::Database::create(deep / fs::path(u8"ស្រុក.srok"), world.environment); }
    const auto again = storage::Database::open(deep / fs::path(u8"ស្រុក.srok"), storage::Access::read_write,
                                               world.environment);
    documents::write_file(deep / fs::path(u8"ក.txt"), "a");
    BOOST_TEST(test::bytes_of(deep / fs::path(u8"ក.txt")) == "a");
}

BOOST_AUTO_TEST_CASE(bytes_are_written_as_they_are_and_no_line_end_becomes_two) {
    const test::Folder folder;
    documents::write_file(folder / "lines.txt", "one\ntwo\r\n\x1a three");
    BOOST_TEST(test::bytes_of(folder / "lines.txt") == "one\ntwo\r\n\x1a three");
}

BOOST_AUTO_TEST_SUITE_END()
