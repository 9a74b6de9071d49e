// SPDX-License-Identifier: GPL-3.0-or-later
// A small office with a pagoda, a teacher and a literacy class of three afternoons a week.
#pragma once

#include "classes/enrolment_store.hpp"
#include "institutions/institution_store.hpp"
#include "institutions/small_office.hpp"
#include "learners/learner_store.hpp"
#include "programmes/pack_store.hpp"
#include "staff/educator_store.hpp"

namespace test {

using namespace std::chrono_literals;

struct ClassOffice : SmallOffice {
    institutions::InstitutionId pagoda = change([](storage::Transaction& tx) {
        institutions::Institution one;
        one.kind = institutions::Kind::site;
        one.site = institutions::Site::pagoda;
        one.name_km = "វត្តក្បាលថ្នល់";
        return add_institution(tx, one).value();
    });
    staff::EducatorId teacher = change([](storage::Transaction& tx) {
        staff::Educator one;
        one.name_km = "ខៀវ សុភ័ក្រ";
        one.sex = core::Sex::male;
        return add_educator(tx, one).value();
    });
    programmes::PackId literacy =
        change([](storage::Transaction& tx) { return programmes::use_pack(tx, "literacy").value(); });

    classes::Class draft() const {
        classes::Class c;
        c.name_km = "អក្ខរកម្ម ក";
        c.name = "Literacy A";
        c.pack = literacy;
        c.institution = pagoda;
        c.first_day = 2025y / 11 / 3;
        c.last_day = 2026y / 4 / 30;
        c.weekdays = classes::Weekdays::from_text("135").value();
        c.session_minutes = 120;
        c.educators = {teacher};
        return c;
    }
    classes::ClassId open(const classes::Class& c) {
        return change([&](storage::Transaction& tx) { return open_class(tx, c).value(); });
    }
    learners::LearnerId learner(std::string name_km, std::string_view born = "1998",
                                core::Sex sex = core::Sex::female) {
        learners::Learner one;
        one.name_km = std::move(name_km);
        one.sex = sex;
        one.born = core::partial_date_from_text(born);
        return change([&](storage::Transaction& tx) { return register_learner(tx, one).value(); });
    }
    core::Expected<classes::Enrolled> enrol(classes::ClassId in, learners::LearnerId who, core::Day from) {
        return change([&](storage::Transaction& tx) { return classes::enrol(tx, in, who, from); });
    }
    core::Expected<void> leave(classes::EnrolmentId id, core::Day day, classes::LeavingReason reason) {
        return change([&](storage::Transaction& tx) { return classes::leave(tx, id, day, reason); });
    }
};

} // namespace test
