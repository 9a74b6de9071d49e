// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/labelled.hpp"
#include "identity/two_records.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Labelled : test::TwoRecords {
    test::Folder folder;
    core::NoProgress unseen;

    core::Expected<std::vector<identity::LabelledPair>> read(const std::string& text) {
        const auto path = folder / "pairs.csv";
        std::ofstream{path} << text;
        return identity::read_pairs(database, path);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(labelled, Labelled)

BOOST_AUTO_TEST_CASE(columns_stand_in_any_order_and_kind_may_be_missing) {
    const auto pairs =
        read("b_phone,b_village,b_born,b_sex,b_name,b_name_km,A_NAME_KM,a_name,a_sex,a_born,a_village,a_"
             "phone,Label\n"
             "12345678,តាពូង,12/3/2004,ស្រី,Sok Sophea,,សុខ សុភា,,f,2004,02020101,012 345 678,SAME\n"
             "\n"
             ",,,,Chan Dara,,សុខ សុភា,,,,,,different\n");
    BOOST_REQUIRE(pairs.has_value());
    BOOST_REQUIRE(pairs->size() == 2U);
    const auto& first = pairs->at(0);
    BOOST_TEST(first.same);
    BOOST_TEST(first.kind.empty());
    BOOST_TEST(first.a.phone == first.b.phone);
    BOOST_TEST((first.b.sex == core::Sex::female));
    BOOST_TEST(core::to_text(*first.b.born) == "2004-03-12");
    BOOST_TEST(pairs->at(1).row == 4U);
    const auto evaluation = identity::evaluate(*pairs, unseen);
    BOOST_TEST(evaluation.all.recall().value() == 1.0);
    BOOST_TEST(evaluation.all.precision().value() == 1.0);
    BOOST_TEST(evaluation.by_kind.at("").pairs() == 2);
}

BOOST_AUTO_TEST_CASE(precision_and_recall_are_counted_by_kind) {
    const auto pairs = read("label,kind,a_name_km,a_born,b_name_km,b_born\n"
                            "same,easy,សុខ សុភា,2004-03-12,សុខ សុភា,2004-03-12\n"
                            "same,hopeless,សុខ សុភា,2004-03-12,លឹម ដារ៉ា,1990-01-02\n"
                            "different,wrong,កែវ មុំ,2004-03-12,កែវ មុំ,2004-03-12\n"
                            "different,plain,កែវ មុំ,2004-03-12,លី បូរ៉ា,2001-03-19\n");
    const auto evaluation = identity::evaluate(pairs.value(), unseen);
    BOOST_TEST(evaluation.all.recall().value() == 0.5);
    BOOST_TEST(evaluation.all.precision().value() == 0.5);
    BOOST_TEST(evaluation.by_kind.at("hopeless").recall().value() == 0.0);
    BOOST_TEST(!evaluation.by_kind.at("plain").recall().has_value());
    BOOST_TEST(evaluation.by_kind.at("wrong").wrongly_found == 1);
    BOOST_TEST(evaluation.mistakes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_the_file_lacks_is_named_with_its_place) {
    BOOST_TEST(read("kind,a_name_km,b_name_km\nx,ក,ខ\n").error().fact("column") == "label");
    BOOST_TEST(read("label,a_name,b_sex\nsame,Sok,f\n").error().fact("column") == "b_name_km");
    BOOST_TEST(read("label,a_name,b_name\n").error().code == "pairs.none");
    const auto unreadable = read("label,a_name,b_name\nsame,Sok,Sok\nmaybe,Sok,Sok\n");
    BOOST_TEST(unreadable.error().code == "pairs.label-unreadable");
    BOOST_TEST(unreadable.error().place.cell == "A3");
}

BOOST_AUTO_TEST_SUITE_END()
