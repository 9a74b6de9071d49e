// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/pair_view.hpp"

#include "classes/enrolment_store.hpp"
#include "identity/ui/field_words.hpp"
#include "learners/learner_store.hpp"
#include "learners/ui/photo_box.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace identity {
namespace {

enum Column : std::size_t { label, kept_record, gone_record, stays };

wxString classes_text(const office::Session& session, learners::LearnerId id) {
    wxString text;
    for (const classes::LearnerClass& one : classes::enrolments_of(session.database, id))
        text += (text.empty() ? "" : ", ") + office::shown_name(session, one);
    return text;
}

constexpr int photo_width = 80;
constexpr int photo_height = 120;

wxString record_text(const Record& record) {
    wxString text = widgets::fill(_("{1} marks, {2} scores"),
                                  {widgets::number(record.marks), widgets::number(record.scores)});
    if (!record.serial.empty()) text += ", " + widgets::wx(record.serial);
    return text;
}

} // namespace

PairView::PairView(wxWindow* parent, office::Session& session)
    : wxPanel(parent)
    , m_session(session)
    , m_list(new widgets::DataList(this, "pair", _("The two records side by side"),
                                   {{.title = _("Field"), .width = 170},
                                    // TRANSLATORS: heading over the record that stays when two are merged.
                                    {.title = _("Record that stays"), .width = 230, .grows = true},
                                    // TRANSLATORS: heading over the record that becomes part of the other.
                                    {.title = _("The other record"), .width = 230, .grows = true},
                                    // TRANSLATORS: heading over what the merged record will hold.
                                    {.title = _("After merging"), .width = 230, .grows = true}})) {
    m_list->say_when_empty(_("Choose a pair above to see the two records side by side."));
    m_list->keep_order(); // as the form has them
    m_list->on_open([this](std::size_t row) { choose(row); });
    m_photos = new wxPanel(this);
    auto* photos = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](const char* id, const wxString& heading) {
        auto* label = new wxStaticText(m_photos, wxID_ANY, heading);
        label->SetForegroundColour(widgets::colour::muted);
        auto* picture = new wxStaticBitmap(m_photos, wxID_ANY, wxBitmap());
        widgets::name_control(*picture, id, heading);
        photos->Add(label, 0, wxBOTTOM, FromDIP(widgets::space::small));
        photos->Add(picture, 0, wxBOTTOM, FromDIP(widgets::space::medium));
        return picture;
    };
    m_kept_photo = add("pair.photo.kept", _("Record that stays"));
    m_gone_photo = add("pair.photo.gone", _("The other record"));
    m_photos->SetSizer(photos);
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(m_list, 1, wxEXPAND);
    columns->Add(m_photos, 0, wxEXPAND | wxLEFT, FromDIP(widgets::space::medium));
    SetSizer(columns);
    m_photos->Hide();
}

void PairView::show_photos() {
    const auto kept = learners::find_photo(m_session.database, m_kept.id);
    const auto gone = learners::find_photo(m_session.database, m_gone.id);
    if (kept || gone) {
        m_lines.insert(m_lines.begin() + 1,
                       // TRANSLATORS: a record that has a photo.
                       {.field = photo_key,
                        .label = _("Photo"),
                        .kept = kept ? wxString(_("Its photo")) : wxString(),
                        .gone = gone ? wxString(_("The other's photo")) : wxString(),
                        .differs = kept && gone && *kept != *gone});
        if (!kept) m_from_gone.emplace(photo_key);
    }
    if (kept && gone) {
        m_kept_photo->SetBitmap(learners::photo_bitmap(*this, kept, photo_width, photo_height));
        m_gone_photo->SetBitmap(learners::photo_bitmap(*this, gone, photo_width, photo_height));
    }
    m_photos->Show(kept && gone);
    Layout();
}

void PairView::show(learners::LearnerId kept, learners::LearnerId gone) {
    load(kept, gone);
    show_photos();
    show_lines();
}

void PairView::clear() {
    m_kept = {};
    m_gone = {};
    m_lines.clear();
    m_classes.clear();
    m_photos->Hide();
    Layout();
    show_lines();
}

void PairView::turn_round() {
    if (!m_lines.empty()) show(m_gone.id, m_kept.id);
}

MergeChoice PairView::choice() const {
    return {m_from_gone, m_registers};
}

bool PairView::waits(const SharedClass& shared) const {
    return shared.differing > 0 && !m_registers.contains(shared.in);
}

bool PairView::lacks_choice() const {
    for (const SharedClass& shared : m_classes)
        if (waits(shared)) return true;
    return false;
}

