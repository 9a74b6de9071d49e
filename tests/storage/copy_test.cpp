// SPDX-License-Identifier: GPL-3.0-or-later
// A copy counts only when it says what the original says.
#include "storage/connection.hpp"
#include "storage/copy.hpp"
#include "storage/office_bytes.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

using storage::Connection;

namespace {

namespace fs = std::filesystem;
constexpr std::size_t page = 4096;

struct Copying : test::World {
    test::Folder folder;
    fs::path original = folder / "a.srok";
    fs::path copy = folder / "copy.srok";

    Copying() { test::put_bytes(original, test::office_bytes()); }

    // Which is what a copy of these bytes is refused for; "equal" when it is not.
    std::string verdict(const std::string& bytes) {
        test::put_bytes(copy, bytes);
        try {
            Connection from(original, Connection::Mode::read_only);
            storage::compare_copy(from, copy);
        } catch (const core::WorldFailure& failure) {
            return failure.error().code + " " + std::string{failure.error().fact("which")};
        }
        return "equal";
    }
    bool detected(const std::string& bytes) { return verdict(bytes).starts_with("backup.unequal"); }
};

std::string flipped(std::size_t at, unsigned bit = 0) {
    std::string bytes = test::backup_bytes();
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

// Where the n-th occurrence of a text stands: in a row, or in the index over it.
std::size_t place_of(std::string_view text, int nth = 0) {
    std::size_t at = test::backup_bytes().find(text);
    while (nth-- > 0 && at != std::string::npos)
        at = test::backup_bytes().find(text, at + 1);
    BOOST_REQUIRE(at != std::string::npos);
    return at;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(copy, Copying)

BOOST_AUTO_TEST_CASE(a_faithful_copy_is_equal) {
    BOOST_TEST(verdict(test::backup_bytes()) == "equal");
}

BOOST_AUTO_TEST_CASE(one_bit_of_a_row_is_seen) {
    for (unsigned bit = 0; bit < 8; ++bit) {
        BOOST_TEST(verdict(flipped(place_of("xxxx") + 17, bit)) == "backup.unequal rows");
        BOOST_TEST(detected(flipped(place_of("key199"), bit)));
        BOOST_TEST(detected(flipped(place_of("setting.change", 40), bit)));
    }
}

BOOST_AUTO_TEST_CASE(one_bit_of_the_schema_or_the_header_is_seen) {
    BOOST_TEST(detected(flipped(place_of("CREATE TABLE"))));
    for (const std::size_t at : {std::size_t{0}, std::size_t{17}, std::size_t{63}, std::size_t{71}})
        BOOST_TEST(detected(flipped(at)));
}

// All bits of a page's own header and of its first pointers, over every page.
BOOST_AUTO_TEST_CASE(bits_of_the_structure_are_seen_on_every_page) {
    const std::size_t pages = test::backup_bytes().size() / page;
    BOOST_REQUIRE(pages > 10);
    std::size_t seen = 0;
    std::size_t told = 0;
    core::SeededRandom chance(7);
    for (std::size_t nth = 1; nth < pages; ++nth) {
        const std::size_t at = nth * page + (chance.below(2) == 0 ? 0 : 3 + chance.below(2));
        ++seen;
        told += detected(flipped(at, static_cast<unsigned>(chance.below(8)))) ? 1U : 0U;
    }
    BOOST_TEST(told == seen);
}

BOOST_AUTO_TEST_CASE(pages_cut_off_emptied_or_swapped_are_seen) {
    const std::string& whole = test::backup_bytes();
    BOOST_TEST(detected(whole.substr(0, whole.size() - page)));
    BOOST_TEST(detected(whole.substr(0, whole.size() - 1)));
    BOOST_TEST(detected(""));
    std::string emptied = whole;
    emptied.replace(whole.size() - page, page, page, '\0');
    BOOST_TEST(detected(emptied));
    // Two pages of the same table, each whole by itself.
    const std::size_t first = place_of("key10") / page * page;
    const std::size_t second = place_of("key190") / page * page;
    BOOST_REQUIRE(first != second);
    std::string swapped = whole;
    swapped.replace(first, page, whole, second, page);
    swapped.replace(second, page, whole, first, page);
    BOOST_TEST(detected(swapped));
}

BOOST_AUTO_TEST_CASE(a_damaged_original_is_named_and_not_its_copy) {
    std::string bytes = test::office_bytes();
    const auto at = bytes.rfind("setting.change") / page * page;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at),
              bytes.begin() + static_cast<std::ptrdiff_t>(at + 64), '\x7F');
    test::put_bytes(original, bytes);
    BOOST_TEST(verdict(bytes).starts_with("file.damaged"));
    // And no backup takes the place of yesterday's.
    test::put_bytes(copy, "yesterday's copy");
    const auto database = storage::Database::open(original, storage::Access::read_only, environment);
    core::NoProgress silent;
    BOOST_CHECK_EXCEPTION(database.back_up(copy, silent), core::WorldFailure,
                          [](const core::WorldFailure& f) { return f.error().code == "file.damaged"; });
    BOOST_TEST(test::bytes_of(copy) == "yesterday's copy");
    BOOST_TEST(!fs::exists(folder / "copy.srok.part"));
}

// The clerk types on while the shell makes the backup: it holds the moment at which it began.
BOOST_AUTO_TEST_CASE(a_backup_is_of_one_moment_while_another_program_writes) {
    auto writer = storage::Database::open(original, storage::Access::read_write, environment);
    const auto type = [&](const std::string& key) {
        storage::Transaction tx(writer, {});
        tx.run("INSERT INTO setting (key, value) VALUES (?1, ?2)", key, std::string(4000, 'y'));
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        tx.commit();
    };
    for (int i = 0; i < 600; ++i)
        type("before" + std::to_string(i));
    struct Typing final : core::Progress {
        std::function<void(const std::string&)> type;
        int times = 0;
        void report(std::int64_t, std::int64_t) override { type("meanwhile" + std::to_string(times++)); }
        bool cancelled() const override { return false; }
    } typing;
    typing.type = type;
    const auto reader = storage::Database::open(original, storage::Access::read_only, environment);
    reader.back_up(copy, typing);
    BOOST_TEST(typing.times > 2);
    const auto copied = storage::Database::open(copy, storage::Access::read_only, environment);
    BOOST_TEST(copied.value<int>("SELECT count(*) FROM setting WHERE key LIKE 'before%'").value() == 600);
    BOOST_TEST(copied.value<int>("SELECT count(*) FROM setting WHERE key LIKE 'meanwhile%'").value() == 0);
}

BOOST_AUTO_TEST_CASE(a_backup_that_cannot_be_put_there_leaves_nothing) {
    fs::create_directories(copy / "a folder of that name with something in it");
    const auto database = storage::Database::open(original, storage::Access::read_only, environment);
    core::NoProgress silent;
    BOOST_CHECK_EXCEPTION(database.back_up(copy, silent), core::WorldFailure,
                          [](const core::WorldFailure& f) { return f.error().code == "file.write"; });
    BOOST_TEST(!fs::exists(folder / "copy.srok.part"));
}

BOOST_AUTO_TEST_SUITE_END()
