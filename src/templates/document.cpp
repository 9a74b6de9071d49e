// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/document.hpp"

#include <array>
#include <map>
#include <vector>

namespace templates {
namespace {

constexpr std::size_t partial_rows = 8;

const std::array<DocumentKind, 4>& kinds() {
    static const std::array<DocumentKind, 4> table{{
        {Document::completion, "completion", {"វិញ្ញាបនបត្របញ្ចប់ការសិក្សា", "Certificate of completion"}},
        {Document::provisional, "provisional", {"វិញ្ញាបនបត្របណ្តោះអាសន្ន", "Provisional certificate"}},
        {Document::partial,
         "partial",
         {"លិខិតបញ្ជាក់លទ្ធផលសិក្សាមួយផ្នែក", "Statement of partial achievement"},
         partial_rows},
        {Document::attendance, "attendance", {"លិខិតបញ្ជាក់ការចូលរៀន", "Certificate of attendance"}},
    }};
    return table;
}

constexpr std::array office{
    Place{"administration_km", "រដ្ឋបាលស្រុកថ្មគោល"},
    Place{"office_km", "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល"},
    Place{"office_en", "Thma Koul District Office of Education, Youth and Sport"},
    Place{"office_phone", "012 345 678"},
    Place{"institution_km", "មជ្ឈមណ្ឌលសិក្សាសហគមន៍តាពូង"},
    Place{"institution_en", "Ta Pung Community Learning Centre"},
};

constexpr std::array person{
    Place{"name_km", "ហ៊ុន ច័ន្ទដារ៉ាវិបុល", true},
    Place{"name_latin", "HUN CHANDARAVIBOL", true},
    Place{"sex_km", "ស្រី"},
    Place{"sex_en", "Female"},
    Place{"born_km", "នៅថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០០៤"},
    Place{"born_en", "on 12 March 2004"},
    Place{"birthplace_km", "ភូមិតាពូង ឃុំតាពូង ស្រុកថ្មគោល ខេត្តបាត់ដំបង"},
    Place{"birthplace_en", "Ta Pung village, Ta Pung commune, Thma Koul district, Battambang province"},
    Place{"learner_number", "0202-000123-O"},
};

constexpr std::array study{
    Place{"class_km", "ថ្នាក់អក្ខរកម្ម ក"},
    Place{"class_en", "Literacy A"},
    Place{"programme_km", "កម្មវិធីអក្ខរកម្មមុខងារ"},
    Place{"programme_en", "Functional Literacy Programme"},
    Place{"period_km", "ពីថ្ងៃទី០៣ ខែវិច្ឆិកា ឆ្នាំ២០២៥ ដល់ថ្ងៃទី៣០ ខែមេសា ឆ្នាំ២០២៦"},
    Place{"period_en", "from 3 November 2025 to 30 April 2026"},
};

constexpr std::array result{
    Place{"result_km", "មធ្យមភាគ ៨,២៥ និទ្ទេស ល្អណាស់"},
    Place{"result_en", "average 8.25, grade B (very good)"},
};

constexpr std::array award{
    Place{"title_km", "វិញ្ញាបនបត្រអក្ខរកម្ម"},
    Place{"title_en", "Certificate of Literacy"},
    Place{"statement_km", "បានបញ្ចប់កម្មវិធីអក្ខរកម្មដោយជោគជ័យ"},
    Place{"statement_en", "has successfully completed the literacy programme"},
};

constexpr std::array certificate{
    Place{"serial", "0202-2026-000001-K", true},
    Place{"copy_km", "ទុតិយតា", true},
    Place{"copy_en", "DUPLICATE"},
    Place{"copy_day_km", "លើកទី១ ថ្ងៃទី១៥ ខែធ្នូ ឆ្នាំ២០២៦", true},
    Place{"copy_day_en", "No. 1, 15 December 2026"},
    Place{"replaces_km", "ជំនួសវិញ្ញាបនបត្រលេខ 0202-2026-000009-X", true},
    Place{"replaces_en", "in place of certificate 0202-2026-000009-X"},
};

constexpr std::array attended{
    Place{"days_km", "១០២"},     Place{"days_en", "102"},     Place{"present_km", "៩៨,៥"},
    Place{"present_en", "98.5"}, Place{"permission_km", "២"}, Place{"permission_en", "2"},
    Place{"absent_km", "១,៥"},   Place{"absent_en", "1.5"},   Place{"hours_km", "១៩៧"},
    Place{"hours_en", "197"},    Place{"rate_km", "៩៦,៥៧ %"}, Place{"rate_en", "96.57 %"},
};

// Of each signer; "signer2_…" and "signer3_…" are the second and third.
struct SignerPlace {
    std::string_view name;
    std::array<std::string_view, most_signers> examples;
};
constexpr std::array signer_places{
    SignerPlace{"lunar_line",
                {"ថ្ងៃអង្គារ ១កើត ខែអាសាឍ ឆ្នាំមមី អដ្ឋស័ក ព.ស.២៥៧០",
                 "ថ្ងៃ................ ខែ............ ឆ្នាំ............ ព.ស.............",
                 "ថ្ងៃ................ ខែ............ ឆ្នាំ............ ព.ស............."}},
    SignerPlace{"place_day_line",
                {"ថ្មគោល, ថ្ងៃទី៣០ ខែមិថុនា ឆ្នាំ២០២៦", "ថ្មគោល, ថ្ងៃទី...... ខែ............ ឆ្នាំ២០......",
                 "ថ្មគោល, ថ្ងៃទី...... ខែ............ ឆ្នាំ២០......"}},
    SignerPlace{"day_en", {"Thma Koul, 30 June 2026", "", ""}},
    SignerPlace{"signer_line_km", {"បានឃើញ និងបញ្ជាក់", "បានឃើញ និងឯកភាព", "បានឃើញ និងពិនិត្យត្រឹមត្រូវ"}},
    SignerPlace{"signer_line_en", {"Seen and certified", "Seen and agreed", "Seen and found correct"}},
    SignerPlace{"signer_role_km", {"ជ. ប្រធានការិយាល័យ", "នាយកមជ្ឈមណ្ឌល", "គ្រូបង្រៀន"}},
    SignerPlace{"signer_role_en", {"for the Head of Office", "Head of the Centre", "Educator"}},
    SignerPlace{"signer_acting_km", {"អនុប្រធាន", "", ""}},
    SignerPlace{"signer_acting_en", {"Deputy Head", "", ""}},
    SignerPlace{"signer_name_km", {"ហេង សុវណ្ណ", "កែវ សុភា", "ម៉ៅ ចន្ធូ"}},
    SignerPlace{"signer_name_latin", {"HENG SOVANN", "KEO SOPHEA", "MAO CHANTHOU"}},
};

class Builder {
  public:
    template<std::size_t count>
    Builder& add(const std::array<Place, count>& places) {
        m_places.insert(m_places.end(), places.begin(), places.end());
        return *this;
    }

