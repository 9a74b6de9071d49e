// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/chart_source.hpp"

#include "office/office_store.hpp"

namespace office {

documents::ChartSource chart_source(const Session& session) {
    const Office here = load_office(session.database);
    return {.office = shown_name(session, here),
            .sample = here.sample,
            .now = session.database.clock().now(),
            .sentence = session.sentence};
}

} // namespace office
