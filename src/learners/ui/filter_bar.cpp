// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/filter_bar.hpp"

#include "programmes/pack_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/choice.h>
#include <wx/translation.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <utility>

namespace learners {

namespace {

wxString programme_name(const office::Session& session, const std::string& key) {
    const programmes::Wording name = programmes::programme_name(session.database, key);
    return widgets::wx(session.language == widgets::Language::khmer || name.en.empty() ? name.km : name.en);
}

// What stands at a place of `all`, by its id; the place counts from 1, 0 is none.
int place_of(const std::vector<FilterChoices::Named>& all, const std::optional<std::int64_t>& id) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].id == id) return static_cast<int>(i) + 1;
    return 0;
}

std::optional<std::int64_t> id_at(const std::vector<FilterChoices::Named>& all, int place) {
    return place > 0 ? std::optional{all[static_cast<std::size_t>(place) - 1].id} : std::nullopt;
}

template<typename Enum>
int place_of(const std::optional<Enum>& value) {
    return value ? static_cast<int>(*value) + 1 : 0;
}

template<typename Enum>
std::optional<Enum> value_at(const wxChoice& choice) {
    return choice.GetSelection() > 0 ? std::optional{static_cast<Enum>(choice.GetSelection() - 1)}
                                     : std::nullopt;
}

void set(wxChoice& choice, const std::vector<wxString>& entries) {
    choice.Set(wxArrayString(entries.size(), entries.data()));
}

} // namespace

FilterBar::FilterBar(wxWindow* parent, const office::Session& session, std::string_view id, Filter& filter,
                     std::function<void()> changed)
    : wxPanel(parent)
    , m_session(session)
    , m_id(std::string(id) + ".filter.")
    , m_filter(filter)
    , m_changed(std::move(changed)) {
    SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
    m_institution = add("institution", _("Centre"), 150);
    m_class = add("class", _("Class"), 150);
    m_programme = add("programme", _("Programme"), 144);
    m_standing = add("status", _("Status"), 126);
    m_sex = add("sex", _("Sex"), 90);
    m_disability = add("disability", _("Disability"), 120);
    m_card = add("equity_card", _("Equity card"), 120);
    m_missing = add("missing", _("What is missing"), 144);
    // The first of each lets everyone through.
    set(*m_standing, {_("Status"), _("In a class now"), _("In a class before"), _("Never in a class")});
    set(*m_sex, {_("Sex"), _("Female"), _("Male")});
    set(*m_disability, {_("Disability"), _("With a disability"), _("Without a disability"), _("Not asked")});
    set(*m_card, {_("Equity card"), _("With an equity card"), _("Without an equity card")});
    set(*m_missing,
        {_("What is missing"), _("No birth date"), _("No village"), _("No birth date and no village")});
    refresh();
}

wxChoice* FilterBar::add(std::string_view name, const wxString& spoken, int width) {
    auto* choice = new wxChoice(this, wxID_ANY);
    // As wide as the row has room for, not as its longest entry.
    choice->SetMinSize(wxSize(widgets::text_room(*this, width), -1));
    choice->SetMaxSize(wxSize(widgets::text_room(*this, width), -1));
    widgets::name_control(*choice, m_id + std::string(name), spoken);
    choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { take(); });
    GetSizer()->Add(choice, 0, wxRIGHT | wxBOTTOM, FromDIP(widgets::space::hair));
    return choice;
}

void FilterBar::refresh() {
    m_choices = filter_choices(m_session.database);
    fill();
}

void FilterBar::fill() {
    set(*m_institution, named(_("All centres"), m_choices.institutions));
    std::vector<wxString> programmes{_("All programmes")};
    for (const std::string& key : m_choices.programmes)
        programmes.push_back(programme_name(m_session, key));
    set(*m_programme, programmes);
    fill_classes();
    show_filter();
}

// Those of the chosen centre.
void FilterBar::fill_classes() {
    m_classes = m_choices.classes;
    if (m_filter.institution_id)
        std::erase_if(m_classes,
                      [this](const auto& one) { return one.institution_id != *m_filter.institution_id; });
    if (place_of(m_classes, m_filter.class_id) == 0) m_filter.class_id.reset();
    set(*m_class, named(_("All classes"), m_classes));
}

std::vector<wxString> FilterBar::named(const wxString& none,
                                       const std::vector<FilterChoices::Named>& all) const {
    std::vector<wxString> entries{none};
    for (const auto& one : all)
        entries.push_back(office::shown_name(m_session, one));
    return entries;
}

void FilterBar::show_filter() {
    m_institution->SetSelection(place_of(m_choices.institutions, m_filter.institution_id));
    m_class->SetSelection(place_of(m_classes, m_filter.class_id));
    const auto programme = m_filter.programme ? std::find(m_choices.programmes.begin(),
                                                          m_choices.programmes.end(), *m_filter.programme)
                                              : m_choices.programmes.end();
    m_programme->SetSelection(programme == m_choices.programmes.end()
                                  ? 0
                                  : static_cast<int>(programme - m_choices.programmes.begin()) + 1);
    m_standing->SetSelection(place_of(m_filter.standing));
    m_sex->SetSelection(place_of(m_filter.sex));
    m_disability->SetSelection(place_of(m_filter.disability));
    m_card->SetSelection(!m_filter.equity_card ? 0 : *m_filter.equity_card ? 1 : 2);
    m_missing->SetSelection((m_filter.no_birth_date ? 1 : 0) + (m_filter.no_village ? 2 : 0));
    // What does not fit is read whole when the mouse rests on it.
    for (wxChoice* choice :
         {m_institution, m_class, m_programme, m_standing, m_disability, m_card, m_missing})
        choice->SetToolTip(choice->GetStringSelection());
}

void FilterBar::take() {
    const auto centre = id_at(m_choices.institutions, m_institution->GetSelection());
    m_filter.class_id = id_at(m_classes, m_class->GetSelection());
    if (std::exchange(m_filter.institution_id, centre) != centre) fill_classes();
    const int programme = m_programme->GetSelection();
    m_filter.programme = programme > 0
                             ? std::optional{m_choices.programmes[static_cast<std::size_t>(programme) - 1]}
                             : std::nullopt;
    m_filter.standing = value_at<Standing>(*m_standing);
    m_filter.sex = value_at<Sex>(*m_sex);
    m_filter.disability = value_at<Answer>(*m_disability);
    m_filter.equity_card =
        m_card->GetSelection() > 0 ? std::optional{m_card->GetSelection() == 1} : std::nullopt;
    m_filter.no_birth_date = (m_missing->GetSelection() & 1) != 0;
    m_filter.no_village = (m_missing->GetSelection() & 2) != 0;
    show_filter();
    m_changed();
}

void FilterBar::clear() {
    m_filter = {};
    fill_classes();
    show_filter();
    m_changed();
}

} // namespace learners
