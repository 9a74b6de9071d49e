// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list_paper.hpp"
#include "certificates/award_list_store.hpp"
#include "certificates/issue.hpp"
#include "certificates/small_class.hpp"
#include "certificates/waiting.hpp"
#include "documents/image.hpp"
#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"

#include <boost/test/unit_test.hpp>

using certificates::Awaited;
using certificates::Role;
using certificates::Step;

namespace {

constexpr core::Day december(unsigned day) {
    return core::Day{std::chrono::year{2025} / 12 / std::chrono::day{day}};
}

struct Lists : test::SmallClass {
    Lists() { close(); }

    std::string prepare(const std::string& by = "ឡុង សុជាតា") {
        return test::code_of(
            change([&](storage::Transaction& tx) { return certificates::prepare_list(tx, class_id, by); }));
    }
    std::string check(const std::string& by = "មាស វិចិត្រ") {
        return test::code_of(
            change([&](storage::Transaction& tx) { return certificates::check_list(tx, class_id, by); }));
    }
    std::string approve(const certificates::ListApproval& approval = {.name = "សុខ សុភា"}) {
        return test::code_of(change(
            [&](storage::Transaction& tx) { return certificates::approve_list(tx, class_id, approval); }));
    }
    std::string give_back(const certificates::ListReturn& returned) {
        return test::code_of(change(
            [&](storage::Transaction& tx) { return certificates::return_list(tx, class_id, returned); }));
    }
    certificates::AwardList latest() { return certificates::latest_list(database, class_id).value(); }
    classes::Status status() { return classes::load_class(database, class_id).status; }
    certificates::Waiting waiting() { return certificates::waiting_lists(database).at(0); }

