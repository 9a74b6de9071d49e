// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/number_styles.hpp"

#include "spreadsheet/xml_part.hpp"

#include <charconv>
#include <optional>
#include <unordered_map>

namespace spreadsheet {
namespace {

class StylesHandler final : public XmlHandler {
  public:
    explicit StylesHandler(MemoryBudget& budget)
        : dates(&budget)
        , m_custom(&budget) {}
    DateStyles dates;

    void start(std::string_view name, const Attributes& attributes) override {
        ++m_depth;
        if (m_depth == 2) m_in_cell_styles = name == "cellXfs";
        if (m_depth != 3) return;
        if (name == "numFmt") {
            if (const auto id = number(attributes.find("numFmtId")))
                m_custom[*id] = shows_date(attributes.find("formatCode").value_or(""));
        } else if (name == "xf" && m_in_cell_styles) {
            // numFmts stand before cellXfs in the schema, so the formats are all known by now.
            const unsigned id = number(attributes.find("numFmtId")).value_or(0);
            const auto custom = m_custom.find(id);
            dates.push_back(custom == m_custom.end() ? is_date_format(id) : custom->second);
        }
    }
    void end() override { --m_depth; }

  private:
    static std::optional<unsigned> number(std::optional<std::string_view> text) {
        unsigned value = 0;
        if (!text || std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc{})
            return {};
        return value;
    }

    std::pmr::unordered_map<unsigned, bool> m_custom;
    int m_depth = 0;
    bool m_in_cell_styles = false;
};

} // namespace

bool shows_date(std::string_view code) {
    for (std::size_t at = 0; at < code.size(); ++at) {
        switch (code[at]) {
        case '"':
            at = std::min(code.find('"', at + 1), code.size());
            break;
        case '[': {
            const std::size_t end = std::min(code.find(']', at + 1), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            // [h], [mm], [ss] count elapsed time; others are colours, conditions and locales.
            if (!inside.empty() && inside.find_first_not_of(inside[0]) == std::string_view::npos &&
                std::string_view{"hHmMsS"}.find(inside[0]) != std::string_view::npos)
                return true;
            at = end;
            break;
        }
        case '\\':
        case '_':
        case '*':
            ++at; // the next character is shown, skipped or repeated as it is
            break;
        case 'd':
        case 'D':
        case 'm':
        case 'M':
        case 'y':
        case 'Y':
        case 'h':
        case 'H':
        case 's':
        case 'S':
            return true;
        default:
            break;
        }
    }
    return false;
}

bool is_date_format(unsigned id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58) || (id >= 71 && id <= 81);
}

core::Expected<DateStyles> read_date_styles(PartReader part, MemoryBudget& budget) {
    StylesHandler handler{budget};
    if (const auto parsed = parse_xml(std::move(part), handler, budget); !parsed)
        return tl::unexpected(parsed.error());
    return std::move(handler.dates);
}

} // namespace spreadsheet
