// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/commands.hpp"

#include <algorithm>
#include <array>

namespace users {
namespace {

constexpr std::array table{
    CommandVerb{"assessment.correct", "score.correct"},
    CommandVerb{"assessment.exempt", "score.set"},
    CommandVerb{"assessment.lock", "period.lock"},
    CommandVerb{"assessment.paste", "score.set"},
    CommandVerb{"assessment.undo", "score.set"},
    CommandVerb{"assessment.unlock", "period.unlock"},
    CommandVerb{"attendance.absence", "attendance.marks"},
    CommandVerb{"attendance.all-present", "attendance.take"},
    CommandVerb{"attendance.copy-day", "attendance.marks"},
    CommandVerb{"attendance.forget", "attendance.forget"},
    CommandVerb{"attendance.not-met", "attendance.not-met"},
    CommandVerb{"attendance.paste", "attendance.marks"},
    CommandVerb{"attendance.roll-call", "attendance.mark"},
    CommandVerb{"attendance.undo", "attendance.undo"},
    CommandVerb{"backup.folder", "setting.change"},
    CommandVerb{"backup.now", "backup.prove"},
    CommandVerb{"backup.passphrase", "backup-key.make"},
    CommandVerb{"backup.rehearse", "backup.rehearse"},
    CommandVerb{"backup.second", "setting.change"},
    CommandVerb{"backup.stick", "backup.prove"},
    CommandVerb{"certificates.approve", "award.approve"},
    CommandVerb{"certificates.check", "award.check"},
    CommandVerb{"certificates.duplicate", "certificate.duplicate"},
    CommandVerb{"certificates.issue", "certificate.issue"},
    CommandVerb{"certificates.prepare", "award.prepare"},
    CommandVerb{"certificates.replace", "certificate.replace"},
    CommandVerb{"certificates.reprint", "certificate.reprint"},
    CommandVerb{"certificates.return", "award.return"},
    CommandVerb{"certificates.void", "certificate.void"},
    CommandVerb{"class.close", "class.close"},
    CommandVerb{"class.edit", "class.update"},
    CommandVerb{"class.enrol", "enrolment.open"},
    CommandVerb{"class.leave", "enrolment.leave"},
    CommandVerb{"class.open", "class.open"},
    CommandVerb{"class.reopen", "class.reopen"},
    CommandVerb{"class.undo", "class.update"},
    CommandVerb{"classes.next_year", "rollover.apply"},
    CommandVerb{"educator.add", "educator.add"},
    CommandVerb{"educator.edit", "educator.update"},
    CommandVerb{"holiday.add", "holiday.set"},
    CommandVerb{"holiday.edit", "holiday.set"},
    CommandVerb{"holiday.remove", "holiday.remove"},
    CommandVerb{"import.attendance", "import.attendance"},
    CommandVerb{"import.institutions", "import.institutions"},
    CommandVerb{"import.learners", "import.learners"},
    CommandVerb{"import.scores", "import.scores"},
    CommandVerb{"institution.add", "institution.add"},
    CommandVerb{"institution.edit", "institution.update"},
    CommandVerb{"learner.add", "learner.register"},
    CommandVerb{"learner.edit", "learner.update"},
    CommandVerb{"learner.transfer_out", "transfer.out"},
    CommandVerb{"learner.undo", "learner.update"},
    CommandVerb{"learner.enrol", "bulk.enrol"},
    CommandVerb{"learners.import", "import.learners"},
    CommandVerb{"learner.erase", "learner.erase"},
    CommandVerb{"learner.leave", "bulk.leave"},
    CommandVerb{"learners.look_alikes", "identity.merge"},
    CommandVerb{"learner.move", "bulk.move"},
    CommandVerb{"learners.transfer_in", "transfer.in"},
    CommandVerb{"packs.edit", "pack.use"},
    CommandVerb{"packs.file", "pack.use"},
    CommandVerb{"packs.move", "class.take-pack"},
    CommandVerb{"packs.shipped", "pack.use-shipped"},
    CommandVerb{"parcel.in", "parcel.in"},
    CommandVerb{"parcel.out", "parcel.out"},
    CommandVerb{"returns.accept", "return.accept"},
    CommandVerb{"returns.build", "return.build"},
    CommandVerb{"returns.consolidate", "return.consolidate"},
    CommandVerb{"returns.correct", "period.correct"},
    CommandVerb{"returns.declared", "figure.declare"},
    CommandVerb{"returns.explain", "return.explain"},
    CommandVerb{"returns.read-as", "return.read-as"},
    CommandVerb{"returns.receive", "return.receive"},
    CommandVerb{"returns.reject", "return.reject"},
    CommandVerb{"returns.remark", "return.remark"},
    CommandVerb{"returns.take-receipt", "return.receipt"},
};

} // namespace

std::span<const CommandVerb> command_verbs() {
    return table;
}

std::string_view verb_of_command(std::string_view id) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const CommandVerb& one) { return one.id == id; });
    return found == table.end() ? std::string_view{} : found->verb;
}

} // namespace users
