// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/form_values.hpp"

#include <boost/test/unit_test.hpp>

using namespace learners;
using namespace std::chrono_literals;

namespace {

constexpr core::Day today = 2025y / 12 / 17;

Learner vanna() {
    Learner l;
    l.number = "0202-000001-X";
    l.name_km = "ឃួន វណ្ណា";
    l.name = "KHUON VANNA";
    l.sex = core::Sex::male;
    l.born = core::partial_date_from_text("~1989");
    l.birthplace_text = "ភូមិចាស់";
    l.village_code = "02020101";
    l.village_text = "តាពូង";
    l.phone = "092768798";
    l.guardian = "ឃួន ម៉ៅ";
    l.guardian_phone = "+66812345678";
    l.ethnicity = "ព្នង";
    l.home_language = "ខ្មែរ";
    l.equity_level = EquityLevel::poor;
    l.equity_valid_to = 2027y / 6 / 30;
    l.washington.hearing = Difficulty::a_lot;
    l.disability_text = "ជើង";
    l.schooling = "ថ្នាក់ទី៣";
    l.leaving_reason = "ឆ្ងាយ";
    l.occupation = "កសិករ";
    l.migration = "ថៃ ២០២៤";
    l.class_text = "អក្ខរកម្ម ក";
    l.note = "x";
    l.consent_on = 2025y / 11 / 3;
    l.identities = {{IdentityKind::birth_certificate, "12/89"}, {IdentityKind::national_id, "020 123 456"}};
    return l;
}

std::vector<std::string> codes(const FormValues& values) {
    std::vector<std::string> found;
    for (const auto& fault : read_values(values, {}, today).faults)
        found.push_back(fault.code + ":" + std::string{fault.fact("field")});
    return found;
}

FormValues person(FormValues more) {
    more.emplace("name_km", "ស្រីពៅ");
    more.emplace("sex", "f");
    return more;
}

using Codes = std::vector<std::string>;

} // namespace

BOOST_AUTO_TEST_SUITE(form_values)

BOOST_AUTO_TEST_CASE(a_form_that_is_opened_and_saved_changes_nothing) {
    const auto reading = read_values(values_of(vanna()), vanna(), today);
    BOOST_TEST(reading.faults.empty());
    BOOST_TEST((reading.learner == vanna()));
    BOOST_TEST((read_values(values_of({}), {}, today).learner == Learner{}));
}

BOOST_AUTO_TEST_CASE(a_birth_date_is_read_as_registers_write_it) {
    const auto born = [](const char* typed) {
        const auto reading = read_values(person({{"born", typed}}), {}, today);
        return reading.learner.born ? core::to_text(*reading.learner.born) : "none";
    };
    BOOST_TEST(born("12/4/2015") == "2015-04-12");
    BOOST_TEST(born("១២/៤/២០១៥") == "2015-04-12");
    BOOST_TEST(born("2015") == "2015");
    BOOST_TEST(born("about 2015") == "~2015");
    BOOST_TEST(born("ប្រហែល ២០១៥") == "~2015");
    BOOST_TEST(born("~2015") == "~2015");
    BOOST_TEST(born("12/4/2558") == "2015-04-12");
    BOOST_TEST(born("2558") == "2015");
    BOOST_TEST(born("04/2015") == "2015-04");
    BOOST_TEST(born(" ") == "none");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_named_with_its_field) {
    BOOST_TEST((codes(person({{"born", "soon"}})) == Codes{"date.unreadable:born"}));
    BOOST_TEST((codes(person({{"born", "04/25/2015"}})) == Codes{"date.month-first:born"}));
    BOOST_TEST((codes(person({{"born", "18/12/2025"}})) == Codes{"date.future:born"}));
    BOOST_TEST((codes(person({{"equity_valid_to", "2027"}})) == Codes{"date.incomplete:equity_valid_to"}));
    BOOST_TEST((codes(person({{"consent_on", "18/12/2025"}})) == Codes{"date.future:consent_on"}));
    BOOST_TEST((codes(person({{"phone", "12"}})) == Codes{"phone.length:phone"}));
    BOOST_TEST((codes({}) == Codes{"learner.name-missing:name_km", "sex.missing:sex"}));
}

BOOST_AUTO_TEST_CASE(emptying_a_field_takes_its_value_away) {
    FormValues values = values_of(vanna());
    for (const auto* field : {"phone", "born", "equity_level", "wg_hearing", "identity.0", "consent_on"})
        BOOST_TEST(values.erase(field) == 1U);
    const Learner read = read_values(values, vanna(), today).learner;
    BOOST_TEST(!read.phone.has_value());
    BOOST_TEST(!read.born.has_value());
    BOOST_TEST(!read.equity_level.has_value());
    BOOST_TEST(!read.washington.asked());
    BOOST_TEST(!read.consent_on.has_value());
    BOOST_TEST(read.identities.size() == 1U);
    // What has no field of its own stays.
    BOOST_TEST(read.number == vanna().number);
    BOOST_TEST(read.disability_text.value() == "ជើង");
    BOOST_TEST(read.village_text.value() == "តាពូង");
}

BOOST_AUTO_TEST_CASE(another_village_takes_the_old_ones_text_with_it) {
    FormValues values = values_of(vanna());
    values["village_code"] = "02020102";
    Learner read = read_values(values, vanna(), today).learner;
    BOOST_TEST(read.village_code.value() == "02020102");
    BOOST_TEST(!read.village_text.has_value());
    values.erase("village_code");
    values["village_text"] = "ភូមិថ្មី";
    read = read_values(values, vanna(), today).learner;
    BOOST_TEST(!read.village_code.has_value());
    BOOST_TEST(read.village_text.value() == "ភូមិថ្មី");
}

BOOST_AUTO_TEST_CASE(who_is_already_registered_gets_only_what_was_missing) {
    Learner known = vanna();
    known.guardian.reset();
    known.identities.pop_back();
    const FormValues typed = {{"name_km", "ឃួន វណ្ណៈ"},
                              {"guardian", "ឃួន ម៉ៅ"},
                              {"village_text", "ភូមិថ្មី"},
                              {"identity.0", "national_id 020 123 456"},
                              {"identity.1", "birth_certificate 12/89"}};
    const Learner filled = read_values(filled_up(values_of(known), typed), known, today).learner;
    BOOST_TEST((filled == vanna()));
}

BOOST_AUTO_TEST_CASE(the_next_paper_of_a_pile_shares_the_village_alone) {
    BOOST_TEST((shared_by_pile(values_of(vanna())) == FormValues{{"village_code", "02020101"}}));
    BOOST_TEST(shared_by_pile({{"name", "x"}}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