void PairView::load(learners::LearnerId kept, learners::LearnerId gone) {
    m_kept = learners::load_learner(m_session.database, kept);
    m_gone = learners::load_learner(m_session.database, gone);
    m_from_gone = default_choice(m_kept, m_gone);
    m_registers.clear();
    m_classes = shared_classes(m_session.database, kept, gone);
    make_lines();
}

void PairView::make_lines() {
    m_lines.clear();
    m_lines.push_back({.label = _("Number"),
                       .kept = widgets::wx(m_kept.number),
                       .gone = widgets::wx(m_gone.number),
                       .stays = widgets::wx(m_kept.number)});
    for (const MergeField& field : merge_fields()) {
        if (field.is_empty(m_kept) && field.is_empty(m_gone)) continue;
        m_lines.push_back({.field = field.key,
                           .label = field_label(field.key),
                           .kept = field_text(m_session, field.key, m_kept),
                           .gone = field_text(m_session, field.key, m_gone),
                           .differs = !field.is_equal(m_kept, m_gone)});
    }
    if (!m_kept.identities.empty() || !m_gone.identities.empty())
        m_lines.push_back({.label = _("Identity numbers"),
                           .kept = identities_text(m_kept),
                           .gone = identities_text(m_gone),
                           .stays = identities_text(joined(m_kept, m_gone, {})),
                           .differs = m_kept.identities != m_gone.identities});
    add_classes();
}

void PairView::add_classes() {
    for (const SharedClass& shared : m_classes)
        m_lines.push_back(
            {.shared = &shared,
             // TRANSLATORS: {1} is a class; the line shows the marks and scores each record has there.
             .label = widgets::fill(_("In {1}"), {widgets::wx(shared.name_km)}),
             .kept = record_text(shared.kept),
             .gone = record_text(shared.gone),
             .differs = true});
    const wxString of_kept = classes_text(m_session, m_kept.id);
    const wxString of_gone = classes_text(m_session, m_gone.id);
    const wxString both = of_kept + (of_kept.empty() || of_gone.empty() ? "" : ", ") + of_gone;
    m_lines.push_back({.label = _("Classes"), .kept = of_kept, .gone = of_gone, .stays = both});
    const wxString registered = widgets::shown(core::day_in_cambodia(m_kept.registered_at));
    m_lines.push_back({.label = _("Registered on"),
                       .kept = registered,
                       .gone = widgets::shown(core::day_in_cambodia(m_gone.registered_at)),
                       .stays = registered});
}

wxString PairView::what_stays(const Line& line) const {
    if (!line.field.empty()) return m_from_gone.contains(line.field) ? line.gone : line.kept;
    if (line.shared != nullptr) {
        if (waits(*line.shared))
            return widgets::fill(_("{1} differ: press Enter to choose"),
                                 {widgets::number(line.shared->differing)});
        const auto chosen = m_registers.find(line.shared->in);
        // TRANSLATORS: the marks and scores of both records in a class are put together.
        if (chosen == m_registers.end()) return _("Both put together");
        return chosen->second == Whose::kept ? line.kept : line.gone;
    }
    return line.stays;
}

void PairView::show_lines() {
    m_list->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const Line& line = m_lines[row];
        const widgets::Tone same = line.differs ? widgets::Tone::plain : widgets::Tone::muted;
        const bool from_gone = !line.field.empty() && m_from_gone.contains(line.field);
        switch (column) {
        case label:
            return {line.label, line.differs ? widgets::Tone::plain : widgets::Tone::muted};
        case kept_record:
            return {line.kept, line.differs && from_gone ? widgets::Tone::muted : same};
        case gone_record:
            return {line.gone,
                    line.differs && !from_gone && !line.field.empty() ? widgets::Tone::muted : same};
        default:
            if (line.shared != nullptr && waits(*line.shared))
                return {what_stays(line), widgets::Tone::warning};
            return {what_stays(line), line.differs ? widgets::Tone::info : widgets::Tone::muted};
        }
    });
    if (m_changed) m_changed();
}

void PairView::choose(std::size_t row) {
    if (row >= m_lines.size()) return;
    const Line& line = m_lines[row];
    if (!line.field.empty() && line.differs) {
        if (m_from_gone.erase(std::string{line.field}) == 0) m_from_gone.emplace(line.field);
    } else if (line.shared != nullptr) {
        const auto chosen = m_registers.find(line.shared->in);
        if (chosen == m_registers.end())
            m_registers[line.shared->in] = Whose::kept;
        else if (chosen->second == Whose::kept)
            chosen->second = Whose::gone;
        else
            m_registers.erase(chosen);
    } else {
        return;
    }
    m_list->row_changed(row);
    if (m_changed) m_changed();
}

} // namespace identity
