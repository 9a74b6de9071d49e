// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

namespace {

// A small sample office, made once for all.
struct Fixture {
    Fixture() {
        if (!std::filesystem::exists(prompt().folder / "demo.srok")) prompt().sample_office("demo.srok");
    }
    static test::Prompt& prompt() {
        static test::Prompt one;
        return one;
    }
    static std::string file(std::string_view name) { return prompt().file(name); }
    static bool exists(const char* name) { return std::filesystem::exists(prompt().folder / name); }
    static test::Typed attendance(std::vector<std::string> more) {
        more.insert(more.begin(), {"attendance", file("demo.srok")});
        return prompt().ask(more);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(attendance_words, Fixture)

BOOST_AUTO_TEST_CASE(every_list_comes_with_its_period_and_its_rows) {
    for (const char* list : {"not-recorded", "below", "in-a-row", "over-limit"}) {
        const ctl::Json document = attendance({list, "--period", "2025-11..2026-08"}).json();
        BOOST_TEST(document["period"]["from"] == "2025-11-01", list);
        BOOST_TEST(document["period"]["to"] == "2026-08-31", list);
        BOOST_TEST(document["rows"].is_array(), list);
    }
}

BOOST_AUTO_TEST_CASE(a_list_names_the_learner_the_class_and_the_figures) {
    const ctl::Json rows =
        attendance({"in-a-row", "--days", "2", "--period", "2025-11..2026-08"}).json()["rows"];
    BOOST_REQUIRE(!rows.empty());
    for (const auto& row : rows) {
        BOOST_TEST(row["days"].get<int>() >= 2);
        BOOST_TEST(row["with"].get<int>() + row["without"].get<int>() == row["days"].get<int>());
        BOOST_TEST(row["from"].get<std::string>() <= row["to"].get<std::string>());
        BOOST_TEST(!row["number"].get<std::string>().empty());
        BOOST_TEST(row["class"]["id"].is_number_integer());
    }
    const ctl::Json more =
        attendance({"in-a-row", "--days", "3", "--period", "2025-11..2026-08"}).json()["rows"];
    BOOST_TEST(more.size() < rows.size());
    BOOST_TEST(attendance({"in-a-row", "--days", "0"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(a_list_is_narrowed_to_a_class) {
    const ctl::Json all =
        attendance({"in-a-row", "--days", "2", "--period", "2025-11..2026-08"}).json()["rows"];
    BOOST_REQUIRE(!all.empty());
    const std::string in = all[0]["class"]["id"].dump();
    std::size_t of_it = 0;
    for (const auto& row : all)
        of_it += row["class"]["id"].dump() == in ? 1 : 0;
    const ctl::Json one =
        attendance({"in-a-row", "--days", "2", "--class", in, "--period", "2025-11..2026-08"}).json()["rows"];
    BOOST_TEST(one.size() == of_it);
    BOOST_TEST(attendance({"below", "--class", "no such class"}).error() == "class.not-found");
    BOOST_TEST(attendance({"below", "--period", "yesterday"}).error() == "attendance.period-unreadable");
}

BOOST_AUTO_TEST_CASE(rates_of_all_groups_add_up_to_one_total) {
    const ctl::Json by_class = attendance({"rates", "--period", "2025-11..2026-08"}).json();
    BOOST_TEST(by_class["by"] == "class");
    BOOST_TEST(by_class["rows"].size() > 1U);
    for (const char* by : {"class", "month", "sex", "institution", "district"}) {
        const ctl::Json rates = attendance({"rates", "--by", by, "--period", "2025-11..2026-08"}).json();
        BOOST_TEST((rates["total"] == by_class["total"]), by);
        int taken = 0, female = 0;
        for (const auto& row : rates["rows"]) {
            taken += row["all"]["days_taken"].get<int>();
            female += row["female"]["days_taken"].get<int>();
        }
        BOOST_TEST(taken == rates["total"]["all"]["days_taken"].get<int>(), by);
        BOOST_TEST(female == rates["total"]["female"]["days_taken"].get<int>(), by);
    }
    BOOST_TEST(attendance({"rates", "--by", "colour"}).error() == "usage.value");
}

BOOST_AUTO_TEST_CASE(lists_and_letters_are_written_and_never_over_the_office_file) {
    const std::vector<std::string> list = {"in-a-row", "--days", "2", "--period", "2025-11..2026-08"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), list.begin(), list.end());
        return attendance(more);
    };
    const ctl::Json done =
        with({"--out", file("list.xlsx"), "--letters", file("letters.pdf"), "--date", "2025-12-17"}).json();
    BOOST_TEST(exists("list.xlsx"));
    BOOST_TEST(exists("letters.pdf"));
    BOOST_TEST(done["letters"]["papers"].get<std::size_t>() > 0U);
    BOOST_TEST(done["letters"]["papers"].get<std::size_t>() <= done["rows"].size());
    BOOST_TEST(with({"--out", file("list.pdf")}).error() == "file.kind");
    BOOST_TEST(with({"--letters", file("letters.xlsx")}).error() == "file.kind");
    BOOST_TEST(with({"--out", file("demo.srok")}).error() == "file.would-be-lost");
}

BOOST_AUTO_TEST_CASE(a_learner_has_a_letter_and_a_statement) {
    const ctl::Json row =
        attendance({"in-a-row", "--days", "2", "--period", "2025-11..2026-08"}).json()["rows"][0];
    const std::string number = row["number"], in = row["class"]["id"].dump();
    for (const char* kind : {"letter", "statement"}) {
        const std::string name = std::string{kind} + ".pdf";
        BOOST_TEST(attendance({kind, number, "--class", in, "--out", file(name)}).exit == 0, kind);
        BOOST_TEST(std::filesystem::file_size(prompt().folder / name) > 5'000U, kind);
    }
    BOOST_TEST(attendance({"letter", number, "--class", in, "--period", "2020-01", "--out", file("no.pdf")})
                   .error() == "attendance.not-enrolled");
    BOOST_TEST(attendance({"letter", number, "--class", in, "--date", "17/12/2025", "--out", file("no.pdf")})
                   .error() == "date.not-iso");
    BOOST_TEST(attendance({"letter", "0", "--class", in, "--out", file("no.pdf")}).error() ==
               "learner.unknown");
    BOOST_TEST(!exists("no.pdf"));
}

BOOST_AUTO_TEST_SUITE_END()
