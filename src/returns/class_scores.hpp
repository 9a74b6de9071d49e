// SPDX-License-Identifier: GPL-3.0-or-later
// How many learners of a level have each score of a subject, out of ten.
#pragma once

#include "returns/return_content.hpp"
#include "returns/running_class.hpp"
#include "storage/database.hpp"

#include <map>

namespace returns {

class ClassScores {
  public:
    // The marks of the last examination of a class by its pack: the last period that takes marks and is no
    // retest.
    void add(const storage::Database& database, const RunningClass& one, const programmes::Pack& pack);
    // By programme, level and subject as the packs order them.
    std::vector<ScoreLine> lines() const;

  private:
    std::map<std::string, ScoreLine> m_lines;
};

} // namespace returns
