// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/calibration.hpp"

#include "core/numerals.hpp"
#include "documents/pdf.hpp"

#include <span>

namespace templates {

core::Expected<documents::Page> calibration_page(const Offset& offset, const documents::Fonts& fonts) {
    const auto form = documents::Template::parse(documents::shipped_template("calibration"), fonts);
    if (!form) return core::fail(form.error());
    constexpr double points_per_hundredth = 72 / 2540.0;
    documents::Filling filling;
    filling.values = {{"right", core::format_hundredths(offset.right)},
                      {"down", core::format_hundredths(offset.down)}};
    filling.right = offset.right * points_per_hundredth;
    filling.down = offset.down * points_per_hundredth;
    return form->fill(filling);
}

core::Expected<std::string> calibration_pdf(const Offset& offset, core::Moment now,
                                            const documents::Fonts& fonts) {
    const auto page = calibration_page(offset, fonts);
    if (!page) return core::fail(page.error());
    return documents::to_pdf(std::span{&*page, 1}, {"Srok calibration", "", now});
}

} // namespace templates
