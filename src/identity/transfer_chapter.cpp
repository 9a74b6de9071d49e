// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_chapter.hpp"

#include "certificates/code.hpp"
#include "units/recognition.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace identity {
namespace {

using learners::Learner;

struct TextField {
    std::string_view name;
    std::optional<std::string> Learner::*at;
};

constexpr std::array text_fields{
    TextField{"birthplace_code", &Learner::birthplace_code},
    TextField{"birthplace_text", &Learner::birthplace_text},
    TextField{"village_code", &Learner::village_code},
    TextField{"village_text", &Learner::village_text},
    TextField{"phone", &Learner::phone},
    TextField{"guardian", &Learner::guardian},
    TextField{"guardian_phone", &Learner::guardian_phone},
    TextField{"ethnicity", &Learner::ethnicity},
    TextField{"home_language", &Learner::home_language},
    TextField{"disability_text", &Learner::disability_text},
    TextField{"schooling", &Learner::schooling},
    TextField{"leaving_reason", &Learner::leaving_reason},
    TextField{"occupation", &Learner::occupation},
    TextField{"migration", &Learner::migration},
    TextField{"class_text", &Learner::class_text},
    TextField{"note", &Learner::note},
};

struct DifficultyField {
    std::string_view name;
    std::optional<learners::Difficulty> learners::WashingtonGroup::*at;
};

constexpr std::array difficulty_fields{
    DifficultyField{"wg_seeing", &learners::WashingtonGroup::seeing},
    DifficultyField{"wg_hearing", &learners::WashingtonGroup::hearing},
    DifficultyField{"wg_walking", &learners::WashingtonGroup::walking},
    DifficultyField{"wg_remembering", &learners::WashingtonGroup::remembering},
    DifficultyField{"wg_self_care", &learners::WashingtonGroup::self_care},
    DifficultyField{"wg_communicating", &learners::WashingtonGroup::communicating},
};

core::Error bad_field(std::string field) {
    return core::Error{"transfer.field"}.with("field", std::move(field));
}

std::string identities_text(const Learner& learner) {
    std::string text;
    for (const learners::IdentityNumber& one : learner.identities) {
        if (!text.empty()) text += '\n';
        text.append(to_text(one.kind)).append("\t").append(one.number);
    }
    return text;
}

bool read_identities(std::string_view text, Learner& learner) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos || tab + 1 == line.size()) return false;
        const auto kind = learners::identity_kind_from_text(line.substr(0, tab));
        if (!kind) return false;
        learner.identities.push_back({*kind, std::string{line.substr(tab + 1)}});
    }
    return true;
}

template<typename Enum>
bool read_small(std::string_view text, int most, std::optional<Enum>& into) {
    if (text.size() != 1 || text[0] < '1' || text[0] > '0' + most) return false;
    into = static_cast<Enum>(text[0] - '0');
    return true;
}

bool read_day(std::string_view text, std::optional<core::Day>& into) {
    into = core::day_from_iso(text);
    return into.has_value();
}

bool read_field(std::string_view name, const std::string& value, Learner& learner) {
    for (const TextField& field : text_fields)
        if (field.name == name) {
            learner.*field.at = value;
            return true;
        }
    for (const DifficultyField& field : difficulty_fields)
        if (field.name == name) return read_small(value, 4, learner.washington.*field.at);
    if (name == "name_km") {
        learner.name_km = value;
        return true;
    }
    if (name == "name") {
        learner.name = value;
        return true;
    }
    if (name == "sex") {
        learner.sex = core::sex_from_text(value);
        return learner.sex.has_value();
    }
    if (name == "born") {
        learner.born = core::partial_date_from_text(value);
        return learner.born.has_value();
    }
    if (name == "equity_level") return read_small(value, 2, learner.equity_level);
    if (name == "equity_valid_to") return read_day(value, learner.equity_valid_to);
    if (name == "consent_on") return read_day(value, learner.consent_on);
    return name == "identities" && read_identities(value, learner);
}

// The days of a month as attendance counts them; nothing where a letter is none or the length is wrong.
std::optional<attendance::MonthDays> month_days(const PastMonth& month) {
    attendance::MonthDays days{month.month, {}, {}, {}};
    if (month.days.size() != core::days_in(month.month)) return std::nullopt;
    for (unsigned day = 1; day <= month.days.size(); ++day) {
        const char letter = month.days[day - 1];
        if (letter == '.') continue;
        days.timetable.add(day);
        if (letter == 'N')
            days.not_met.add(day);
        else if (letter == 'T')
            days.taken.add(day);
        else if (letter != '-')
            return std::nullopt;
    }
    return days;
}

