// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/crop_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/dcbuffer.h>
#include <wx/graphics.h>
#include <wx/image.h>
#include <wx/stattext.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace learners {

using documents::Crop;
using documents::Image;

namespace {

// The picture with the frame over it.
class CropView final : public wxPanel {
  public:
    CropView(wxWindow* parent, const Image& image, const Image& preview)
        : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
        , m_image(image)
        , m_bitmap(bitmap_of(preview))
        , m_scale(double{1} * preview.width / image.width)
        , m_crop(documents::first_crop(image)) {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        SetInitialSize(wxSize(preview.width, preview.height));
        SetMinSize(wxSize(preview.width, preview.height));
        widgets::name_control(*this, "crop.view", _("The frame of the photo"));
        Bind(wxEVT_PAINT, &CropView::paint, this);
        Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
            SetFocus();
            m_held = event.GetPosition();
            CaptureMouse();
        });
        Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) {
            if (HasCapture()) ReleaseMouse();
        });
        Bind(wxEVT_MOUSE_CAPTURE_LOST, [](wxMouseCaptureLostEvent&) {});
        Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
            if (!HasCapture()) return;
            const wxPoint by = event.GetPosition() - m_held;
            m_held = event.GetPosition();
            move(static_cast<int>(by.x / m_scale), static_cast<int>(by.y / m_scale), 0);
        });
        Bind(wxEVT_MOUSEWHEEL,
             [this](wxMouseEvent& event) { move(0, 0, event.GetWheelRotation() > 0 ? -step() : step()); });
    }

    // Whether the key was one of the frame's.
    bool key(const wxKeyEvent& event) {
        const int by = event.ShiftDown() ? 1 : step();
        switch (event.GetKeyCode()) {
        case WXK_LEFT:
            return move(-by, 0, 0);
        case WXK_RIGHT:
            return move(by, 0, 0);
        case WXK_UP:
            return move(0, -by, 0);
        case WXK_DOWN:
            return move(0, by, 0);
        case '+':
        case '=':
        case WXK_NUMPAD_ADD:
        case WXK_PAGEUP:
            return move(0, 0, by);
        case '-':
        case WXK_NUMPAD_SUBTRACT:
        case WXK_PAGEDOWN:
            return move(0, 0, -by);
        default:
            return false;
        }
    }

    const Crop& crop() const { return m_crop; }

  private:
    int step() const { return std::max(1, m_image.width / 50); }

    bool move(int right, int down, int wider) {
        m_crop = documents::adjusted(m_image, m_crop, right, down, wider);
        Refresh();
        return true;
    }

    void paint(wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.DrawBitmap(m_bitmap, 0, 0);
        const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
        if (!gc) return;
        const double left = m_crop.left * m_scale, top = m_crop.top * m_scale;
        const double width = m_crop.width * m_scale, height = m_crop.height * m_scale;
        const wxSize all = GetClientSize();
        gc->SetBrush(wxBrush(wxColour(20, 28, 40, 150)));
        gc->SetPen(*wxTRANSPARENT_PEN);
        gc->DrawRectangle(0, 0, all.x, top);
        gc->DrawRectangle(0, top + height, all.x, all.y - top - height);
        gc->DrawRectangle(0, top, left, height);
        gc->DrawRectangle(left + width, top, all.x - left - width, height);
        gc->SetBrush(*wxTRANSPARENT_BRUSH);
        gc->SetPen(wxPen(*wxWHITE, 2));
        gc->DrawRectangle(left, top, width, height);
        // Where the eyes of a passport photo are.
        gc->SetPen(wxPen(wxColour(255, 255, 255, 110), 1));
        gc->StrokeLine(left + width / 2, top, left + width / 2, top + height);
        gc->StrokeLine(left, top + height * 0.4, left + width, top + height * 0.4);
    }

    const Image& m_image;
    wxBitmap m_bitmap;
    double m_scale;
    Crop m_crop;
    wxPoint m_held;
};

class CropDialog final : public widgets::FormDialog {
  public:
    CropDialog(wxWindow* parent, const Image& image, const Image& preview)
        : FormDialog(parent, "crop", _("Cut the photo"), _("Use this photo"))
        , m_view(new CropView(body(), image, preview)) {
        rows().Add(m_view, 0, wxALIGN_CENTRE_HORIZONTAL);
        hint(_("Arrows move the frame, + and - make it larger and smaller, Enter takes it."));
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            if (!m_view->key(event)) event.Skip();
        });
        fit(360);
        m_view->SetFocus();
    }
    const Crop& crop() const { return m_view->crop(); }

  private:
    CropView* m_view;
};

} // namespace

wxBitmap bitmap_of(const Image& image) {
    // wxImage frees what malloc gave.
    auto* pixels = static_cast<unsigned char*>(std::malloc(image.rgb.size()));
    if (!pixels) return {};
    std::copy(image.rgb.begin(), image.rgb.end(), pixels);
    return wxBitmap(wxImage(image.width, image.height, pixels));
}

std::optional<Crop> crop_photo(wxWindow* parent, const Image& image, const Image& preview) {
    CropDialog dialog(parent, image, preview);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.crop();
}

} // namespace learners
