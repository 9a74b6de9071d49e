// SPDX-License-Identifier: GPL-3.0-or-later
#include "users/matrix.hpp"

#include <algorithm>
#include <array>

namespace users {
namespace {

constexpr Role admin = Role::administrator;
constexpr Role officer = Role::district_officer;
constexpr Role clerk = Role::clerk;
constexpr Role head = Role::headteacher;
constexpr Role province = Role::province_officer;

constexpr Roles registers{officer, clerk, head};
constexpr Roles office_work{officer, clerk};
constexpr Roles awards{officer, head};
constexpr Roles direction{admin, officer, province};
constexpr Roles writers{admin, officer, clerk, head, province};
constexpr Roles senders{officer, clerk, head, province};
constexpr bool two = true;
constexpr bool anywhere = true;

constexpr std::array table{
    Rule{"attendance.forget", registers},
    Rule{"attendance.letter", {admin, officer}},
    Rule{"attendance.margin", registers},
    Rule{"attendance.mark", registers},
    Rule{"attendance.marks", registers},
    Rule{"attendance.not-met", registers},
    Rule{"attendance.take", registers},
    Rule{"attendance.undo", registers},
    Rule{"award.approve", awards},
    Rule{"award.check", registers},
    Rule{"award.prepare", registers},
    Rule{"award.return", awards},
    Rule{"backup-key.*", {admin}},
    Rule{"backup.*", writers, false, anywhere},
    Rule{"block_file.*", direction},
    Rule{"book_entry.*", registers},
    Rule{"bulk.*", office_work},
    Rule{"certificate.duplicate", awards},
    Rule{"certificate.issue", awards},
    Rule{"certificate.lose", awards},
    Rule{"certificate.replace", awards},
    Rule{"certificate.reprint", awards},
    Rule{"certificate.reserve", awards},
    Rule{"certificate.spoil", awards},
    Rule{"certificate.void", awards, two},
    Rule{"class.close", registers},
    Rule{"class.issue", awards},
    Rule{"class.open", office_work},
    Rule{"class.reopen", {officer}},
    Rule{"class.take-pack", {officer}},
    Rule{"class.update", registers},
    Rule{"educator.add", {admin, officer, clerk}},
    Rule{"educator.update", {admin, officer, clerk}},
    Rule{"enrolment.leave", registers},
    Rule{"enrolment.open", registers},
    Rule{"figure.declare", office_work},
    Rule{"figure.take-back", office_work},
    Rule{"gazetteer.load", {}},
    Rule{"holiday.remove", direction},
    Rule{"holiday.set", direction},
    Rule{"holidays.load", {}},
    Rule{"identity.merge", office_work},
    Rule{"identity.other-person", office_work},
    Rule{"identity.unmerge", office_work},
    Rule{"import.attendance", office_work},
    Rule{"import.classes", office_work},
    Rule{"import.institutions", {admin, officer, clerk, province}},
    Rule{"import.learners", office_work},
    Rule{"import.scores", office_work},
    Rule{"import.take-up.*", office_work},
    Rule{"import.undo", office_work},
    Rule{"institution.add", {admin, officer, clerk, province}},
    Rule{"institution.update", {admin, officer, clerk, province}},
    Rule{"key.add", {admin}, two},
    Rule{"key.pin", senders, false, anywhere},
    Rule{"key.reseal", {admin}},
    Rule{"keys.sign", direction},
    Rule{"keys.take", direction},
    Rule{"layout.*", direction},
    Rule{"learner-number.lose", {}},
    Rule{"learner.delete", awards, two},
    Rule{"learner.erase", awards, two},
    Rule{"learner.photo", registers},
    Rule{"learner.register", registers},
    Rule{"learner.unmask", registers},
    Rule{"learner.update", registers},
    Rule{"office.create", {}},
    Rule{"office.rename", {admin}},
    Rule{"office.restore", {}},
    Rule{"office.sample", senders, false, anywhere},
    Rule{"pack.copy", writers, false, anywhere},
    Rule{"pack.use", {admin, officer}},
    Rule{"pack.use-shipped", {admin, officer}},
    Rule{"paper_delivery.*", registers, false, anywhere},
    Rule{"paper_sheet.*", registers, false, anywhere},
    Rule{"parcel.*", registers},
    Rule{"period.correct", {officer, head, province}, two},
    Rule{"period.free", senders, false, anywhere},
    Rule{"period.lock", registers},
    Rule{"period.shut", senders, false, anywhere},
    Rule{"period.unlock", awards, two},
    Rule{"recognition.*", office_work},
    Rule{"record.print", registers},
    Rule{"return.accept", {province}},
    Rule{"return.build", senders},
    Rule{"return.consolidate", {province}},
    Rule{"return.explain", senders},
    Rule{"return.map", {province}},
    Rule{"return.read-as", {province}},
    Rule{"return.receipt", senders},
    Rule{"return.receive", senders},
    Rule{"return.reject", {province}},
    Rule{"return.remark", {province}},
    Rule{"return.replace", {province}},
    Rule{"rollover.*", office_work},
    Rule{"round.*", {admin, province}},
    Rule{"sample.*", {}},
    Rule{"score.correct", registers, two},
    Rule{"score.set", registers},
    Rule{"serial_block.close", awards, false, anywhere},
    Rule{"serial_block.cut", awards, false, anywhere},
    Rule{"serial_block.doubt", {}},
    Rule{"serial_block.found", awards, false, anywhere},
    Rule{"serial_block.lose", {}},
    Rule{"serial_block.open", awards, false, anywhere},
    Rule{"serial_block.release", {officer}},
    Rule{"serial_block.reserve", registers, false, anywhere},
    Rule{"serial_block.take", {admin, officer, head, province}, false, anywhere},
    Rule{"set-up.end", {}},
    Rule{"setting.change", writers, false, anywhere},
    Rule{"statement.*", registers},
    Rule{"template.*", {admin, officer}},
    Rule{"transcript.print", registers},
    Rule{"transfer.*", office_work},
    Rule{"user.add", {admin}},
    Rule{"user.disable", {admin}},
    Rule{"user.enable", {admin}},
    Rule{"user.give-role", {admin}},
    Rule{"user.log-in", {}},
    Rule{"user.new-password", {admin}},
    Rule{"user.own-password", {admin, officer, clerk, head, Role::reader, province}, false, anywhere},
    Rule{"user.recover", {}},
    Rule{"user.refused", {}},
    Rule{"user.take-role", {admin}},
};

bool fits(std::string_view rule, std::string_view verb) {
    if (!rule.ends_with('*')) return rule == verb;
    return verb.starts_with(rule.substr(0, rule.size() - 1));
}

} // namespace

std::span<const Rule> rules() {
    return table;
}

const Rule* find_rule(std::string_view verb) {
    const auto* const found =
        std::find_if(table.begin(), table.end(), [&](const Rule& rule) { return fits(rule.verb, verb); });
    return found == table.end() ? nullptr : found;
}

bool may_stand_second(Role role) {
    return role == Role::administrator || role == Role::district_officer || role == Role::headteacher ||
           role == Role::province_officer;
}

} // namespace users