core::Expected<void> check_enrolment(const Chapter& chapter, const PastEnrolment& enrolment) {
    const auto& in = enrolment.in;
    const auto bad = [](const char* field) { return core::fail(bad_field(field)); };
    if (in.name_km.empty()) return bad("enrolment.class");
    if (in.first_day > in.last_day || in.session_minutes < 15 || in.session_minutes > 720)
        return bad("enrolment.class");
    if (enrolment.first_day < in.first_day || enrolment.first_day > in.last_day)
        return bad("enrolment.first_day");
    if (enrolment.last_day.has_value() != enrolment.reason.has_value() ||
        (enrolment.last_day && *enrolment.last_day < enrolment.first_day))
        return bad("enrolment.last_day");
    const PastMonth* before = nullptr;
    for (const PastMonth& month : enrolment.months) {
        if ((before != nullptr && month.month <= before->month) ||
            month.month < core::month_of(in.first_day) || month.month > core::month_of(in.last_day) ||
            !month_days(month) || !attendance::MonthMarks::from_text(month.month, month.marks))
            return bad("enrolment.months");
        before = &month;
    }
    const auto found = std::find_if(chapter.packs.begin(), chapter.packs.end(),
                                    [&](const PastPack& pack) { return pack.digest == enrolment.pack; });
    if (found == chapter.packs.end()) return bad("enrolment.pack");
    const programmes::Pack pack = chapter.pack_of(enrolment);
    for (const auto& [cell, score] : enrolment.scores) {
        const programmes::Period* period = programmes::find_period(pack, cell.period);
        const programmes::Subject* subject = programmes::find_subject(pack, cell.subject);
        if (period == nullptr || !period->takes_marks() || subject == nullptr || score.hundredths < 0 ||
            score.hundredths > subject->maximum)
            return bad("enrolment.scores");
    }
    return {};
}

core::Error disagree(const PastEnrolment& enrolment, const char* figure, std::string says,
                     std::string counted) {
    return core::Error{"transfer.figures"}
        .with("class", enrolment.in.name_km)
        .with("figure", figure)
        .with("says", std::move(says))
        .with("counted", std::move(counted));
}

core::Expected<void> check_figures(const Chapter& chapter, const PastEnrolment& enrolment) {
    const PastFigures counted =
        figures_of(enrolment, chapter.pack_of(enrolment), core::day_in_cambodia(chapter.written));
    const PastFigures& says = enrolment.figures;
    if (says == counted) return {};
    const auto percent = [](const PastFigures& figures) {
        return figures.rate ? core::format_percent(*figures.rate) : std::string{"-"};
    };
    if (says.rate != counted.rate)
        return core::fail(disagree(enrolment, "rate", percent(says), percent(counted)));
    return core::fail(
        disagree(enrolment, "days", std::to_string(says.tally.taken), std::to_string(counted.tally.taken)));
}

core::Expected<void> check_recognition(const Chapter& chapter, const PastRecognition& recognition) {
    const auto found = std::find_if(chapter.packs.begin(), chapter.packs.end(),
                                    [&](const PastPack& pack) { return pack.digest == recognition.pack; });
    if (found == chapter.packs.end()) return core::fail(bad_field("recognition.pack"));
    units::Recognition told{.level = recognition.level,
                            .units = recognition.units,
                            .evidence = recognition.evidence,
                            .day = recognition.day,
                            .remark = recognition.remark};
    for (const std::string& name : recognition.assessors)
        told.assessors.push_back({std::nullopt, name});
    // What this office would not keep, it takes from no other.
    if (units::tidied(told, found->pack) != told) return core::fail(bad_field("recognition.units"));
    const auto faults = units::faults(told, found->pack, core::day_in_cambodia(chapter.written));
    if (faults.empty()) return {};
    return core::fail(bad_field("recognition." + std::string{faults.front().fact("field")}));
}

core::Expected<void> check_certificate(const Chapter& chapter, const PastCertificate& certificate) {
    const auto bad = [](const char* field) { return core::fail(bad_field(field)); };
    if (certificate.state != "issued" && certificate.state != "void" && certificate.state != "replaced" &&
        certificate.state != "lost")
        return bad("certificate.state");
    const auto code = certificates::decode(certificate.code);
    if (!code || code->payload.serial != certificate.serial) return bad("certificate.code");
    const bool known = std::any_of(chapter.enrolments.begin(), chapter.enrolments.end(),
                                   [&](const PastEnrolment& e) { return e.uid == certificate.enrolment; });
    if (!known) return bad("certificate.enrolment");
    for (const PastDocument& document : certificate.documents)
        if (!document.pdf.starts_with("%PDF-")) return bad("document.pdf");
    return {};
}

} // namespace

