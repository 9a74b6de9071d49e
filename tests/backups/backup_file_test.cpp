// SPDX-License-Identifier: GPL-3.0-or-later
// What went into a backup comes out again, with the passphrase alone, and nothing else ever does.
#include "backups/sealed_stream.hpp"
#include "backups/small_office.hpp"
#include "backups/unpack.hpp"
#include "rounds.hpp"

namespace {

using test::code_of;
using test::fs::path;

struct BackupFile : test::SmallOffice {
    path out = folder / "out.srok";

    std::string unpacking(const path& backup, std::string_view secret = test::passphrase) {
        return code_of([&] { return backups::unpack(backup, secret, out, silent); });
    }
    // Nothing of a refused backup is left.
    std::string refusal(std::string_view bytes, std::string_view secret = test::passphrase) {
        const path altered = folder / "altered.srokbak";
        test::put_file(altered, bytes);
        const std::string code = unpacking(altered, secret);
        BOOST_TEST(test::fs::exists(out) == code.empty());
        return code;
    }
    bool told(std::string_view bytes) {
        const std::string code = refusal(bytes);
        return code == "backup.damaged" || code == "backup.not-a-backup";
    }

    // A backup of a few chunks, of bytes that do not get smaller.
    std::string sealed_noise(std::size_t size) {
        std::vector<std::byte> plain(size);
        random.fill(plain);
        backups::Header header;
        header.area_code = "0202";
        header.plain_bytes = plain.size();
        header.plain_digest = office::digest(plain);
        const auto key = office::SigningKey::make(random);
        header.key.public_key = key.public_key();
        header.key.seals = {{office::SealKind::passphrase,
                             office::seal(key, test::passphrase, office::PassphraseCost::least(), random)}};
        backups::StreamKey stream_key{};
        random.fill(stream_key);
        header.sealed_stream_key = backups::seal_stream_key(stream_key, key.public_key());
        const auto head = backups::encode(header);
        const path file = folder / "noise.srokbak";
        const auto to = backups::real_disk().create(file);
        to->write(head);
        backups::SealedWriter writer(*to, stream_key, head);
        writer.write(plain);
        writer.finish();
        to->finish();
        m_stream_begins = head.size() + 24;
        return test::bytes_of(file);
    }
    std::size_t m_stream_begins = 0;
};

std::string flipped(std::string bytes, std::size_t at, unsigned bit) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

constexpr std::size_t sealed_chunk = 65536 + 17;

} // namespace

BOOST_FIXTURE_TEST_SUITE(backup_file, BackupFile)

BOOST_AUTO_TEST_CASE(what_went_in_comes_out_with_the_passphrase) {
    give_passphrase();
    rename("Before");
    const auto made = back_up("day.srokbak");
    BOOST_TEST(made.sealed);
    BOOST_TEST(made.bytes == test::fs::file_size(made.file));
    BOOST_TEST(leftovers() == "");
    BOOST_TEST(unpacking(made.file) == "");
    BOOST_TEST((office::digest(test::bytes_of(out)) == made.digest));
    const auto restored = storage::Database::open(out, storage::Access::read_only, environment);
    BOOST_TEST(office::load_office(restored).name == "Before");
}

