// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/sheet.hpp"

#include "core/numerals.hpp"
#include "documents/page_content.hpp"
#include "documents/sheet_table.hpp"
#include "documents/typesetter.hpp"

#include <algorithm>
#include <sstream>

namespace documents {

namespace {

constexpr double margin = 42;
constexpr double footer_height = 20;
constexpr double signature_room = 62;
// So that signatures never stand on a page alone.
constexpr std::size_t rows_with_signatures = 3;

constexpr Lettering kingdom_lettering{Typeface::heading, 12, Align::centre};
constexpr Lettering motto_lettering{Typeface::heading, 10.5, Align::centre};
constexpr Lettering office_lettering{Typeface::body, 10, Align::left};
constexpr Lettering title_lettering{Typeface::heading, 13, Align::centre};
constexpr Lettering subtitle_lettering{Typeface::body, 10.5, Align::centre};
constexpr Lettering section_lettering{Typeface::heading, 9.5, Align::left};
constexpr Lettering label_lettering{Typeface::list, 8.5, Align::left};
constexpr Lettering fact_lettering{Typeface::body, 9.5, Align::left};
constexpr Lettering opening_lettering{Typeface::body, 10.5, Align::left};
constexpr double opening_label = 74;
constexpr double opening_gap = 4;
constexpr Lettering code_lettering{Typeface::list, 7.5, Align::left};
constexpr double code_side = 112;
constexpr double photo_width = 62;
constexpr double photo_height = 93;
constexpr double section_gap = 7;
constexpr Lettering closing_lettering{Typeface::body, 9.5, Align::left};
constexpr Lettering date_lettering{Typeface::list, 8.5, Align::centre};
constexpr Lettering words_lettering{Typeface::body, 9.5, Align::centre};
constexpr Lettering role_lettering{Typeface::heading, 9, Align::centre};
constexpr Lettering footer_lettering{Typeface::list, 7.5, Align::right};

class SheetLayout {
  public:
    SheetLayout(const Sheet& sheet, const Fonts& fonts)
        : m_sheet(sheet)
        , m_setter(fonts)
        , m_size(sheet.orientation == Orientation::portrait ? a4_portrait : a4_landscape)
        , m_width(m_size.width - 2 * margin)
        , m_table(sheet, margin, m_width, m_setter) {}

    core::Expected<std::vector<Page>> run() {
        if (auto read = read_pictures(); !read) return core::fail(read.error());
        begin_page();
        double y = draw_opening(draw_facts(draw_head()));
        if (!m_sheet.columns.empty()) y = draw_table(m_table, y, m_sheet.sections.empty());
        for (const Section& section : m_sheet.sections)
            y = draw_section(section, y);
        if (y + tail_height() > bottom()) y = next_page();
        const double top = draw_closing(y);
        draw_code(top);
        draw_signatures(top);
        return finished();
    }

  private:
    double bottom() const { return m_size.height - margin - footer_height; }

    void begin_page() {
        m_pages.push_back(std::make_shared<PageContent>());
        m_pages.back()->size = m_size;
    }

    double next_page() {
        begin_page();
        return margin;
    }

    // The code and the photo, before anything is drawn.
    core::Expected<void> read_pictures() {
        if (!m_sheet.code.empty()) {
            auto code = make_qr(m_sheet.code);
            if (!code) return core::fail(code.error());
            m_code = *std::move(code);
        }
        if (!m_sheet.photo.empty()) {
            auto photo = decode_image(m_sheet.photo);
            if (!photo) return core::fail(photo.error());
            m_photo = *std::move(photo);
        }
        return {};
    }

    // Label above value, two facts beside each other; gives the y below them and the photo.
    double draw_facts(double top) {
        if (m_sheet.facts.empty() && !m_photo) return top;
        PageContent& page = *m_pages.back();
        const double width = m_width - (m_photo ? photo_width + 14 : 0);
        const double each = width / 2;
        double y = top;
        for (std::size_t i = 0; i < m_sheet.facts.size(); i += 2) {
            double height = 0;
            for (std::size_t side = 0; side < 2 && i + side < m_sheet.facts.size(); ++side) {
                const SheetFact& fact = m_sheet.facts[i + side];
                const double x = margin + each * static_cast<double>(side);
                double at = y;
                m_setter.put_fitted(page, fact.label, label_lettering, x, at, each - 10);
                at += label_lettering.row_distance() - 2;
                at += m_setter.put(page, fact.value, fact_lettering, x, at, each - 10);
                height = std::max(height, at - y);
            }
            y += height + 3;
        }
        if (m_photo) {
            const Rectangle box{margin + m_width - photo_width, top, photo_width, photo_height};
            page.marks.emplace_back(PhotoMark{box, *m_photo, m_sheet.photo});
            y = std::max(y, top + photo_height);
        }
        return y + 4;
    }