    Builder& add_signers() {
        for (std::size_t nth = 0; nth < most_signers; ++nth)
            for (const SignerPlace& place : signer_places)
                m_places.push_back({signer_place(place.name, nth), place.examples[nth]});
        return *this;
    }

    Builder& add_units(std::size_t rows) {
        for (std::size_t row = 1; row <= rows; ++row)
            for (const auto& [part, example] :
                 {std::pair{"km", "អំណាន និងសរសេរ"}, std::pair{"en", "Reading and writing"},
                  std::pair{"state_km", "បានទទួល"}, std::pair{"state_en", "earned"},
                  std::pair{"result", "8.25 B"}, std::pair{"day", "30/06/2026"}})
                m_places.push_back({kept("unit" + std::to_string(row) + "_" + part), example});
        return *this;
    }

    std::vector<Place> take() { return std::move(m_places); }

  private:
    // "lunar_line" of the first stands as it is; of the second it is "signer2_lunar_line".
    static std::string_view signer_place(std::string_view name, std::size_t nth) {
        if (nth == 0) return name;
        const std::string_view bare = name.starts_with("signer_") ? name.substr(7) : name;
        return kept("signer" + std::to_string(nth + 1) + "_" + std::string{bare});
    }

    // The names made here live as long as the program.
    static std::string_view kept(std::string name) {
        static std::map<std::string, int, std::less<>> names;
        return names.emplace(std::move(name), 0).first->first;
    }

    std::vector<Place> m_places;
};

constexpr std::array number{Place{"number", "0202-2026-P00001-5", true}};
constexpr std::array titles{Place{"title_km", "វិញ្ញាបនបត្របណ្តោះអាសន្ន"},
                            Place{"title_en", "Provisional certificate"}};
constexpr std::array award_title{Place{"award_km", "វិញ្ញាបនបត្រអក្ខរកម្ម"},
                                 Place{"award_en", "Certificate of Literacy"}};
constexpr std::array counted{Place{"earned_km", "៣"}, Place{"earned_en", "3"}, Place{"units_km", "៥"},
                             Place{"units_en", "5"}};

std::vector<Place> places(Document document) {
    Builder all;
    all.add(office);
    switch (document) {
    case Document::completion:
        all.add(award).add(person).add(study).add(result).add(certificate);
        break;
    case Document::provisional:
        all.add(titles).add(number).add(award_title).add(person).add(study).add(result);
        break;
    case Document::partial:
        all.add(titles)
            .add(number)
            .add(award_title)
            .add(person)
            .add(study)
            .add(counted)
            .add_units(partial_rows);
        break;
    case Document::attendance:
        all.add(titles).add(number).add(person).add(study).add(attended);
        break;
    }
    return all.add_signers().take();
}

} // namespace

std::span<const DocumentKind> document_kinds() {
    return kinds();
}

const DocumentKind& kind_of(Document document) {
    return kinds()[static_cast<std::size_t>(document)];
}

std::optional<Document> document_from_text(std::string_view key) {
    for (const DocumentKind& kind : kinds())
        if (kind.key == key) return kind.document;
    return std::nullopt;
}

std::span<const Place> places_of(Document document) {
    static const std::array<std::vector<Place>, 4> all{
        places(Document::completion), places(Document::provisional), places(Document::partial),
        places(Document::attendance)};
    return all[static_cast<std::size_t>(document)];
}

documents::Filling example_of(Document document) {
    documents::Filling filling;
    for (const Place& place : places_of(document))
        filling.values.emplace(place.name, place.example);
    if (document != Document::completion) {
        filling.values["title_km"] = kind_of(document).name.km;
        filling.values["title_en"] = kind_of(document).name.en;
    }
    filling.code = "SROK1:" + std::string(400, 'A');
    return filling;
}

std::string_view shipped_name(Document document, std::string_view programme) {
    if (document == Document::completion && programme == "skills") return "certificate-skills";
    if (document == Document::completion && programme.find("equivalency") != std::string_view::npos)
        return "certificate-equivalency";
    static constexpr std::array<std::string_view, 4> names{"certificate-completion", "statement-provisional",
                                                           "statement-partial", "statement-attendance"};
    return names[static_cast<std::size_t>(document)];
}

} // namespace templates