BOOST_AUTO_TEST_CASE(a_sealed_backup_holds_no_name_in_the_clear) {
    give_passphrase();
    rename("Quite Unlikely Name");
    const std::string bytes = test::bytes_of(back_up("day.srokbak").file);
    BOOST_TEST(bytes.find("Unlikely") == std::string::npos);
    BOOST_TEST(bytes.find("SQLite format 3") == std::string::npos);
    BOOST_TEST(test::bytes_of(file).find("Quite Unlikely Name") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(whose_and_from_when_is_told_without_a_passphrase) {
    give_passphrase();
    const auto made = back_up("day.srokbak");
    const auto told = backups::look_at(made.file);
    BOOST_REQUIRE(told);
    const auto database = open(storage::Access::read_only);
    BOOST_TEST((told->header.office == office::load_office(database).uid));
    BOOST_TEST(told->header.area_code == "0202");
    BOOST_TEST((told->header.made_at == clock.now()));
    BOOST_TEST(told->header.generation == 1);
    BOOST_TEST(told->header.audit_rows == made.audit_rows);
}

BOOST_AUTO_TEST_CASE(a_wrong_passphrase_is_named_as_such) {
    give_passphrase();
    const auto made = back_up("day.srokbak");
    BOOST_TEST(unpacking(made.file, "four elephants") == "backup.wrong-passphrase");
    BOOST_TEST(unpacking(made.file, "") == "backup.wrong-passphrase");
    BOOST_TEST(!test::fs::exists(out));
}

BOOST_AUTO_TEST_CASE(a_recovery_code_opens_what_was_made_after_it_was_given) {
    give_passphrase();
    const auto before = back_up("before.srokbak");
    write([](storage::Transaction& tx) {
        BOOST_REQUIRE(office::set_backup_recovery(tx, test::passphrase, "K7TQ-22XM-9R4D",
                                                  office::PassphraseCost::least()));
    });
    const auto after = back_up("after.srokbak");
    BOOST_TEST(unpacking(after.file, "K7TQ-22XM-9R4D") == "");
    BOOST_TEST(unpacking(after.file) == "");
    BOOST_TEST(unpacking(before.file, "K7TQ-22XM-9R4D") == "backup.wrong-passphrase");
}

BOOST_AUTO_TEST_CASE(an_earlier_backup_opens_with_the_passphrase_of_its_day) {
    give_passphrase();
    const auto before = back_up("before.srokbak");
    write([](storage::Transaction& tx) {
        const auto least = office::PassphraseCost::least();
        BOOST_TEST(code_of([&] {
                       return office::change_backup_passphrase(tx, "not that one", "a new passphrase", least);
                   }) == "backup.wrong-passphrase");
        BOOST_REQUIRE(office::change_backup_passphrase(tx, test::passphrase, "a new passphrase", least));
    });
    const auto after = back_up("after.srokbak");
    BOOST_TEST(unpacking(before.file) == "");
    BOOST_TEST(unpacking(after.file) == "backup.wrong-passphrase");
    BOOST_TEST(unpacking(after.file, "a new passphrase") == "");
    write([](storage::Transaction& tx) {
        BOOST_REQUIRE(
            office::set_backup_passphrase(tx, "another key altogether", office::PassphraseCost::least()));
    });
    BOOST_TEST(unpacking(back_up("third.srokbak").file, "another key altogether") == "");
}

BOOST_AUTO_TEST_CASE(a_short_passphrase_is_refused_and_a_khmer_one_counts_its_letters) {
    write([](storage::Transaction& tx) {
        const auto least = office::PassphraseCost::least();
        BOOST_TEST(code_of([&] { return office::set_backup_passphrase(tx, "seven77", least); }) ==
                   "backup.passphrase-short");
        BOOST_TEST(code_of([&] { return office::set_backup_passphrase(tx, "ដំរីស", least); }) ==
                   "backup.passphrase-short");
        BOOST_TEST(!office::has_backup_key(tx.database()));
        BOOST_REQUIRE(office::set_backup_passphrase(tx, "ដំរីសធំណាស់", least));
        BOOST_TEST(office::has_backup_key(tx.database()));
    });
}

BOOST_AUTO_TEST_CASE(in_set_up_a_backup_is_a_plain_copy) {
    const auto made = back_up("day.srok");
    BOOST_TEST(!made.sealed);
    BOOST_TEST((office::digest(test::bytes_of(made.file)) == made.digest));
    BOOST_TEST(unpacking(made.file, "") == "");
    BOOST_TEST(test::bytes_of(out) == test::bytes_of(made.file));
}

BOOST_AUTO_TEST_CASE(what_is_no_backup_is_named_as_such) {
    BOOST_TEST(refusal("") == "backup.not-a-backup");
    BOOST_TEST(refusal("SROK-BLOCK 1\nuid …") == "backup.not-a-backup");
    BOOST_TEST(refusal("PK\x03\x04 a workbook") == "backup.not-a-backup");
    BOOST_TEST(unpacking(folder / "nowhere.srokbak") == "file.missing");
}

BOOST_AUTO_TEST_CASE(a_backup_of_a_newer_program_is_named_as_such) {
    std::string newer = sealed_noise(100);
    newer[8] = '\2';
    const std::size_t covered = m_stream_begins - 24 - 32;
    const auto digest = office::digest(std::string_view{newer}.substr(0, covered));
    newer.replace(covered, digest.size(), reinterpret_cast<const char*>(digest.data()), digest.size());
    BOOST_TEST(refusal(newer) == "backup.newer");
    // Without the digest that fits it is no newer one.
    BOOST_TEST(refusal(flipped(sealed_noise(100), 8, 1)) == "backup.damaged");
}

BOOST_AUTO_TEST_CASE(every_byte_of_a_small_backup_is_vouched_for) {
    const std::string whole = sealed_noise(700);
    BOOST_REQUIRE(refusal(whole) == "");
    test::fs::remove(out);
    std::size_t seen = 0;
    for (std::size_t at = 0; at < whole.size(); ++at)
        seen += told(flipped(whole, at, static_cast<unsigned>(random.below(8)))) ? 1U : 0U;
    BOOST_TEST(seen == whole.size());
    for (std::size_t left = 0; left < whole.size(); left += 7)
        BOOST_TEST(told(whole.substr(0, left)));
    BOOST_TEST(told(whole + "x"));
}

BOOST_AUTO_TEST_CASE(chunks_left_out_doubled_or_swapped_are_found_where_they_are) {
    const std::string whole = sealed_noise(4 * 65536 + 1000);
    BOOST_REQUIRE(refusal(whole) == "");
    test::fs::remove(out);
    const auto chunk = [&](std::size_t nth) {
        return whole.substr(m_stream_begins + nth * sealed_chunk, sealed_chunk);
    };
    const auto byte_of = [&](const std::string& bytes) {
        test::put_file(folder / "altered.srokbak", bytes);
        try {
            const auto done = backups::unpack(folder / "altered.srokbak", test::passphrase, out, silent);
            return std::string{done ? "opened" : done.error().code};
        } catch (const core::WorldFailure& failure) {
            return failure.error().code + " " + std::to_string(failure.error().place.byte.value_or(0));
        }
    };
    const auto at = [&](std::size_t nth) {
        return "backup.damaged " + std::to_string(m_stream_begins + nth * sealed_chunk);
    };
    std::string swapped = whole;
    swapped.replace(m_stream_begins + sealed_chunk, sealed_chunk, chunk(2));
    swapped.replace(m_stream_begins + 2 * sealed_chunk, sealed_chunk, chunk(1));
    BOOST_TEST(byte_of(swapped) == at(1));
    std::string left_out = whole;
    left_out.erase(m_stream_begins + 2 * sealed_chunk, sealed_chunk);
    BOOST_TEST(byte_of(left_out) == at(2));
    std::string doubled = whole;
    doubled.insert(m_stream_begins + sealed_chunk, chunk(0));
    BOOST_TEST(byte_of(doubled) == at(1));
    BOOST_TEST(byte_of(flipped(whole, m_stream_begins + 3 * sealed_chunk + 500, 4)) == at(3));
    // Cut off between two chunks, where every byte that is left is as it was.
    BOOST_TEST(byte_of(whole.substr(0, m_stream_begins + 2 * sealed_chunk)) == at(2));
    // The head of another backup of the same office before this one's stream.
    const std::string other = sealed_noise(4 * 65536 + 1000);
    BOOST_TEST(byte_of(other.substr(0, m_stream_begins - 24) + whole.substr(m_stream_begins - 24)) == at(0));
}

BOOST_AUTO_TEST_CASE(flips_and_cuts_anywhere_in_an_office_s_backup_are_found) {
    give_passphrase();
    const std::string whole = test::bytes_of(back_up("day.srokbak").file);
    const int rounds = test::rounds(60, 2000);
    for (int i = 0; i < rounds; ++i) {
        BOOST_TEST(told(flipped(whole, random.below(whole.size()), static_cast<unsigned>(random.below(8)))));
        if (i % 4 == 0) BOOST_TEST(told(whole.substr(0, random.below(whole.size()))));
    }
}

// The weak setting: the same flips in a plain copy, which no key vouches for. This harness would see it.
BOOST_AUTO_TEST_CASE(a_plain_copy_vouches_for_nothing) {
    const std::string whole = test::bytes_of(back_up("day.srok").file);
    std::size_t seen = 0;
    for (int i = 0; i < 20; ++i) {
        seen += refusal(flipped(whole, 4096 + random.below(whole.size() - 4096), 3)).empty() ? 0U : 1U;
        test::fs::remove(out);
    }
    BOOST_TEST(seen < 20U);
}

BOOST_AUTO_TEST_SUITE_END()
