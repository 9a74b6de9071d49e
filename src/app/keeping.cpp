// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keeping.hpp"

#include "users/authority.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

namespace app {

namespace {

constexpr int retry_after = 500; // milliseconds

} // namespace

Keeping::Keeping(office::Session& session, storage::Actor program, Window window)
    : m_session(session)
    , m_program(std::move(program))
    , m_window(std::move(window)) {
    m_runner.stand_aside();
    m_retry.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { note(); });
}

void Keeping::back_up_today() {
    if (!backups::due_today(m_session.database)) return;
    m_runner.start(
        [this, file = m_session.database.path()](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto reader =
                storage::Database::open(file, storage::Access::read_only, {m_clock, m_random});
            auto round = backups::back_up_now(reader, progress);
            return [this, round = std::move(round)]() mutable {
                if (round.second_failed)
                    m_window.tell(widgets::Tone::warning, m_session.sentence(*round.second_failed));
                m_made = std::move(round);
                note();
            };
        },
        {.progressed = {}, .ended = {}, .failed = [this](const core::Error& error) {
             if (error.code != "cancelled") m_window.tell(widgets::Tone::bad, m_session.sentence(error));
         }});
}

void Keeping::note() {
    if (!m_made) return;
    // While a job runs only the job uses the database.
    if (m_window.jobs().busy()) {
        m_retry.StartOnce(retry_after);
        return;
    }
    storage::Transaction tx(m_session.database, m_program);
    note_round(tx, *m_made, backups::Why::day);
    tx.commit();
    m_made.reset();
}

bool Keeping::back_up_before(std::function<void()> close) {
    widgets::JobPanel& jobs = m_window.jobs();
    if (m_closing || jobs.busy() || m_runner.busy()) return false;
    note();
    if (!backups::due_at_closing(m_session.database)) return false;
    m_closing = true;
    jobs.run(
        _("Making a backup before closing; close again to leave without it"),
        [this, close = std::move(close)](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto round = backups::back_up_now(m_session.database, progress);
            storage::Transaction tx(m_session.database, m_program);
            note_round(tx, round, backups::Why::closing);
            tx.commit();
            return close;
        },
        [this](const core::Error& error) {
            if (error.code != "cancelled")
                m_window.tell(widgets::Tone::bad,
                              // TRANSLATORS: {1} is a sentence that says why no backup could be made.
                              widgets::fill(_("{1} Close again to leave without a backup."),
                                            {m_session.sentence(error)}));
        });
    return true;
}

} // namespace app
