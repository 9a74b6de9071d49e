// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/package.hpp"

#include "spreadsheet/xml_part.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace spreadsheet {
namespace {

struct Relationship {
    std::string id;
    std::string type; // the last step of its URI, the same in transitional and strict files
    std::string target;
};

// Real workbooks have a few dozen; names and targets are shorter than a path.
constexpr std::size_t most_items = 1000;
constexpr std::size_t longest_name = 4096;

// A part that lists things by name, with bounds to how many and how long.
class ListHandler : public XmlHandler {
  protected:
    void count_item() {
        if (++m_items > most_items) too_big("items", most_items);
    }
    std::string name(std::optional<std::string_view> attribute) {
        if (attribute && attribute->size() > longest_name) too_big("name", longest_name);
        return stopped() ? std::string{} : std::string{attribute.value_or("")};
    }

  private:
    void too_big(std::string_view what, std::size_t maximum) {
        refuse(core::Error{"file.too-big"}
                   .with("what", std::string{what})
                   .with("maximum", std::to_string(maximum)));
    }
    std::size_t m_items = 0;
};

class RelationshipsHandler final : public ListHandler {
  public:
    std::vector<Relationship> found;
    void start(std::string_view element, const Attributes& attributes) override {
        if (element != "Relationship" || attributes.find("TargetMode") == "External") return;
        count_item();
        const std::string type = name(attributes.find("Type"));
        found.push_back(
            {name(attributes.find("Id")), type.substr(type.rfind('/') + 1), name(attributes.find("Target"))});
    }
    void end() override {}
};

class WorkbookHandler final : public ListHandler {
  public:
    struct NamedSheet {
        SheetInfo info;
        std::string relationship;
    };
    std::vector<NamedSheet> sheets;
    DateSystem date_system = DateSystem::from_1900;
    bool is_workbook = false;

    void start(std::string_view element, const Attributes& attributes) override {
        ++m_depth;
        if (m_depth == 1) is_workbook = element == "workbook";
        if (m_depth == 2 && element == "workbookPr" && attributes.is_set("date1904"))
            date_system = DateSystem::from_1904;
        if (m_depth != 3 || element != "sheet") return;
        const std::string_view state = attributes.find("state").value_or("visible");
        const Visibility visibility = state == "hidden"       ? Visibility::hidden
                                      : state == "veryHidden" ? Visibility::very_hidden
                                                              : Visibility::visible;
        count_item();
        sheets.push_back({{name(attributes.find("name")), visibility}, name(attributes.relationship())});
    }
    void end() override { --m_depth; }

