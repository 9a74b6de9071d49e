// SPDX-License-Identifier: GPL-3.0-or-later
// A learner's attendance on paper, A4 in Khmer: the letter that tells a guardian of absences, and the
// statement of attendance a learner takes along. Both list the days absent with and without permission.
#pragma once

#include "attendance/absence.hpp"
#include "attendance/period.hpp"
#include "core/progress.hpp"
#include "documents/fonts.hpp"
#include "documents/pdf.hpp"
#include "documents/sheet.hpp"
#include "learners/learner.hpp"

#include <filesystem>

namespace attendance {

struct PaperMonth {
    core::Month month;
    Tally tally;
};

struct AttendancePaper {
    std::vector<std::string> office_lines; // from the highest down, the institution last
    std::string place;                     // before the date: "ថ្មគោល"
    std::string class_name;
    std::string programme;
    std::string teacher; // empty where nobody is said to teach the class
    learners::Learner learner;
    Period period; // within the class's days
    std::vector<PaperMonth> months;
    Tally tally;
    std::vector<AbsentDay> absences;
    int not_recorded = 0; // school days that have come and nobody recorded
    Worths worths;
    int session_minutes = 0;
    core::Ratio minimum; // the least rate the programme asks; 0 where it asks none
    core::Moment made_at{};
    bool sample = false;
};

enum class PaperKind { letter, statement };

// Both date lines of that day, or lines of dots for the pen: papers are signed on days nobody knows yet.
using PaperDate = std::optional<core::Day>;

documents::Sheet paper_sheet(const AttendancePaper& paper, PaperKind kind, PaperDate dated);

// Their pages one after another, and what a PDF of them says of itself. Errors as documents::lay_out.
// WorldFailure "cancelled".
struct LaidOut {
    std::vector<documents::Page> pages;
    documents::PdfFacts facts;
};
core::Expected<LaidOut> lay_out_papers(const std::vector<AttendancePaper>& papers, PaperKind kind,
                                       PaperDate dated, const documents::Fonts& fonts,
                                       core::Progress& progress);

// All of them into one PDF, each from a page of its own, whole or not at all. Errors as documents::lay_out.
// WorldFailure file.write, "cancelled".
core::Expected<void> write_papers(const std::filesystem::path& path,
                                  const std::vector<AttendancePaper>& papers, PaperKind kind, PaperDate dated,
                                  const documents::Fonts& fonts, core::Progress& progress);

} // namespace attendance
