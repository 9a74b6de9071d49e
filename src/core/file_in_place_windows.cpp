// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/file_in_place.hpp"

#include <array>
#include <chrono>
#include <thread>
#include <vector>
#include <windows.h>
// After the header it stands on.
#include <restartmanager.h>

namespace core {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds patience{2000};
constexpr std::chrono::milliseconds pause{40};

// Somebody has it open and does not let it go: asked for as what removes it asks.
bool is_held(const fs::path& file) {
    const HANDLE opened =
        CreateFileW(file.c_str(), DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                    OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened != INVALID_HANDLE_VALUE) {
        CloseHandle(opened);
        return false;
    }
    return GetLastError() == ERROR_SHARING_VIOLATION;
}

bool is_held(DWORD refused, const fs::path& finished, const fs::path& target) {
    if (refused == ERROR_SHARING_VIOLATION || refused == ERROR_LOCK_VIOLATION) return true;
    // An open file is not replaced, which Windows calls a right that is missing.
    return refused == ERROR_ACCESS_DENIED && (is_held(finished) || is_held(target));
}

// The programs that hold the file, as Windows' Restart Manager knows them; empty when it does not.
std::string holders_of(const fs::path& file) {
    DWORD session = 0;
    std::array<wchar_t, CCH_RM_SESSION_KEY + 1> key{};
    if (RmStartSession(&session, 0, key.data()) != ERROR_SUCCESS) return {};
    std::wstring names;
    const wchar_t* const asked[] = {file.c_str()};
    UINT needed = 0;
    std::array<RM_PROCESS_INFO, 8> found{};
    UINT count = static_cast<UINT>(found.size());
    DWORD reasons = 0;
    if (RmRegisterResources(session, 1, const_cast<const wchar_t**>(asked), 0, nullptr, 0, nullptr) ==
            ERROR_SUCCESS &&
        RmGetList(session, &needed, &count, found.data(), &reasons) == ERROR_SUCCESS && needed != 0)
        for (UINT at = 0; at < count && at < found.size(); ++at)
            if (found[at].Process.dwProcessId != GetCurrentProcessId() && found[at].strAppName[0] != L'\0')
                names += (names.empty() ? L"" : L", ") + std::wstring(found[at].strAppName);
    RmEndSession(session);
    const std::u8string utf8 = fs::path(names).u8string();
    return {utf8.begin(), utf8.end()};
}

} // namespace

std::optional<NotInPlace> put_in_place(const fs::path& finished, const fs::path& target) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (MoveFileExW(finished.c_str(), target.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return std::nullopt;
        const DWORD refused = GetLastError();
        const std::error_code reason{static_cast<int>(refused), std::system_category()};
        if (!is_held(refused, finished, target)) return NotInPlace{reason, why_not_written(reason)};
        if (std::chrono::steady_clock::now() >= end) {
            std::string holder = holders_of(target);
            const char* const why = holder.empty() ? "in-use" : "in-use-by";
            return NotInPlace{reason, why, std::move(holder)};
        }
        std::this_thread::sleep_for(pause);
    }
}

} // namespace core
