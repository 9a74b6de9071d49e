// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/memory.hpp"

#include <expat.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace spreadsheet {
namespace {

thread_local MemoryBudget* current_account = nullptr;

// Stands before each block that expat holds, so that freeing knows the size and the account.
struct alignas(std::max_align_t) BlockHead {
    std::size_t bytes;
    MemoryBudget* account;
};

void* expat_malloc(std::size_t bytes) {
    MemoryBudget* account = current_account;
    const std::size_t whole = bytes + sizeof(BlockHead);
    if (whole < bytes || (account && !account->try_charge(whole))) return nullptr;
    void* block = std::malloc(whole);
    if (!block) {
        if (account) account->release(whole);
        return nullptr;
    }
    return new (block) BlockHead{whole, account} + 1;
}

void expat_free(void* at) {
    if (!at) return;
    BlockHead* head = static_cast<BlockHead*>(at) - 1;
    if (head->account) head->account->release(head->bytes);
    std::free(head);
}

void* expat_realloc(void* at, std::size_t bytes) {
    if (!at) return expat_malloc(bytes);
    const std::size_t held = (static_cast<BlockHead*>(at) - 1)->bytes - sizeof(BlockHead);
    if (bytes <= held && bytes > held / 2) return at;
    void* moved = expat_malloc(bytes);
    if (!moved) return nullptr;
    std::memcpy(moved, at, std::min(held, bytes));
    expat_free(at);
    return moved;
}

} // namespace

bool MemoryBudget::try_charge(std::size_t bytes) noexcept {
    if (bytes > m_maximum - m_used) return false;
    m_used += bytes;
    m_peak = std::max(m_peak, m_used);
    return true;
}

void MemoryBudget::charge(std::size_t bytes) {
    if (!try_charge(bytes)) throw OverBudget{};
}

void* MemoryBudget::do_allocate(std::size_t bytes, std::size_t alignment) {
    charge(bytes);
    try {
        return ::operator new (bytes, std::align_val_t{alignment});
    } catch (...) {
        release(bytes);
        throw;
    }
}

void MemoryBudget::do_deallocate(void* at, std::size_t bytes, std::size_t alignment) {
    ::operator delete (at, bytes, std::align_val_t{alignment});
    release(bytes);
}

ExpatAccount::ExpatAccount(MemoryBudget& budget)
    : m_previous(std::exchange(current_account, &budget)) {}

ExpatAccount::~ExpatAccount() {
    current_account = m_previous;
}

XML_ParserStruct* ExpatAccount::make_parser() {
    static const XML_Memory_Handling_Suite suite{expat_malloc, expat_realloc, expat_free};
    XML_Parser parser = XML_ParserCreate_MM(nullptr, &suite, "|");
    if (!parser) throw OverBudget{};
    return parser;
}

} // namespace spreadsheet
