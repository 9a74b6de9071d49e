// SPDX-License-Identifier: GPL-3.0-or-later
// SVG shapes as one kind of outline: lines and cubic curves. Inside documents only.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace documents {

struct Point {
    double x = 0;
    double y = 0;
};

// move and line use `to`; curve has its two control points before it; close uses none.
struct PathStep {
    enum class Kind { move, line, curve, close } kind = Kind::move;
    Point to;
    Point control1;
    Point control2;
};

// Takes the steps of an outline in absolute coordinates.
class PathBuilder {
  public:
    void move(Point to);
    void line(Point to);
    void curve(Point control1, Point control2, Point to);
    // An arc of the ellipse with radii rx, ry, turned by `turn` degrees, as SVG 1.1 appendix F.6 draws it.
    void arc(double rx, double ry, double turn, bool large, bool sweep, Point to);
    void close();
    Point at() const { return m_at; }
    std::vector<PathStep> take() { return std::move(m_steps); }

  private:
    std::vector<PathStep> m_steps;
    Point m_at;
    Point m_start;
};

// The `d` of a path, all commands of SVG 1.1; nothing where it is not well-formed.
std::optional<std::vector<PathStep>> parse_path(std::string_view d);

std::vector<PathStep> ellipse_path(Point centre, double rx, double ry);
std::vector<PathStep> rectangle_path(Point corner, double width, double height, double rx, double ry);

} // namespace documents
