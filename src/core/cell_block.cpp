// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cell_block.hpp"

namespace core {

CellBlock read_cells(std::string_view text) {
    CellBlock block;
    if (text.empty()) return block;
    block.push_back({std::string{}});
    bool quoted = false;
    bool begins = true; // of a cell
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        std::string& cell = block.back().back();
        if (quoted) {
            const bool doubled = c == '"' && at + 1 < text.size() && text[at + 1] == '"';
            if (doubled) ++at;
            if (c == '"' && !doubled)
                quoted = false;
            else
                cell += c;
            continue;
        }
        if (c == '"' && begins) {
            quoted = true;
            begins = false;
        } else if (c == '\t') {
            block.back().emplace_back();
            begins = true;
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
            if (at + 1 < text.size()) block.push_back({std::string{}});
            begins = true;
        } else {
            cell += c;
            begins = false;
        }
    }
    return block;
}

std::string cells_text(const CellBlock& block) {
    std::string text;
    for (const auto& row : block) {
        std::string_view apart;
        for (const std::string& cell : row) {
            text.append(apart);
            apart = "\t";
            if (cell.find_first_of("\t\r\n\"") == std::string::npos) {
                text += cell;
                continue;
            }
            text += '"';
            for (const char c : cell)
                text.append(c == '"' ? 2U : 1U, c);
            text += '"';
        }
        text += '\n';
    }
    return text;
}

} // namespace core