    // Labels at the left, what they say hanging beside them; paragraphs over the whole width.
    double draw_opening(double y) {
        for (const SheetFact& line : m_sheet.opening) {
            const double indent = line.label.empty() ? 0 : opening_label;
            auto rows = m_setter.rows(line.value, opening_lettering, m_width - indent);
            const double height = opening_lettering.row_distance() * static_cast<double>(rows.size());
            if (y + height > bottom()) y = next_page();
            PageContent& page = *m_pages.back();
            if (indent > 0) m_setter.put_fitted(page, line.label, opening_lettering, margin, y, indent - 6);
            m_setter.put(page, std::move(rows), opening_lettering, margin + indent, y, m_width - indent);
            y += height + opening_gap;
        }
        return m_sheet.opening.empty() ? y : y + opening_gap;
    }

    // The table from `y` on, over as many pages as it needs; gives the y below it. `last`: only the tail
    // follows.
    double draw_table(SheetTable& table, double y, bool last) {
        std::size_t row = 0;
        do {
            const std::size_t end = last_row_on_page(table, row, y, last);
            y = table.draw(*m_pages.back(), row, end, y);
            row = end;
            if (row < table.row_count()) y = next_page();
        } while (row < table.row_count());
        return y;
    }

    double draw_section(const Section& section, double y) {
        Sheet part;
        part.columns = section.columns;
        part.rows = section.rows;
        part.row_height = m_sheet.row_height;
        part.text_size = m_sheet.text_size;
        SheetTable table(part, margin, m_width, m_setter);
        // A heading never stands at a page's foot alone.
        double least = section_gap + section_lettering.row_distance() + 2;
        if (!section.columns.empty())
            least += table.heading_height() + (table.row_count() > 0 ? table.row_height(0) : 0);
        else
            least += closing_lettering.row_distance();
        y = y + least > bottom() ? next_page() : y + section_gap;
        y += m_setter.put(*m_pages.back(), section.title, section_lettering, margin, y, m_width) + 2;
        if (!section.columns.empty()) y = draw_table(table, y, false) + 3;
        for (const std::string& line : section.lines) {
            auto rows = m_setter.rows(line, closing_lettering, m_width);
            const double height = closing_lettering.row_distance() * static_cast<double>(rows.size());
            if (y + height > bottom()) y = next_page();
            m_setter.put(*m_pages.back(), std::move(rows), closing_lettering, margin, y, m_width);
            y += height;
        }
        return y;
    }

    std::vector<std::string> code_lines() const {
        std::vector<std::string> lines;
        std::istringstream words(m_sheet.code_words);
        for (std::string line; std::getline(words, line);)
            lines.push_back(line);
        return lines;
    }

    // Several signers share the width that the code leaves; one stands at the right as ever.
    bool signs_beside_code() const { return !m_sheet.code.empty() && m_sheet.signatures.size() > 1; }

    void draw_code(double top) {
        if (m_sheet.code.empty()) return;
        PageContent& page = *m_pages.back();
        page.marks.emplace_back(QrMark{{margin, top, code_side, code_side}, m_code});
        page.codes.push_back(m_sheet.code);
        double y = top + code_side;
        for (const std::string& line : code_lines()) {
            m_setter.put_fitted(page, line, code_lettering, margin + 4, y,
                                signs_beside_code() ? code_side : m_width / 2 - 8);
            y += code_lettering.row_distance();
        }
    }

    double draw_head() {
        PageContent& page = *m_pages.back();
        double centre = margin + m_setter.put(page, kingdom, kingdom_lettering, margin, margin, m_width);
        // Offices stand at the left, beside the motto and below it.
        double left = centre;
        centre += m_setter.put(page, motto, motto_lettering, margin, centre, m_width);
        draw_ornament(centre + 4);
        for (const std::string& line : m_sheet.office_lines) {
            m_setter.put_fitted(page, line, office_lettering, margin, left, m_width * 0.34);
            left += office_lettering.row_distance();
        }
        double y = std::max(left + 4, centre + 14);
        for (std::size_t i = 0; i < m_sheet.titles.size(); ++i)
            y += m_setter.put(page, m_sheet.titles[i], i == 0 ? title_lettering : subtitle_lettering, margin,
                              y, m_width);
        return y + 8;
    }

