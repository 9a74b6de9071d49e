// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/office_store.hpp"
#include "office/test_office.hpp"
#include "storage/office_world.hpp"
#include "templates/calibration.hpp"
#include "templates/template_file.hpp"
#include "templates/template_store.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using templates::Document;

namespace {

struct Taking : test::OfficeWorld {
    Taking()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world); }) {}

    std::string own(const std::string& mark) {
        return std::string{documents::shipped_template("certificate-completion")} + "<!-- " + mark + " -->";
    }
    core::Expected<int> take(const std::string& mark, const std::string& programme = "literacy",
                             const std::vector<core::Error>& problems = {}) {
        return change([&](storage::Transaction& tx) {
            return templates::take(
                tx, {Document::completion, programme, "of " + mark, mark + ".svg", own(mark)}, problems);
        });
    }
    templates::Current current(std::string_view programme = "literacy") {
        return templates::current_template(database, Document::completion, programme);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(template_store, Taking)

BOOST_AUTO_TEST_CASE(until_one_is_taken_the_programs_own_is_used) {
    BOOST_TEST(!current().own());
    BOOST_TEST(current().source == documents::shipped_template("certificate-completion"));
}

BOOST_AUTO_TEST_CASE(a_programmes_own_goes_before_that_of_every_programme) {
    BOOST_TEST(take("office", "").value() == 1);
    BOOST_TEST(current().name == "of office");
    BOOST_TEST(take("literacy").value() == 1);
    BOOST_TEST(current().name == "of literacy");
    BOOST_TEST(current("skills").name == "of office");
    BOOST_TEST(take("literacy again").value() == 2);
    BOOST_TEST(current().version == 2);
    BOOST_TEST(last_audit().verb == "template.take");
}

BOOST_AUTO_TEST_CASE(the_same_again_is_refused_and_so_is_one_with_a_problem) {
    take("a").value();
    BOOST_TEST(test::code_of(take("a")) == "template.same");
    BOOST_TEST(test::code_of(take("b", "literacy", {core::Error{"template.no-code-box"}})) ==
               "template.no-code-box");
    BOOST_TEST(take("b", "literacy", {core::Error{"template.small"}}).has_value());
    BOOST_TEST(test::code_of(take("c", "alchemy")) == "programme.unknown");
}

BOOST_AUTO_TEST_CASE(the_programs_own_can_be_used_again_and_the_history_stays) {
    const auto give_up = [&] {
        return change([](storage::Transaction& tx) {
            return templates::use_shipped(tx, Document::completion, "literacy");
        });
    };
    BOOST_TEST(test::code_of(give_up()) == "template.not-taken");
    take("a").value();
    BOOST_TEST(give_up().has_value());
    BOOST_TEST(!current().own());
    BOOST_TEST(test::code_of(give_up()) == "template.not-taken");
    BOOST_TEST(take("a").value() == 3);
    const auto all = templates::taken_templates(database);
    BOOST_REQUIRE(all.size() == 3U);
    BOOST_TEST(all[1].shipped);
    BOOST_TEST(all[0].digest == all[2].digest);
}

BOOST_AUTO_TEST_CASE(date_lines_and_paper_are_set_for_each_document) {
    using templates::Dates;
    change([](storage::Transaction& tx) {
        auto settings = templates::read_dates({}, "2026-06-30").value();
        settings.pre_printed = true;
        templates::set_paper(tx, Document::completion, settings);
    });
    const auto kept = templates::load_paper(database, Document::completion);
    BOOST_TEST((kept.dates == Dates::chosen));
    BOOST_TEST(kept.pre_printed);
    BOOST_TEST(templates::dates_text(kept) == "2026-06-30");
    BOOST_TEST((templates::load_paper(database, Document::partial) == templates::PaperSettings{}));
    BOOST_TEST(test::code_of(templates::read_dates({}, "30/06/2026")) == "paper.dates");
}

BOOST_AUTO_TEST_CASE(print_is_moved_on_pre_printed_paper_alone_and_not_far) {
    change([](storage::Transaction& tx) {
        BOOST_TEST(templates::set_offset(tx, {-150, 254}).has_value());
        templates::set_paper(tx, Document::completion, {.pre_printed = true});
    });
    documents::Filling filling;
    templates::prepare(filling, database, Document::completion);
    BOOST_TEST(filling.pre_printed);
    BOOST_TEST(filling.down == 7.2, boost::test_tools::tolerance(1e-9));
    documents::Filling other;
    templates::prepare(other, database, Document::partial);
    BOOST_TEST(!other.pre_printed);
    BOOST_TEST(other.down == 0.0);
    BOOST_TEST(test::code_of(change([](storage::Transaction& tx) {
                   return templates::set_offset(tx, {3001, 0});
               })) == "paper.offset");
}

BOOST_AUTO_TEST_CASE(each_signer_has_name_role_and_dates_and_may_sign_for_another) {
    const std::vector<programmes::Signer> signers = {
        {"head", {"ប្រធានការិយាល័យ", "Head of Office"}, {"បានឃើញ និងបញ្ជាក់", "Seen and certified"}},
        {"centre", {"នាយកមជ្ឈមណ្ឌល", "Head of the Centre"}, {}}};
    change([](storage::Transaction& tx) {
        office::set_setting(tx, "signer.head.name_km", "កែវ សុភា");
        office::set_setting(tx, "signer.head.acting_km", "អនុប្រធាន");
        office::set_setting(tx, "signer.head.acting", "Deputy Head");
        office::set_setting(tx, "signer.centre.name", "SOK THY");
    });
    const auto area = office::load_area(database, office::load_office(database));
    const core::Day day{std::chrono::year{2025} / 12 / 17};
    documents::Filling filling;
    const auto signed_on = [&](const char* dates) {
        templates::add_signers(filling, database, signers, area, day,
                               templates::read_dates({}, dates).value());
        return filling.values;
    };
    auto values = signed_on("computed");
    BOOST_TEST(values["signer_role_km"] == "ជ. ប្រធានការិយាល័យ");
    BOOST_TEST(values["signer_role_en"] == "for Head of Office");
    BOOST_TEST(values["signer_acting_km"] == "អនុប្រធាន");
    BOOST_TEST(values["signer_name_km"] == "កែវ សុភា");
    BOOST_TEST(values["signer2_role_km"] == "នាយកមជ្ឈមណ្ឌល");
    BOOST_TEST(values["signer2_name_latin"] == "SOK THY");
    BOOST_TEST(values["signer2_lunar_line"] == values["lunar_line"]);
    BOOST_TEST(values["lunar_line"] == "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩");
    BOOST_TEST(values["signer3_lunar_line"] == "");
    values = signed_on("dotted");
    BOOST_TEST(values["day_en"] == "");
    BOOST_TEST(values["place_day_line"].find("ថ្ងៃទី......") != std::string::npos);
    values = signed_on("2026-06-30");
    BOOST_TEST(values["day_en"].ends_with("30 June 2026"));
}

BOOST_AUTO_TEST_CASE(the_calibration_page_tells_how_far_print_is_moved) {
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    const auto page = templates::calibration_pdf({-150, 0}, database.clock().now(), fonts).value();
    BOOST_TEST(page.starts_with("%PDF"));
    BOOST_TEST(page != templates::calibration_pdf({0, 0}, database.clock().now(), fonts).value());
}

BOOST_AUTO_TEST_CASE(a_file_that_is_none_or_too_large_is_refused) {
    const test::Folder folder;
    BOOST_TEST(test::code_of(templates::read_template(folder / "none.svg")) == "template.no-file");
    std::ofstream(folder / "latin.svg", std::ios::binary) << "<svg>\xff</svg>";
    BOOST_TEST(test::code_of(templates::read_template(folder / "latin.svg")) == "template.not-svg");
    std::ofstream(folder / "large.svg", std::ios::binary) << std::string(templates::most_bytes + 1, ' ');
    BOOST_TEST(test::code_of(templates::read_template(folder / "large.svg")) == "template.too-large");
}

BOOST_AUTO_TEST_SUITE_END()
