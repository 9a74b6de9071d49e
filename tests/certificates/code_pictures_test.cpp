// SPDX-License-Identifier: GPL-3.0-or-later
// Codes as a scanner at 150 dpi sees them on a certificate: off the pixel grid, a little turned, blurred,
// grainy and unevenly lit. A hundred every day, a thousand with SROK_SOAK=1.
#include "certificates/code.hpp"
#include "core/random.hpp"
#include "documents/code_reader.hpp"
#include "documents/qr.hpp"
#include "file_bytes.hpp"
#include "rounds.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>

namespace {

// Of the shipped template: the code's box with its quiet zone.
constexpr double box_mm = 41;
constexpr double dots_per_mm = 150 / 25.4;

struct Names {
    std::vector<std::string> km, latin;
};

Names read_names() {
    Names names;
    const std::string text = test::bytes_of(test::samples() / "khmer-names.csv");
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
        const std::string line = text.substr(at, text.find('\n', at) - at);
        at += line.size() + 1;
        const auto first = line.find(','), second = line.find(',', first + 1),
                   third = line.find(',', second + 1);
        if (third == std::string::npos) continue;
        names.km.push_back(line.substr(first + 1, second - first - 1));
        names.latin.push_back(line.substr(second + 1, third - second - 1));
    }
    return names;
}

class Scanner {
  public:
    explicit Scanner(std::uint64_t seed)
        : m_random(seed) {}

    documents::Image scan(const documents::QrCode& code) {
        const double module = box_mm * dots_per_mm / (code.size + 2 * documents::quiet_zone);
        m_side = static_cast<int>(box_mm * dots_per_mm) + 40;
        const double turn = between(-0.02, 0.02), x0 = 20 + between(0, 1), y0 = 20 + between(0, 1);
        m_grey.assign(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_side), 0);
        constexpr int parts = 4; // each pixel is the mean of 16 points
        for (int y = 0; y < m_side; ++y)
            for (int x = 0; x < m_side; ++x)
                for (int part = 0; part < parts * parts; ++part) {
                    const double px = x + (part % parts + 0.5) / parts, py = y + (part / parts + 0.5) / parts;
                    const double u = (px - x0) * std::cos(turn) + (py - y0) * std::sin(turn);
                    const double v = (py - y0) * std::cos(turn) - (px - x0) * std::sin(turn);
                    at(x, y) += is_dark(code, u / module, v / module) ? 0 : 1.0 / (parts * parts);
                }
        blur(between(0.3, 0.5));
        return light_and_grain();
    }

  private:
    double between(double least, double most) {
        return least + (most - least) * static_cast<double>(m_random.below(1'000'001)) / 1e6;
    }
    double& at(int x, int y) { return m_grey[static_cast<std::size_t>(y * m_side + x)]; }
    static bool is_dark(const documents::QrCode& code, double u, double v) {
        const int x = static_cast<int>(std::floor(u)) - documents::quiet_zone;
        const int y = static_cast<int>(std::floor(v)) - documents::quiet_zone;
        return x >= 0 && y >= 0 && x < code.size && y < code.size && code.dark(x, y);
    }
    // Gaussian, along the rows and then along the columns.
    void blur(double sigma) {
        for (const bool rows : {true, false}) {
            const std::vector<double> before = m_grey;
            for (int y = 0; y < m_side; ++y)
                for (int x = 0; x < m_side; ++x) {
                    double sum = 0, weights = 0;
                    for (int d = -3; d <= 3; ++d) {
                        const int nx = std::clamp(rows ? x + d : x, 0, m_side - 1);
                        const int ny = std::clamp(rows ? y : y + d, 0, m_side - 1);
                        const double weight = std::exp(-d * d / (2 * sigma * sigma));
                        sum += weight * before[static_cast<std::size_t>(ny * m_side + nx)];
                        weights += weight;
                    }
                    at(x, y) = sum / weights;
                }
        }
    }
    documents::Image light_and_grain() {
        documents::Image image{m_side, m_side, {}};
        const double ink = between(10, 60), paper = between(190, 245), fall = between(0, 0.15);
        for (int y = 0; y < m_side; ++y)
            for (int x = 0; x < m_side; ++x) {
                // Twelve even chances make nearly a normal one; 8 levels of 255.
                double grain = -6;
                for (int i = 0; i < 12; ++i)
                    grain += between(0, 1);
                const double level = (ink + (paper - ink) * at(x, y)) * (1 - fall * x / m_side) + 8 * grain;
                image.rgb.insert(image.rgb.end(), 3,
                                 static_cast<std::uint8_t>(std::clamp(level, 0.0, 255.0)));
            }
        return image;
    }

    core::SeededRandom m_random;
    int m_side = 0;
    std::vector<double> m_grey;
};

} // namespace

BOOST_AUTO_TEST_SUITE(code_pictures)

BOOST_AUTO_TEST_CASE(of_a_thousand_scanned_codes_at_least_995_are_read) {
    const int rounds = test::rounds(100, 1000);
    const Names names = read_names();
    BOOST_REQUIRE(names.km.size() > 100U);
    core::SeededRandom random(5);
    const auto key = office::SigningKey::make(random);
    Scanner scanner(150);
    int read = 0, wrong = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto pick = [&] { return static_cast<std::size_t>(random.below(names.km.size())); };
        const std::size_t surname = pick(), given = pick();
        const std::string code =
            certificates::encode({.serial = "0202-2026-" + std::to_string(100000 + i) + "-X",
                                  .name_km = names.km[surname] + " " + names.km[given],
                                  .name_latin = names.latin[surname] + " " + names.latin[given],
                                  .sex = i % 2 == 0 ? "f" : "m",
                                  .born = core::partial_date_from_text("2004-03-12"),
                                  .programme = "literacy",
                                  .programme_name = "អក្ខរកម្មមុខងារ",
                                  .result = "7.25 B",
                                  .issued = core::day_from_iso("2026-06-30").value(),
                                  .office = "0202"},
                                 key);
        const auto found = documents::read_qr_codes(scanner.scan(documents::make_qr(code).value()));
        read += found.size() == 1 && found.front() == code ? 1 : 0;
        wrong += !found.empty() && found.front() != code ? 1 : 0;
    }
    BOOST_TEST_MESSAGE(read << " of " << rounds << " codes read, " << wrong << " wrongly");
    BOOST_TEST(read * 1000 >= rounds * 995);
    // What is read at all is read as it was printed.
    BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_SUITE_END()
