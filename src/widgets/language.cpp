// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/language.hpp"

#include <wx/translation.h>

namespace widgets {

namespace {

// Serves the one embedded catalogue. wx's own words ("Cancel", "Open file") stand in it beside ours, because
// wx ships none in Khmer.
class EmbeddedCatalogue final : public wxTranslationsLoader {
  public:
    explicit EmbeddedCatalogue(std::string_view khmer)
        : m_khmer(khmer) {}

    wxMsgCatalog* LoadCatalog(const wxString& domain, const wxString& language) override {
        if (domain != "srok" || language != "km" || m_khmer.empty()) return nullptr;
        return wxMsgCatalog::CreateFromData(
            wxScopedCharBuffer::CreateNonOwned(m_khmer.data(), m_khmer.size()), domain);
    }

    wxArrayString GetAvailableTranslations(const wxString& domain) const override {
        wxArrayString languages;
        if (domain == "srok") languages.Add("km");
        return languages;
    }

  private:
    std::string_view m_khmer;
};

} // namespace

std::optional<Language> language_from_code(std::string_view code) {
    if (code == "km") return Language::khmer;
    if (code == "en") return Language::english;
    return std::nullopt;
}

const char* code_of(Language language) {
    return language == Language::khmer ? "km" : "en";
}

void use_language(Language language, std::string_view khmer_catalogue) {
    auto* translations = new wxTranslations;
    translations->SetLoader(new EmbeddedCatalogue(khmer_catalogue));
    translations->SetLanguage(code_of(language));
    wxTranslations::Set(translations);
    translations->AddCatalog("srok", wxLANGUAGE_ENGLISH);
}

} // namespace widgets
