// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/output.hpp"

#include <fmt/format.h>

#include <ostream>

namespace ctl {
namespace {

// Names from damaged files may hold bytes that are not UTF-8: they must not cost us the whole answer.
std::string written(const Json& document) {
    return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

} // namespace

Json place_json(const core::Place& place) {
    Json json = Json::object();
    if (!place.file.empty()) json["file"] = place.file;
    if (!place.sheet.empty()) json["sheet"] = place.sheet;
    if (!place.cell.empty()) json["cell"] = place.cell;
    if (place.row) json["row"] = *place.row;
    if (place.byte) json["byte"] = *place.byte;
    return json;
}

Json error_json(const core::Error& error, Language language) {
    Json json{{"code", error.code}, {"place", place_json(error.place)}};
    const Sentence sentence = sentence_of(error, language);
    json["message"] = sentence.message;
    json["remedy"] = sentence.remedy;
    Json facts = Json::object();
    for (const core::Fact& fact : error.facts)
        facts[fact.name] = fact.value;
    json["facts"] = std::move(facts);
    return json;
}

Output::Output(std::ostream& out, std::ostream& err, bool err_is_terminal)
    : m_out(out)
    , m_err(err)
    , m_progress(err_is_terminal ? &err : nullptr) {}

const std::string& Output::choose(const std::string& km, const std::string& en) const {
    const std::string& wanted = m_language == Language::khmer ? km : en;
    const std::string& other = m_language == Language::khmer ? en : km;
    return wanted.empty() ? other : wanted;
}

std::string Output::say(std::string_view english) const {
    return std::string{wording::catalogue_of(m_language).text(english)};
}

void Output::answer(const Json& document, const std::function<std::string()>& text) {
    m_progress.clear();
    const std::string shown = m_json ? written(document) : text();
    if (!shown.empty()) m_out << shown << '\n';
}

void Output::refuse(const core::Error& error) {
    m_progress.clear();
    if (m_json) {
        m_out << written({{"error", error_json(error, m_language)}}) << '\n';
        return;
    }
    warn(error);
}

void Output::warn(const core::Error& finding) {
    m_progress.clear();
    const Sentence sentence = sentence_of(finding, m_language);
    m_err << "srokctl: " << (sentence.place.empty() ? "" : sentence.place + ": ") << sentence.message << " ["
          << finding.code << "]\n";
    if (!sentence.remedy.empty()) m_err << "  " << sentence.remedy << '\n';
}

void Output::print_help(std::string_view help) {
    m_out << help;
}

core::Progress& Output::progress() {
    return m_progress;
}

void Output::Counter::report(std::int64_t done, std::int64_t total) {
    if (m_err == nullptr || total <= 0) return;
    const int percent = static_cast<int>(done * 100 / total);
    if (percent == m_shown) return;
    m_shown = percent;
    *m_err << fmt::format("\r{:3} %", percent) << std::flush;
}

void Output::Counter::clear() {
    if (m_err == nullptr || m_shown < 0) return;
    m_shown = -1;
    *m_err << "\r     \r" << std::flush;
}

} // namespace ctl
