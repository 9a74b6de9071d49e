// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset_rows.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

using storage::Database;
using storage::RecordedRow;
using storage::Transaction;

namespace {

struct Fixture : test::World {
    Database database = Database::in_memory(environment);

    template<typename Work>
    storage::Blob record(Work work) {
        Transaction tx(database, {});
        constexpr std::array<std::string_view, 1> tables{"institution"};
        storage::ChangeRecorder recorder(tx, tables);
        work(tx);
        storage::Blob changeset = recorder.finish();
        tx.audit("test", "institution", std::nullopt, "{}");
        tx.commit();
        return changeset;
    }
    std::int64_t add(Transaction& tx, const char* name) {
        return tx.insert("INSERT INTO institution (uid, kind, name_km, name, folded_km, folded, sort_key) "
                         "VALUES (?1, 'clc', ?2, '', '', '', x'00')",
                         tx.new_uid(), name);
    }
};

constexpr int id = 0, uid = 1, name_km = 5, phone = 11;

} // namespace

BOOST_FIXTURE_TEST_SUITE(changeset_rows, Fixture)

BOOST_AUTO_TEST_CASE(a_row_tells_what_its_columns_were_and_are) {
    std::int64_t one = 0;
    const auto inserted = record([&](Transaction& tx) { one = add(tx, "តាពូង"); });
    const auto updated = record(
        [&](Transaction& tx) { tx.run("UPDATE institution SET phone = '012345678' WHERE id = ?1", one); });
    const auto removed =
        record([&](Transaction& tx) { tx.run("DELETE FROM institution WHERE id = ?1", one); });
    int rows = 0;
    storage::read_changeset(inserted, [&](const RecordedRow& row) {
        ++rows;
        BOOST_TEST((row.what() == RecordedRow::What::inserted));
        BOOST_TEST(row.table() == "institution");
        BOOST_TEST(row.is(name_km).value() == "តាពូង");
        BOOST_TEST(!row.is(phone).has_value());
        BOOST_TEST(row.has_is(phone)); // it is NULL
        BOOST_TEST(!row.has_was(name_km));
        BOOST_TEST(row.is_blob(uid).value().size() == 16U);
        BOOST_TEST(!row.is_blob(name_km).has_value());
    });
    storage::read_changeset(updated, [&](const RecordedRow& row) {
        ++rows;
        BOOST_TEST((row.what() == RecordedRow::What::updated));
        BOOST_TEST(row.was(id).value() == std::to_string(one));
        BOOST_TEST(!row.was(phone).has_value());
        BOOST_TEST(row.is(phone).value() == "012345678");
        BOOST_TEST(!row.has_is(name_km)); // it stayed
    });
    storage::read_changeset(removed, [&](const RecordedRow& row) {
        ++rows;
        BOOST_TEST((row.what() == RecordedRow::What::removed));
        BOOST_TEST(row.was(name_km).value() == "តាពូង");
        BOOST_TEST(!row.has_is(name_km));
    });
    BOOST_TEST(rows == 3);
}

BOOST_AUTO_TEST_CASE(an_integer_that_stands_in_it_is_found_and_one_that_does_not_is_not) {
    std::int64_t last = 0;
    const auto changeset = record([&](Transaction& tx) {
        for (int i = 0; i < 300; ++i)
            last = add(tx, "ក");
    });
    BOOST_TEST(storage::mentions(changeset, last));
    BOOST_TEST(storage::mentions(changeset, 1));
    BOOST_TEST(!storage::mentions(changeset, last + 1));
    BOOST_TEST(!storage::mentions(changeset, -1));
    BOOST_TEST(!storage::mentions({}, 1));
}

BOOST_AUTO_TEST_CASE(what_is_no_changeset_is_damage) {
    // A row before any table's name.
    const storage::Blob noise(40, std::byte{0x12});
    BOOST_CHECK_THROW(storage::read_changeset(noise, [](const RecordedRow&) {}), core::WorldFailure);
}

BOOST_AUTO_TEST_SUITE_END()
