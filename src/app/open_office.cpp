// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_office.hpp"

#include "office/ui/start_page.hpp"
#include "widgets/text.hpp"

namespace app {

OpenOffice::OpenOffice(const std::filesystem::path& file, storage::Environment environment)
    : m_database(storage::Database::open(file, storage::Access::read_write, environment))
    , m_session{.database = m_database, .actor = {}, .go = {}, .run_job = {}, .sentence = {}} {}

wxString OpenOffice::name() const {
    return widgets::wx_path(m_database.path().stem());
}

wxString OpenOffice::note() const {
    return {};
}

std::vector<widgets::PageEntry> OpenOffice::pages() {
    return {office::start_page(m_session, [] { return office::StartNews{}; })};
}

} // namespace app
