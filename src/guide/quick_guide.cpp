// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/quick_guide.hpp"

#include "core/numerals.hpp"
#include "documents/file.hpp"
#include "documents/pdf.hpp"
#include "guide/labels.hpp"
#include "guide/lines.hpp"
#include "guide/resources.hpp"

#include <utility>

namespace guide {
namespace {

using documents::LeafletLine;
using wording::Language;

class GuideReader {
  public:
    explicit GuideReader(Language language)
        : m_language(language)
        , m_labels(language) {}

    void take(std::string_view line) {
        if (line.empty() || line.starts_with("#!")) return;
        if (line.starts_with("= ")) {
            const auto [title, subtitle] = halves(line.substr(2));
            m_guide.leaflet.pages.push_back({title, subtitle, {}});
        } else if (line.starts_with("## "))
            begin_box(line.substr(3), false);
        else if (line.starts_with("! "))
            begin_box(line.substr(2), true);
        else if (line.starts_with("1. "))
            add({LeafletLine::Kind::step, m_labels.fill(line.substr(3)), number(++m_step)});
        else if (line.starts_with("- "))
            add({LeafletLine::Kind::point, m_labels.fill(line.substr(2)), {}});
        else if (line.starts_with("~ ")) {
            auto [key, does] = halves(line.substr(2));
            add({LeafletLine::Kind::key, std::move(does), std::move(key)});
        } else
            add({LeafletLine::Kind::text, m_labels.fill(line), {}});
    }

    QuickGuide take_guide() {
        const std::size_t pages = m_guide.leaflet.pages.size();
        m_guide.leaflet.name =
            wording::catalogue_of(m_language).text(wording::translatable("Srok: quick guide"));
        for (std::size_t i = 1; i <= pages; ++i)
            m_guide.leaflet.numbers.push_back(number(i) + "/" + number(pages));
        m_guide.unknown = m_labels.unknown();
        return std::move(m_guide);
    }

  private:
    std::pair<std::string, std::string> halves(std::string_view text) {
        const std::size_t at = text.find(" | ");
        const std::string_view second =
            at == std::string_view::npos ? std::string_view{} : text.substr(at + 3);
        return {m_labels.fill(text.substr(0, at), Labels::Quotes::no), m_labels.fill(second)};
    }

    void begin_box(std::string_view title, bool warning) {
        m_step = 0;
        m_guide.leaflet.pages.back().boxes.push_back({m_labels.fill(title, Labels::Quotes::no), {}, warning});
    }

    void add(LeafletLine line) { m_guide.leaflet.pages.back().boxes.back().lines.push_back(std::move(line)); }

    std::string number(std::size_t value) const {
        const std::string latin = std::to_string(value);
        return m_language == Language::khmer ? core::to_khmer_digits(latin) : latin;
    }

    Language m_language;
    Labels m_labels;
    QuickGuide m_guide;
    std::size_t m_step = 0;
};

} // namespace

QuickGuide read_quick_guide(std::string_view text, Language language) {
    GuideReader reader(language);
    for (const std::string_view line : divided(text, '\n'))
        reader.take(line);
    return reader.take_guide();
}

QuickGuide quick_guide(Language language) {
    return read_quick_guide(resource(language == Language::khmer ? "guide/km.txt" : "guide/en.txt"),
                            language);
}

core::Expected<void> write_quick_guide(const std::filesystem::path& path, Language language,
                                       const std::vector<std::filesystem::path>& font_folders,
                                       core::Moment made_at) {
    if (path.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    const documents::Leaflet leaflet = quick_guide(language).leaflet;
    const auto pages = documents::lay_out(leaflet, documents::Fonts::load(font_folders));
    if (!pages) return core::fail(pages.error());
    documents::write_file(
        path, documents::to_pdf(*pages, {.title = leaflet.name, .author = "Srok", .created = made_at}));
    return {};
}

} // namespace guide
