// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/svg_path.hpp"

#include "documents/svg_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace documents {

namespace {

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}
Point operator*(double k, Point p) {
    return {k * p.x, k * p.y};
}

Point rotated(Point p, double angle) {
    return {p.x * std::cos(angle) - p.y * std::sin(angle), p.x * std::sin(angle) + p.y * std::cos(angle)};
}

std::size_t numbers_of(char command) {
    switch (command) {
    case 'z':
        return 0;
    case 'h':
    case 'v':
        return 1;
    case 'm':
    case 'l':
    case 't':
        return 2;
    case 's':
    case 'q':
        return 4;
    case 'c':
        return 6;
    case 'a':
        return 7;
    default:
        return 99;
    }
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

class PathReader {
  public:
    explicit PathReader(std::string_view text)
        : m_text(text) {}

    std::optional<std::vector<PathStep>> read() {
        for (skip(); !m_text.empty(); skip()) {
            const char letter = m_text.front();
            const bool named = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
            if (named) {
                m_command = letter;
                m_text.remove_prefix(1);
            } else if (lower(m_command) == 'z') {
                return std::nullopt;
            } else if (lower(m_command) == 'm') {
                // Further pairs after a moveto are lines.
                m_command = m_command == 'm' ? 'l' : 'L';
            }
            if (m_last == 0 && lower(m_command) != 'm') return std::nullopt;
            if (!read_numbers()) return std::nullopt;
            apply();
            m_last = lower(m_command);
        }
        return m_path.take();
    }

  private:
    void skip() {
        const std::size_t next = m_text.find_first_not_of(" \t\r\n\f,");
        m_text.remove_prefix(std::min(next, m_text.size()));
    }

    bool read_numbers() {
        const std::size_t count = numbers_of(lower(m_command));
        if (count > m_numbers.size()) return false;
        for (std::size_t i = 0; i < count; ++i) {
            const bool flag = lower(m_command) == 'a' && (i == 3 || i == 4);
            const auto number = flag ? take_flag() : take_number(m_text);
            if (!number) return false;
            m_numbers[i] = *number;
        }
        return true;
    }

    // The two flags of an arc may stand without a blank before or after: "a1 1 0 01.5.5".
    std::optional<double> take_flag() {
        skip();
        if (m_text.empty() || (m_text.front() != '0' && m_text.front() != '1')) return std::nullopt;
        const double flag = m_text.front() - '0';
        m_text.remove_prefix(1);
        return flag;
    }

    Point pair(std::size_t at) const {
        const Point given{m_numbers[at], m_numbers[at + 1]};
        return relative() ? m_path.at() + given : given;
    }
    bool relative() const { return m_command >= 'a'; }

    // The last control point mirrored, where the last command was of the same kind.
    Point mirrored(std::string_view kinds) const {
        const bool same_kind = kinds.find(m_last) != std::string_view::npos;
        return same_kind ? m_path.at() + (m_path.at() - m_control) : m_path.at();
    }

    void cubic(Point control1, Point control2, Point to) {
        m_path.curve(control1, control2, to);
        m_control = control2;
    }
    void quadratic(Point control, Point to) {
        const Point from = m_path.at();
        m_path.curve(from + 2.0 / 3 * (control - from), to + 2.0 / 3 * (control - to), to);
        m_control = control;
    }

    void apply() {
        const Point at = m_path.at();
        switch (lower(m_command)) {
        case 'm':
            return m_path.move(pair(0));
        case 'l':
            return m_path.line(pair(0));
        case 'h':
            return m_path.line({m_numbers[0] + (relative() ? at.x : 0), at.y});
        case 'v':
            return m_path.line({at.x, m_numbers[0] + (relative() ? at.y : 0)});
        case 'c':
            return cubic(pair(0), pair(2), pair(4));
        case 's':
            return cubic(mirrored("cs"), pair(0), pair(2));
        case 'q':
            return quadratic(pair(0), pair(2));
        case 't':
            return quadratic(mirrored("qt"), pair(0));
        case 'a':
            return m_path.arc(m_numbers[0], m_numbers[1], m_numbers[2], m_numbers[3] != 0, m_numbers[4] != 0,
                              pair(5));
        default:
            return m_path.close();
        }
    }

    std::string_view m_text;
    PathBuilder m_path;
    std::array<double, 7> m_numbers{};
    Point m_control;
    char m_command = 0;
    char m_last = 0;
};

} // namespace

