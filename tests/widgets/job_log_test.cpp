// SPDX-License-Identifier: GPL-3.0-or-later
// What ran this morning: a return that was built, a backup that failed, a list that was stopped.
#include "widgets/job_log.hpp"

#include <boost/test/unit_test.hpp>

using widgets::JobLog;

namespace {

struct Morning {
    JobLog log;
    core::Moment now{std::chrono::seconds{1'764'000'000}};
    int panel = 0;

    JobLog::Id begin(const std::string& title) {
        now += std::chrono::seconds{1};
        return log.begin({title, now, &panel, [] {}});
    }
    const JobLog::Job& job(JobLog::Id id) { return *log.find(id); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(job_log, Morning)

BOOST_AUTO_TEST_CASE(what_is_told_while_a_job_hands_over_is_what_came_of_it) {
    const auto id = begin("Building the return");
    log.told("A sentence of something else.", false);
    log.progressed(id, 3, 12);
    BOOST_TEST(job(id).reached == 3);
    BOOST_TEST(static_cast<bool>(job(id).cancel));
    log.ending(id, JobLog::State::done, now + std::chrono::seconds{4});
    log.told("The return is ready.", false);
    log.made("/office/return.xlsx");
    log.ended();
    log.told("Later.", true);
    log.made("/office/other.xlsx");
    BOOST_CHECK(job(id).state == JobLog::State::done);
    BOOST_TEST(job(id).result == "The return is ready.");
    BOOST_TEST(job(id).file == "/office/return.xlsx");
    BOOST_CHECK(*job(id).ended - job(id).began == std::chrono::seconds{4});
    // Nobody cancels what has ended.
    BOOST_TEST(!job(id).cancel);
    log.progressed(id, 1, 12);
    BOOST_TEST(job(id).reached == 3);
}

BOOST_AUTO_TEST_CASE(a_job_that_ended_with_bad_news_was_not_done) {
    const auto id = begin("Backing up");
    log.ending(id, JobLog::State::done, now);
    log.told("The stick is full.", true);
    log.ended();
    BOOST_CHECK(job(id).state == JobLog::State::failed);
}

BOOST_AUTO_TEST_CASE(the_newest_stands_first_and_the_oldest_that_ended_goes) {
    const auto running = begin("Importing");
    for (std::size_t i = 1; i < JobLog::most_kept; ++i) {
        const auto id = begin("Job " + std::to_string(i));
        log.ending(id, JobLog::State::done, now);
        log.ended();
    }
    const auto last = begin("The last");
    BOOST_TEST(log.jobs().size() == JobLog::most_kept);
    BOOST_CHECK(log.jobs().front()->id == last);
    BOOST_CHECK(log.jobs().back()->id == running);
}

BOOST_AUTO_TEST_CASE(a_window_that_went_stopped_its_job_and_another_office_hears_of_nothing) {
    const auto id = begin("Reading the file");
    int changes = 0;
    log.watch([&] { ++changes; });
    log.forget_panel(&panel);
    BOOST_CHECK(job(id).state == JobLog::State::stopped);
    BOOST_TEST(!job(id).cancel);
    log.forget_ended();
    BOOST_TEST(log.jobs().empty());
    BOOST_TEST(changes == 2);
}

BOOST_AUTO_TEST_SUITE_END()
