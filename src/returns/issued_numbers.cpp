// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/issued_numbers.hpp"

#include "certificates/register_store.hpp"
#include "classes/enrolment_store.hpp"
#include "programmes/pack_store.hpp"

#include <charconv>
#include <map>

namespace returns {
namespace {

using certificates::RegisterEntry;
using certificates::State;

// The running number within its block's year, by which neighbours are known.
struct Numbered {
    std::string block; // "0202-2026"
    std::int64_t number = 0;
};

std::optional<Numbered> numbered(const std::string& serial) {
    const std::size_t check = serial.rfind('-');
    const std::size_t number =
        check == std::string::npos || check == 0 ? check : serial.rfind('-', check - 1);
    if (number == std::string::npos || number == 0) return std::nullopt;
    Numbered one{serial.substr(0, number), 0};
    const char* end = serial.data() + check;
    const auto [stopped, error] = std::from_chars(serial.data() + number + 1, end, one.number);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return one;
}

class Ranges {
  public:
    explicit Ranges(std::vector<CertificateLine>& lines)
        : m_lines(lines) {}

    void add(const CertificateLine& of_class, const RegisterEntry& entry, core::Sex sex) {
        const auto at = numbered(entry.serial);
        const bool goes_on = m_last && at && m_last->block == at->block && m_last->number + 1 == at->number;
        if (!goes_on) {
            m_lines.push_back(of_class);
            m_lines.back().first = entry.serial;
        }
        CertificateLine& line = m_lines.back();
        line.last = entry.serial;
        ++line.numbers;
        if (entry.state == State::issued)
            line.valid.add(sex);
        else
            ++line.ended;
        m_last = at;
    }

  private:
    std::vector<CertificateLine>& m_lines;
    std::optional<Numbered> m_last;
};

} // namespace

IssuedNumbers::IssuedNumbers(const storage::Database& database, const ReturnPeriod& period) {
    std::map<std::string, std::pair<classes::ClassId, std::vector<const RegisterEntry*>>> by_class;
    const auto entries = certificates::load_register(database);
    std::map<classes::EnrolmentId, classes::ClassLearner> people;
    for (const RegisterEntry& entry : entries) {
        const bool dated = entry.issued_on && period.first_day() <= *entry.issued_on &&
                           *entry.issued_on <= period.last_day();
        if (!dated || !entry.enrolment) continue;
        const auto who = classes::find_class_learner(database, *entry.enrolment);
        if (!who) continue;
        const auto taught = classes::load_class(database, who->enrolment.in);
        auto& [id, of_class] = by_class[(taught.name_km.empty() ? taught.name : taught.name_km) + '\n' +
                                        core::to_text(taught.uid)];
        id = taught.id;
        of_class.push_back(&entry);
        people.emplace(*entry.enrolment, *who);
        if (entry.state == State::issued) m_awarded.insert(*entry.enrolment);
    }
    for (const auto& [name, one] : by_class) {
        const auto pack = programmes::load_pack(database, classes::load_class(database, one.first).pack);
        CertificateLine line;
        line.class_name = name.substr(0, name.find('\n'));
        line.programme = pack.programme;
        line.programme_name = pack.name;
        Ranges ranges(m_lines);
        for (const RegisterEntry* entry : one.second)
            ranges.add(line, *entry, people.at(*entry->enrolment).sex);
    }
}

} // namespace returns
