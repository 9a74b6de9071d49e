// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/period_charts.hpp"

#include "office/ui/chart_source.hpp"
#include "returns/charts.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>
#include <wx/weakref.h>

namespace returns {

void show_period_charts(widgets::Page& page, const office::Session& session, const ReturnPeriod& period) {
    const auto language =
        session.language == widgets::Language::khmer ? wording::Language::khmer : wording::Language::english;
    session.run_job(_("Counting the registers"),
                    [&session, period, language, shown_on = wxWeakRef<widgets::Page>(&page)](
                        core::Progress& progress) -> widgets::JobRunner::Finish {
                        auto made = load_charts(session.database, period, language, progress);
                        return [&session, shown_on, made = std::move(made)] {
                            if (!shown_on) return;
                            if (!made) {
                                shown_on->messages().tell(widgets::Tone::bad, session.sentence(made.error()));
                                return;
                            }
                            // The job is over first: it gives the keyboard back to where it was.
                            shown_on->CallAfter([&session, shown_on, made] {
                                if (shown_on)
                                    documents::show_charts(shown_on.get(), "charts", widgets::wx(made->title),
                                                           made->charts, office::chart_source(session));
                            });
                        };
                    });
}

} // namespace returns
