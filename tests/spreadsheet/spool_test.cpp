// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.hpp"
#include "core/random.hpp"
#include "spreadsheet/scratch_folder.hpp"
#include "spreadsheet/spool.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Spooling {
    ScratchFolder folder;
    std::filesystem::path target = folder / "តារាង.xlsx";

    std::string bytes(std::size_t size) {
        core::SeededRandom chance{size};
        std::string made;
        for (std::size_t at = 0; at < size; ++at)
            made += static_cast<char>(chance.below(256));
        return made;
    }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.path()),
                                                      std::filesystem::directory_iterator{}));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(spool, Spooling)

BOOST_AUTO_TEST_CASE(bytes_come_back_in_order_in_pieces_of_one_size) {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{2400}, std::size_t{24'000},
                                   std::size_t{1} << 20U, std::size_t{3'000'000}, std::size_t{3'200'000}}) {
        const std::string all = bytes(size);
        spreadsheet::Spool spool(target);
        for (std::size_t at = 0; at < size; at += 70'001)
            spool.add(std::string_view{all}.substr(at, 70'001));
        for (int twice = 0; twice < 2; ++twice) {
            std::string read;
            std::size_t pieces = 0;
            spool.each(24'000, [&](std::string_view piece) {
                BOOST_REQUIRE((piece.size() == 24'000 || read.size() + piece.size() == size));
                read.append(piece);
                ++pieces;
            });
            BOOST_TEST((read == all), size);
            BOOST_TEST(pieces == (size + 23'999) / 24'000);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_small_one_makes_no_file_and_a_large_one_leaves_none) {
    {
        spreadsheet::Spool spool(target);
        spool.add(bytes(1000));
        BOOST_TEST(files() == 0U);
        spool.add(bytes(2'000'000));
        BOOST_TEST(files() == 1U);
    }
    BOOST_TEST(files() == 0U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_is_told) {
    spreadsheet::Spool spool(folder / "nowhere/x.xlsx");
    BOOST_CHECK_EXCEPTION(
        spool.add(bytes(2'000'000)), core::WorldFailure,
        [](const core::WorldFailure& failure) { return failure.error().code == "file.write"; });
}

BOOST_AUTO_TEST_SUITE_END()