  private:
    int m_depth = 0;
};

core::Error damaged(std::string_view why, std::string part) {
    return core::Error{"file.damaged"}.with("why", std::string{why}).with("part", std::move(part));
}

// "xl/" of "xl/workbook.xml".
std::string folder_of(std::string_view part) {
    return std::string{part.substr(0, part.rfind('/') + 1)};
}

// Targets are relative to the folder of the part that names them, or begin with '/'.
std::string resolve(std::string_view folder, std::string_view target) {
    std::vector<std::string_view> steps;
    const auto walk = [&](std::string_view path) {
        while (!path.empty()) {
            const std::string_view step = path.substr(0, path.find('/'));
            path.remove_prefix(std::min(path.size(), step.size() + 1));
            if (step == "..") {
                if (!steps.empty()) steps.pop_back();
            } else if (!step.empty() && step != ".") {
                steps.push_back(step);
            }
        }
    };
    if (!target.starts_with('/')) walk(folder);
    walk(target);
    std::string part;
    for (const std::string_view step : steps)
        part.append(part.empty() ? "" : "/").append(step);
    return part;
}

core::Expected<std::vector<Relationship>> read_relationships(Archive& archive, const std::string& part,
                                                             MemoryBudget& budget) {
    const std::size_t slash = part.rfind('/') + 1;
    const std::string rels = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
    const auto entry = archive.find(rels);
    if (!entry) return core::fail(damaged("part-missing", rels));
    auto reader = archive.read(*entry);
    if (!reader) return tl::unexpected(reader.error());
    RelationshipsHandler handler;
    if (const auto parsed = parse_xml(std::move(*reader), handler, budget); !parsed)
        return tl::unexpected(parsed.error());
    return std::move(handler.found);
}

// OpenDocument files say what they are in their first part.
std::string read_mimetype(Archive& archive) {
    const auto entry = archive.find("mimetype");
    if (!entry) return {};
    auto reader = archive.read(*entry);
    std::array<char, 128> text{};
    const auto got = reader ? reader->read(text) : core::Expected<std::size_t>{0};
    return got ? std::string(text.data(), *got) : std::string{};
}

// The names of archives that are not .xlsx, when this is one.
std::optional<core::Error> other_archive(Archive& archive) {
    const auto looks_like = [](std::string_view what) {
        return core::Error{"file.not-a-spreadsheet"}.with("looks-like", std::string{what});
    };
    const std::string mimetype = read_mimetype(archive);
    if (mimetype.find("opendocument.spreadsheet") != std::string::npos) return core::Error{"file.ods"};
    if (mimetype.find("opendocument.text") != std::string::npos) return looks_like("odt");
    if (!mimetype.empty()) return looks_like("zip");
    if (archive.find("content.xml") && archive.find("META-INF/manifest.xml")) return core::Error{"file.ods"};
    if (archive.find("xl/workbook.bin")) return core::Error{"file.xlsb"};
    if (archive.find("xl/workbook.xml")) return {};
    if (archive.find("word/document.xml")) return looks_like("docx");
    if (archive.find("ppt/presentation.xml")) return looks_like("pptx");
    if (archive.find("Index/Document.iwa")) return looks_like("numbers");
    if (archive.find("AndroidManifest.xml")) return looks_like("apk");
    if (!archive.find("_rels/.rels")) return looks_like("zip");
    return {};
}

core::Expected<std::string> find_workbook(Archive& archive, MemoryBudget& budget) {
    const auto top = read_relationships(archive, "", budget);
    if (!top) return tl::unexpected(top.error());
    const auto main = std::ranges::find(*top, "officeDocument", &Relationship::type);
    if (main == top->end())
        return core::fail(core::Error{"file.not-a-spreadsheet"}.with("looks-like", "zip"));
    const std::string part = resolve("", main->target);
    if (part.ends_with(".bin")) return core::fail({"file.xlsb"});
    return part;
}

} // namespace

core::Expected<Package> read_package(Archive& archive, MemoryBudget& budget) {
    if (const auto other = other_archive(archive)) return core::fail(*other);
    const auto workbook = find_workbook(archive, budget);
    if (!workbook) return tl::unexpected(workbook.error());
    const auto entry = archive.find(*workbook);
    if (!entry) return core::fail(damaged("part-missing", *workbook));
    auto reader = archive.read(*entry);
    if (!reader) return tl::unexpected(reader.error());
    WorkbookHandler handler;
    if (const auto parsed = parse_xml(std::move(*reader), handler, budget); !parsed)
        return tl::unexpected(parsed.error());
    if (!handler.is_workbook)
        return core::fail(core::Error{"file.not-a-spreadsheet"}.with("looks-like", "zip"));
    const auto relationships = read_relationships(archive, *workbook, budget);
    if (!relationships) return tl::unexpected(relationships.error());

    Package package;
    package.date_system = handler.date_system;
    const std::string folder = folder_of(*workbook);
    const auto part_of_type = [&](std::string_view type) -> std::optional<std::size_t> {
        const auto at = std::ranges::find(*relationships, type, &Relationship::type);
        return at == relationships->end() ? std::nullopt : archive.find(resolve(folder, at->target));
    };
    package.shared_strings = part_of_type("sharedStrings");
    package.styles = part_of_type("styles");
    for (WorkbookHandler::NamedSheet& sheet : handler.sheets) {
        const auto at = std::ranges::find(*relationships, sheet.relationship, &Relationship::id);
        if (at == relationships->end()) return core::fail(damaged("part-missing", sheet.info.name));
        if (at->type != "worksheet") continue; // a chart or dialog sheet holds no cells
        const std::string part = resolve(folder, at->target);
        const auto sheet_entry = archive.find(part);
        if (!sheet_entry) return core::fail(damaged("part-missing", part));
        package.sheets.push_back({std::move(sheet.info), *sheet_entry});
    }
    if (package.sheets.empty()) return core::fail(damaged("no-sheets", *workbook));
    return package;
}

} // namespace spreadsheet
