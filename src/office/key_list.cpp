// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_list.hpp"

#include "core/utf8.hpp"
#include "office/tab_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

namespace office {
namespace {

constexpr std::string_view family = "SROK-KEYS ";
constexpr std::string_view first_line = "SROK-KEYS 1\n";
constexpr std::string_view seal_word = "seal\t";
constexpr std::string_view open_end = "-";
// A province of a thousand districts with a hundred thousand void certificates; nothing honest is larger.
constexpr std::size_t max_bytes = std::size_t{16} << 20;
constexpr std::array<std::string_view, 4> states = {"void", "replaced", "lost", "spoiled"};

std::string day_text(const std::optional<core::Day>& day) {
    return day ? core::to_iso(*day) : std::string{open_end};
}

void sort(KeyList& list) {
    std::sort(list.offices.begin(), list.offices.end());
    std::sort(list.keys.begin(), list.keys.end());
    std::sort(list.revoked.begin(), list.revoked.end());
}

std::string line(std::initializer_list<std::string_view> fields) {
    std::string text;
    for (const std::string_view field : fields)
        text.append(text.empty() ? "" : "\t").append(field);
    return text + '\n';
}

// All that is signed.
std::string lines_of(const KeyList& list) {
    std::string text{first_line};
    std::string head = line({"list", list.issuer, std::to_string(list.counter), core::to_iso(list.day)});
    if (list.sample) head.insert(head.size() - 1, "\tsample");
    text += head;
    for (const ListedOffice& one : list.offices)
        text += line({"office", one.code, one.name_km, one.name});
    for (const ListedKey& one : list.keys)
        text += line({"key", one.office, to_text(key_id(one.key)), to_text(one.key), day_text(one.from),
                      day_text(one.until)});
    for (const RevokedSerial& one : list.revoked)
        text += line({"revoked", one.serial, one.state, core::to_iso(one.day)});
    return text;
}

core::Error damaged(std::int64_t row) {
    return core::Error{"keys.damaged"}.at({.row = row});
}

bool is_area(std::string_view code) {
    return (code.size() == 2 || code.size() == 4) &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool plain(std::string_view text) {
    for (const char32_t c : core::code_points(text))
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;
    return true;
}

// A serial is digits, capital letters and dashes, and begins with its office's code.
std::string_view office_of(std::string_view serial) {
    return serial.substr(0, serial.find('-'));
}

bool is_serial(std::string_view serial) {
    return serial.size() <= 40 && serial.find('-') != std::string_view::npos &&
           std::all_of(serial.begin(), serial.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'; });
}

// Reads the lines between the first and the seal. Order and spelling are seen to by writing them again.
class Reader {
  public:
    bool read(const Fields& fields) {
        if (fields[0] == "list") return read_head(fields);
        if (m_list.issuer.empty()) return false;
        if (fields[0] == "office") return read_office(fields);
        if (fields[0] == "key") return read_key(fields);
        return fields[0] == "revoked" && read_revoked(fields);
    }
    KeyList take() { return std::move(m_list); }

  private:
    bool read_head(const Fields& fields) {
        if (!m_list.issuer.empty() || fields.size() < 4 || fields.size() > 5) return false;
        const char* end = fields[2].data() + fields[2].size();
        const auto [stop, problem] = std::from_chars(fields[2].data(), end, m_list.counter);
        const auto day = core::day_from_iso(fields[3]);
        if (problem != std::errc{} || stop != end || m_list.counter < 1 || !day) return false;
        m_list.issuer = fields[1];
        m_list.day = *day;
        m_list.sample = fields.size() == 5 && fields[4] == "sample";
        return is_area(m_list.issuer) && m_list.sample == (fields.size() == 5);
    }
    bool read_office(const Fields& fields) {
        if (fields.size() != 4 || !is_area(fields[1]) || !speaks_for(m_list.issuer, fields[1])) return false;
        m_list.offices.push_back({std::string{fields[1]}, std::string{fields[2]}, std::string{fields[3]}});
        return !(fields[2].empty() && fields[3].empty()) && plain(fields[2]) && plain(fields[3]);
    }
    bool read_key(const Fields& fields) {
        if (fields.size() != 6 || m_list.find_office(fields[1]) == nullptr) return false;
        const auto key = public_key_from_text(fields[3]);
        if (!key || to_text(key_id(*key)) != fields[2]) return false;
        ListedKey one{std::string{fields[1]}, *key, core::day_from_iso(fields[4]),
                      core::day_from_iso(fields[5])};
        m_list.keys.push_back(one);
        return !one.from || !one.until || *one.from <= *one.until;
    }
    bool read_revoked(const Fields& fields) {
        if (fields.size() != 4 || !is_serial(fields[1])) return false;
        const auto day = core::day_from_iso(fields[3]);
        if (!day || m_list.find_office(office_of(fields[1])) == nullptr) return false;
        m_list.revoked.push_back({std::string{fields[1]}, std::string{fields[2]}, *day});
        return std::find(states.begin(), states.end(), fields[2]) != states.end();
    }

    KeyList m_list;
};

// The row at which two texts first differ.
std::int64_t row_of_difference(std::string_view a, std::string_view b) {
    const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return 1 + std::count(a.begin(), at, '\n');
}

// One key may stand once for an office, one serial once.
bool repeats(const KeyList& list) {
    const auto twice = [](const auto& all, auto same) {
        return std::adjacent_find(all.begin(), all.end(), same) != all.end();
    };
    return twice(list.offices, [](const auto& a, const auto& b) { return a.code == b.code; }) ||
           twice(list.keys,
                 [](const auto& a, const auto& b) { return a.office == b.office && a.key == b.key; }) ||
           twice(list.revoked, [](const auto& a, const auto& b) { return a.serial == b.serial; });
}

core::Expected<KeyList> read_lines(std::string_view lines) {
    Reader reader;
    std::int64_t row = 1;
    for (std::string_view rest = lines.substr(first_line.size()); !rest.empty();) {
        const std::string_view one = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
        ++row;
        if (!reader.read(fields_of(one))) return core::fail(damaged(row));
    }
    KeyList list = reader.take();
    sort(list);
    const std::string again = list.issuer.empty() ? std::string{first_line} : lines_of(list);
    if (list.issuer.empty() || again != lines) return core::fail(damaged(row_of_difference(lines, again)));
    if (repeats(list)) return core::fail(damaged(row));
    return list;
}

core::Error no_list(std::string_view bytes) {
    if (bytes.starts_with(family)) {
        const std::string_view version = bytes.substr(family.size(), bytes.find('\n') - family.size());
        if (!version.empty() && version.size() <= 4 && version != "1" &&
            std::all_of(version.begin(), version.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return core::Error{"keys.newer"}.with("version", std::string{version});
    }
    return {"keys.not-a-list"};
}

} // namespace

const ListedOffice* KeyList::find_office(std::string_view code) const {
    const auto at =
        std::find_if(offices.begin(), offices.end(), [&](const auto& one) { return one.code == code; });
    return at == offices.end() ? nullptr : &*at;
}

const ListedKey* KeyList::find_key(std::string_view office, const KeyId& id) const {
    const auto at = std::find_if(keys.begin(), keys.end(), [&](const auto& one) {
        return one.office == office && key_id(one.key) == id;
    });
    return at == keys.end() ? nullptr : &*at;
}

const RevokedSerial* KeyList::find_revoked(std::string_view serial) const {
    const auto at =
        std::find_if(revoked.begin(), revoked.end(), [&](const auto& one) { return one.serial == serial; });
    return at == revoked.end() ? nullptr : &*at;
}

int KeyList::age_on(core::Day today) const {
    const auto days = (std::chrono::sys_days{today} - std::chrono::sys_days{day}).count();
    return static_cast<int>(std::max<std::int64_t>(days, 0));
}

bool speaks_for(std::string_view issuer, std::string_view office) {
    return office.starts_with(issuer);
}

SignedKeyList sign_key_list(KeyList list, const SigningKey& key) {
    sort(list);
    SignedKeyList made{std::move(list), key.public_key(), {}};
    made.text = lines_of(made.list);
    made.text += line({"seal", to_text(key.public_key()), to_text(key.sign(made.text))});
    if (!read_key_list(made.text)) throw std::logic_error("a key list that does not read");
    return made;
}

core::Expected<SignedKeyList> read_key_list(std::string_view bytes) {
    if (!bytes.starts_with(first_line)) return core::fail(no_list(bytes));
    if (bytes.size() > max_bytes || core::first_invalid_utf8(bytes)) return core::fail(damaged(1));
    const auto before_seal = bytes.rfind('\n', bytes.size() - 2);
    const auto rows = std::count(bytes.begin(), bytes.end(), '\n');
    const std::string_view lines = bytes.substr(0, before_seal + 1);
    std::string_view last = bytes.substr(lines.size());
    if (!last.starts_with(seal_word) || !last.ends_with('\n')) return core::fail(damaged(rows));
    last.remove_suffix(1);
    const Fields fields = fields_of(last);
    const auto signer = fields.size() == 3 ? public_key_from_text(fields[1]) : std::nullopt;
    const auto signature = fields.size() == 3 ? signature_from_text(fields[2]) : std::nullopt;
    if (!signer || !signature) return core::fail(damaged(rows));
    auto list = read_lines(lines);
    if (!list) return core::fail(list.error());
    if (list->find_key(list->issuer, key_id(*signer)) == nullptr) return core::fail(damaged(rows));
    if (!verify(*signer, lines, *signature)) return core::fail({"keys.altered"});
    return SignedKeyList{std::move(*list), *signer, std::string{bytes}};
}

} // namespace office
