// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that nobody has to think of: due once a day and at closing, in the office's folder and on the
// stick.
#include "backups/schedule.hpp"
#include "backups/small_office.hpp"
#include "backups/unpack.hpp"
#include "storage/audit.hpp"

#include <set>

namespace {

using test::fs::path;

struct Scheduled : test::SmallOffice {
    Scheduled() {
        clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
        give_passphrase();
    }
    backups::Round round(backups::Why why = backups::Why::day) {
        std::optional<backups::Round> done;
        {
            const auto database = open(storage::Access::read_only);
            done = backups::back_up_now(database, silent);
        }
        write([&](storage::Transaction& tx) { note_round(tx, *done, why); });
        return *done;
    }
    bool due_today() { return backups::due_today(open(storage::Access::read_only)); }
    bool due_at_closing() { return backups::due_at_closing(open(storage::Access::read_only)); }
    std::set<std::string> names(const path& in) const {
        std::set<std::string> found;
        for (const auto& entry : test::fs::directory_iterator(in))
            found.insert(entry.path().filename().string());
        return found;
    }
    path shelf() const { return folder / "thma-koul-backups"; }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(schedule, Scheduled)

BOOST_AUTO_TEST_CASE(a_backup_is_due_once_a_day_and_after_changes) {
    BOOST_TEST(due_today());
    BOOST_TEST(due_at_closing());
    round();
    BOOST_TEST(!due_today());
    BOOST_TEST(!due_at_closing());
    rename("Changed");
    BOOST_TEST(!due_today());
    BOOST_TEST(due_at_closing());
    clock.set(core::Day{std::chrono::year{2026} / 5 / 5});
    BOOST_TEST(due_today());
    round();
    clock.set(core::Day{std::chrono::year{2026} / 5 / 6});
    // Nobody wrote anything.
    BOOST_TEST(!due_today());
    BOOST_TEST(!due_at_closing());
}

BOOST_AUTO_TEST_CASE(a_sample_needs_none) {
    write([](storage::Transaction& tx) {
        tx.run("UPDATE office SET sample = 1");
        tx.audit("test.sample", "office", std::nullopt, "{}");
    });
    BOOST_TEST(!due_today());
    BOOST_TEST(!due_at_closing());
}

BOOST_AUTO_TEST_CASE(it_goes_beside_the_file_under_the_office_s_name_and_the_moment) {
    const auto done = round(backups::Why::closing);
    BOOST_TEST((names(shelf()) == std::set<std::string>{"thma-koul-2026-05-04-090000.srokbak"}));
    const auto database = open(storage::Access::read_only);
    const auto kept = backups::load_backups(database);
    BOOST_REQUIRE(kept.size() == 1U);
    BOOST_TEST((kept.front().made.file == done.made.file));
    BOOST_TEST((kept.front().made.digest == done.made.digest));
    BOOST_TEST((kept.front().why == backups::Why::closing));
    BOOST_TEST((backups::last_proven(database) == clock.now()));
    BOOST_TEST((storage::audit_entries(database, 1).front().verb == "backup.prove"));
}

BOOST_AUTO_TEST_CASE(a_stick_that_is_there_gets_the_same) {
    const test::Folder stick;
    write([&](storage::Transaction& tx) { backups::set_places(tx, shelf(), stick.path); });
    const auto done = round();
    BOOST_REQUIRE(done.second);
    BOOST_TEST((test::bytes_of(done.second->file) == test::bytes_of(done.made.file)));
    BOOST_REQUIRE(backups::unpack(done.second->file, test::passphrase, folder / "out.srok", silent));
    BOOST_TEST(backups::load_backups(open(storage::Access::read_only)).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_stick_that_is_not_there_stops_nothing) {
    write([&](storage::Transaction& tx) { backups::set_places(tx, shelf(), folder / "no stick"); });
    const auto done = round();
    BOOST_TEST(!done.second);
    BOOST_TEST(!done.second_failed);
    BOOST_TEST(names(shelf()).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_stick_that_fails_is_told_and_the_first_backup_counts) {
    const test::Folder stick;
    write([&](storage::Transaction& tx) { backups::set_places(tx, shelf(), stick.path); });
    // Where the backup is to stand there is a folder.
    test::fs::create_directories(stick / "thma-koul-2026-05-04-090000.srokbak" / "in the way");
    const auto done = round();
    BOOST_REQUIRE(done.second_failed);
    BOOST_TEST(done.second_failed->code == "file.write");
    BOOST_TEST(names(shelf()).size() == 1U);
    BOOST_TEST((names(stick.path) == std::set<std::string>{"thma-koul-2026-05-04-090000.srokbak"}));
}

BOOST_AUTO_TEST_CASE(what_is_superseded_goes_and_nothing_else_does) {
    test::fs::create_directories(shelf());
    test::put_file(shelf() / "letter-2020-01-01-090000.srokbak", "no backup at all");
    test::put_file(shelf() / "holiday.jpg", "a picture");
    back_up("thma-koul-backups/before the audit.srokbak"); // by hand, under a name of its own
    std::string others;
    {
        core::SeededRandom chance{77};
        auto other = office::create_office(folder / "other.srok", {clock, chance}, {.area_code = "0203"});
        BOOST_REQUIRE(other);
        storage::Transaction tx(*other, {});
        BOOST_REQUIRE(office::set_backup_passphrase(tx, test::passphrase, office::PassphraseCost::least()));
        tx.commit();
        others = backups::make_backup(*other, shelf() / "other-2019-01-01-090000.srokbak", silent)
                     .file.filename()
                     .string();
    }
    std::vector<path> removed;
    for (int hour = 0; hour < 3; ++hour) {
        rename("Hour " + std::to_string(hour));
        const auto done = round();
        removed.insert(removed.end(), done.removed.begin(), done.removed.end());
        clock.step(std::chrono::hours{1});
    }
    BOOST_TEST(removed.size() == 2U);
    BOOST_TEST((names(shelf()) == std::set<std::string>{"before the audit.srokbak", "holiday.jpg",
                                                        "letter-2020-01-01-090000.srokbak", others,
                                                        "thma-koul-2026-05-04-110000.srokbak"}));
    const auto kept = backups::load_backups(open(storage::Access::read_only));
    BOOST_TEST(std::count_if(kept.begin(), kept.end(),
                             [](const auto& one) { return one.removed_at.has_value(); }) == 2);
}

BOOST_AUTO_TEST_CASE(what_a_killed_backup_left_is_swept_away_and_what_is_being_made_stays) {
    test::fs::create_directories(shelf());
    const auto old = test::fs::file_time_type::clock::now() - std::chrono::hours{2};
    const path half = folder / "thma-koul-2026-05-03-170000.srokbak.copying";
    const path part = shelf() / "thma-koul-2026-05-03-170000.srokbak.part";
    const path young = shelf() / "thma-koul-2026-05-04-085959.srokbak.part";
    const path letter = shelf() / "letter.part";
    for (const path& one : {half, part, young, letter})
        test::put_file(one, "half");
    for (const path& one : {half, part, letter})
        test::fs::last_write_time(one, old);
    round();
    BOOST_TEST(!test::fs::exists(half));
    BOOST_TEST(!test::fs::exists(part));
    BOOST_TEST(test::fs::exists(young));
    BOOST_TEST(test::fs::exists(letter));
}

BOOST_AUTO_TEST_CASE(what_a_killed_restoring_or_rehearsal_left_in_the_clear_is_swept_away_too) {
    const auto old = test::fs::file_time_type::clock::now() - std::chrono::hours{2};
    path restoring = file;
    restoring += ".restoring";
    path log = file;
    log += ".restoring-wal";
    const path rehearsal = folder / "thma-koul-2026-05-03-170000.srokbak.rehearsing";
    const path now = folder / "thma-koul-2026-05-04-085959.srokbak.rehearsing";
    for (const path& one : {restoring, log, rehearsal, now})
        test::put_file(one, "in the clear");
    for (const path& one : {restoring, log, rehearsal})
        test::fs::last_write_time(one, old);
    round();
    for (const path& one : {restoring, log, rehearsal})
        BOOST_TEST(!test::fs::exists(one));
    BOOST_TEST(test::fs::exists(now));
}

BOOST_AUTO_TEST_CASE(plain_copies_of_set_up_take_turns_too) {
    write([](storage::Transaction& tx) {
        tx.run("UPDATE backup_key SET retired_at = made_at");
        tx.audit("test.key", "backup_key", std::nullopt, "{}");
    });
    for (int hour = 0; hour < 3; ++hour) {
        rename("Hour " + std::to_string(hour));
        round();
        clock.step(std::chrono::hours{1});
    }
    BOOST_TEST((names(shelf()) == std::set<std::string>{"thma-koul-2026-05-04-110000.srok"}));
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_wrong_is_told) {
    const auto doubt = [&] {
        const auto told = backups::clock_doubt(open(storage::Access::read_only));
        return told ? told->code : std::string{};
    };
    BOOST_TEST(doubt() == "");
    clock.set(core::Day{std::chrono::year{1970} / 1 / 2});
    BOOST_TEST(doubt() == "clock.behind");
    clock.set(core::Day{std::chrono::year{2031} / 5 / 4});
    BOOST_TEST(doubt() == "clock.ahead");
    // And what is made then deletes nothing.
    clock.set(core::Day{std::chrono::year{2026} / 5 / 5});
    round();
    rename("With a flat battery");
    clock.set(core::Day{std::chrono::year{1970} / 1 / 2});
    BOOST_TEST(due_today());
    BOOST_TEST(round().removed.empty());
    BOOST_TEST(names(shelf()).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
