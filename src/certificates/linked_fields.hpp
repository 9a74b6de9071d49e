// SPDX-License-Identifier: GPL-3.0-or-later
// What a link of one of the register's chains is made over.
#pragma once

#include "office/digest.hpp"

#include <span>
#include <string>
#include <string_view>

namespace certificates {

// Each field with its length before it, so that no two entries read alike.
class LinkedFields {
  public:
    void add(std::string_view field) {
        m_text += std::to_string(field.size());
        m_text += ':';
        m_text += field;
    }
    void add(std::span<const std::byte> bytes) {
        add(std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }
    office::Digest digest() const { return office::digest(m_text); }

  private:
    std::string m_text;
};

} // namespace certificates
