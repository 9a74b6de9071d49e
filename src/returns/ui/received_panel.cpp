// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/received_panel.hpp"

#include "returns/ui/return_labels.hpp"
#include "returns/ui/stranger_dialog.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <memory>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

} // namespace

class ReceivedPanel::Drop final : public wxFileDropTarget {
  public:
    explicit Drop(ReceivedPanel& panel)
        : m_panel(panel) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        std::vector<std::filesystem::path> files;
        for (const wxString& name : names)
            files.push_back(widgets::path_of(name));
        m_panel.take_in(std::move(files));
        return true;
    }

  private:
    ReceivedPanel& m_panel;
};

ReceivedPanel::ReceivedPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(
          this, "returns", _("No return has come yet"),
          _("Choose the Excel files that the districts sent by memory stick, mail or Telegram, or drop them "
            "here. Srok says of each whether it is as the district signed it."))) {
    add_commands();
    m_empty->add_button(page.commands().make_button(m_empty, "returns.receive"));
    make_lists();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_whole, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    all->Add(m_empty, 1, wxEXPAND);
    SetSizer(all);
    SetDropTarget(new Drop(*this));
}

void ReceivedPanel::add_commands() {
    m_page.commands().add({.id = "returns.receive",
                           .label = _("&Receive files..."),
                           .help = _("Take in the Excel files that districts sent"),
                           .shortcut = "Ctrl+I",
                           .icon = "import",
                           .run = [this] { choose_files(); },
                           .rank = widgets::Rank::primary});
    m_page.commands().add(
        {.id = "returns.read-as",
         .label = _("Read as a re&turn..."),
         .help = _("Say whose the selected unsigned file is, and which of its rows and columns is what"),
         .icon = "edit",
         .run = [this] { read_selected(); },
         .allowed =
             [this] {
                 const ReceivedReturn* one = selected();
                 return IsShownOnScreen() && one && one->verdict == FileVerdict::unsigned_file;
             }});
}

void ReceivedPanel::make_lists() {
    m_list = new widgets::DataList(m_whole, "returns.received", _("Received returns"),
                                   {{.title = _("District"), .width = 150, .grows = true},
                                    {.title = _("Period"), .width = 120},
                                    {.title = _("Version"), .width = 66, .right = true},
                                    {.title = _("Verdict"), .width = 100},
                                    // TRANSLATORS: heading: where a version stands among those that came.
                                    {.title = _("Order"), .width = 100},
                                    {.title = _("State"), .width = 110},
                                    {.title = _("File"), .width = 150, .grows = true},
                                    {.title = _("Came"), .width = 126}});
    m_list->on_select([this] { show_selected(); });
    m_review = new ReviewPanel(
        m_whole, m_session, m_page, [this] { refresh(); },
        [this](const std::string& code) { return office_name(code); });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_review, 1, wxEXPAND);
    m_whole->SetSizer(rows);
}

wxWindow* ReceivedPanel::first_control() {
    return m_received.empty() ? nullptr : m_list;
}

void ReceivedPanel::refresh() {
    Status status = load_status(m_session.database);
    m_received = std::move(status.received);
    std::stable_sort(m_received.begin(), m_received.end(),
                     [](const auto& a, const auto& b) { return a.id > b.id; });
    m_names.clear();
    if (!status.periods.empty())
        for (const OfficeStatus& one : status.periods.front().offices)
            m_names[one.code] = office::shown_name(m_session, one);
    m_whole->Show(!m_received.empty());
    m_empty->Show(m_received.empty());
    show_received();
    Layout();
}

void ReceivedPanel::show_received() {
    const auto before = m_list->selected();
    m_list->quietly([&] {
        m_list->set_rows(m_received.size(), [this](std::size_t index, std::size_t column) {
            return cell(m_received[index], column);
        });
        m_list->select(before.value_or(0));
    });
    show_selected();
}

widgets::Cell ReceivedPanel::cell(const ReceivedReturn& one, std::size_t column) const {
    switch (column) {
    case 0:
        return {office_name(one.office)};
    case 1:
        return {period_words(one.period)};
    case 2:
        return {one.version > 0 ? number(one.version) : wxString()};
    case 3:
        return {verdict_word(one.verdict), verdict_tone(one.verdict)};
    case 4: {
        const auto place = order(one);
        return {place ? order_word(*place) : wxString(),
                place == Order::gap || place == Order::older ? Tone::warning : Tone::plain};
    }
    case 5:
        return {state_word(one.state), state_tone(one.state)};
    case 6:
        return {widgets::wx(one.file_name), Tone::muted};
    default:
        return {moment_words(one.received_at), Tone::muted};
    }
}

