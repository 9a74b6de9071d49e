// SPDX-License-Identifier: GPL-3.0-or-later
#include "institutions/institution_store.hpp"
#include "small_office.hpp"

#include <boost/test/unit_test.hpp>

using namespace institutions;
using storage::Transaction;

namespace {

struct Fixture : test::SmallOffice {
    core::Expected<InstitutionId> add(const Institution& institution) {
        return change([&](Transaction& tx) { return add_institution(tx, institution); });
    }

    std::string refusal(const Institution& institution) {
        const auto added = add(institution);
        return added ? "" : added.error().code + ":" + std::string{added.error().fact("field")};
    }
};

Institution centre() {
    Institution centre;
    centre.kind = Kind::clc;
    centre.code = "0202-07";
    centre.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ តាពូង";
    centre.name = "Ta Pung CLC";
    centre.village_code = "02020101";
    centre.phone = "092 463 979";
    return centre;
}

Institution pagoda() {
    Institution pagoda;
    pagoda.kind = Kind::site;
    pagoda.site = Site::pagoda;
    pagoda.name_km = "វត្តក្បាលថ្នល់";
    return pagoda;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(institution_store, Fixture)

BOOST_AUTO_TEST_CASE(a_centre_is_kept_and_found_by_every_name_it_has) {
    const InstitutionId id = add(centre()).value();
    const Institution kept = load_institution(database, id);
    BOOST_TEST(kept.phone.value() == "092463979");
    BOOST_TEST(kept.name_km == centre().name_km);
    BOOST_TEST((find_by_uid(database, kept.uid) == kept));
    BOOST_TEST((find_by_code(database, "0202-07") == kept));
    // The coeng of ណ្ឌ typed as TA is drawn the same; the Latin name differs in case and spelling.
    for (const auto* name : {"មជ្ឈមណ្ឌល សិក្សាសហគមន៍តាពូង", "TA POUNG clc"})
        BOOST_TEST(find_by_name(database, name).size() == 1U, name);
    BOOST_TEST(find_by_name(database, "តាពូង").empty());
    BOOST_TEST(find_by_name(database, " ").empty());
    BOOST_TEST(last_audit().verb == "institution.add");
    BOOST_TEST((last_audit().uid == kept.uid));
}

BOOST_AUTO_TEST_CASE(a_pagoda_is_a_site_and_a_centre_stands_in_nothing) {
    const Institution kept = load_institution(database, add(pagoda()).value());
    BOOST_TEST((kept.kind == Kind::site && kept.site == Site::pagoda));
    Institution wrong = centre();
    wrong.site = Site::prison;
    BOOST_TEST(refusal(wrong) == "institution.site-elsewhere:site");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_kept_names_its_field) {
    BOOST_TEST(refusal(centre()) == "");
    BOOST_TEST(refusal(centre()) == "institution.code-taken:code");
    Institution nameless = pagoda();
    nameless.name_km = " \u200B";
    BOOST_TEST(refusal(nameless) == "institution.name-missing:name_km");
    Institution nowhere = pagoda();
    nowhere.village_code = "99999999";
    BOOST_TEST(refusal(nowhere) == "village.unknown:village_code");
    Institution silent = pagoda();
    silent.phone = "123";
    BOOST_TEST(refusal(silent) == "phone.length:phone");
    BOOST_TEST(list_institutions(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_update_leaves_what_was_and_is) {
    Institution kept = load_institution(database, add(centre()).value());
    kept.name_km = "មជ្ឈមណ្ឌលថ្មី";
    kept.phone.reset();
    BOOST_TEST(change([&](Transaction& tx) { return update_institution(tx, kept).has_value(); }));
    BOOST_TEST((load_institution(database, kept.id) == kept));
    BOOST_TEST(last_audit().change.value() ==
               R"({"name_km":[")" + centre().name_km + R"(","មជ្ឈមណ្ឌលថ្មី"],"phone":["092463979",null]})");
    const auto before = last_audit().seq;
    BOOST_TEST(change([&](Transaction& tx) { return update_institution(tx, kept).has_value(); }));
    BOOST_TEST(last_audit().seq == before); // nothing changed
}

BOOST_AUTO_TEST_CASE(lists_follow_the_khmer_alphabet) {
    for (const auto* name : {"វត្តវាល", "មជ្ឈមណ្ឌលក", "សាលាខ", "មជ្ឈមណ្ឌលខ"}) {
        Institution one = pagoda();
        one.name_km = name;
        BOOST_REQUIRE(add(one));
    }
    std::vector<std::string> names;
    for (const Institution& one : list_institutions(database))
        names.push_back(one.name_km);
    const std::vector<std::string> expected = {"មជ្ឈមណ្ឌលក", "មជ្ឈមណ្ឌលខ", "វត្តវាល", "សាលាខ"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(bulk_work_is_audited_by_its_caller) {
    Transaction tx(database, {});
    BOOST_TEST(add_in_bulk(tx, centre()).has_value());
    BOOST_CHECK_THROW(tx.commit(), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
