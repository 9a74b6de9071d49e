// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/shared_strings.hpp"

#include "spreadsheet/cell_text.hpp"
#include "spreadsheet/xml_part.hpp"

#include <cstdint>
#include <cstring>

namespace spreadsheet {
namespace {

class SharedStringsHandler final : public XmlHandler {
  public:
    SharedStringsHandler(SharedStrings& into, MemoryBudget& budget)
        : m_into(into)
        , m_text(&budget)
        , m_rich(m_text) {}

    void start(std::string_view name, const Attributes&) override {
        ++m_depth;
        if (m_depth == 2) m_in_item = name == "si";
        if (m_depth > 2 && m_in_item) m_rich.start(name);
    }
    void end() override {
        if (m_depth > 2 && m_in_item) m_rich.end();
        if (m_depth-- != 2 || !m_in_item) return;
        decode_escapes(m_text, 0);
        m_into.add(m_text);
        m_text.clear();
        m_in_item = false;
    }
    void text(std::string_view piece) override {
        if (m_in_item && !m_rich.text(piece))
            refuse(core::Error{"file.too-big"}
                       .with("what", "text")
                       .with("maximum", std::to_string(longest_text)));
    }

  private:
    SharedStrings& m_into;
    std::pmr::string m_text;
    RichText m_rich;
    int m_depth = 0;
    bool m_in_item = false;
};

} // namespace

std::optional<std::string_view> SharedStrings::find(std::size_t index) const {
    if (index >= m_texts.size()) return {};
    const std::byte* at = m_texts[index];
    std::uint32_t size = 0;
    std::memcpy(&size, at, sizeof size);
    return std::string_view{reinterpret_cast<const char*>(at + sizeof size), size};
}

void SharedStrings::add(std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    std::byte* at = m_arena.take(sizeof size + text.size(), 1);
    std::memcpy(at, &size, sizeof size);
    if (size > 0) std::memcpy(at + sizeof size, text.data(), size);
    m_texts.push_back(at);
}

core::Expected<void> read_shared_strings(PartReader part, MemoryBudget& budget, SharedStrings& into) {
    SharedStringsHandler handler{into, budget};
    return parse_xml(std::move(part), handler, budget);
}

} // namespace spreadsheet
