// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/institution_store.hpp"
#include "institutions/small_office.hpp"
#include "staff/educator_store.hpp"

#include <boost/test/unit_test.hpp>

using namespace staff;
using storage::Transaction;
using namespace std::chrono_literals;

namespace {

struct Fixture : test::SmallOffice {
    institutions::InstitutionId centre = change([](Transaction& tx) {
        institutions::Institution one;
        one.name_km = "មជ្ឈមណ្ឌលតាពូង";
        return add_institution(tx, one).value();
    });

    core::Expected<EducatorId> add(const Educator& educator) {
        return change([&](Transaction& tx) { return add_educator(tx, educator); });
    }

    std::string refusal(const Educator& educator) {
        const auto added = add(educator);
        return added ? "" : added.error().code;
    }

    Educator teacher() const {
        Educator teacher;
        teacher.name_km = "ខៀវ សុភ័ក្រ";
        teacher.name = "Khieu Sopheak";
        teacher.sex = core::Sex::male;
        teacher.institution = centre;
        teacher.contract = staff::Contract::community;
        teacher.phone = "០១២៣៤៥៦៧៨";
        teacher.first_day = 2025y / 11 / 3;
        return teacher;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(educator_store, Fixture)

BOOST_AUTO_TEST_CASE(a_community_teacher_is_kept_as_given) {
    const EducatorId id = add(teacher()).value();
    Educator expected = teacher();
    expected.id = id;
    expected.phone = "012345678";
    const Educator kept = load_educator(database, id);
    expected.uid = kept.uid;
    BOOST_TEST((kept == expected));
    BOOST_TEST((find_by_uid(database, kept.uid) == kept));
    BOOST_TEST(last_audit().verb == "educator.add");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_is_refused_by_its_reason) {
    Educator nameless = teacher();
    nameless.name_km.clear();
    BOOST_TEST(refusal(nameless) == "educator.name-missing");
    Educator unknown = teacher();
    unknown.sex.reset();
    BOOST_TEST(refusal(unknown) == "sex.missing");
    Educator reversed = teacher();
    reversed.last_day = 2025y / 11 / 2;
    BOOST_TEST(refusal(reversed) == "educator.days-reversed");
    Educator nowhere = teacher();
    nowhere.institution = institutions::InstitutionId{77};
    BOOST_TEST(refusal(nowhere) == "institution.unknown");
    BOOST_TEST(list_educators(database).empty());
}

BOOST_AUTO_TEST_CASE(who_moves_to_another_centre_leaves_the_list_of_the_first) {
    Educator kept = load_educator(database, add(teacher()).value());
    BOOST_TEST(educators_of(database, centre).size() == 1U);
    kept.institution.reset();
    kept.last_day = 2026y / 3 / 31;
    BOOST_TEST(change([&](Transaction& tx) { return update_educator(tx, kept).has_value(); }));
    BOOST_TEST(educators_of(database, centre).empty());
    BOOST_TEST(list_educators(database).size() == 1U);
    BOOST_TEST(last_audit().change.value() ==
               R"({"institution_id":["1",null],"last_day":[null,"2026-03-31"]})");
}

BOOST_AUTO_TEST_SUITE_END()
