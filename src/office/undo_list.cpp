// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/undo_list.hpp"

#include <algorithm>
#include <utility>

namespace office {

namespace {

auto of_page(std::string_view page) {
    return [page](const UndoList::Step& step) { return step.subject.page == page; };
}

} // namespace

void UndoList::remember(Step step) {
    if (m_steps.size() == most) m_steps.erase(m_steps.begin());
    m_steps.push_back(std::move(step));
}

bool UndoList::any(std::string_view page) const {
    return std::any_of(m_steps.begin(), m_steps.end(), of_page(page));
}

core::Expected<UndoList::Subject> UndoList::take_back(std::string_view page) {
    const auto last = std::find_if(m_steps.rbegin(), m_steps.rend(), of_page(page));
    const Step step = std::move(*last);
    m_steps.erase(std::next(last).base());
    return step.take_back().map([&] { return step.subject; });
}

} // namespace office
