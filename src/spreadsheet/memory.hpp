// SPDX-License-Identifier: GPL-3.0-or-later
// One account of the memory that reading a file takes: under expat, under the strings, under the tables. What
// exceeds it ends as file.too-big, whatever the file claims about itself.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <new>

struct XML_ParserStruct;

namespace spreadsheet {

// Thrown inside the room only; its borders turn it into file.too-big.
struct OverBudget final : std::bad_alloc {
    const char* what() const noexcept override { return "spreadsheet memory budget"; }
};

class MemoryBudget final : public std::pmr::memory_resource {
  public:
    explicit MemoryBudget(std::size_t maximum)
        : m_maximum(maximum) {}

    std::size_t maximum() const { return m_maximum; }
    std::size_t used() const { return m_used; }
    std::size_t peak() const { return m_peak; }

    // For memory that was not taken through this resource. Throws OverBudget.
    void charge(std::size_t bytes);
    void release(std::size_t bytes) noexcept { m_used -= bytes; }
    // charge() for code that cannot throw.
    bool try_charge(std::size_t bytes) noexcept;

  private:
    void* do_allocate(std::size_t bytes, std::size_t alignment) override;
    void do_deallocate(void* at, std::size_t bytes, std::size_t alignment) override;
    bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

    std::size_t m_maximum;
    std::size_t m_used = 0;
    std::size_t m_peak = 0;
};

// An expat parser whose every allocation is charged to `budget`; namespaces come before a '|'. Freed by
// XML_ParserFree while the budget still stands. Expat's hooks carry no context: allocations made while the
// object lives, in this thread, go to its budget.
class ExpatAccount {
  public:
    explicit ExpatAccount(MemoryBudget& budget);
    ~ExpatAccount();
    ExpatAccount(const ExpatAccount&) = delete;
    ExpatAccount& operator=(const ExpatAccount&) = delete;
    // Throws OverBudget.
    static XML_ParserStruct* make_parser();

  private:
    MemoryBudget* m_previous;
};

} // namespace spreadsheet
