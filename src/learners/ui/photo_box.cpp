// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/photo_box.hpp"

#include "documents/photo.hpp"
#include "learners/ui/crop_dialog.hpp"
#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/bitmap.h>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/dcmemory.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include <fstream>
#include <memory>

namespace learners {

namespace fs = std::filesystem;
using documents::Image;

// A picture that was read, and the same made small enough to show.
struct OpenedPicture {
    std::shared_ptr<const Image> image;
    std::shared_ptr<const Image> preview;
};

namespace {

constexpr int shown_width = 132;
constexpr int shown_height = 198;

// The bytes of a picture file, never more than a photo may have.
core::Expected<std::string> bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes(documents::max_image_bytes + 1, '\0');
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())) && file.gcount() == 0)
        return core::fail(
            core::Error{"photo.unreadable"}.at({.file = widgets::utf8(widgets::wx_path(path.filename()))}));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

// What another program copied as a picture, encoded as it offers it.
std::optional<std::string> picture_on(wxClipboard& clipboard, const wxString& format) {
    wxCustomDataObject data{wxDataFormat(format)};
    if (!clipboard.IsSupported(data.GetFormat()) || !clipboard.GetData(data)) return std::nullopt;
    return std::string(static_cast<const char*>(data.GetData()), data.GetSize());
}

void put_note(wxStaticText& note, const wxString& sentence) {
    note.SetLabelText(sentence);
    note.Wrap(note.GetParent()->GetClientSize().x);
    widgets::name_control(note, "learner.photo.note", sentence);
}

} // namespace

PhotoBox::PhotoBox(wxWindow* parent, const office::Session& session, std::function<void()> changed)
    : wxPanel(parent)
    , m_session(session)
    , m_changed(std::move(changed))
    , m_picture(new wxStaticBitmap(this, wxID_ANY, wxBitmap(FromDIP(shown_width), FromDIP(shown_height))))
    , m_note(new wxStaticText(this, wxID_ANY, wxString()))
    , m_away(nullptr) {
    m_note->SetForegroundColour(widgets::colour::bad);
    widgets::name_control(*m_note, "learner.photo.note", wxString());
    const auto button = [this](std::string_view id, const wxString& label, const wxString& help,
                               std::function<void()> run) {
        auto* made = new wxButton(this, wxID_ANY, label);
        made->SetToolTip(help);
        widgets::name_control(*made, id, wxStripMenuCodes(label));
        made->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { CallAfter(run); });
        return made;
    };
    auto* from_file = button("learner.photo.file", _("From a file..."),
                             _("A photo from a PNG or JPEG file (Ctrl+P)"), [this] { choose_file(); });
    auto* pasted = button("learner.photo.paste", _("Paste"), _("The picture that was copied (Ctrl+Shift+V)"),
                          [this] { paste(); });
    m_away = button("learner.photo.remove", _("Take away"), _("Keep no photo of this learner"),
                    [this] { take_away(); });
    auto* buttons = new wxBoxSizer(wxVERTICAL);
    for (wxButton* one : {from_file, pasted, m_away})
        buttons->Add(one, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::hair));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_picture, 0, wxRIGHT, FromDIP(widgets::space::small));
    row->Add(buttons, 1);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(row, 0, wxEXPAND);
    rows->Add(m_note, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::hair));
    SetSizer(rows);
    show();
}

void PhotoBox::set(const std::optional<std::string>& jpeg) {
    m_jpeg = jpeg;
    put_note(*m_note, wxString());
    show();
}

void PhotoBox::choose_file() {
    wxFileDialog dialog(this, _("Choose a photo"), wxString(), wxString(),
                        _("Pictures (PNG, JPEG)") + "|*.png;*.PNG;*.jpg;*.JPG;*.jpeg;*.JPEG",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) read_file(widgets::path_of(dialog.GetPath()));
}

void PhotoBox::paste() {
    const wxClipboardLocker lock;
    if (!lock) return;
    for (const char* format : {"image/png", "image/jpeg"})
        if (auto bytes = picture_on(*wxTheClipboard, format)) return take(*std::move(bytes));
    wxFileDataObject files;
    if (wxTheClipboard->IsSupported(files.GetFormat()) && wxTheClipboard->GetData(files) &&
        !files.GetFilenames().empty())
        return read_file(widgets::path_of(files.GetFilenames().front()));
    say(core::Error{"photo.nothing-copied"});
}

void PhotoBox::read_file(const fs::path& path) {
    auto bytes = bytes_of(path);
    if (bytes)
        take(*std::move(bytes));
    else
        say(bytes.error());
}

void PhotoBox::take(std::string bytes) {
    put_note(*m_note, wxString());
    m_jobs.start(
        [this, bytes = std::move(bytes)](core::Progress&) -> widgets::JobRunner::Finish {
            auto image = documents::read_photo(bytes);
            if (!image) return [this, error = image.error()] { say(error); };
            auto whole = std::make_shared<const Image>(*std::move(image));
            auto small = std::make_shared<const Image>(
                documents::shrunk(*whole, most_preview_width, most_preview_height));
            return [this, picture = OpenedPicture{whole, small}] {
                // From the event loop: the job is over before the person has cut the picture.
                CallAfter([this, picture] { cut(picture); });
            };
        },
        {.failed = [this](const core::Error& error) { say(error); }});
}

void PhotoBox::cut(const OpenedPicture& picture) {
    const auto crop = crop_photo(wxGetTopLevelParent(this), *picture.image, *picture.preview);
    if (!crop) return;
    m_jobs.start(
        [this, image = picture.image, crop = *crop](core::Progress&) -> widgets::JobRunner::Finish {
            return [this, jpeg = documents::make_photo(*image, crop)] {
                set(jpeg);
                m_changed();
            };
        },
        {.failed = [this](const core::Error& error) { say(error); }});
}

void PhotoBox::take_away() {
    if (!m_jpeg) return;
    set(std::nullopt);
    m_changed();
}

void PhotoBox::show() {
    m_picture->SetBitmap(photo_bitmap(*this, m_jpeg, shown_width, shown_height));
    widgets::name_control(*m_picture, "learner.photo",
                          m_jpeg ? _("Photo of the learner") : _("There is no photo"));
    m_away->Enable(m_jpeg.has_value());
    GetParent()->Layout();
}

void PhotoBox::say(const core::Error& error) {
    put_note(*m_note, m_session.sentence(error));
    GetParent()->Layout();
}

wxBitmap photo_bitmap(const wxWindow& window, const std::optional<std::string>& jpeg, int width, int height) {
    const wxSize size = window.FromDIP(wxSize(width, height));
    if (jpeg)
        if (const auto image = documents::decode_image(*jpeg))
            return bitmap_of(documents::shrunk(*image, size.x, size.y));
    wxBitmap empty(size);
    wxMemoryDC dc(empty);
    dc.SetBackground(wxBrush(widgets::colour::ground));
    dc.Clear();
    dc.SetPen(wxPen(widgets::colour::line, 1, wxPENSTYLE_SHORT_DASH));
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(0, 0, size.x, size.y);
    dc.SetFont(widgets::small_font(window));
    dc.SetTextForeground(widgets::colour::muted);
    // TRANSLATORS: the empty photo box, as on the paper form.
    if (width > 80) dc.DrawLabel(_("Photo 4 x 6"), wxRect(size), wxALIGN_CENTRE);
    return empty;
}

} // namespace learners