void PathBuilder::move(Point to) {
    m_steps.push_back({PathStep::Kind::move, to, {}, {}});
    m_at = m_start = to;
}

void PathBuilder::line(Point to) {
    m_steps.push_back({PathStep::Kind::line, to, {}, {}});
    m_at = to;
}

void PathBuilder::curve(Point control1, Point control2, Point to) {
    m_steps.push_back({PathStep::Kind::curve, to, control1, control2});
    m_at = to;
}

void PathBuilder::close() {
    m_steps.push_back({PathStep::Kind::close, {}, {}, {}});
    m_at = m_start;
}

void PathBuilder::arc(double rx, double ry, double turn, bool large, bool sweep, Point to) {
    rx = std::abs(rx);
    ry = std::abs(ry);
    const Point from = m_at;
    if (from.x == to.x && from.y == to.y) return;
    if (rx == 0 || ry == 0) return line(to);
    // F.6.5 and F.6.6, from end points to the centre, with radii grown where they cannot reach.
    const double phi = turn * std::numbers::pi / 180;
    const Point half = rotated(0.5 * (from - to), -phi);
    const double reach = half.x * half.x / (rx * rx) + half.y * half.y / (ry * ry);
    if (reach > 1) {
        rx *= std::sqrt(reach);
        ry *= std::sqrt(reach);
    }
    const double down = rx * rx * half.y * half.y + ry * ry * half.x * half.x;
    const double root =
        std::sqrt(std::max(0.0, (rx * rx * ry * ry - down) / down)) * (large == sweep ? -1 : 1);
    const Point middle{root * rx * half.y / ry, -root * ry * half.x / rx};
    const Point centre = rotated(middle, phi) + 0.5 * (from + to);
    const double start = std::atan2((half.y - middle.y) / ry, (half.x - middle.x) / rx);
    double sweep_angle = std::atan2((-half.y - middle.y) / ry, (-half.x - middle.x) / rx) - start;
    if (sweep && sweep_angle < 0) sweep_angle += 2 * std::numbers::pi;
    if (!sweep && sweep_angle > 0) sweep_angle -= 2 * std::numbers::pi;

    const int pieces =
        std::max(1, static_cast<int>(std::ceil(std::abs(sweep_angle) / (std::numbers::pi / 2))));
    const double step = sweep_angle / pieces;
    const double pull = 4.0 / 3 * std::tan(step / 4);
    for (int i = 0; i < pieces; ++i) {
        const double a = start + i * step, b = a + step;
        const auto on_ellipse = [&](double x, double y) { return centre + rotated({rx * x, ry * y}, phi); };
        const Point end = i + 1 == pieces ? to : on_ellipse(std::cos(b), std::sin(b));
        curve(on_ellipse(std::cos(a) - pull * std::sin(a), std::sin(a) + pull * std::cos(a)),
              on_ellipse(std::cos(b) + pull * std::sin(b), std::sin(b) - pull * std::cos(b)), end);
    }
}

std::optional<std::vector<PathStep>> parse_path(std::string_view d) {
    return PathReader(d).read();
}

std::vector<PathStep> ellipse_path(Point centre, double rx, double ry) {
    PathBuilder path;
    path.move({centre.x + rx, centre.y});
    path.arc(rx, ry, 0, false, true, {centre.x - rx, centre.y});
    path.arc(rx, ry, 0, false, true, {centre.x + rx, centre.y});
    path.close();
    return path.take();
}

std::vector<PathStep> rectangle_path(Point corner, double width, double height, double rx, double ry) {
    rx = std::min(rx, width / 2);
    ry = std::min(ry, height / 2);
    const double left = corner.x, top = corner.y, right = left + width, bottom = top + height;
    PathBuilder path;
    path.move({left + rx, top});
    path.line({right - rx, top});
    path.arc(rx, ry, 0, false, true, {right, top + ry});
    path.line({right, bottom - ry});
    path.arc(rx, ry, 0, false, true, {right - rx, bottom});
    path.line({left + rx, bottom});
    path.arc(rx, ry, 0, false, true, {left, bottom - ry});
    path.line({left, top + ry});
    path.arc(rx, ry, 0, false, true, {left + rx, top});
    path.close();
    return path.take();
}

} // namespace documents
