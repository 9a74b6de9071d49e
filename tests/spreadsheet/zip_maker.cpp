// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/zip_maker.hpp"

#include <stdexcept>
#include <zlib.h>

namespace {

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i)
        to += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string deflated(const std::string& content) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib");
    std::string packed(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
    std::string input = content;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("zlib");
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::uint32_t checksum(const std::string& content) {
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
}

struct Written {
    std::uint32_t crc = 0;
    std::uint32_t packed = 0;
    std::uint32_t size = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::string extra{};
    std::size_t offset = 0;
};

Written write_local(std::string& zip, const ZipPart& part) {
    const std::string data = part.stored ? part.content : deflated(part.content);
    Written w;
    w.crc = part.crc.value_or(checksum(part.content));
    w.packed = part.packed.value_or(static_cast<std::uint32_t>(data.size()));
    w.size = part.size.value_or(static_cast<std::uint32_t>(part.content.size()));
    w.flags = static_cast<std::uint16_t>(part.flags | (part.descriptor ? 8 : 0));
    w.method = part.method.value_or(part.stored ? 0 : 8);
    w.offset = zip.size();
    if (part.zip64) {
        put(w.extra, 1, 2);
        put(w.extra, 16, 2);
        put(w.extra, w.size, 8);
        put(w.extra, w.packed, 8);
        w.size = w.packed = 0xFFFF'FFFF;
    }
    zip += "PK\x03\x04";
    put(zip, 20, 2);
    put(zip, w.flags, 2);
    put(zip, w.method, 2);
    put(zip, 0, 4);
    put(zip, part.descriptor ? 0 : part.local_crc.value_or(w.crc), 4);
    put(zip, part.descriptor ? 0 : w.packed, 4);
    put(zip, part.descriptor ? 0 : w.size, 4);
    put(zip, part.name.size(), 2);
    put(zip, w.extra.size(), 2);
    zip += part.local_name.value_or(part.name) + w.extra + data;
    if (part.descriptor) {
        zip += "PK\x07\x08";
        put(zip, w.crc, 4);
        put(zip, w.packed, 4);
        put(zip, w.size, 4);
    }
    return w;
}

void write_central(std::string& zip, const ZipPart& part, const Written& w) {
    zip += "PK\x01\x02";
    put(zip, 20, 2);
    put(zip, 20, 2);
    put(zip, w.flags, 2);
    put(zip, w.method, 2);
    put(zip, 0, 4);
    put(zip, w.crc, 4);
    put(zip, w.packed, 4);
    put(zip, w.size, 4);
    put(zip, part.name.size(), 2);
    put(zip, w.extra.size(), 2);
    put(zip, 0, 2); // comment
    put(zip, 0, 2); // disk
    put(zip, 0, 2);
    put(zip, 0, 4);
    put(zip, w.offset, 4);
    zip += part.name + w.extra;
}

void write_zip64_end(std::string& zip, std::size_t count, std::size_t directory, std::size_t size) {
    const std::size_t at = zip.size();
    zip += "PK\x06\x06";
    put(zip, 44, 8);
    put(zip, 45, 2);
    put(zip, 45, 2);
    put(zip, 0, 8);
    put(zip, count, 8);
    put(zip, count, 8);
    put(zip, size, 8);
    put(zip, directory, 8);
    zip += "PK\x06\x07";
    put(zip, 0, 4);
    put(zip, at, 8);
    put(zip, 1, 4);
}

constexpr const char* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + relationships + "/" + type + "\" Target=\"" + target +
           "\"/>";
}

std::string relationship_part(const std::string& inside) {
    return declaration +
           std::string{
               "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"} +
           inside + "</Relationships>";
}

} // namespace

std::string make_zip(const std::vector<ZipPart>& parts, const ZipEnd& end) {
    std::string zip = end.before;
    std::vector<Written> written;
    for (const ZipPart& part : parts) {
        if (!part.same_data_as) {
            written.push_back(write_local(zip, part));
        } else {
            written.push_back(written.at(*part.same_data_as));
        }
    }
    const std::size_t directory = zip.size();
    for (std::size_t i = 0; i < parts.size(); ++i)
        write_central(zip, parts[i], written[i]);
    const std::size_t size = zip.size() - directory;
    if (end.zip64) write_zip64_end(zip, parts.size(), directory, size);
    zip += "PK\x05\x06";
    put(zip, 0, 4);
    put(zip, end.count.value_or(static_cast<std::uint16_t>(parts.size())), 2);
    put(zip, end.count.value_or(static_cast<std::uint16_t>(parts.size())), 2);
    put(zip, end.directory_size.value_or(static_cast<std::uint32_t>(size)), 4);
    put(zip, end.directory_offset.value_or(static_cast<std::uint32_t>(directory)), 4);
    put(zip, end.comment.size(), 2);
    return zip + end.comment + end.after;
}

std::vector<ZipPart> workbook_parts(const WorkbookText& text) {
    const std::string sheet = text.sheet.empty()
                                  ? declaration + std::string{"<worksheet xmlns=\""} + main_namespace +
                                        "\"><sheetData>" + text.sheet_data + "</sheetData></worksheet>"
                                  : text.sheet;
    const std::string workbook =
        text.workbook.empty()
            ? declaration + std::string{"<workbook xmlns=\""} + main_namespace + "\" xmlns:r=\"" +
                  relationships +
                  "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            : text.workbook;
    std::string links = relationship("rId1", "worksheet", "worksheets/sheet1.xml");
    std::vector<ZipPart> parts{
        {"[Content_Types].xml",
         declaration + std::string{"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                                   "content-types\"/>"}},
        {"_rels/.rels", relationship_part(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", workbook},
        {"xl/worksheets/sheet1.xml", sheet},
    };
    if (!text.shared_strings.empty()) {
        links += relationship("rId2", "sharedStrings", "sharedStrings.xml");
        parts.push_back({"xl/sharedStrings.xml", declaration + std::string{"<sst xmlns=\""} + main_namespace +
                                                     "\">" + text.shared_strings + "</sst>"});
    }
    if (!text.styles.empty()) {
        links += relationship("rId3", "styles", "styles.xml");
        parts.push_back({"xl/styles.xml", declaration + std::string{"<styleSheet xmlns=\""} + main_namespace +
                                              "\">" + text.styles + "</styleSheet>"});
    }
    parts.push_back({"xl/_rels/workbook.xml.rels", relationship_part(links)});
    return parts;
}

std::string make_workbook(const WorkbookText& text) {
    return make_zip(workbook_parts(text));
}
