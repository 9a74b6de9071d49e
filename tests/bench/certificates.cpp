// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates from the template we ship, signed and numbered.
//   bench_certificates pdf PAGES OUT.pdf    all in one PDF
//   bench_certificates svg PAGES FOLDER     each as a filled SVG for other programs to draw (their codes left
//   out)
#include "certificates/code.hpp"
#include "documents/pdf.hpp"
#include "documents/template.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

documents::Filling filling_of(int number, const office::SigningKey& key) {
    const std::string serial = fmt::format("0202-2026-{:06}-K", number);
    documents::Filling filling;
    filling.values = {{"administration_km", "រដ្ឋបាលស្រុកថ្មគោល"},
                      {"office_km", "ការិយាល័យអប់រំ យុវជន និងកីឡា"},
                      {"institution_km", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង"},
                      {"title_km", "វិញ្ញាបនបត្របញ្ចប់ការសិក្សា"},
                      {"title_en", "CERTIFICATE OF COMPLETION"},
                      {"name_km", number % 2 ? "កែវ ស៊ីណា" : "ហ៊ុន ច័ន្ទដារ៉ាវិបុល"},
                      {"name_latin", fmt::format("KEO SINA {}", number)},
                      {"sex_km", "ស្រី"},
                      {"sex_en", "Female"},
                      {"born_km", "នៅថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០០៤"},
                      {"born_en", "on 12 March 2004"},
                      {"birthplace_km", "ភូមិតាពូង ឃុំតាពូង ស្រុកថ្មគោល ខេត្តបាត់ដំបង"},
                      {"birthplace_en", "Ta Pung village, Thma Koul district, Battambang province"},
                      {"programme_km", "កម្មវិធីអក្ខរកម្មមុខងារ"},
                      {"programme_en", "the Functional Literacy Programme"},
                      {"period_km", "ពីថ្ងៃទី៣ ខែវិច្ឆិកា ឆ្នាំ២០២៥ ដល់ថ្ងៃទី៣០ ខែមេសា ឆ្នាំ២០២៦"},
                      {"period_en", "from 3 November 2025 to 30 April 2026"},
                      {"result_km", "មធ្យមភាគ ៨,២៥ និទ្ទេស ល្អណាស់"},
                      {"result_en", "average 8.25, grade B"},
                      {"serial", serial},
                      {"office_phone", "012 345 678"},
                      {"copy_km", ""},
                      {"copy_en", ""},
                      {"copy_day_km", ""},
                      {"copy_day_en", ""},
                      {"replaces_km", ""},
                      {"replaces_en", ""},
                      {"lunar_line", "ថ្ងៃអង្គារ ១កើត ខែអាសាឍ ឆ្នាំមមី អដ្ឋស័ក ព.ស.២៥៧០"},
                      {"place_day_line", "ថ្មគោល, ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦"},
                      {"day_en", "Thma Koul, 30 June 2026"},
                      {"signer_role_km", "ប្រធានការិយាល័យ"},
                      {"signer_role_en", "Head of the District Office of Education"},
                      {"signer_name_km", "ហេង សុវណ្ណ"},
                      {"signer_name_latin", "HENG SOVANN"}};
    // Nobody signs beside the head of office.
    for (const char* name :
         {"signer_acting_km", "signer_acting_en", "signer2_lunar_line", "signer2_place_day_line",
          "signer2_day_en", "signer2_role_km", "signer2_role_en", "signer2_acting_km", "signer2_acting_en",
          "signer2_name_km", "signer2_name_latin"})
        filling.values.emplace(name, "");
    filling.code = certificates::encode({.serial = serial,
                                         .name_km = filling.values["name_km"],
                                         .name_latin = filling.values["name_latin"],
                                         .sex = "f",
                                         .born = core::partial_date_from_text("2004-03-12"),
                                         .programme = "literacy",
                                         .programme_name = filling.values["programme_km"],
                                         .result = "B",
                                         .issued = *core::day_from_iso("2026-06-30"),
                                         .office = "0202"},
                                        key);
    return filling;
}

office::SigningKey signing_key() {
    core::SeededRandom random(1);
    return office::SigningKey::make(random);
}

void write_pdf(int pages, const std::filesystem::path& file) {
    const auto key = signing_key();
    const auto fonts = documents::Fonts::load(documents::font_folders("."));
    const auto form =
        documents::Template::parse(documents::shipped_template("certificate-completion"), fonts).value();
    std::ofstream out(file, std::ios::binary);
    documents::PdfWriter writer(out,
                                {"Certificates", "Srok", *core::moment_from_iso("2026-06-30T02:00:00.000Z")});
    for (int i = 1; i <= pages; ++i)
        writer.add(form.fill(filling_of(i, key)).value());
    writer.finish();
}

std::string replaced(std::string text, const std::string& was, const std::string& is) {
    for (std::size_t at = text.find(was); at != std::string::npos; at = text.find(was, at + is.size()))
        text.replace(at, was.size(), is);
    return text;
}

void write_svgs(int pages, const std::filesystem::path& folder) {
    const auto key = signing_key();
    for (int i = 1; i <= pages; ++i) {
        std::string svg(documents::shipped_template("certificate-completion"));
        for (const auto& [name, value] : filling_of(i, key).values)
            svg = replaced(std::move(svg), "{{" + name + "}}", value);
        std::ofstream(folder / fmt::format("{:04}.svg", i), std::ios::binary) << svg;
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::string what = argc == 4 ? argv[1] : "";
    if (what == "pdf")
        write_pdf(std::stoi(argv[2]), argv[3]);
    else if (what == "svg")
        write_svgs(std::stoi(argv[2]), argv[3]);
    else
        return 2;
    return 0;
}
