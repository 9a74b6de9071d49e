// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are written now and read once more later: the first of them in memory, the rest in a file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace spreadsheet {

// Small ones never touch the disk. The file lies beside `target`, whose name it begins with, and is gone with
// the spool. A failure of the disk throws WorldFailure file.write, that names the target.
class Spool {
  public:
    explicit Spool(std::filesystem::path target);
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    void add(std::string_view bytes);
    // All of it in order, in pieces of that many bytes and a last one of what is left. May be asked for
    // again.
    void each(std::size_t piece_bytes, const std::function<void(std::string_view)>& take);

  private:
    void write_out();
    [[noreturn]] void fail() const;

    std::filesystem::path m_target;
    std::filesystem::path m_file;
    std::fstream m_stream;
    std::string m_held; // what is not in the file
};

} // namespace spreadsheet
