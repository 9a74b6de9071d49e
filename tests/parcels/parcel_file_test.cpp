// SPDX-License-Identifier: GPL-3.0-or-later
// The file: read back as it was written, and refused wherever a byte or a line is another.
#include "identity/transfer_file.hpp"
#include "office/key_store.hpp"
#include "parcels/two_files.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

namespace {

constexpr std::size_t frame_at = 16 + 32;

struct File : test::TwoFiles {
    File() {
        prepare_and_check();
        bytes = send().bytes;
    }
    std::string bytes;

    std::string code(std::string_view of) { return test::code_of(parcels::read_parcel(of)); }
    std::string text() const { return identity::unpack(std::string_view{bytes}.substr(frame_at)).value(); }
    // The file around another text, with a right digest but nobody's signature.
    std::string around(const std::string& other) const {
        const std::string frame = identity::pack(other);
        const auto digest = office::digest(frame);
        return bytes.substr(0, 16) +
               std::string(reinterpret_cast<const char*>(digest.data()), digest.size()) + frame;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(parcel_file, File)

BOOST_AUTO_TEST_CASE(a_parcel_is_read_as_it_was_written) {
    const auto parcel = parcels::read_parcel(bytes).value();
    const auto again =
        parcels::write_parcel(parcel.head, parcel.content, office::open_signing_key(database).value());
    BOOST_TEST((again.bytes == bytes));
    BOOST_TEST((again.digest == parcel.digest));
    take_at(centre, bytes);
    approve_there();
    issue_there();
    const std::string back = give_back().bytes;
    const auto answer = parcels::read_parcel(back).value();
    BOOST_TEST(answer.content.issued.size() == 1U);
    BOOST_TEST(
        (parcels::write_parcel(answer.head, answer.content, office::open_signing_key(centre).value()).bytes ==
         back));
}

BOOST_AUTO_TEST_CASE(every_byte_that_is_changed_is_found) {
    int accepted = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int change : {1, 0x20, 0x80}) {
            std::string spoiled = bytes;
            spoiled[at] = static_cast<char>(spoiled[at] ^ change);
            accepted += code(spoiled).empty() ? 1 : 0;
        }
    BOOST_TEST(accepted == 0);
}

BOOST_AUTO_TEST_CASE(a_file_that_was_cut_or_grew_is_found) {
    for (std::size_t length = 0; length < bytes.size(); length += 7)
        BOOST_TEST(!code(bytes.substr(0, length)).empty());
    BOOST_TEST(code(bytes + "x") == "parcel.damaged");
    BOOST_TEST(code("") == "parcel.not-srok");
    BOOST_TEST(code("SROK-TRANSFER 2\n") == "parcel.not-srok");
    BOOST_TEST(code("SROK-PARCEL 2  \nxxxx") == "parcel.newer");
}

BOOST_AUTO_TEST_CASE(a_line_that_was_altered_by_somebody_who_knows_the_format_is_named) {
    std::string other = text();
    const std::size_t at = other.find("8.00");
    BOOST_REQUIRE(at != std::string::npos);
    other.replace(at, 4, "9.00");
    const auto parcel = parcels::read_parcel(around(other));
    BOOST_TEST(test::code_of(parcel) == "parcel.altered");
    BOOST_TEST(parcel.error().fact("what").starts_with("list"));
    BOOST_TEST(parcel.error().place.row.has_value());
}

BOOST_AUTO_TEST_CASE(every_letter_of_the_text_that_is_changed_is_found) {
    const std::string whole = text();
    int accepted = 0;
    core::SeededRandom chance(20);
    for (int round = 0, all = test::rounds(2'000, 50'000); round < all; ++round) {
        std::string other = whole;
        const auto at = static_cast<std::size_t>(chance.below(other.size()));
        switch (chance.below(3)) {
        case 0:
            other[at] = static_cast<char>(other[at] ^ static_cast<char>(1 + chance.below(255)));
            break;
        case 1:
            other.erase(at, 1);
            break;
        default:
            other.insert(at, 1, static_cast<char>(chance.below(256)));
        }
        accepted += code(around(other)).empty() ? 1 : 0;
    }
    BOOST_TEST(accepted == 0);
}

BOOST_AUTO_TEST_SUITE_END()
