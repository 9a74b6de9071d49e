// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.hpp"
#include "documents/paper.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string utf8_of(const std::filesystem::path& path) {
    const std::u8string name = path.u8string();
    return {name.begin(), name.end()};
}

} // namespace

BOOST_AUTO_TEST_SUITE(fonts)

BOOST_AUTO_TEST_CASE(every_typeface_is_known_by_its_family) {
    for (const auto typeface :
         {documents::Typeface::heading, documents::Typeface::body, documents::Typeface::list})
        BOOST_TEST((documents::typeface_from_family(documents::family_name(typeface)) == typeface));
    BOOST_TEST(!documents::typeface_from_family("Arial").has_value());
}

BOOST_AUTO_TEST_CASE(fonts_beside_the_program_come_before_those_of_the_system) {
    const auto folders = documents::font_folders("/opt/srok/bin");
    BOOST_TEST(folders.front() == std::filesystem::path("/opt/srok/bin/../share/srok/fonts"));
    BOOST_TEST(folders.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_missing_font_is_named_with_the_folders_that_were_searched) {
    const paper::Folder folder;
    BOOST_CHECK_EXCEPTION(documents::Fonts::load({folder / "ពុម្ពអក្សរ", folder / "b"}), core::WorldFailure,
                          [&](const core::WorldFailure& failure) {
                              const core::Error& error = failure.error();
                              return error.code == "font.missing" &&
                                     error.fact("font") == "Khmer OS Muol Light" &&
                                     error.fact("folders") ==
                                         utf8_of(folder / "ពុម្ពអក្សរ") + ", " + utf8_of(folder / "b");
                          });
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_font_is_named) {
    const paper::Folder folder;
    paper::write(folder / "KhmerOSmuollight.ttf", "this is no font");
    BOOST_CHECK_EXCEPTION(documents::Fonts::load({folder / ""}), core::WorldFailure,
                          [&](const core::WorldFailure& failure) {
                              return failure.error().code == "font.damaged" &&
                                     failure.error().place.file == (folder / "KhmerOSmuollight.ttf").string();
                          });
}

BOOST_AUTO_TEST_SUITE_END()
