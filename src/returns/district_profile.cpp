// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/district_profile.hpp"

#include "core/numerals.hpp"
#include "documents/sheet_file.hpp"
#include "office/office_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/content_reader.hpp"
#include "returns/indicators.hpp"
#include "returns/layout_store.hpp"
#include "returns/province_content.hpp"
#include "returns/province_sums.hpp"
#include "returns/received_store.hpp"
#include "returns/return_words.hpp"
#include "wording/sentence.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::size_t most_figures = 8; // what one page holds beside the rest

class Profile {
  public:
    Profile(const storage::Database& database, const ProfileOrder& order, const ProvinceContent& province,
            const DistrictContent& district)
        : m_database(database)
        , m_order(order)
        , m_province(province)
        , m_district(district)
        , m_before(figures_of(order.period.before()))
        , m_year_before(figures_of(order.period.a_year_before())) {}

    documents::Sheet make() const {
        const office::Office office = office::load_office(m_database);
        documents::Sheet sheet;
        sheet.office_lines = letterhead_of(m_database, office).lines;
        sheet.titles = {said("ទម្រង់ព័ត៌មានស្រុក", "District profile"),
                        (khmer() ? m_district.name_km : m_district.name) + ", " +
                            (khmer() ? m_order.period.name_km() : m_order.period.name_en())};
        sheet.facts = {{said("លេខកូដ", "Code"), digits(m_district.code)},
                       {said("កំណែ", "Version"), digits(std::to_string(m_district.counted->version))}};
        if (m_district.quality.score)
            sheet.facts.push_back(
                {said("គុណភាពទិន្នន័យ", "Quality of the data"),
                 digits(std::to_string(*m_district.quality.score)) + " / " + digits("100")});
        sheet.facts.push_back({said("ស្ថានភាព", "Status"), m_district.counted->state == ReceivedState::accepted
                                                              ? said("បានអនុម័ត", "Accepted")
                                                              : said("បណ្តោះអាសន្ន", "Provisional")});
        if (m_district.is_unsigned())
            sheet.facts.push_back({said("ហត្ថលេខា", "Signature"), said("គ្មានហត្ថលេខា", "Not signed")});
        sheet.text_size = 8.5;
        sheet.sections = {figures(), indicators()};
        if (!m_district.quality.to_mend.empty()) sheet.sections.push_back(to_mend());
        sheet.footer =
            said("ទម្រង់ព័ត៌មានស្រុក ", "District profile ") + m_district.code + ' ' + m_order.period.to_text();
        sheet.sample = office.sample || m_district.counted->sample;
        return sheet;
    }

  private:
    bool khmer() const { return m_order.language == wording::Language::khmer; }
    std::string said(std::string_view km, std::string_view en) const {
        return std::string{khmer() ? km : en};
    }
    std::string said(const Wording& words) const { return khmer() || words.en.empty() ? words.km : words.en; }
    std::string digits(const std::string& text) const { return khmer() ? core::to_khmer_digits(text) : text; }

    // Of another period; nothing where no return of it counts or can be read.
    std::optional<Figures> figures_of(const ReturnPeriod& period) const {
        const auto counted =
            counting(list_received(m_database), m_order.district, period.to_text(), m_order.provisional);
        if (!counted) return std::nullopt;
        const auto content = load_content(m_database, counted->id);
        const auto layout = find_layout(m_database, content->head.layout);
        if (!layout) return std::nullopt;
        auto read = read_content(*content, *layout);
        if (!read) return std::nullopt;
        if (content->head.by_map) mark_not_told(*read, *content);
        return read->all();
    }