    // A rule with a diamond, as stands under the motto.
    void draw_ornament(double y) {
        const double middle = m_size.width / 2;
        constexpr double half = 1.6;
        auto& marks = m_pages.back()->marks;
        marks.emplace_back(RuleMark{middle - 42, y, middle - 7, y, 0.7, {}});
        marks.emplace_back(RuleMark{middle + 7, y, middle + 42, y, 0.7, {}});
        marks.emplace_back(RuleMark{middle - half, y - half, middle + half, y + half, 4.5, {}});
    }

    // As many rows as fit under the headings; where these would be the last of all and the signatures no
    // longer fit, a few are kept back for them.
    std::size_t last_row_on_page(const SheetTable& table, std::size_t first, double top,
                                 bool tail_follows) const {
        double y = top + table.heading_height();
        std::size_t last = first;
        while (last < table.row_count() && (last == first || y + table.row_height(last) <= bottom()))
            y += table.row_height(last++);
        const bool all = last == table.row_count();
        if (all && tail_follows && y + tail_height() > bottom() && last - first > rows_with_signatures)
            last -= rows_with_signatures;
        return last;
    }

    double tail_height() const {
        double height =
            8 + closing_lettering.row_distance() * static_cast<double>(m_sheet.closing_lines.size());
        double tallest = 0;
        for (const SignatureBlock& block : m_sheet.signatures) {
            double one = signature_room + words_lettering.row_distance() + 2 * role_lettering.row_distance();
            one += date_lettering.row_distance() * static_cast<double>(block.date_lines.size());
            tallest = std::max(tallest, one);
        }
        if (!m_sheet.code.empty())
            tallest = std::max(tallest, code_side + code_lettering.row_distance() *
                                                        static_cast<double>(code_lines().size()));
        return height + tallest;
    }

    double draw_closing(double y) {
        y += 8;
        for (const std::string& line : m_sheet.closing_lines)
            y += m_setter.put(*m_pages.back(), line, closing_lettering, margin, y, m_width);
        return y + 6;
    }

    void draw_signatures(double top) {
        const double taken = signs_beside_code() ? code_side + 12 : 0;
        const double each = (m_width - taken) / std::max(2.0, static_cast<double>(m_sheet.signatures.size()));
        // A single block stands at the right.
        const double left = margin + taken + (m_sheet.signatures.size() == 1 ? each : 0);
        const auto place = [&](std::size_t block) { return left + each * static_cast<double>(block); };
        double names = top;
        for (std::size_t i = 0; i < m_sheet.signatures.size(); ++i)
            names = std::max(names, draw_signature_head(m_sheet.signatures[i], place(i), top, each - 8));
        for (std::size_t i = 0; i < m_sheet.signatures.size(); ++i)
            m_setter.put_fitted(*m_pages.back(), m_sheet.signatures[i].name, role_lettering, place(i),
                                names + signature_room, each - 8);
    }

    // Gives the y where the room for the signature begins.
    double draw_signature_head(const SignatureBlock& block, double x, double y, double width) {
        PageContent& page = *m_pages.back();
        for (const std::string& line : block.date_lines) {
            m_setter.put_fitted(page, line, date_lettering, x, y, width);
            y += date_lettering.row_distance();
        }
        if (!block.words.empty()) y += m_setter.put(page, block.words, words_lettering, x, y, width);
        return y + m_setter.put(page, block.role, role_lettering, x, y, width);
    }

    void draw_footer(PageContent& page, std::size_t number) {
        std::string text =
            core::to_khmer_digits(std::to_string(number) + "/" + std::to_string(m_pages.size()));
        if (!m_sheet.footer.empty()) text = m_sheet.footer + "   " + text;
        m_setter.put_fitted(page, text, footer_lettering, margin, m_size.height - margin - 6, m_width);
    }

    core::Expected<std::vector<Page>> finished() {
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            draw_footer(*m_pages[i], i + 1);
            if (m_sheet.sample) m_pages[i]->marks.push_back(sample_overprint(m_size, m_setter.fonts()));
        }
        if (m_setter.first_error()) return core::fail(*m_setter.first_error());
        std::vector<Page> pages;
        for (auto& page : m_pages)
            pages.emplace_back(std::move(page));
        return pages;
    }

    const Sheet& m_sheet;
    Typesetter m_setter;
    Size m_size;
    double m_width;
    SheetTable m_table;
    std::vector<std::shared_ptr<PageContent>> m_pages;
    QrCode m_code;
    std::optional<Image> m_photo;
};

} // namespace

core::Expected<std::vector<Page>> lay_out(const Sheet& sheet, const Fonts& fonts) {
    return SheetLayout(sheet, fonts).run();
}

} // namespace documents
