// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/print_pages_msw.hpp"

#include "widgets/memory.hpp"
#include "widgets/text.hpp"

#include <cairo-win32.h>
#include <wx/dcprint.h>
#include <wx/log.h>
#include <wx/print.h>
#include <wx/window.h>

#include <memory>
#include <winspool.h>

namespace widgets {

namespace {

constexpr double points_per_inch = 72;
constexpr auto printer_key = "print/printer";
constexpr auto sides_key = "print/sides";

std::string key_of(const char* key, std::string_view kind) {
    return std::string(key) + "/" + std::string(kind);
}

// What was remembered for this kind of paper, or else last.
std::string remembered_for(const char* key, std::string_view kind) {
    const std::string own = remembered(key_of(key, kind));
    return own.empty() ? remembered(key) : own;
}

void remember_for(const char* key, std::string_view kind, const std::string& value) {
    remember(key_of(key, kind), value);
    remember(key, value);
}

// The printer that was chosen for this kind of paper, while the computer still has it, and its sides.
void offer_last(std::string_view kind, wxPrintData& data) {
    const wxString printer = wx(remembered_for(printer_key, kind));
    HANDLE opened = nullptr;
    if (printer.empty() ||
        !OpenPrinterW(const_cast<wchar_t*>(static_cast<const wchar_t*>(printer.wc_str())), &opened, nullptr))
        return;
    ClosePrinter(opened);
    data.SetPrinterName(printer);
    const std::string sides = remembered_for(sides_key, kind);
    data.SetDuplex(sides == "long"    ? wxDUPLEX_HORIZONTAL
                   : sides == "short" ? wxDUPLEX_VERTICAL
                                      : wxDUPLEX_SIMPLEX);
}

void keep_last(std::string_view kind, const wxPrintData& data) {
    remember_for(printer_key, kind, utf8(data.GetPrinterName()));
    const wxDuplexMode sides = data.GetDuplex();
    remember_for(sides_key, kind,
                 sides == wxDUPLEX_HORIZONTAL ? "long"
                 : sides == wxDUPLEX_VERTICAL ? "short"
                                              : "one");
}

class Paper final : public wxPrintout {
  public:
    Paper(const wxString& title, const std::vector<PrintedPage>& pages)
        : wxPrintout(title)
        , m_pages(pages) {}

    bool HasPage(int page) override { return page >= 1 && page <= count(); }
    void GetPageInfo(int* first, int* last, int* from, int* to) override {
        *first = *from = 1;
        *last = *to = count();
    }

    bool OnPrintPage(int page) override {
        return platform::draw_page(static_cast<HDC>(GetDC()->GetHDC()),
                                   m_pages[static_cast<std::size_t>(page - 1)]);
    }

  private:
    int count() const { return static_cast<int>(m_pages.size()); }
    const std::vector<PrintedPage>& m_pages;
};

} // namespace

bool platform::draw_page(HDC device, const PrintedPage& page) {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_win32_printing_surface_create(device), &cairo_surface_destroy);
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> context(cairo_create(surface.get()),
                                                                     &cairo_destroy);
    // A printer's own place begins where it can print; ours at the paper's corner.
    cairo_translate(context.get(), -GetDeviceCaps(device, PHYSICALOFFSETX),
                    -GetDeviceCaps(device, PHYSICALOFFSETY));
    cairo_scale(context.get(), GetDeviceCaps(device, LOGPIXELSX) / points_per_inch,
                GetDeviceCaps(device, LOGPIXELSY) / points_per_inch);
    page.draw(context.get());
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    return cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

Printing print_pages(wxWindow* parent, std::string_view kind, const wxString& title,
                     const std::vector<PrintedPage>& pages, wxString& reason) {
    if (pages.empty()) return Printing::gone_back;
    wxPrintDialogData wish;
    wish.SetFromPage(1);
    wish.SetToPage(static_cast<int>(pages.size()));
    wish.SetMinPage(1);
    wish.SetMaxPage(static_cast<int>(pages.size()));
    wish.EnablePageNumbers(true);
    offer_last(kind, wish.GetPrintData());
    wish.GetPrintData().SetPaperId(wxPAPER_A4);
    // The paper is turned once for the whole job: what is printed together lies alike.
    wish.GetPrintData().SetOrientation(pages.front().width > pages.front().height ? wxLANDSCAPE : wxPORTRAIT);
    wxPrinter printer(&wish);
    Paper paper(title, pages);
    if (printer.Print(parent, &paper, true)) {
        keep_last(kind, printer.GetPrintDialogData().GetPrintData());
        return Printing::sent;
    }
    if (wxPrinter::GetLastError() == wxPRINTER_CANCELLED) return Printing::gone_back;
    reason = wxSysErrorMsgStr();
    return Printing::failed;
}

} // namespace widgets
