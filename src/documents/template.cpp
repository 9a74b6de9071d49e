// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/template.hpp"

#include "documents/svg_values.hpp"
#include "documents/template_parts.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace documents {

// Made by the build from resources/.
std::string_view resource(std::string_view path);

namespace {

// 300 dots an inch on paper.
constexpr double photo_pixels_per_point = 300.0 / 72;

template<typename Parts>
class Collector final : public Placements {
  public:
    Collector(Parts& parts, Problems& problems)
        : m_parts(parts)
        , m_problems(problems) {}

    void text(const pugi::xml_node& element, const Style& style, const cairo_matrix_t& place) override {
        for (TemplateLine& line : read_lines(element, style, place, m_problems)) {
            line.group = m_group;
            line.only_without_photo = m_without_photo;
            for (const std::string& name : line.units[0])
                if (std::find(m_parts.placeholders.begin(), m_parts.placeholders.end(), name) ==
                    m_parts.placeholders.end())
                    m_parts.placeholders.push_back(name);
            m_parts.lines.push_back(std::move(line));
        }
    }

    void box(const pugi::xml_node& element, const Rectangle& box) override {
        const std::string_view role = element.attribute("data-role").value();
        std::optional<Rectangle>* const place = role == "qr"      ? &m_parts.code_box
                                                : role == "photo" ? &m_parts.photo_box
                                                                  : nullptr;
        if (!place || *place)
            m_problems.unsupported(element, (place ? "second box " : "box ") + std::string(role));
        else
            *place = box;
    }

    void begin_group(const pugi::xml_node& element) override {
        const std::string_view role = element.attribute("data-role").value();
        if (role == "lines" && !m_group)
            m_group = m_parts.group_count++;
        else if (role == "no-photo" && !m_without_photo)
            m_without_photo = true;
        else
            m_problems.unsupported(element, "group " + std::string(role));
    }

    void end_group(const pugi::xml_node& element) override {
        if (std::string_view(element.attribute("data-role").value()) == "lines")
            m_group.reset();
        else
            m_without_photo = false;
    }

  private:
    Parts& m_parts;
    Problems& m_problems;
    std::optional<std::size_t> m_group;
    bool m_without_photo = false;
};

// How far each line of one group moves down. Where lines are left out, the widest of the distances between
// their neighbours stays; added rows push down what follows; the whole stays centred where it was.
std::vector<double> closed_up(const std::vector<const TemplateLine*>& lines,
                              const std::vector<const SetLine*>& set) {
    struct Slot {
        bool present = false;
        double added_rows = 0;
        double moved_to = 0;
    };
    std::map<double, Slot> slots;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Slot& slot = slots[lines[i]->at.y];
        if (set[i]->rows.empty()) continue;
        slot.present = true;
        slot.added_rows =
            std::max(slot.added_rows, set[i]->row_distance * static_cast<double>(set[i]->rows.size() - 1));
    }
    double y = 0, widest = 0, bottom = 0;
    const Slot* above = nullptr;
    for (auto at = slots.begin(); at != slots.end(); ++at) {
        if (at != slots.begin()) widest = std::max(widest, at->first - std::prev(at)->first);
        if (!at->second.present) continue;
        y += above ? widest + above->added_rows : 0;
        at->second.moved_to = y;
        above = &at->second;
        bottom = y + above->added_rows;
        widest = 0;
    }
    std::vector<double> moves;
    const double first = slots.empty() ? 0 : slots.begin()->first;
    const double height = slots.empty() ? 0 : slots.rbegin()->first - first;
    for (const TemplateLine* line : lines)
        moves.push_back(first + slots[line->at.y].moved_to + (height - bottom) / 2 - line->at.y);
    return moves;
}

std::optional<BoxSize> in_millimetres(const std::optional<Rectangle>& box) {
    constexpr double points = 72 / 25.4;
    if (!box) return std::nullopt;
    return BoxSize{box->width / points, box->height / points};
}

core::Expected<Mark> photo_mark(const std::string& bytes, const Rectangle& box) {
    auto image = decode_image(bytes);
    if (!image) return core::fail(image.error());
    // Twice the box, as a picture of other proportions is cut to cover it.
    const auto pixels = [](double points) { return static_cast<int>(2 * points * photo_pixels_per_point); };
    PhotoMark mark{box, shrunk(*image, pixels(box.width), pixels(box.height)), {}};
    mark.jpeg = encode_jpeg(mark.image);
    return Mark{std::move(mark)};
}

} // namespace

