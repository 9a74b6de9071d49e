// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is comes from its content; what it is not is named.
#include "spreadsheet/described.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/scratch_folder.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <boost/test/unit_test.hpp>

namespace {

const std::string ole2_head = std::string{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"} + std::string(504, '\0');

std::string wide(const std::string& ascii) {
    std::string text;
    for (const char c : ascii)
        text.append({c, '\0'});
    return text;
}

std::string archive_of(const std::string& name, const std::string& content = "x") {
    return make_zip({{.name = name, .content = content, .stored = true}});
}

} // namespace

BOOST_AUTO_TEST_SUITE(file_kind)

BOOST_AUTO_TEST_CASE(old_and_encrypted_excel_files_are_told_apart) {
    BOOST_TEST(read_all(ole2_head, "list.xls") == "file.xls");
    BOOST_TEST(read_all(ole2_head + wide("Workbook"), "list.xlsx") == "file.xls");
    BOOST_TEST(read_all(ole2_head + wide("EncryptionInfo") + wide("EncryptedPackage"), "list.xlsx") ==
               "file.encrypted");
    BOOST_TEST(read_all(ole2_head + wide("WordDocument"), "list.xlsx") ==
               "file.not-a-spreadsheet looks-like=doc");
    BOOST_TEST(read_all(std::string("\x09\x08\x10\x00\x00\x06\x05\x00", 8), "list.xls") == "file.xls");
}

BOOST_AUTO_TEST_CASE(other_archives_are_named) {
    const std::string ods = "application/vnd.oasis.opendocument.spreadsheet";
    BOOST_TEST(read_all(archive_of("mimetype", ods), "list.xlsx") == "file.ods");
    BOOST_TEST(read_all(archive_of("mimetype", "application/vnd.oasis.opendocument.text")) ==
               "file.not-a-spreadsheet looks-like=odt");
    BOOST_TEST(read_all(archive_of("xl/workbook.bin")) == "file.xlsb");
    BOOST_TEST(read_all(archive_of("word/document.xml")) == "file.not-a-spreadsheet looks-like=docx");
    BOOST_TEST(read_all(archive_of("ppt/presentation.xml")) == "file.not-a-spreadsheet looks-like=pptx");
    BOOST_TEST(read_all(archive_of("photo.jpg")) == "file.not-a-spreadsheet looks-like=zip");
    BOOST_TEST(read_all(make_zip({})) == "file.not-a-spreadsheet looks-like=zip");
}

BOOST_AUTO_TEST_CASE(pages_and_documents_under_a_workbooks_name_are_named) {
    for (const char* page :
         {"<html><table>", "\n  <!DOCTYPE HTML PUBLIC>", "\xEF\xBB\xBF<HTML>", "<table border=1>",
          "<?xml version=\"1.0\"?><html xmlns=\"x\">", "MIME-Version: 1.0\r\nContent-Type: multipart"})
        BOOST_TEST(read_all(page, "list.xlsx") == "file.html", page);
    BOOST_TEST(read_all(wide("<html>"), "list.xls") == "file.html");
    BOOST_TEST(read_all("%PDF-1.7\n", "list.xlsx") == "file.not-a-spreadsheet looks-like=pdf");
    BOOST_TEST(read_all("\x89PNG\r\n\x1A\n", "list.xlsx") == "file.not-a-spreadsheet looks-like=image");
    BOOST_TEST(read_all("{\\rtf1 ", "list.csv") == "file.not-a-spreadsheet looks-like=rtf");
    BOOST_TEST(read_all("ID;PWXL;N;E\n", "list.csv") == "file.not-a-spreadsheet looks-like=sylk");
    BOOST_TEST(read_all(std::string("\x00\x01\x02\x03", 4), "list.xlsx") ==
               "file.not-a-spreadsheet looks-like=binary");
    BOOST_TEST(
        read_all("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                 "l.xls") == "file.not-a-spreadsheet looks-like=xml-2003");
    BOOST_TEST(
        read_all("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument\">",
                 "l.fods") == "file.ods");
    BOOST_TEST(read_all("", "list.xlsx") == "file.empty");
}

BOOST_AUTO_TEST_CASE(text_is_a_list_unless_it_is_named_like_a_workbook) {
    BOOST_TEST(read_all("a,b\n1,2\n", "list.csv") == "A1=a B1=b | A2=1 B2=2");
    BOOST_TEST(read_all("a,b\n1,2\n", "list.txt") == "A1=a B1=b | A2=1 B2=2");
    for (const char* name : {"list.xlsx", "LIST.XLSX", "list.xls", "list.xlsm", "list.ods"})
        BOOST_TEST(read_all("a,b\n1,2\n", name) == "file.csv", name);
}

BOOST_AUTO_TEST_CASE(a_workbook_is_read_under_any_name) {
    const std::string bytes = make_workbook({.sheet_data = "<row><c><v>7</v></c></row>"});
    for (const char* name : {"list.csv", "list.xls", "list", "list.xlsm"})
        BOOST_TEST(read_all(bytes, name) == "A1=7#", name);
}

BOOST_AUTO_TEST_CASE(files_on_the_disk_are_named_in_the_error) {
    const ScratchFolder folder;
    const auto missing = spreadsheet::open_workbook(folder / "no.xlsx");
    BOOST_REQUIRE(!missing.has_value());
    BOOST_TEST(missing.error().code == "file.not-found");
    BOOST_TEST(missing.error().place.file.ends_with("no.xlsx"));

    const auto of_folder = spreadsheet::open_workbook(folder.path());
    BOOST_REQUIRE(!of_folder.has_value());
    BOOST_TEST(describe(of_folder.error()) == "file.not-a-spreadsheet looks-like=folder");

    write_bytes(folder / "បញ្ជី.xlsx", "%PDF-1.4");
    const auto pdf = spreadsheet::open_workbook(folder / "បញ្ជី.xlsx");
    BOOST_REQUIRE(!pdf.has_value());
    BOOST_TEST(pdf.error().place.file.ends_with("បញ្ជី.xlsx"));
    BOOST_TEST(read_bytes(folder / "បញ្ជី.xlsx") == "%PDF-1.4");
}

BOOST_AUTO_TEST_SUITE_END()
