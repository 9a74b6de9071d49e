// SPDX-License-Identifier: GPL-3.0-or-later
// A literacy class from November 2025 to April 2026, Monday to Friday, two hours a day, with as many learners
// as a test wants. 29 December, 1 January and 7 January are holidays.
#pragma once

#include "classes/class.hpp"
#include "classes/enrolment.hpp"
#include "storage/test_file.hpp"
#include "storage/transaction.hpp"

#include <vector>

namespace test {

struct SampleClass : World {
    explicit SampleClass(int learners = 3);

    storage::Database database;
    classes::ClassId class_id{};
    // In the order of the register; women and men in turn, a woman first.
    std::vector<classes::EnrolmentId> enrolments;

    // One transaction for each call of `work`, committed when it succeeded.
    template<typename Work>
    auto write(Work work) {
        storage::Transaction tx(database, {"sokha"});
        auto result = work(tx);
        if (result) tx.commit();
        return result;
    }

    classes::EnrolmentId enrol(const std::string& name, core::Day first_day);
    void leave(classes::EnrolmentId enrolment, core::Day last_day, const std::string& reason);
    void set_status(const std::string& status);
};

} // namespace test
