// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/cards.hpp"

#include "documents/page_content.hpp"
#include "documents/typesetter.hpp"

#include <algorithm>

namespace documents {

namespace {

constexpr double point_mm = 72 / 25.4;
// ISO/IEC 7810 ID-1, as bank cards are.
constexpr double card_width = 85.6 * point_mm;
constexpr double card_height = 54 * point_mm;
constexpr std::size_t across = 2;
constexpr double gap = 4 * point_mm;
constexpr double inside = 3 * point_mm;
constexpr double face_width = 20 * point_mm;
constexpr double face_height = 30 * point_mm;
constexpr double code_width = 19 * point_mm;

constexpr Lettering card_office{Typeface::list, 6.5, Align::left};
constexpr Lettering card_title{Typeface::heading, 8, Align::left};
constexpr Lettering card_name{Typeface::body, 10.5, Align::left};
constexpr Lettering card_fact{Typeface::list, 7.5, Align::left};
constexpr Lettering frame_words{Typeface::list, 7, Align::centre};
constexpr Colour cut_line{0.6, 0.6, 0.6};
constexpr Colour band{0.08, 0.17, 0.31};

class CardLayout {
  public:
    explicit CardLayout(const Fonts& fonts)
        : m_setter(fonts) {}

    core::Expected<void> draw(PageContent& page, const Card& card, double left, double top) {
        page.marks.emplace_back(FillMark{{left, top, card_width, 1.5 * point_mm}, band});
        frame(page, {left, top, card_width, card_height});
        const double face_left = left + inside;
        double y = top + 3 * point_mm;
        for (std::size_t i = 0; i < card.office_lines.size() && i < 2; ++i) {
            m_setter.put_fitted(page, card.office_lines[i], card_office, face_left, y,
                                card_width - 2 * inside);
            y += card_office.row_distance();
        }
        m_setter.put_fitted(page, card.title, card_title, face_left, y, card_width - 2 * inside);
        y += card_title.row_distance() + 2;
        if (auto photo = draw_photo(page, card, {face_left, y, face_width, face_height}); !photo)
            return photo;
        const double words_left = face_left + face_width + inside;
        const double words_width = left + card_width - inside - words_left;
        m_setter.put_fitted(page, card.name, card_name, words_left, y - 3, words_width);
        double line = y - 3 + card_name.row_distance();
        const double beside_code = card.code.empty() ? words_width : words_width - code_width;
        for (const SheetFact& fact : card.facts) {
            const std::string text = fact.label.empty() ? fact.value : fact.label + " " + fact.value;
            m_setter.put_fitted(page, text, card_fact, words_left, line, beside_code);
            line += card_fact.row_distance();
        }
        return draw_code(page, card, left + card_width - inside - code_width + 4,
                         top + card_height - inside - code_width + 4);
    }

    const std::optional<core::Error>& first_error() const { return m_setter.first_error(); }
    const Fonts& fonts() const { return m_setter.fonts(); }

  private:
    static void frame(PageContent& page, const Rectangle& box) {
        const double right = box.x + box.width;
        const double bottom = box.y + box.height;
        for (const RuleMark& side :
             {RuleMark{box.x, box.y, right, box.y}, RuleMark{right, box.y, right, bottom},
              RuleMark{right, bottom, box.x, bottom}, RuleMark{box.x, bottom, box.x, box.y}}) {
            RuleMark thin = side;
            thin.width = 0.4;
            thin.colour = cut_line;
            page.marks.emplace_back(thin);
        }
    }

    core::Expected<void> draw_photo(PageContent& page, const Card& card, const Rectangle& box) {
        if (card.photo.empty()) {
            frame(page, box);
            m_setter.put_fitted(page, card.photo_words, frame_words, box.x,
                                box.y + box.height / 2 - frame_words.row_distance() / 2, box.width);
            return {};
        }
        auto image = decode_image(card.photo);
        if (!image) return core::fail(image.error());
        page.marks.emplace_back(PhotoMark{box, *std::move(image), card.photo});
        return {};
    }

    static core::Expected<void> draw_code(PageContent& page, const Card& card, double left, double top) {
        if (card.code.empty()) return {};
        auto code = make_qr(card.code);
        if (!code) return core::fail(code.error());
        page.marks.emplace_back(QrMark{{left, top, code_width, code_width}, *std::move(code)});
        page.codes.push_back(card.code);
        return {};
    }

    Typesetter m_setter;
};

} // namespace

core::Expected<std::vector<Page>> lay_out_cards(const std::vector<Card>& cards, bool sample,
                                                const Fonts& fonts) {
    CardLayout layout(fonts);
    const std::size_t down = cards_a_page / across;
    const double first_left = (a4_portrait.width - across * card_width - (across - 1) * gap) / 2;
    const double first_top =
        (a4_portrait.height - static_cast<double>(down) * card_height - static_cast<double>(down - 1) * gap) /
        2;
    std::vector<Page> pages;
    for (std::size_t first = 0; first < cards.size(); first += cards_a_page) {
        auto page = std::make_shared<PageContent>();
        page->size = a4_portrait;
        for (std::size_t at = 0; at < cards_a_page && first + at < cards.size(); ++at) {
            const auto column = static_cast<double>(at % across);
            const auto row = static_cast<double>(at / across);
            const auto drawn = layout.draw(*page, cards[first + at], first_left + column * (card_width + gap),
                                           first_top + row * (card_height + gap));
            if (!drawn) return core::fail(drawn.error());
        }
        if (sample) page->marks.push_back(sample_overprint(page->size, fonts));
        pages.emplace_back(std::move(page));
    }
    if (layout.first_error()) return core::fail(*layout.first_error());
    return pages;
}

} // namespace documents
