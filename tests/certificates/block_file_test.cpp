// SPDX-License-Identifier: GPL-3.0-or-later
// Battambang province gives Thma Koul its numbers by a file on a stick.
#include "certificates/block_file.hpp"
#include "certificates/register_chain.hpp"
#include "certificates/serial_block.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "rounds.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace {

struct Province : test::OfficeWorld {
    storage::Database thma_koul = test::new_office(environment);

    Province()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world, "02"); }) {
        clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
    }
    core::Expected<certificates::GivenBlock> give(const certificates::BlockWish& wish) {
        const auto key = office::open_signing_key(database).value();
        return change([&](storage::Transaction& tx) { return certificates::give_block(tx, wish, key); });
    }
    core::Expected<certificates::TakenBlock> take(storage::Database& at,
                                                  const certificates::BlockFile& file) {
        storage::Transaction tx(at, {"sokha"});
        auto taken = certificates::take_block_file(tx, file);
        if (taken && !taken->same) tx.commit();
        return taken;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(block_file, Province)

BOOST_AUTO_TEST_CASE(a_province_gives_each_number_once) {
    const auto first = give({"0202", 2026, 500}).value();
    BOOST_TEST(first.block.first == 1);
    BOOST_TEST(first.block.last == 500);
    BOOST_TEST(give({"0202", 2026, 100}).value().block.first == 501);
    BOOST_TEST(give({"0203", 2026, 100}).value().block.first == 1);
    BOOST_TEST(give({"0202", 2027, 100}).value().block.first == 1);
    const auto again = give({"0202", 2026, 10, 595});
    BOOST_TEST(test::code_of(again) == "serial.block-overlap");
    BOOST_TEST(again.error().fact("last") == "0202-2026-000600");
    BOOST_TEST(give({"0202", 2026, 10, 1001}).value().block.last == 1010);
    BOOST_TEST(certificates::load_block_files(database).size() == 5U);
    BOOST_TEST(last_audit().verb == "block_file.give");
    core::NoProgress silent;
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
}

BOOST_AUTO_TEST_CASE(only_a_province_gives_and_only_to_its_own_districts) {
    const auto key = office::open_signing_key(thma_koul).value();
    storage::Transaction tx(thma_koul, {"sokha"});
    BOOST_TEST(test::code_of(certificates::give_block(tx, {"0202", 2026, 5}, key)) ==
               "block-file.not-a-province");
    BOOST_TEST(test::code_of(give({"0302", 2026, 5})) == "block-file.other-province");
    BOOST_TEST(test::code_of(give({"0299", 2026, 5})) == "area.unknown");
    BOOST_TEST(test::code_of(give({"02", 2026, 5})) == "area.unknown");
    BOOST_TEST(test::code_of(give({"0202", 2026, 0})) == "serial.count");
    BOOST_TEST(test::code_of(give({"0202", 2026, 10, 999'995})) == "serial.block-range");
    BOOST_TEST(certificates::load_block_files(database).empty());
}

BOOST_AUTO_TEST_CASE(the_office_takes_it_once_and_knows_the_province_from_then_on) {
    const auto file = certificates::read_block_file(give({"0202", 2026, 40}).value().bytes).value();
    BOOST_TEST(!take(thma_koul, file).value().same);
    BOOST_TEST(certificates::load_blocks(thma_koul).at(0).left == 40);
    BOOST_TEST((office::pinned_key(thma_koul, "02") == office::current_key(database).public_key));
    const auto again = take(thma_koul, file).value();
    BOOST_TEST(again.same);
    BOOST_TEST(certificates::load_blocks(thma_koul).size() == 1U);
    BOOST_TEST(storage::audit_entries(thma_koul, 1).at(0).verb == "block_file.take");
}

BOOST_AUTO_TEST_CASE(a_file_for_another_office_or_by_another_hand_is_named) {
    const auto file = certificates::read_block_file(give({"0202", 2026, 40}).value().bytes).value();
    storage::Database other = test::new_office(environment, "0203");
    BOOST_TEST(test::code_of(take(other, file)) == "block-file.wrong-office");
    BOOST_TEST(test::code_of(take(database, file)) == "block-file.wrong-office");
    BOOST_TEST(take(thma_koul, file).has_value());
    // Somebody else says to be the province.
    certificates::BlockFile forged = file;
    forged.uid.bytes[0] ^= std::byte{1};
    forged.first = 41;
    forged.last = 80;
    const auto key = office::open_signing_key(other).value();
    const auto read = certificates::read_block_file(certificates::write_block_file(forged, key)).value();
    BOOST_TEST(test::code_of(take(thma_koul, read)) == "block-file.wrong-key");
    forged.from = "03";
    const auto stranger = certificates::read_block_file(certificates::write_block_file(forged, key)).value();
    BOOST_TEST(test::code_of(take(thma_koul, stranger)) == "block-file.other-province");
}

BOOST_AUTO_TEST_CASE(a_sample_province_gives_to_offices_in_set_up_only) {
    certificates::BlockFile file = give({"0202", 2026, 40}).value().block;
    file.sample = true;
    const auto key = office::open_signing_key(database).value();
    file = certificates::read_block_file(certificates::write_block_file(file, key)).value();
    {
        storage::Transaction tx(thma_koul, {"sokha"});
        BOOST_TEST(certificates::take_block_file(tx, file).has_value());
        BOOST_TEST(!office::pinned_key(thma_koul, "02").has_value());
    }
    storage::Transaction tx(thma_koul, {"sokha"});
    tx.run("UPDATE office SET set_up_ended_at = ?1", tx.now());
    BOOST_TEST(test::code_of(certificates::take_block_file(tx, file)) == "block-file.sample");
}

BOOST_AUTO_TEST_CASE(the_file_is_text_that_a_person_can_read) {
    const std::string bytes = give({"0202", 2026, 40}).value().bytes;
    BOOST_TEST(bytes.starts_with("SROK-BLOCK 1\nuid "));
    BOOST_TEST(bytes.find("\nto 0202\nyear 2026\nfirst 000001\nlast 000040\n") != std::string::npos);
    BOOST_TEST(test::code_of(certificates::read_block_file(std::string_view{"PK"})) == "block-file.not-srok");
    std::string newer = bytes;
    newer.replace(0, 12, "SROK-BLOCK 7");
    BOOST_TEST(certificates::read_block_file(std::string_view{newer}).error().fact("version") == "7");
}

// A byte changed, taken out or put in anywhere: never read as another block.
BOOST_AUTO_TEST_CASE(no_altered_file_is_read) {
    const std::string bytes = give({"0202", 2026, 40}).value().bytes;
    const int rounds = test::rounds(3'000, 100'000);
    std::mt19937 chance(20260504);
    for (int round = 0; round < rounds; ++round) {
        std::string altered = bytes;
        const std::size_t at = chance() % altered.size();
        switch (chance() % 4) {
        case 0:
            altered[at] = static_cast<char>(altered[at] ^ static_cast<char>(1U << (chance() % 8)));
            break;
        case 1:
            altered.erase(at, 1 + chance() % 5);
            break;
        case 2:
            altered.insert(at, 1, static_cast<char>('0' + chance() % 10));
            break;
        default:
            altered.resize(at);
        }
        if (altered == bytes) continue;
        const auto read = certificates::read_block_file(std::string_view{altered});
        BOOST_TEST(!read.has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
