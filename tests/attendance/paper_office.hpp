// SPDX-License-Identifier: GPL-3.0-or-later
// The sample class in an office with a name, for what is printed.
#pragma once

#include "attendance/mark_store.hpp"
#include "attendance/sample_class.hpp"

#include <boost/test/unit_test.hpp>

namespace test {

struct PaperOffice : SampleClass {
    PaperOffice() {
        using namespace std::chrono_literals;
        change([&](storage::Transaction& tx) {
            tx.run(R"sql(INSERT INTO area (code, type, name_km, name, folded_km, folded)
                         VALUES ('02', 'khaet', 'បាត់ដំបង', 'Battambang', '', ''),
                                ('0202', 'srok', 'ថ្មគោល', 'Thma Koul', '', ''))sql");
            tx.run(R"sql(INSERT INTO office (id, uid, level, area_code, name_km, name, created_at, sample)
                         VALUES (1, ?1, 'district', '0202', 'ការិយាល័យអប់រំថ្មគោល', 'Thma Koul', ?2, 1))sql",
                   tx.new_uid(), tx.now());
            tx.run("UPDATE learner SET guardian = 'សុខ ម៉ៅ', name = 'Sok Dara' WHERE id = 1");
            attendance::take_days(tx, class_id, {2025y / 11 / 24, 2025y / 12 / 5});
            tx.audit("test.prepare", "office", std::nullopt, "{}");
        });
        mark(0, 2025y / 11 / 25, attendance::Mark::permission);
        mark(0, 2025y / 12 / 1, attendance::Mark::absent);
        mark(0, 2025y / 12 / 3, attendance::Mark::half_absent);
        mark(0, 2025y / 12 / 4, attendance::Mark::late);
    }
    void mark(std::size_t learner, core::Day day, attendance::Mark mark) {
        BOOST_REQUIRE(change([&](storage::Transaction& tx) {
            return attendance::set_mark(tx, enrolments[learner], day, mark);
        }));
    }
};

} // namespace test