    documents::Section figures() const {
        documents::Section section{said("តួលេខសំខាន់ៗ", "Main figures"), {}, {}, {}};
        using documents::Align;
        section.columns = {{said("តួលេខ", "Figure"), 5, Align::left},
                           {said("សរុប", "Total"), 1.4, Align::right},
                           {said("ស្រី", "Female"), 1.4, Align::right},
                           {said("រយៈពេលមុន", "Period before"), 1.6, Align::right},
                           {said("ឆ្នាំមុន", "Year before"), 1.6, Align::right}};
        const FilledSheet* main = m_district.content.main();
        if (main == nullptr) return section;
        for (const Figure& figure : main->figures) {
            const bool people = figure.counted == Counted::people || figure.counted == Counted::classes;
            const Count count = main->all.count(figure.key);
            // Figures of nobody leave their place to others.
            if (figure.kind == Figure::Kind::heading || !people || count.total == 0 ||
                count.total == not_told || section.rows.size() >= most_figures)
                continue;
            section.rows.push_back(
                {(figure.indented ? "    " : "") + said(figure.name), number(count.total),
                 figure.counted == Counted::classes || count.female == not_told ? "" : number(count.female),
                 number_of(m_before, figure.key), number_of(m_year_before, figure.key)});
        }
        return section;
    }

    std::string number(std::int64_t value) const { return digits(std::to_string(value)); }

    std::string number_of(const std::optional<Figures>& figures, const std::string& key) const {
        const int total = figures ? figures->count(key).total : not_told;
        return total == not_told ? "-" : number(total);
    }

    documents::Section indicators() const {
        documents::Section section{said("សូចនាករ", "Indicators"), {}, {}, {}};
        using documents::Align;
        section.columns = {{said("សូចនាករ", "Indicator"), 5, Align::left},
                           {said("ភាគយក", "Part"), 1.6, Align::right},
                           {said("ភាគបែង", "Of"), 1.6, Align::right},
                           {said("ស្រុក", "District"), 1.6, Align::right},
                           {said("ខេត្ត", "Province"), 1.6, Align::right}};
        const Layout& layout = m_district.content.layout;
        const auto here = shares_of(layout, m_district.content.all());
        const auto all = shares_of(layout, m_province.total.all());
        for (std::size_t at = 0; at < here.size(); ++at) {
            const auto part = here[at].rest ? here[at].denominator - here[at].numerator : here[at].numerator;
            const auto amount = [&](std::int64_t thousandths) {
                return here[at].known ? number(thousandths / 1000) : "-";
            };
            section.rows.push_back({said(layout.indicators[at].name), amount(part),
                                    amount(here[at].denominator), percent(here[at]), percent(all[at])});
        }
        return section;
    }

    std::string percent(const Share& share) const {
        const std::string text = share.percent();
        return text.empty() ? "-" : digits(text) + " %";
    }

    documents::Section to_mend() const {
        documents::Section section{said("អ្វីត្រូវកែបន្ទាប់", "To mend next"), {}, {}, {}};
        int place = 0;
        for (const Finding& one : m_district.quality.to_mend)
            section.lines.push_back(
                digits(std::to_string(++place)) + ". " +
                wording::sentence(wording::catalogue_of(m_order.language), one.what).message);
        return section;
    }

    const storage::Database& m_database;
    const ProfileOrder& m_order;
    const ProvinceContent& m_province;
    const DistrictContent& m_district;
    std::optional<Figures> m_before;
    std::optional<Figures> m_year_before;
};

} // namespace

core::Expected<documents::Sheet> district_profile(const storage::Database& database,
                                                  const ProfileOrder& order, core::Progress& progress) {
    if (office::load_office(database).level != office::Level::province)
        return core::fail({"return.consolidate-level"});
    const auto province = gather_province(database, order.period, order.provisional, progress);
    if (!province) return core::fail(province.error());
    const auto district =
        std::find_if(province->districts.begin(), province->districts.end(),
                     [&](const DistrictContent& one) { return one.code == order.district; });
    if (district == province->districts.end())
        return core::fail(core::Error{"return.unknown-district"}.with("office", order.district));
    if (!district->counted)
        return core::fail(core::Error{"return.none-counts"}
                              .with("office", order.district)
                              .with("period", order.period.to_text()));
    return Profile(database, order, *province, *district).make();
}

core::Expected<void> write_district_profile(const storage::Database& database, const ProfileOrder& order,
                                            const std::filesystem::path& out,
                                            const std::vector<std::filesystem::path>& font_folders,
                                            core::Progress& progress) {
    const auto sheet = district_profile(database, order, progress);
    if (!sheet) return core::fail(sheet.error());
    return documents::write_sheet_paper(out, *sheet, font_folders, database.clock().now());
}

} // namespace returns
