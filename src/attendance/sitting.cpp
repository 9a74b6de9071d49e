// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/sitting.hpp"

#include "attendance/margin_store.hpp"
#include "attendance/mark_store.hpp"

namespace attendance {
namespace {

const RegisterChange& change_of(const RegisterChange& change) {
    return change;
}
const RegisterChange& change_of(const CellsWritten& written) {
    return written.change;
}

} // namespace

template<typename Work>
auto Sitting::write(Work work) {
    storage::Transaction tx(m_database, m_actor);
    auto done = work(tx);
    if (!done) return done;
    tx.commit();
    remember(change_of(*done));
    return done;
}

void Sitting::remember(const RegisterChange& change) {
    if (change.empty()) return;
    if (m_steps.size() == most_steps) m_steps.erase(m_steps.begin());
    m_steps.push_back(change);
}

core::Expected<CellsWritten> Sitting::set_cells(classes::ClassId class_id,
                                                const std::vector<CellMark>& cells) {
    return write([&](storage::Transaction& tx) { return attendance::set_cells(tx, class_id, cells); });
}

core::Expected<RegisterChange> Sitting::set_absence(classes::EnrolmentId enrolment, Period period,
                                                    Mark mark) {
    return write([&](storage::Transaction& tx) { return set_marks(tx, enrolment, period, mark); });
}

core::Expected<RegisterChange> Sitting::take(classes::ClassId class_id, const std::vector<core::Day>& days) {
    return write([&](storage::Transaction& tx) { return mark_all_present(tx, class_id, days); });
}

core::Expected<RegisterChange> Sitting::not_met(classes::ClassId class_id, core::Day day,
                                                const std::string& reason) {
    return write([&](storage::Transaction& tx) { return mark_not_met(tx, class_id, day, reason); });
}

core::Expected<RegisterChange> Sitting::forget(classes::ClassId class_id, core::Day day) {
    return write([&](storage::Transaction& tx) { return forget_day(tx, class_id, day); });
}

core::Expected<RegisterChange> Sitting::set_paper_margin(classes::EnrolmentId enrolment, core::Month month,
                                                         const PaperMargin& on_paper) {
    return write([&](storage::Transaction& tx) {
        return attendance::set_paper_margin(tx, enrolment, month, on_paper);
    });
}

core::Expected<RegisterChange> Sitting::undo() {
    const RegisterChange step = std::move(m_steps.back());
    m_steps.pop_back();
    storage::Transaction tx(m_database, m_actor);
    auto back = take_back(tx, step);
    if (back) tx.commit();
    return back;
}

} // namespace attendance
