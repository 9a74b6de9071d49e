// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/block_keys.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace identity {
namespace {

// FNV-1a: keys live as long as one search.
class Hash {
  public:
    explicit Hash(char kind) { add(static_cast<std::uint64_t>(kind)); }
    Hash& add(std::string_view text) {
        for (const char c : text)
            byte(static_cast<unsigned char>(c));
        byte(0xFF);
        return *this;
    }
    Hash& add(std::uint64_t number) {
        for (int shift = 0; shift < 64; shift += 8)
            byte(static_cast<unsigned char>(number >> shift));
        return *this;
    }
    BlockKey key() const { return m_hash; }

  private:
    void byte(unsigned char value) { m_hash = (m_hash ^ value) * 0x100000001B3U; }
    std::uint64_t m_hash = 0xCBF29CE484222325U;
};

// The consonants of a whole name in the order of the alphabet: one key for its parts in any order, with or
// without a blank. Those that come and go (r, v, y) are left out.
std::string letters_of(const WrittenName& name) {
    std::string letters = skeleton(name.sounds);
    std::erase_if(letters, [](char c) { return c == 'r' || c == 'v' || c == 'y'; });
    std::sort(letters.begin(), letters.end());
    return letters;
}

class Keys {
  public:
    explicit Keys(const Person& person)
        : m_person(person) {}

    std::vector<BlockKey> all() && {
        for (const WrittenName* name : {&m_person.name.km, &m_person.name.latin})
            if (!name->empty()) add_name(*name);
        if (!m_person.phone.empty()) m_keys.push_back(Hash{'p'}.add(m_person.phone).key());
        for (const std::string& identity : m_person.identities)
            m_keys.push_back(Hash{'i'}.add(identity).key());
        std::sort(m_keys.begin(), m_keys.end());
        m_keys.erase(std::unique(m_keys.begin(), m_keys.end()), m_keys.end());
        return std::move(m_keys);
    }

  private:
    void add_name(const WrittenName& name) {
        const std::string letters = letters_of(name);
        add_whole(letters);
        for (const NamePart& part : name.parts)
            add_part(skeleton(part.sounds));
    }

    void add_whole(const std::string& letters) {
        if (m_person.born) m_keys.push_back(Hash{'y'}.add(letters).add(year()).key());
        if (m_person.born && m_person.born->full())
            m_keys.push_back(Hash{'d'}.add(letters).add(day_and_month()).key());
        if (!m_person.village.empty()) m_keys.push_back(Hash{'v'}.add(letters).add(village()).key());
        // With neither there is only the name.
        if (!m_person.born && m_person.village.empty()) m_keys.push_back(Hash{'n'}.add(letters).key());
    }

    void add_part(const std::string& part) {
        if (!m_person.born) return;
        if (m_person.born->full())
            m_keys.push_back(Hash{'b'}.add(part).add(year()).add(day_and_month()).key());
        if (!m_person.village.empty()) m_keys.push_back(Hash{'w'}.add(part).add(year()).add(village()).key());
    }

    std::uint64_t year() const {
        return static_cast<std::uint64_t>(static_cast<int>(m_person.born->day.year()));
    }

    // The same when they are exchanged.
    std::uint64_t day_and_month() const {
        const unsigned day = static_cast<unsigned>(m_person.born->day.day());
        const unsigned month = static_cast<unsigned>(m_person.born->day.month());
        return std::min(day, month) * 100 + std::max(day, month);
    }

    std::string village() const {
        return m_person.village.code.empty() ? m_person.village.names.front().folded : m_person.village.code;
    }

    const Person& m_person;
    std::vector<BlockKey> m_keys;
};

} // namespace

std::vector<BlockKey> block_keys(const Person& person) {
    return Keys{person}.all();
}

} // namespace identity
