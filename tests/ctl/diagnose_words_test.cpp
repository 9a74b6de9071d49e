// SPDX-License-Identifier: GPL-3.0-or-later
// A diagnostic file leaves the office: nobody's name is in it.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "file_bytes.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <fstream>
#include <vector>

namespace {

// Fifty invented people, and what else of them might stand anywhere.
struct Planted : test::Prompt {
    std::string office = new_office("ការិយាល័យ-Chanthou.srok");
    std::vector<std::string> words = {"Chanthou", "ចាន់ធូ", "Sokhalay", "សុខាឡៃ", "012345678"};

    Planted() {
        std::ofstream list(ctl::path_of(file("list.csv")));
        list << "ឈ្មោះ,ឈ្មោះឡាតាំង,ភេទ,ថ្ងៃខែឆ្នាំកំណើត,ទូរសព្ទ\n";
        static const std::vector<std::string> first = {"ដារ៉ា", "សុភា", "វិចិត្រ", "ម៉ាលី", "រតនា"};
        static const std::vector<std::string> latin = {"Qdara", "Qsophea", "Qvichet", "Qmaly", "Qratana"};
        for (std::size_t i = 0; i < 50; ++i) {
            const std::string surname = std::vector<std::string>{"ខៀវ", "ញឹម", "ផុន",  "លាង", "អ៊ុក",
                                                                 "ទូច",  "ឈឹម", "ប៉ែន", "មៀច", "ឌុច"}[i / 5];
            const std::string km = surname + " " + first[i % 5];
            const std::string name = fmt::format("{}{} {}", "Zfamily", i, latin[i % 5]);
            list << fmt::format("{},{},ស,{:02}/03/{},01{:07}\n", km, name, i % 28 + 1, 1990 + i % 20,
                                9000000 + i);
            words.insert(words.end(), {km, name, fmt::format("01{:07}", 9000000 + i)});
        }
        list.close();
        const auto taken = ask({"import", office, "learners", file("list.csv")});
        BOOST_REQUIRE_MESSAGE(taken.json()["accepted"] == 50, taken.out);
        type({"institution", office, "add", "មជ្ឈមណ្ឌល សុខាឡៃ", "--kind", "clc"});
        type({"office", office, "--phone", "012345678"});
        type({"backup", office, file("Chanthou-backup.srok")});
    }

    std::vector<std::string> found_in(std::string_view text) const {
        std::vector<std::string> found;
        for (const std::string& word : words)
            if (text.find(word) != std::string_view::npos) found.push_back(word);
        return found;
    }
    std::string diagnosis() {
        const auto done = type({"diagnose", office, "--out", file("out.txt")});
        BOOST_TEST(done.exit == 0);
        return test::bytes_of(ctl::path_of(file("out.txt")));
    }
    void alter(std::string_view sql) {
        auto database =
            storage::Database::open(ctl::path_of(office), storage::Access::read_write, environment);
        storage::Transaction tx(database, {"Chanthou"});
        BOOST_REQUIRE(tx.run(sql) > 0);
        tx.audit("setting.change", "setting", std::nullopt, R"({"name":"Sokhalay"})");
        tx.commit();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(diagnose_words, Planted)

BOOST_AUTO_TEST_CASE(fifty_people_stand_in_the_office_and_none_in_its_diagnosis) {
    const std::string text = diagnosis();
    for (const std::string& word : found_in(text))
        BOOST_ERROR(word << " stands in the diagnostic file");
    BOOST_TEST(text.find("learner 50\n") != std::string::npos);
    BOOST_TEST(text.find("in order\n") != std::string::npos);
    BOOST_TEST(text.find("backup.prove backup\n") != std::string::npos);
    BOOST_TEST(text.find(ctl::text_of(folder.path)) == std::string::npos);
}

// The weak setting: the findings of `check` and the audit as they are told to the office itself.
BOOST_AUTO_TEST_CASE(what_the_office_itself_is_told_would_give_them_away) {
    BOOST_TEST(found_in(ask({"find", office, "", "--limit", "60"}).out).size() > 90U);
    BOOST_TEST(!found_in(ask({"audit", office, "--limit", "200"}).out).empty());
}

BOOST_AUTO_TEST_CASE(a_broken_rule_is_told_without_what_it_is_about) {
    alter("UPDATE learner SET number = 'Chanthou' WHERE id = 7");
    BOOST_TEST(!found_in(ask({"check", office}).out).empty());
    const std::string text = diagnosis();
    BOOST_TEST(text.find("invariant.broken rule=learner-number x1\n") != std::string::npos);
    BOOST_TEST(found_in(text).empty());
}

BOOST_AUTO_TEST_CASE(a_damaged_file_is_told_as_far_as_can_be) {
    std::string bytes = test::bytes_of(ctl::path_of(office));
    bytes.resize(bytes.size() / 2);
    std::ofstream(ctl::path_of(office), std::ios::binary) << bytes;
    const std::string text = diagnosis();
    BOOST_TEST(text.find("file.damaged") != std::string::npos);
    BOOST_TEST(text.find(fmt::format("file-bytes {}\n", bytes.size())) != std::string::npos);
    BOOST_TEST(found_in(text).empty());
}

BOOST_AUTO_TEST_SUITE_END()
