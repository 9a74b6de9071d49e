// SPDX-License-Identifier: GPL-3.0-or-later
// Adding up what districts tell. What a return does not tell is not nothing: it adds nothing, and what nobody
// tells stays `not_told` in the sum.
#pragma once

#include "returns/return_content.hpp"

#include <map>
#include <string>

namespace returns {

// Marks what a stranger's sheet does not tell; `text` is what was read from it.
void mark_not_told(ReturnContent& content, const Canonical& text);

// The figures of all together, of several offices.
class ToldSum {
  public:
    // `all_told`: what the figures do not name is nobody, as in a signed return.
    void add(const Figures& figures, bool all_told);
    Figures sum() const;

  private:
    Figures m_sum;
    bool m_any = false;
    bool m_all_told = false;
};

// Everything that a province's workbook adds up, for one period and layout.
class ProvinceSum {
  public:
    ProvinceSum(const ReturnPeriod& period, const Layout& layout);
    void add(const ReturnContent& one, bool all_told);
    ReturnContent sum() const;

  private:
    struct Sheet {
        SheetPlan plan;
        std::vector<std::pair<FilledSheet::Named, ToldSum>> groups;
        ToldSum all;
        bool all_told = false; // by somebody, of every group
    };
    static ToldSum& sum_for(Sheet& sheet, const FilledSheet::Named& group);
    void add_scores(const ReturnContent& one);

    ReturnContent m_total;
    std::vector<Sheet> m_sheets;
    std::map<std::string, ScoreLine> m_scores; // by level and subject
};

} // namespace returns