void close_up_groups(const std::vector<TemplateLine>& lines, std::size_t group_count,
                     std::vector<SetLine>& set) {
    for (std::size_t group = 0; group < group_count; ++group) {
        std::vector<const TemplateLine*> members;
        std::vector<const SetLine*> contents;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].group != group) continue;
            members.push_back(&lines[i]);
            contents.push_back(&set[i]);
            places.push_back(i);
        }
        const std::vector<double> moves = closed_up(members, contents);
        for (std::size_t i = 0; i < places.size(); ++i)
            for (TextMark& row : set[places[i]].rows)
                cairo_matrix_translate(&row.place, 0, moves[i]);
    }
}

core::Expected<Template> Template::parse(std::string_view svg, const Fonts& fonts) {
    std::vector<core::Error> problems;
    auto read = inspect(svg, fonts, problems);
    if (!read) return core::fail(problems.front());
    return *std::move(read);
}

std::optional<Template> Template::inspect(std::string_view svg, const Fonts& fonts,
                                          std::vector<core::Error>& problems) {
    const auto document = std::make_shared<pugi::xml_document>();
    const auto read = document->load_buffer(svg.data(), svg.size(),
                                            pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    const pugi::xml_node root = document->child("svg");
    if (!read || !root) {
        problems.push_back(
            core::Error{"template.not-svg"}
                .at({.byte = static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(0, read.offset))})
                .with("reason", read ? "no svg element" : read.description()));
        return std::nullopt;
    }
    Problems found;
    auto parts = std::make_shared<Parts>();
    parts->fonts = fonts;
    parts->size = page_size(root, found);
    Collector<Parts> collector(*parts, found);
    parts->art = std::make_shared<const Artwork>(document, parts->size, collector, found);
    problems.insert(problems.end(), found.all().begin(), found.all().end());
    if (!found.all().empty()) return std::nullopt;
    Template result;
    result.m_parts = std::move(parts);
    return result;
}

const std::vector<std::string>& Template::placeholders() const {
    return m_parts->placeholders;
}

std::optional<BoxSize> Template::code_box() const {
    return in_millimetres(m_parts->code_box);
}

std::optional<BoxSize> Template::photo_box() const {
    return in_millimetres(m_parts->photo_box);
}

Size Template::size() const {
    return m_parts->size;
}

core::Expected<Page> Template::fill(const Filling& filling) const {
    auto page = std::make_shared<PageContent>();
    page->size = m_parts->size;
    const bool photo = m_parts->photo_box && !filling.photo.empty();
    page->moved = {filling.right, filling.down};
    if (!filling.pre_printed) page->marks.emplace_back(ArtMark{m_parts->art, photo});
    if (photo) {
        auto mark = photo_mark(filling.photo, *m_parts->photo_box);
        if (!mark) return core::fail(mark.error());
        page->marks.push_back(std::move(*mark));
    }
    if (m_parts->code_box && !filling.code.empty()) {
        auto code = make_qr(filling.code);
        if (!code) return core::fail(code.error());
        page->marks.emplace_back(QrMark{*m_parts->code_box, std::move(*code)});
        page->codes.push_back(filling.code);
    }

    std::vector<SetLine> set;
    for (const TemplateLine& line : m_parts->lines) {
        auto one = line.only_without_photo && photo ? SetLine{} : set_line(line, filling, m_parts->fonts);
        if (!one) return core::fail(one.error());
        set.push_back(std::move(*one));
    }
    close_up_groups(m_parts->lines, m_parts->group_count, set);
    for (SetLine& line : set)
        for (TextMark& row : line.rows)
            page->marks.emplace_back(std::move(row));
    if (filling.sample) page->marks.push_back(sample_overprint(page->size, m_parts->fonts));
    return Page(std::move(page));
}

std::optional<std::size_t> find_placeholder(std::string_view svg, std::string_view name) {
    for (std::size_t at = svg.find("{{"); at != std::string_view::npos; at = svg.find("{{", at + 1)) {
        const std::string_view rest = svg.substr(at + 2);
        if (trimmed(rest.substr(0, rest.find("}}"))) == name) return at;
    }
    return std::nullopt;
}

std::string_view shipped_template(std::string_view name) {
    return resource("templates/" + std::string(name) + ".svg");
}

} // namespace documents
