// SPDX-License-Identifier: GPL-3.0-or-later
// How long a page of certificates takes, how large it is, and whether memory grows with the pages.
//
// The anchor is librsvg drawing the same pages from the same template in the same run (rsvg-convert, without
// the codes, which it would get for nothing).
#include "certificates/code.hpp"
#include "documents/pdf.hpp"
#include "documents/template.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

// Peak resident memory of this process so far, in KiB; nought where there is no /proc.
long peak_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            long kib = 0;
            status >> kib;
            return kib;
        }
    return 0;
}

double cpu_milliseconds() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

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
                      {"copy_km", ""},
                      {"copy_en", ""},
                      {"replaces_km", ""},
                      {"replaces_en", ""},
                      {"lunar_line", "ថ្ងៃអង្គារ ១កើត ខែអាសាឍ ឆ្នាំមមី អដ្ឋស័ក ព.ស.២៥៧០"},
                      {"place_day_line", "ថ្មគោល, ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦"},
                      {"day_en", "Thma Koul, 30 June 2026"},
                      {"signer_role_km", "ប្រធានការិយាល័យ"},
                      {"signer_role_en", "Head of the District Office of Education"},
                      {"signer_name_km", "ហេង សុវណ្ណ"},
                      {"signer_name_latin", "HENG SOVANN"}};
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

struct Run {
    double milliseconds = 0;
    std::uintmax_t bytes = 0;
};

// Signs, fills and writes `pages` certificates into one file.
Run write_certificates(const std::filesystem::path& file, int pages, const documents::Template& form,
                       const office::SigningKey& key) {
    const double start = cpu_milliseconds();
    std::ofstream out(file, std::ios::binary);
    documents::PdfWriter writer(out,
                                {"Certificates", "Srok", *core::moment_from_iso("2026-06-30T02:00:00.000Z")});
    for (int i = 1; i <= pages; ++i)
        writer.add(*form.fill(filling_of(i, key)));
    writer.finish();
    out.close();
    return {cpu_milliseconds() - start, std::filesystem::file_size(file)};
}

std::string replaced(std::string text, const std::string& was, const std::string& is) {
    for (std::size_t at = text.find(was); at != std::string::npos; at = text.find(was, at + is.size()))
        text.replace(at, was.size(), is);
    return text;
}

// Milliseconds a page of librsvg's, or nothing where it is not installed.
double time_librsvg(const std::filesystem::path& folder, int pages, const office::SigningKey& key) {
    std::string command = "rsvg-convert -f pdf -o '" + (folder / "rsvg.pdf").string() + "'";
    for (int i = 1; i <= pages; ++i) {
        std::string svg(documents::shipped_template("certificate-completion"));
        for (const auto& [name, value] : filling_of(i, key).values)
            svg = replaced(std::move(svg), "{{" + name + "}}", value);
        const auto file = folder / (std::to_string(i) + ".svg");
        std::ofstream(file, std::ios::binary) << svg;
        command += " '" + file.string() + "'";
    }
    const auto start = std::chrono::steady_clock::now();
    if (std::system(command.c_str()) != 0) return 0;
    return Milliseconds(std::chrono::steady_clock::now() - start).count() / pages;
}

} // namespace

int main() {
    const auto folder = std::filesystem::temp_directory_path() /
                        ("srok-certificates-bench-" + std::to_string(core::SystemRandom().next()));
    std::filesystem::create_directories(folder);
    core::SeededRandom random(1);
    const auto key = office::SigningKey::make(random);
    const auto fonts = documents::Fonts::load(documents::font_folders("."));
    const double parse_start = cpu_milliseconds();
    const auto form =
        documents::Template::parse(documents::shipped_template("certificate-completion"), fonts);
    const double parse = cpu_milliseconds() - parse_start;

    const Run one = write_certificates(folder / "1.pdf", 1, *form, key);
    const Run few = write_certificates(folder / "10.pdf", 10, *form, key);
    const long memory_few = peak_memory();
    const Run many = write_certificates(folder / "500.pdf", 500, *form, key);
    const Run most = write_certificates(folder / "1000.pdf", 1000, *form, key);
    const long memory_most = peak_memory();
    const double rsvg = time_librsvg(folder, 25, key);

    fmt::print("template read                {:8.1f} ms\n", parse);
    fmt::print("a certificate alone          {:8.1f} ms   {:6.1f} KB\n", one.milliseconds, one.bytes / 1e3);
    fmt::print("500 in one PDF, each         {:8.2f} ms   {:6.1f} KB   (at most 5 ms, 8 KB)\n",
               many.milliseconds / 500, many.bytes / 500e3);
    fmt::print("1,000 pages over 500         {:8.2f} x time\n", most.milliseconds / many.milliseconds);
    fmt::print("memory, 1,000 pages over 10  {:8.1f} MiB   ({:.2f} x)\n", (memory_most - memory_few) / 1024.0,
               memory_few ? static_cast<double>(memory_most) / static_cast<double>(memory_few) : 0);
    if (rsvg > 0)
        fmt::print("librsvg, each of 25          {:8.2f} ms   Srok takes {:.2f} of it\n", rsvg,
                   many.milliseconds / 500 / rsvg);
    static_cast<void>(few);
    std::filesystem::remove_all(folder);
}
