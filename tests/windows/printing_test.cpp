// SPDX-License-Identifier: GPL-3.0-or-later
// A page drawn as it is for a printer, onto a record of drawing that is then shown on a picture: every
// printer of Windows, "Microsoft Print to PDF" among them, is drawn on in this way.
#include "widgets/print_pages_msw.hpp"

#include <boost/test/unit_test.hpp>
#include <cairo.h>

#include <functional>

namespace {

constexpr int points_per_inch = 72;

// White, and what the page draws on it, at the resolution of the screen.
class Picture {
  public:
    Picture(const widgets::PrintedPage& page, int inches_wide, int inches_high)
        : m_device(CreateCompatibleDC(nullptr))
        , m_dots(GetDeviceCaps(m_device, LOGPIXELSX)) {
        BITMAPINFO shape = {};
        shape.bmiHeader.biSize = sizeof shape.bmiHeader;
        shape.bmiHeader.biWidth = inches_wide * m_dots;
        shape.bmiHeader.biHeight = -inches_high * m_dots; // its first row is the uppermost
        shape.bmiHeader.biPlanes = 1;
        shape.bmiHeader.biBitCount = 32;
        void* bits = nullptr;
        m_bitmap = CreateDIBSection(m_device, &shape, DIB_RGB_COLORS, &bits, nullptr, 0);
        BOOST_REQUIRE(m_bitmap != nullptr);
        m_before = SelectObject(m_device, m_bitmap);
        PatBlt(m_device, 0, 0, inches_wide * m_dots, inches_high * m_dots, WHITENESS);
        BOOST_TEST(widgets::platform::draw_page(m_device, page));
        GdiFlush();
    }
    ~Picture() {
        SelectObject(m_device, m_before);
        DeleteObject(m_bitmap);
        DeleteDC(m_device);
    }
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    COLORREF at(double x_points, double y_points) const {
        return GetPixel(m_device, static_cast<int>(x_points * m_dots / points_per_inch),
                        static_cast<int>(y_points * m_dots / points_per_inch));
    }

  private:
    HDC m_device = nullptr;
    int m_dots = 0;
    HBITMAP m_bitmap = nullptr;
    HGDIOBJ m_before = nullptr;
};

} // namespace

BOOST_AUTO_TEST_SUITE(printing)

BOOST_AUTO_TEST_CASE(what_a_page_draws_stands_on_the_paper_where_it_was_put) {
    widgets::PrintedPage page;
    page.width = 4 * points_per_inch;
    page.height = 3 * points_per_inch;
    page.draw = [](cairo_t* context) {
        cairo_set_source_rgb(context, 1, 0, 0);
        cairo_rectangle(context, 72, 36, 144, 72);
        cairo_fill(context);
        cairo_set_source_rgb(context, 0, 0, 0);
        cairo_rectangle(context, 0, 0, 36, 18);
        cairo_fill(context);
    };
    const Picture picture(page, 4, 3);
    BOOST_TEST(picture.at(100, 60) == RGB(255, 0, 0));
    BOOST_TEST(picture.at(210, 100) == RGB(255, 0, 0));
    BOOST_TEST(picture.at(10, 10) == RGB(0, 0, 0));
    BOOST_TEST(picture.at(50, 60) == RGB(255, 255, 255));
    BOOST_TEST(picture.at(230, 60) == RGB(255, 255, 255));
    BOOST_TEST(picture.at(100, 120) == RGB(255, 255, 255));
}

BOOST_AUTO_TEST_SUITE_END()