    core::Uid uid_of(std::string_view name) {
        for (const classes::ClassLearner& one : classes::enrolments_in(database, class_id))
            if (one.name == name) return one.enrolment.uid;
        throw std::logic_error("nobody of that name");
    }
    void rename(const std::string& from, const std::string& to) {
        change([&](storage::Transaction& tx) {
            auto learner = learners::load_learner(
                database, classes::load_enrolment(database, enrolment_of(from)).learner);
            learner.name = to;
            return learners::update_learner(tx, learner);
        });
    }
};

certificates::Scan small_scan() {
    const documents::Image grey{40, 60, std::vector<std::uint8_t>(std::size_t{3} * 40 * 60, 200)};
    return certificates::read_scan(documents::encode_png(grey)).value();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(award_list, Lists)

BOOST_AUTO_TEST_CASE(a_list_names_whoever_is_awarded_and_for_everyone_else_the_reasons) {
    BOOST_TEST(prepare().empty());
    const certificates::AwardList list = latest();
    BOOST_TEST(list.number == 1);
    BOOST_TEST((list.state() == Step::prepare));
    BOOST_REQUIRE(list.lines.size() == 4U);
    BOOST_TEST(list.lines[0].name == "KEO MOM");
    BOOST_TEST(list.lines[0].average == "8.00");
    BOOST_TEST(list.lines[0].awarded());
    BOOST_TEST(list.awarded() == 1);
    BOOST_TEST(list.awarded_women() == 1);
    for (std::size_t at = 1; at < 4; ++at)
        BOOST_TEST(!list.lines[at].reasons.empty());
    BOOST_TEST(list.lines[1].reasons.at(0).code == "attendance.below");
    BOOST_TEST(!list.lines[1].reasons.at(0).fact("has").empty());
    BOOST_TEST((status() == classes::Status::closed));
}

BOOST_AUTO_TEST_CASE(where_people_log_in_two_accounts_stand_behind_the_two_names) {
    struct MayAll final : storage::Authority {
        std::optional<core::Error> refusal(const storage::Database&, std::string_view, std::string_view,
                                           const std::optional<core::Uid>&) const override {
            return std::nullopt;
        }
    };
    const auto may_all = std::make_shared<MayAll>();
    const auto as = [&](const std::string& account, auto work) {
        storage::Transaction tx(database, {account, may_all});
        auto done = work(tx);
        if (done) tx.commit();
        return test::code_of(done);
    };
    const auto check_as = [&](const std::string& account) {
        return as(account, [&](storage::Transaction& tx) {
            return certificates::check_list(tx, class_id, "មាស វិចិត្រ");
        });
    };
    BOOST_TEST(as("clerk", [&](storage::Transaction& tx) {
                   return certificates::prepare_list(tx, class_id, "ឡុង សុជាតា");
               }).empty());
    // Another name is quickly typed.
    BOOST_TEST(check_as("clerk") == "award-list.own-check");
    BOOST_TEST(check_as("officer+clerk") == "award-list.own-check");
    BOOST_TEST(check_as("clerk-2").empty());
}

BOOST_AUTO_TEST_CASE(from_the_clerk_to_the_headteacher_each_step_has_its_name_and_day) {
    BOOST_TEST(check() == "award-list.none");
    BOOST_TEST(prepare().empty());
    BOOST_TEST(approve() == "award-list.not-checked");
    BOOST_TEST(check("ឡុង សុជាតា") == "award-list.own-check");
    clock.set(december(3));
    BOOST_TEST(check().empty());
    BOOST_TEST(check() == "award-list.checked-already");
    clock.set(december(5));
    BOOST_TEST(approve({.name = "  "}) == "signer.no-name");
    BOOST_TEST(approve({.name = "សុខ សុភា", .role = Role::office_head, .acting_for = "ហេង ពិសី"}).empty());
    const certificates::AwardList list = latest();
    BOOST_REQUIRE(list.steps.size() == 3U);
    BOOST_TEST(list.steps[0].name == "ឡុង សុជាតា");
    BOOST_TEST((list.steps[1].day == december(3)));
    BOOST_TEST(list.steps[1].name == "មាស វិចិត្រ");
    BOOST_TEST((list.last().role == Role::office_head));
    BOOST_TEST(list.last().acting_for == "ហេង ពិសី");
    BOOST_TEST(!list.last().on_paper);
    BOOST_TEST((status() == classes::Status::approved));
    BOOST_TEST(prepare() == "class.approved-already");
    BOOST_TEST(certificates::name_last_used(database, Step::approve, Role::office_head) == "សុខ សុភា");
    BOOST_TEST(certificates::name_last_used(database, Step::approve, Role::headteacher).empty());
}

BOOST_AUTO_TEST_CASE(a_returned_list_keeps_its_remarks_when_it_is_prepared_again) {
    prepare();
    check();
    const core::Uid dara = uid_of("CHAN DARA");
    BOOST_TEST(give_back({.by = "សុខ សុភា", .remark = " "}) == "award-list.no-remark");
    core::SeededRandom chance(1);
    const core::Uid stranger = core::make_uid(clock.now(), chance);
    BOOST_TEST(give_back({.by = "សុខ សុភា", .remark = "", .remarks = {{stranger, "?"}}}) ==
               "award-list.not-on-it");
    BOOST_TEST(give_back({.by = "សុខ សុភា", .remark = "ពិនិត្យវត្តមានម្តងទៀត", .remarks = {{dara, "ឈឺមានលិខិតពេទ្យ"}}})
                   .empty());
    BOOST_TEST(check() == "award-list.returned");
    BOOST_TEST(approve() == "award-list.returned");
    BOOST_TEST(waiting().remark == "ពិនិត្យវត្តមានម្តងទៀត");
    BOOST_TEST((waiting().awaited == Awaited::mending));
    BOOST_TEST(prepare().empty());
    const auto lists = certificates::lists_of(database, class_id);
    BOOST_REQUIRE(lists.size() == 2U);
    BOOST_TEST(lists[1].number == 2);
    BOOST_TEST((lists[1].state() == Step::prepare));
    BOOST_TEST(lists[0].last().remark == "ពិនិត្យវត្តមានម្តងទៀត");
    BOOST_REQUIRE(lists[0].last().remarks.size() == 1U);
    BOOST_TEST((lists[0].last().remarks[0] == certificates::LineRemark{dara, "ឈឺមានលិខិតពេទ្យ"}));
    BOOST_TEST((lists[0].lines == lists[1].lines), "the same class");
}

BOOST_AUTO_TEST_CASE(what_changed_since_is_named_and_asks_to_prepare_again) {
    prepare();
    BOOST_TEST(prepare() == "award-list.unchanged");
    rename("SOK THEARY", "SOK THEARI");
    const auto changes = certificates::changes_since(database, latest());
    BOOST_REQUIRE(changes.size() == 1U);
    BOOST_TEST(changes[0].what.code == "award-list.person");
    BOOST_TEST(!changes[0].grave);
    storage::Transaction tx(database, {});
    const auto refused = certificates::check_list(tx, class_id, "មាស វិចិត្រ");
    BOOST_TEST(test::code_of(refused) == "award-list.changed");
    BOOST_TEST(refused.error().fact("learner") == "សុខ ធារី");
    BOOST_TEST(refused.error().fact("changes") == "1");
    BOOST_REQUIRE(certificates::prepare_list(tx, class_id, "ឡុង សុជាតា").has_value());
    BOOST_TEST(certificates::check_list(tx, class_id, "មាស វិចិត្រ").has_value());
}

BOOST_AUTO_TEST_CASE(a_class_opened_again_and_corrected_goes_through_the_board_once_more) {
    prepare();
    check();
    change([&](storage::Transaction& tx) { return classes::reopen_class(tx, class_id, "ពិន្ទុខ្វះ"); });
    BOOST_TEST(approve() == "class.open");
    make_eligible("SOK THEARY");
    close();
    const auto changes = certificates::changes_since(database, latest());
    BOOST_REQUIRE(changes.size() == 1U);
    BOOST_TEST(changes[0].what.code == "award-list.gained");
    BOOST_TEST(approve() == "award-list.changed");
    BOOST_TEST(prepare().empty());
    BOOST_TEST(latest().awarded() == 2);
    BOOST_TEST((latest().lines[0].rank < latest().lines[1].rank));
}

BOOST_AUTO_TEST_CASE(an_approval_on_paper_has_its_day_and_the_signed_list) {
    prepare();
    check();
    clock.set(december(9));
    certificates::ListApproval paper{.name = "សុខ សុភា", .signed_on = december(4)};
    BOOST_TEST(approve(paper) == "award-list.no-scan");
    paper.scan = small_scan();
    paper.signed_on = december(10);
    BOOST_TEST(approve(paper) == "award-list.day", "not before it happened");
    paper.signed_on = test::november(30);
    BOOST_TEST(approve(paper) == "award-list.day", "not before the list was there");
    paper.signed_on = december(4);
    BOOST_TEST(approve(paper).empty());
    const certificates::ListStep step = latest().last();
    BOOST_TEST(step.on_paper);
    BOOST_TEST((step.day == december(4)));
    BOOST_TEST((core::day_in_cambodia(step.at) == december(9)));
    BOOST_TEST(certificates::load_scan(database, step.id).value().bytes == paper.scan->bytes);
    BOOST_TEST(!certificates::load_scan(database, latest().steps[0].id).has_value());
}

BOOST_AUTO_TEST_CASE(an_approved_list_is_returned_while_nothing_was_issued_and_the_class_closed_again) {
    prepare();
    check();
    approve();
    BOOST_TEST(give_back({.by = "សុខ សុភា", .remark = "ឈ្មោះខុស"}).empty());
    BOOST_TEST((status() == classes::Status::closed));
    BOOST_TEST((latest().steps.at(2).step == Step::approve), "the history keeps the approval");
    BOOST_TEST(!database.value<int>("SELECT 1 FROM award_list_row").has_value());
    prepare();
    check("សេង ដារា");
    BOOST_TEST(approve().empty());
    BOOST_TEST((status() == classes::Status::approved));
}

BOOST_AUTO_TEST_CASE(nobody_gets_a_certificate_that_says_other_than_what_was_approved) {
    prepare();
    check();
    approve();
    const auto list = latest();
    change([&](storage::Transaction& tx) {
        tx.run("UPDATE score SET hundredths = 900 WHERE enrolment_id = ?1 AND subject = 'reading'",
               enrolment_of("KEO MOM"));
        tx.audit("test.correct", "score", std::nullopt, "{}");
    });
    BOOST_REQUIRE(certificates::changes_since(database, list).size() == 1U);
    BOOST_TEST(certificates::changes_since(database, list)[0].grave);
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;
    const auto key = office::open_signing_key(database).value();
    storage::Transaction tx(database, {});
    const auto result = certificates::issue_class(tx, class_id, key, fonts, silent).value();
    BOOST_TEST(result.issued.empty());
    BOOST_TEST(result.nobody.value().code == "award-list.changed");
    BOOST_TEST(result.nobody.value().fact("learner") == "កែវ មុំ");
}

BOOST_AUTO_TEST_CASE(issuing_in_set_up_keeps_a_list_that_says_it_was_one_step) {
    change([&](storage::Transaction& tx) { return certificates::approve_at_once(tx, class_id, "sokha"); });
    const certificates::AwardList list = latest();
    BOOST_REQUIRE(list.steps.size() == 2U);
    BOOST_TEST(list.steps[0].same_step);
    BOOST_TEST(list.last().same_step);
    BOOST_TEST(!list.last().role.has_value());
    BOOST_TEST(certificates::name_last_used(database, Step::prepare).empty());
}

BOOST_AUTO_TEST_CASE(the_ageing_list_says_what_waits_for_whom_and_how_long) {
    clock.set(december(11));
    BOOST_TEST((waiting().awaited == Awaited::preparation));
    BOOST_TEST(waiting().days == 10, "since the class was closed");
    prepare();
    clock.set(december(15));
    BOOST_TEST((waiting().awaited == Awaited::check));
    BOOST_TEST(waiting().days == 4);
    check();
    clock.set(december(16));
    BOOST_TEST((waiting().awaited == Awaited::approval));
    BOOST_TEST(waiting().days == 1);
    BOOST_TEST(waiting().last_name == "មាស វិចិត្រ");
    approve();
    BOOST_TEST((waiting().awaited == Awaited::issue));
    BOOST_TEST(waiting().days == 0);
}

BOOST_AUTO_TEST_CASE(the_history_of_a_list_only_grows) {
    prepare();
    give_back({.by = "សុខ សុភា", .remark = "ឈ្មោះខុស"});
    for (const char* sql : {"DELETE FROM award_list_step", "UPDATE award_list_step SET name = 'x'",
                            "DELETE FROM award_list_line", "UPDATE award_list_line SET average = '9.99'"}) {
        storage::Transaction tx(database, {});
        BOOST_CHECK_THROW(tx.run(sql), std::logic_error);
    }
}

BOOST_AUTO_TEST_CASE(a_scan_is_a_pdf_or_a_picture_and_nothing_that_runs) {
    const auto code = [](std::string_view bytes) { return test::code_of(certificates::read_scan(bytes)); };
    BOOST_TEST(small_scan().kind == "jpeg");
    BOOST_TEST(code("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n").empty());
    BOOST_TEST(code("%PDF-1.4\n1 0 obj\n<<>>\n") == "scan.damaged", "cut off");
    BOOST_TEST(code("%PDF-1.4\n<</S /JavaScript>>\n%%EOF") == "scan.active");
    BOOST_TEST(code("%PDF-1.4\n<</Encrypt 3 0 R>>\n%%EOF") == "scan.active");
    BOOST_TEST(code("MZ") == "scan.kind");
    BOOST_TEST(code("") == "scan.kind");
    BOOST_TEST(code("%PDF-" + std::string(certificates::largest_scan, ' ') + "%%EOF") == "scan.too-large");
    const std::string jpeg = small_scan().bytes;
    BOOST_TEST(code(std::string_view{jpeg}.substr(0, 100)) == "scan.damaged");
    const documents::Image wide{4000, 1000, std::vector<std::uint8_t>(std::size_t{3} * 4000 * 1000, 255)};
    const auto shrunk =
        documents::decode_image(certificates::read_scan(documents::encode_png(wide)).value().bytes).value();
    BOOST_TEST(shrunk.width == 2480, "a page on its side");
}

BOOST_AUTO_TEST_CASE(reasons_are_read_back_as_they_were_kept) {
    const std::vector<core::Error> reasons{
        core::Error{"attendance.below"}.with("has", "72.50").with("needs", ""),
        core::Error{"attendance.none"}};
    BOOST_TEST((certificates::reasons_from_text(certificates::reasons_text(reasons)) == reasons));
    BOOST_TEST(certificates::reasons_text({}).empty());
    BOOST_TEST(!certificates::reasons_from_text("attendance.below\thas\n").has_value());
    BOOST_TEST(!certificates::reasons_from_text("attendance.none").has_value());
}

BOOST_AUTO_TEST_CASE(the_board_has_the_list_with_an_annex_of_the_others_and_the_names_of_who_signed) {
    prepare();
    check();
    approve();
    const documents::Sheet paper = paper_of(certificates::load_award_list_sheet(database, latest()));
    BOOST_REQUIRE(paper.rows.size() == 1U);
    BOOST_TEST(paper.rows[0][3] == "កែវ មុំ");
    BOOST_TEST(paper.rows[0][7] == "៨,០០");
    BOOST_REQUIRE(paper.sections.size() == 1U);
    BOOST_TEST(paper.sections[0].rows.size() == 3U);
    BOOST_TEST(!paper.sections[0].rows[0].back().empty(), "why not");
    BOOST_TEST(paper.closing_lines[0] == "បញ្ឈប់បញ្ជីត្រឹម ១ នាក់ ស្រី ១ នាក់");
    BOOST_REQUIRE(paper.signatures.size() == 3U);
    BOOST_TEST(paper.signatures[0].name == "សុខ សុភា");
    BOOST_TEST(paper.signatures[2].name == "ឡុង សុជាតា");
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    BOOST_TEST(documents::lay_out(paper, fonts).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
