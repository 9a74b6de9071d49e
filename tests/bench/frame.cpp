// SPDX-License-Identifier: GPL-3.0-or-later
// The least a program of this window library does: a frame with one line. What Srok's start is measured by.
#include <wx/app.h>
#include <wx/frame.h>
#include <wx/stattext.h>

namespace {

class Least final : public wxApp {
    bool OnInit() override {
        auto* frame = new wxFrame(nullptr, wxID_ANY, "frame", wxDefaultPosition, wxSize(1200, 700));
        new wxStaticText(frame, wxID_ANY, "frame");
        frame->Show();
        return true;
    }
};

} // namespace

wxIMPLEMENT_APP(Least);