const ReceivedReturn* ReceivedPanel::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_received.size() ? &m_received[*row] : nullptr;
}

// As it stood when it came: among those of its office and month that were here before it.
std::optional<Order> ReceivedPanel::order(const ReceivedReturn& one) const {
    if (!may_count(one)) return std::nullopt;
    std::vector<ReceivedReturn> earlier;
    for (const ReceivedReturn& other : m_received)
        if (other.id < one.id && other.office == one.office && other.period == one.period &&
            other.verdict == one.verdict)
            earlier.push_back(other);
    return order_of(one.version, earlier);
}

wxString ReceivedPanel::office_name(const std::string& code) const {
    const auto found = m_names.find(code);
    return found == m_names.end() ? widgets::wx(code) : widgets::wx(code) + "  " + found->second;
}

void ReceivedPanel::show_selected() {
    const ReceivedReturn* one = selected();
    m_review->show(one ? std::optional{*one} : std::nullopt);
}

void ReceivedPanel::read_selected() {
    const ReceivedReturn* one = selected();
    if (!one) return;
    m_session.run_job(
        _("Opening the file"), [this, one = *one](core::Progress&) -> widgets::JobRunner::Finish {
            const auto opened =
                std::make_shared<core::Expected<OpenedStranger>>(open_received(m_session.database, one));
            return [this, one, opened] {
                if (!*opened) return m_page.messages().tell(Tone::bad, m_session.sentence(opened->error()));
                // A window of its own waits for the person; the job is over before.
                CallAfter([this, one, opened] {
                    if (const auto taken = read_as_return(this, m_session, one, **opened)) tell_read(*taken);
                });
            };
        });
}

void ReceivedPanel::tell_read(const Receipt& receipt) {
    refresh();
    select(receipt.id);
    const auto blocks = std::any_of(receipt.findings.begin(), receipt.findings.end(), [](const auto& placed) {
        return placed.finding.weight == Weight::block;
    });
    m_page.messages().tell(
        blocks ? Tone::warning : Tone::good,
        // TRANSLATORS: {1} the version, {2} the district, {3} the month.
        fill(blocks
                 ? _("Version {1} of {2} for {3} was read; what stands in its way is named below.")
                 : _("Version {1} of {2} for {3} was read. Accept it so that it counts; it stays unsigned."),
             {number(receipt.version), office_name(receipt.office), period_words(receipt.period)}));
}

void ReceivedPanel::select(ReceivedId id) {
    m_list->quietly([&] {
        for (std::size_t i = 0; i < m_received.size(); ++i)
            if (m_received[i].id == id) m_list->select(i);
    });
    show_selected();
}

void ReceivedPanel::choose_files() {
    wxFileDialog dialog(this, _("The returns that came"), wxStandardPaths::Get().GetDocumentsDir(),
                        wxString(), _("Excel workbooks") + " (*.xlsx)|*.xlsx",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST | wxFD_MULTIPLE);
    if (dialog.ShowModal() != wxID_OK) return;
    wxArrayString names;
    dialog.GetPaths(names);
    std::vector<std::filesystem::path> files;
    for (const wxString& name : names)
        files.push_back(widgets::path_of(name));
    take_in(std::move(files));
}

void ReceivedPanel::take_in(std::vector<std::filesystem::path> files) {
    m_session.run_job(
        _("Receiving returns"),
        [this, files = std::move(files)](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto receipts = receive(m_session.database, m_session.actor, files, progress);
            return [this, receipts] {
                refresh();
                if (receipts)
                    tell_received(*receipts);
                else
                    m_page.messages().tell(Tone::bad, m_session.sentence(receipts.error()));
            };
        });
}

void ReceivedPanel::tell_received(const std::vector<Receipt>& receipts) {
    const auto verified = std::count_if(receipts.begin(), receipts.end(), [](const Receipt& one) {
        return one.verdict == FileVerdict::verified;
    });
    const auto all = static_cast<long long>(receipts.size());
    if (!receipts.empty()) select(receipts.back().id);
    if (!receipts.empty() && receipts.back().verdict == FileVerdict::unsigned_file)
        m_page.messages().tell(Tone::warning,
                               fill(_("Returns that came in: {1}; not as they were signed: {2}."),
                                    {number(all), number(all - verified)}),
                               _("Read as a return"), [this] { read_selected(); });
    else if (verified == all)
        m_page.messages().tell(Tone::good,
                               fill(_("Returns that came in: {1}, as they were signed. Accept them so "
                                      "that they count."),
                                    {number(all)}));
    else
        m_page.messages().tell(Tone::warning,
                               fill(_("Returns that came in: {1}; not as they were signed: {2}."),
                                    {number(all), number(all - verified)}));
}

} // namespace returns
