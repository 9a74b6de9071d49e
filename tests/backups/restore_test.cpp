// SPDX-License-Identifier: GPL-3.0-or-later
// A restored office goes on in a life of its own: no number that the lost one gave is given again.
#include "backups/restore.hpp"
#include "backups/small_office.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/serial_block.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_number.hpp"
#include "office/restoration.hpp"
#include "storage/audit.hpp"

#include <set>

namespace {

using test::code_of;
using test::fs::path;

struct Restoring : test::SmallOffice {
    Restoring() {
        clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
        give_passphrase();
    }
    core::Expected<backups::Restored> restore(const path& backup, const path& to, bool replace = false) {
        clock.step(std::chrono::minutes{10});
        return backups::restore({backup, test::passphrase, to, replace}, environment, {"clerk"}, silent);
    }
    std::string restoring(const path& backup, const path& to, bool replace = false) {
        return code_of([&] { return restore(backup, to, replace); });
    }
    // The next `count` serials and learner numbers of the office file.
    std::set<std::string> give(const path& office, int count) {
        std::set<std::string> given;
        auto database = storage::Database::open(office, storage::Access::read_write, environment);
        storage::Transaction tx(database, {"clerk"});
        for (int i = 0; i < count; ++i) {
            BOOST_TEST(given.insert(certificates::take_serial(tx, tx.today()).value().text).second);
            BOOST_TEST(given.insert(learners::take_learner_number(tx).value()).second);
        }
        tx.audit("test.give", "serial", std::nullopt, "{}");
        tx.commit();
        return given;
    }
    // Every file in the folder of the office but locks.
    std::set<std::string> files() const {
        std::set<std::string> names;
        for (const auto& entry : test::fs::directory_iterator(folder.path))
            if (entry.path().extension() != ".lock") names.insert(entry.path().filename().string());
        return names;
    }
};

void no_number_twice(const std::set<std::string>& one, const std::set<std::string>& other) {
    for (const std::string& number : one)
        BOOST_TEST(!other.contains(number), number << " was given twice");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(restore, Restoring)

BOOST_AUTO_TEST_CASE(the_office_is_there_again_in_a_new_generation) {
    rename("Before");
    const auto made = back_up("day.srokbak");
    rename("After");
    const path there = folder / "again.srok";
    const auto restored = restore(made.file, there);
    BOOST_REQUIRE(restored);
    BOOST_TEST(restored->generation == 2);
    BOOST_TEST(!restored->kept_aside);
    const auto database = storage::Database::open(there, storage::Access::read_only, environment);
    BOOST_TEST(office::load_office(database).name == "Before");
    BOOST_TEST(office::load_office(database).generation == 2);
    const auto told = office::last_restoration(database);
    BOOST_REQUIRE(told);
    BOOST_TEST(told->from_generation == 1);
    BOOST_TEST((told->made_at == made.made_at));
    BOOST_TEST(!storage::audit_damage(database));
    BOOST_TEST(storage::audit_entries(database, 20).back().actor != "");
}

BOOST_AUTO_TEST_CASE(numbers_given_after_the_backup_are_never_given_again) {
    const auto first = give(file, 3);
    const auto made = back_up("day.srokbak");
    const auto lost = give(file, 3);
    BOOST_REQUIRE(restore(made.file, file, true));
    const auto after = give(file, 3);
    no_number_twice(first, after);
    no_number_twice(lost, after);
    no_number_twice(first, lost);
    // And they are accounted for: lost, none missing.
    const auto database = open(storage::Access::read_only);
    const auto sheet = certificates::load_control_sheet(database, silent);
    std::int64_t counted = 0;
    std::int64_t numbers = 0;
    bool told = false;
    for (const auto& block : sheet.blocks) {
        counted += block.lost;
        numbers += block.last - block.first + 1;
        for (const auto& row : block.rows)
            told =
                told || (row.kind == certificates::ControlRow::Kind::lost && row.first == "0202-2026-000004");
    }
    BOOST_TEST(told);
    BOOST_TEST(counted == office::numbers_in_a_life);
    BOOST_TEST(numbers == certificates::largest_number);
}

// The stick is put into one computer after the other.
BOOST_AUTO_TEST_CASE(a_backup_that_is_restored_twice_begins_two_lives) {
    const auto made = back_up("day.srokbak");
    const auto lost = give(file, 2);
    const path second = folder / "b";
    const path third = folder / "c";
    test::fs::create_directory(second);
    test::fs::create_directory(third);
    BOOST_TEST(restore(made.file, second / "b.srok")->generation == 2);
    const auto of_second = give(second / "b.srok", 2);
    BOOST_TEST(restore(made.file, third / "c.srok")->generation == 3);
    const auto of_third = give(third / "c.srok", 2);
    no_number_twice(lost, of_second);
    no_number_twice(lost, of_third);
    no_number_twice(of_second, of_third);
}

BOOST_AUTO_TEST_CASE(an_old_backup_after_a_newer_one_still_gives_nothing_twice) {
    const auto monday = back_up("monday.srokbak");
    const auto week = give(file, 5);
    const auto friday = back_up("friday.srokbak");
    BOOST_REQUIRE(restore(friday.file, folder / "b.srok"));
    const auto second = give(folder / "b.srok", 5);
    BOOST_REQUIRE(restore(monday.file, folder / "c.srok"));
    const auto third = give(folder / "c.srok", 5);
    no_number_twice(week, third);
    no_number_twice(second, third);
    no_number_twice(week, second);
}

// The year, and the first learner, came after the backup.
BOOST_AUTO_TEST_CASE(blocks_that_the_backup_does_not_know_are_passed_over_too) {
    const auto made = back_up("day.srokbak");
    clock.set(core::Day{std::chrono::year{2027} / 1 / 20});
    const auto lost = give(file, 3);
    BOOST_REQUIRE(restore(made.file, folder / "b.srok"));
    const auto after = give(folder / "b.srok", 3);
    no_number_twice(lost, after);
    // A year that began later is the restored office's alone.
    clock.set(core::Day{std::chrono::year{2028} / 1 / 20});
    BOOST_TEST(give(folder / "b.srok", 1).contains("0202-2028-000001-" + std::string(1, 'X')) == false);
    const auto database = storage::Database::open(folder / "b.srok", storage::Access::read_only, environment);
    BOOST_TEST(certificates::load_blocks(database).back().first == 1);
}

BOOST_AUTO_TEST_CASE(the_rest_of_a_province_s_block_is_lost) {
    const certificates::IncomingBlock block{
        certificates::Origin::province, "0202", 2026, 501, 600, clock.now()};
    write([&](storage::Transaction& tx) { BOOST_REQUIRE(certificates::take_block(tx, block)); });
    give(file, 2);
    const auto made = back_up("day.srokbak");
    BOOST_TEST(restore(made.file, file, true)->lost_serials == 98);
    write([&](storage::Transaction& tx) {
        BOOST_TEST(certificates::take_serial(tx, tx.today()).error().code == "serial.none-left");
        // The same file again, or another from before, gives nothing.
        auto older = block;
        older.first = 601;
        older.last = 700;
        BOOST_TEST(certificates::take_block(tx, older).error().code == "serial.block-before-restore");
        auto newer = older;
        newer.given = clock.now();
        BOOST_REQUIRE(certificates::take_block(tx, newer));
        BOOST_TEST(certificates::take_serial(tx, tx.today()).value().text.starts_with("0202-2026-000601"));
        tx.audit("test.give", "serial", std::nullopt, "{}");
    });
}

BOOST_AUTO_TEST_CASE(what_an_institution_holds_stays_with_it_and_is_lost_when_it_comes_back) {
    certificates::BlockId held{};
    write([&](storage::Transaction& tx) {
        institutions::Institution centre;
        centre.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង";
        const auto id = institutions::add_institution(tx, centre).value();
        held = certificates::reserve_block(tx, id, 20).value().id;
    });
    const auto made = back_up("day.srokbak");
    BOOST_REQUIRE(restore(made.file, file, true));
    write([&](storage::Transaction& tx) {
        BOOST_TEST(certificates::find_block(tx.database(), held)->held_by.has_value());
        BOOST_REQUIRE(certificates::release_block(tx, held, "the centre closed"));
        const auto back = certificates::find_block(tx.database(), held);
        BOOST_TEST(!back->gives());
        BOOST_TEST(certificates::lost_by_restoring(tx.database(), *back));
    });
}

// The weak setting: the backup put in the file's place by hand, as many an office does. The harness sees it.
BOOST_AUTO_TEST_CASE(a_copy_put_in_place_by_hand_gives_the_same_numbers_again) {
    const auto made = back_up("day.srokbak");
    const auto lost = give(file, 3);
    BOOST_REQUIRE(backups::unpack(made.file, test::passphrase, file, silent));
    BOOST_TEST((give(file, 3) == lost));
}

BOOST_AUTO_TEST_CASE(a_newer_office_file_gives_way_only_by_name_and_is_kept_aside) {
    const auto made = back_up("day.srokbak");
    rename("After");
    const std::string now = test::bytes_of(file);
    const auto refused = restore(made.file, file);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "restore.would-replace");
    BOOST_TEST(refused.error().fact("newer") == "yes");
    BOOST_TEST(refused.error().fact("made") == "2026-05-04");
    BOOST_TEST((test::bytes_of(file) == now));
    const auto restored = restore(made.file, file, true);
    BOOST_REQUIRE(restored);
    BOOST_REQUIRE(restored->kept_aside);
    BOOST_TEST((test::bytes_of(*restored->kept_aside) == now));
    const auto aside =
        storage::Database::open(*restored->kept_aside, storage::Access::read_only, environment);
    BOOST_TEST(office::load_office(aside).name == "After");
}

BOOST_AUTO_TEST_CASE(two_restorings_in_one_second_keep_both_files_aside) {
    const auto made = back_up("day.srokbak");
    const auto once = [&] {
        return backups::restore({made.file, test::passphrase, file, true}, environment, {}, silent).value();
    };
    const auto first = once();
    const std::string lost = test::bytes_of(*first.kept_aside);
    const auto second = once();
    BOOST_TEST((*first.kept_aside != *second.kept_aside));
    BOOST_TEST((test::bytes_of(*first.kept_aside) == lost));
    BOOST_TEST(second.generation == 3);
    // What lies aside is known of too, where nothing else is left.
    test::fs::remove(file);
    test::fs::remove(folder / "day.srokbak.restored");
    BOOST_TEST(once().generation == 3);
}

BOOST_AUTO_TEST_CASE(a_damaged_office_file_is_kept_aside_as_it_is) {
    const auto made = back_up("day.srokbak");
    std::string damaged = test::bytes_of(file);
    damaged.resize(damaged.size() / 2);
    test::put_file(file, damaged);
    test::put_file(folder / "thma-koul.srok-wal", "what was not written into the file yet");
    BOOST_TEST(restoring(made.file, file) == "restore.would-replace");
    const auto restored = restore(made.file, file, true);
    BOOST_REQUIRE(restored);
    BOOST_TEST((test::bytes_of(*restored->kept_aside) == damaged));
    BOOST_TEST(!test::fs::exists(folder / "thma-koul.srok-wal"));
    path log = *restored->kept_aside;
    BOOST_TEST(test::bytes_of(log += "-wal") == "what was not written into the file yet");
    BOOST_TEST(open().damage().empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_restored_leaves_everything_as_it_was) {
    const auto made = back_up("day.srokbak");
    open(); // closed again, nothing lies beside it
    const std::string office = test::bytes_of(file);
    const auto before = files();
    const auto unchanged = [&] {
        BOOST_TEST((test::bytes_of(file) == office));
        for (const std::string& name : files())
            BOOST_TEST(before.contains(name), name << " was left");
        BOOST_TEST(files().size() == before.size());
    };
    BOOST_TEST(code_of([&] {
                   return backups::restore({made.file, "another one", file, true}, environment, {}, silent);
               }) == "backup.wrong-passphrase");
    unchanged();
    BOOST_TEST(restoring(file, file, true) == "backup.same-file");
    BOOST_TEST(restoring(made.file, folder / "nowhere" / "a.srok") == "folder.missing");
    BOOST_TEST(restoring(folder / "nothing.srokbak", file, true) == "file.missing");
    unchanged();
    {
        const auto held = open();
        BOOST_TEST(restoring(made.file, file, true) == "file.locked");
    }
    unchanged();
    clock.set(core::Day{std::chrono::year{2026} / 5 / 3});
    BOOST_TEST(restoring(made.file, file, true) == "clock.behind");
    unchanged();
    test::put_file(folder / "letter.docx", "PK\x03\x04 a letter");
    clock.set(core::Day{std::chrono::year{2026} / 5 / 5});
    BOOST_TEST(restoring(made.file, folder / "letter.docx", true) == "file.would-be-lost");
    BOOST_TEST(test::bytes_of(folder / "letter.docx") == "PK\x03\x04 a letter");
    test::fs::remove(folder / "letter.docx");
    std::string broken = test::bytes_of(made.file);
    broken[broken.size() / 2] ^= 1;
    test::put_file(made.file, broken);
    BOOST_TEST(restoring(made.file, file, true) == "backup.damaged");
    unchanged();
}

BOOST_AUTO_TEST_CASE(another_office_s_file_never_gives_way) {
    const auto made = back_up("day.srokbak");
    {
        core::SeededRandom chance{77};
        BOOST_REQUIRE(office::create_office(folder / "other.srok", {clock, chance}, {.area_code = "0203"}));
    }
    const std::string other = test::bytes_of(folder / "other.srok");
    BOOST_TEST(restoring(made.file, folder / "other.srok", true) == "backup.other-office");
    BOOST_TEST((test::bytes_of(folder / "other.srok") == other));
}

BOOST_AUTO_TEST_CASE(a_plain_copy_is_restored_without_a_passphrase) {
    test::Folder place;
    const path plain = place / "a.srok";
    test::put_file(plain, made_once());
    const auto restored =
        backups::restore({plain, {}, folder / "again.srok", false}, environment, {}, silent);
    BOOST_REQUIRE(restored);
    BOOST_TEST(!restored->told.sealed);
    BOOST_TEST(restored->generation == 2);
}

BOOST_AUTO_TEST_CASE(a_rehearsal_restores_counts_and_leaves_nothing) {
    const auto made = back_up("day.srokbak");
    const auto before = files();
    const auto done = backups::rehearse(made.file, test::passphrase, folder.path, environment, {}, silent);
    BOOST_REQUIRE(done);
    BOOST_TEST(done->findings.empty());
    BOOST_TEST(done->rehearsal.learners == 0);
    BOOST_TEST((done->rehearsal.made_at == made.made_at));
    BOOST_TEST((files() == before));
    write([&](storage::Transaction& tx) { note_rehearsal(tx, done->rehearsal); });
    const auto noted = backups::last_rehearsal(open(storage::Access::read_only));
    BOOST_REQUIRE(noted);
    BOOST_TEST((noted->at == clock.now()));
    BOOST_TEST((noted->file == made.file));
}

// Somebody changed the office before it was backed up: the rehearsal says so.
BOOST_AUTO_TEST_CASE(a_rehearsal_finds_a_broken_rule) {
    write([](storage::Transaction& tx) {
        tx.run("UPDATE signing_key SET key_id = zeroblob(8)");
        tx.audit("setting.change", "setting", std::nullopt, "{}");
    });
    const auto made = back_up("day.srokbak");
    const auto done = backups::rehearse(made.file, test::passphrase, folder.path, environment, {}, silent);
    BOOST_REQUIRE(done);
    BOOST_REQUIRE(done->findings.size() == 1U);
    BOOST_TEST(done->findings.front().code == "invariant.broken");
    BOOST_TEST(done->rehearsal.findings == 1);
}

BOOST_AUTO_TEST_SUITE_END()
