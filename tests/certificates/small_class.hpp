// SPDX-License-Identifier: GPL-3.0-or-later
// A literacy class of four in November 2025: one who may be awarded, one too often absent, one whose
// mathematics is missing and one who failed.
#pragma once

#include "assessment/score_store.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/test_file.hpp"

namespace test {

struct SmallClass : World {
    SmallClass();

    void close();
    classes::EnrolmentId enrolment_of(std::string_view name) const;

    storage::Database database;
    classes::ClassId class_id{};
};

} // namespace test
