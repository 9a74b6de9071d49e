// SPDX-License-Identifier: GPL-3.0-or-later
// The page that shows where an office's printer prints: rulers, crosses, and what to do.
#pragma once

#include "core/clock.hpp"
#include "templates/paper.hpp"

namespace templates {

// One A4 page, moved by the offset that is set: when it is right, the crosses lie where they say. Errors:
// those of the template, which is ours.
core::Expected<documents::Page> calibration_page(const Offset& offset, const documents::Fonts& fonts);
// The same as a PDF.
core::Expected<std::string> calibration_pdf(const Offset& offset, core::Moment now,
                                            const documents::Fonts& fonts);

} // namespace templates
