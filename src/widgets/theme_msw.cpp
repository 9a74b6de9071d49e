// SPDX-License-Identifier: GPL-3.0-or-later
// The Windows half of the theme: the interface font, which stands beside the program, and the colours of what
// is not Windows' own.
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/theme_platform.hpp"

#include <wx/app.h>
#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/eventfilter.h>
#include <wx/msw/private.h>
#include <wx/panel.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/settings.h>
#include <wx/statbox.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/toplevel.h>

#include <array>
#include <filesystem>
#include <windows.h>

namespace widgets {

namespace {

constexpr const char* font_name = "Khmer OS Battambang";
constexpr int design_points = 10;
int font_points = design_points;

// What Windows itself does not know: a font with Khmer, and a look in the dark. Each window of ours is told
// as soon as it is there and before anything stands in it; what is put into it takes the font over.
class EveryWindow final : public wxEventFilter {
  public:
    EveryWindow() { wxEvtHandler::AddFilter(this); }
    ~EveryWindow() override { wxEvtHandler::RemoveFilter(this); }

    int FilterEvent(wxEvent& event) override {
        if (event.GetEventType() != wxEVT_CREATE) return Event_Skip;
        auto* const window = dynamic_cast<wxWindow*>(event.GetEventObject());
        if (window == nullptr) return Event_Skip;
        if (window->IsTopLevel()) window->SetFont(wxFont(wxFontInfo(font_points).FaceName(font_name)));
        if (is_dark()) darken(*window);
        return Event_Skip;
    }

  private:
    // Buttons, fields and tabs stay Windows' own, dark letters on light; whatever lies behind them does not.
    static void darken(wxWindow& window) {
        const bool ground = window.IsTopLevel() || dynamic_cast<wxPanel*>(&window) != nullptr ||
                            dynamic_cast<wxScrolledWindow*>(&window) != nullptr;
        const bool letters = dynamic_cast<wxStaticText*>(&window) != nullptr ||
                             dynamic_cast<wxCheckBox*>(&window) != nullptr ||
                             dynamic_cast<wxRadioButton*>(&window) != nullptr ||
                             dynamic_cast<wxStaticBox*>(&window) != nullptr;
        if (ground) window.SetBackgroundColour(colour::ground);
        if (ground || letters) window.SetForegroundColour(colour::ink);
    }
};

} // namespace

void prepare_process() {
    wxSetInstance(GetModuleHandleW(nullptr));
}

// Windows' dialogs for files and printing speak it where that language of Windows is installed.
void set_toolkit_language(const char* language) {
    const std::string_view khmer = "km";
    const wchar_t* const wanted = language == khmer ? L"km-KH\0en-US\0" : L"en-US\0";
    SetProcessPreferredUILanguages(MUI_LANGUAGE_NAME, wanted, nullptr);
}

bool platform::take_desktop() {
    const auto fonts = path_of(wxStandardPaths::Get().GetExecutablePath()).parent_path() / "fonts";
    std::error_code none; // without its fonts Srok still opens, in Windows' own
    for (const auto& font : std::filesystem::directory_iterator(fonts, none))
        if (font.path().extension() == ".ttf") wxFont::AddPrivateFont(wx_path(font.path()));
    static const EveryWindow filter;
    return wxSystemSettings::GetAppearance().IsUsingDarkBackground();
}

void platform::use_text_size(int percent) {
    font_points = design_points * percent / 100;
}

// Our own windows take the palette from widgets::colour as they are made; what is Windows' own keeps the
// desktop's colours, which a program of this toolkit cannot change.
void platform::wear(const Palette&, bool) {}

int platform::sidebar_inset() {
    return space::small;
}

void dress(wxWindow& window, Part part) {
    switch (part) {
    case Part::sidebar:
    case Part::sidebar_button:
        window.SetBackgroundColour(colour::navy);
        window.SetForegroundColour(colour::navy_text);
        break;
    case Part::primary_button:
        window.SetBackgroundColour(colour::accent);
        window.SetForegroundColour(colour::paper);
        break;
    case Part::danger_button:
        window.SetBackgroundColour(colour::bad);
        window.SetForegroundColour(colour::paper);
        break;
    case Part::flat_button:
        window.SetBackgroundColour(colour::ground);
        window.SetForegroundColour(colour::ink);
        break;
    case Part::list:
        window.SetBackgroundColour(colour::paper);
        window.SetForegroundColour(colour::ink);
        break;
    }
}

} // namespace widgets
