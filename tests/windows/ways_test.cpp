// SPDX-License-Identifier: GPL-3.0-or-later
// What Windows does otherwise: a file that somebody holds is neither replaced nor removed, a lock keeps
// readers out, a name has any letters in either case, a path may be longer than 260 of them, and a stick
// goes away.
#include "backups/make.hpp"
#include "backups/small_office.hpp"
#include "core/error.hpp"
#include "core/file_in_place.hpp"
#include "documents/file.hpp"
#include "documents/staged_files.hpp"
#include "file_bytes.hpp"
#include "spreadsheet/writer.hpp"
#include "storage/database.hpp"
#include "storage/lock_byte.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <thread>
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

std::string why_of(const std::function<void()>& what) {
    try {
        what();
    } catch (const core::WorldFailure& failure) {
        return std::string(failure.error().fact("why"));
    }
    return {};
}

// A virus scanner: it holds what was just written, and lets it go.
class Scanner {
  public:
    Scanner(const fs::path& file, std::chrono::milliseconds how_long)
        : m_holder(std::in_place, file)
        , m_thread([this, how_long] {
            std::this_thread::sleep_for(how_long);
            m_holder.reset();
        }) {}
    ~Scanner() { m_thread.join(); }
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;

  private:
    std::optional<Holder> m_holder;
    std::thread m_thread;
};

// A folder that is there and away again, as a stick is. A letter of its own only Windows itself can give it.
class Stick {
  public:
    explicit Stick(const fs::path& folder)
        : m_in(folder)
        , m_drawer(folder.parent_path() / "drawer") {
        fs::create_directory(m_in);
    }
    void pull_out() const { fs::rename(m_in, m_drawer); }
    void put_in() const { fs::rename(m_drawer, m_in); }
    const fs::path& root() const { return m_in; }

  private:
    fs::path m_in;
    fs::path m_drawer;
};

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
        const std::string why = why_of([&] { documents::write_file(file, "this return"); });
        BOOST_TEST((why == "in-use" || why == "in-use-by"));
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

BOOST_AUTO_TEST_CASE(a_virus_scanner_that_holds_a_file_for_a_moment_is_waited_for) {
    using namespace std::chrono_literals;
    const test::Folder folder;
    const fs::path file = folder / fs::path(u8"បញ្ជី.txt");
    documents::write_file(file, "the last list");
    {
        const Scanner scanner(file, 400ms);
        documents::write_file(file, "this list");
    }
    BOOST_TEST(test::bytes_of(file) == "this list");
    // Or the new file, before it has its name.
    documents::write_file(folder / "new.part", "another list");
    {
        const Scanner scanner(folder / "new.part", 400ms);
        BOOST_TEST(!core::put_in_place(folder / "new.part", file).has_value());
    }
    BOOST_TEST(test::bytes_of(file) == "another list");
    {
        const Scanner scanner(file, 400ms);
        documents::StagedFiles staged;
        staged.stage_over(file, "the last of them");
        staged.put_in_place();
    }
    BOOST_TEST(test::bytes_of(file) == "the last of them");
    BOOST_TEST(names_in(folder.path) == "បញ្ជី.txt|");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told_at_once) {
    const test::Folder folder;
    documents::write_file(folder / "new.part", "a");
    const auto began = std::chrono::steady_clock::now();
    const auto refused = core::put_in_place(folder / "new.part", folder / "none" / "a.txt");
    BOOST_REQUIRE(refused.has_value());
    BOOST_TEST(refused->why == "no-folder");
    BOOST_TEST((std::chrono::steady_clock::now() - began < std::chrono::seconds{1}));
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

BOOST_AUTO_TEST_CASE(a_path_longer_than_260_letters_is_written_whole_or_refused_whole) {
    const test::Folder folder;
    fs::path deep = folder.path;
    while (deep.native().size() < 300)
        deep /= fs::path(u8"មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង");
    std::error_code refused; // a computer may allow them or not, and wine always does
    fs::create_directories(deep, refused);
    const fs::path file = deep / fs::path(u8"ក.txt");
    const std::string code = code_of([&] { documents::write_file(file, "a"); });
    BOOST_TEST(code == (refused ? "file.write" : ""));
    BOOST_TEST(test::bytes_of(file) == (code.empty() ? "a" : ""));
}

BOOST_AUTO_TEST_CASE(an_office_file_is_the_same_in_capital_letters) {
    const test::Folder folder;
    test::World world;
    const auto first = storage::Database::create(folder / "office.srok", world.environment);
    BOOST_TEST(code_of([&] {
                   storage::Database::open(folder / "OFFICE.SROK", storage::Access::read_write,
                                           world.environment);
               }) == "file.locked");
}

BOOST_AUTO_TEST_CASE(a_stick_that_was_pulled_out_keeps_its_backup_and_the_office_its_file) {
    test::SmallOffice office;
    const test::Folder& folder = office.folder;
    core::NoProgress& silent = office.silent;
    const auto database = office.open();
    const Stick stick(folder / "stick");
    const fs::path backup = stick.root() / fs::path(u8"បម្រុង.srok");
    backups::make_backup(database, backup, silent);
    const std::string first = test::bytes_of(backup);
    BOOST_TEST(!first.empty());
    stick.pull_out();
    const std::string code = code_of([&] { backups::make_backup(database, backup, silent); });
    BOOST_TEST((code == "file.write" || code == "disk.failed" || code == "folder.missing"), code);
    BOOST_TEST(code_of([&] { documents::write_file(stick.root() / "a.pdf", "a"); }) == "file.write");
    stick.put_in();
    BOOST_TEST((test::bytes_of(backup) == first));
    BOOST_TEST(names_in(folder / "stick") == "បម្រុង.srok|");
    backups::make_backup(database, backup, silent);
}

// installer/windows/wine.sh makes that person: what the rooms' tests write here, they write below this
// folder.
BOOST_AUTO_TEST_CASE(the_temporary_files_of_a_person_with_a_khmer_name_stand_under_it) {
    const std::u8string temporary = fs::temp_directory_path().u8string();
    BOOST_TEST((temporary.find(u8"\\សុខ ភាព\\") != std::u8string::npos));
    const test::Folder folder;
    BOOST_TEST((folder.path.u8string().starts_with(temporary)));
}

BOOST_AUTO_TEST_CASE(bytes_are_written_as_they_are_and_no_line_end_becomes_two) {
    const test::Folder folder;
    documents::write_file(folder / "lines.txt", "one\ntwo\r\n\x1a three");
    BOOST_TEST(test::bytes_of(folder / "lines.txt") == "one\ntwo\r\n\x1a three");
}

BOOST_AUTO_TEST_SUITE_END()