PersonFields fields_of(const Learner& learner) {
    PersonFields fields;
    const auto put = [&](std::string_view name, std::string value) {
        if (!value.empty()) fields.emplace(name, std::move(value));
    };
    put("name_km", learner.name_km);
    put("name", learner.name);
    if (learner.sex) put("sex", std::string{core::to_text(*learner.sex)});
    if (learner.born) put("born", core::to_text(*learner.born));
    for (const TextField& field : text_fields)
        put(field.name, (learner.*field.at).value_or(""));
    for (const DifficultyField& field : difficulty_fields)
        if (const auto& answer = learner.washington.*field.at)
            put(field.name, std::to_string(static_cast<int>(*answer)));
    if (learner.equity_level) put("equity_level", std::to_string(static_cast<int>(*learner.equity_level)));
    if (learner.equity_valid_to) put("equity_valid_to", core::to_iso(*learner.equity_valid_to));
    if (learner.consent_on) put("consent_on", core::to_iso(*learner.consent_on));
    put("identities", identities_text(learner));
    return fields;
}

core::Expected<Learner> learner_of(const PersonFields& fields) {
    Learner learner;
    for (const auto& [name, value] : fields)
        if (!read_field(name, value, learner)) return core::fail(bad_field("person." + name));
    if (!learner.sex) return core::fail(bad_field("person.sex"));
    if (learner.name_km.empty() && learner.name.empty()) return core::fail(bad_field("person.name_km"));
    return learner;
}

programmes::Pack Chapter::pack_of(const PastEnrolment& enrolment) const {
    for (const PastPack& one : packs)
        if (one.digest == enrolment.pack) return programmes::at_level(one.pack, enrolment.in.level);
    throw std::logic_error("an enrolment without its pack");
}

programmes::Pack Chapter::pack_of(const PastRecognition& recognition) const {
    for (const PastPack& one : packs)
        if (one.digest == recognition.pack) return programmes::at_level(one.pack, recognition.level);
    throw std::logic_error("a recognition without its pack");
}

PastFigures figures_of(const PastEnrolment& enrolment, const programmes::Pack& pack, core::Day written) {
    const attendance::Worths worths{pack.attendance.late_present, pack.attendance.half_day_present};
    const core::Day until = enrolment.last_day.value_or(enrolment.in.last_day);
    PastFigures figures;
    for (const PastMonth& month : enrolment.months) {
        const auto days = month_days(month);
        const auto marks = attendance::MonthMarks::from_text(month.month, month.marks);
        if (!days || !marks) continue; // check_chapter() refuses it
        const auto enrolled = attendance::DaySet::between(month.month, enrolment.first_day, until);
        figures.tally += attendance::count(*marks, *days, enrolled);
        figures.not_recorded += (days->not_recorded(written) & enrolled).count();
    }
    figures.days_present = attendance::days_present(figures.tally, worths);
    figures.rate = attendance::rate(figures.tally, worths);
    figures.hours = attendance::hours_attended(figures.tally, worths, enrolment.in.session_minutes);
    return figures;
}

core::Expected<void> check_chapter(const Chapter& chapter) {
    if (const auto person = learner_of(chapter.person.fields); !person) return core::fail(person.error());
    std::set<core::Uid> uids;
    for (const PastEnrolment& enrolment : chapter.enrolments) {
        if (!uids.insert(enrolment.uid).second) return core::fail(bad_field("enrolment.uid"));
        if (auto checked = check_enrolment(chapter, enrolment); !checked) return checked;
        if (auto agreed = check_figures(chapter, enrolment); !agreed) return agreed;
    }
    for (const PastRecognition& recognition : chapter.recognitions) {
        if (!uids.insert(recognition.uid).second) return core::fail(bad_field("recognition.uid"));
        if (auto checked = check_recognition(chapter, recognition); !checked) return checked;
    }
    std::set<std::string> serials;
    for (const PastCertificate& certificate : chapter.certificates) {
        if (!serials.insert(certificate.serial).second) return core::fail(bad_field("certificate.serial"));
        if (auto checked = check_certificate(chapter, certificate); !checked) return checked;
    }
    return {};
}

} // namespace identity
