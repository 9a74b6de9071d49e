// SPDX-License-Identifier: GPL-3.0-or-later
// A hand and an ear for the desktop program on Windows: starts it, finds its controls by their stable ids
// (widgets::name_control), works them as a person would, and asks what a screen reader is told. Spoken to by
// lines of JSON at stdin, {"do": "click", "window": 65702}, each answered by one line; hand.py speaks for a
// journey.
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <fcntl.h>
#include <io.h>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>
#include <windows.h>
// After the header they stand on.
#include <tlhelp32.h>

#include <commctrl.h>
#include <oleacc.h>

namespace {

using nlohmann::json;

constexpr UINT patience_ms = 5000;
constexpr int most_children = 4000;
// Not IID_IAccessible: liboleacc.a holds code under that name, and is taken for the number where it is linked
// before libuuid.a.
const IID& accessible_id = __uuidof(IAccessible);

std::string utf8_of(const wchar_t* text, int size = -1) {
    if (text == nullptr || size == 0) return {};
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, text, size, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(bytes), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, size, utf8.data(), bytes, nullptr, nullptr);
    if (size < 0) utf8.pop_back(); // the terminating zero
    return utf8;
}

std::wstring wide_of(const std::string& utf8) {
    const int size = MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), nullptr, 0);
    std::wstring wide(static_cast<std::size_t>(size), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), wide.data(), size);
    return wide;
}

struct Program {
    HANDLE process = nullptr;
    DWORD id = 0;
};
Program srok;

HWND window_of(const json& asked) {
    return reinterpret_cast<HWND>(asked.at("window").get<std::uintptr_t>());
}

// Sent, and not waited for longer than a busy program takes.
std::optional<DWORD_PTR> ask(HWND window, UINT message, WPARAM first, LPARAM second) {
    DWORD_PTR answer = 0;
    if (!SendMessageTimeoutW(window, message, first, second, SMTO_ABORTIFHUNG, patience_ms, &answer))
        return std::nullopt;
    return answer;
}

std::string text_of(HWND window) {
    const auto size = ask(window, WM_GETTEXTLENGTH, 0, 0);
    if (!size || *size == 0 || *size > 100'000) return {};
    std::wstring text(*size + 1, L'\0');
    const auto got = ask(window, WM_GETTEXT, text.size(), reinterpret_cast<LPARAM>(text.data()));
    return got ? utf8_of(text.data(), static_cast<int>(*got)) : std::string{};
}

std::string id_of(HWND window) {
    const auto atom = static_cast<ATOM>(reinterpret_cast<std::uintptr_t>(GetPropW(window, L"srok.id")));
    std::array<wchar_t, 256> name{};
    return atom == 0
               ? std::string{}
               : utf8_of(name.data(), static_cast<int>(GlobalGetAtomNameW(atom, name.data(), name.size())));
}

std::string class_of(HWND window) {
    std::array<wchar_t, 256> name{};
    return utf8_of(name.data(), GetClassNameW(window, name.data(), name.size()));
}

BOOL CALLBACK note_window(HWND window, LPARAM list) {
    auto& windows = *reinterpret_cast<std::vector<HWND>*>(list);
    DWORD owner = 0;
    GetWindowThreadProcessId(window, &owner);
    if (owner == srok.id && IsWindowVisible(window)) windows.push_back(window);
    return TRUE;
}

HWND focused() {
    GUITHREADINFO info = {};
    info.cbSize = sizeof info;
    for (const HWND top : [] {
             std::vector<HWND> tops;
             EnumWindows(note_window, reinterpret_cast<LPARAM>(&tops));
             return tops;
         }())
        if (GetGUIThreadInfo(GetWindowThreadProcessId(top, nullptr), &info) && info.hwndFocus)
            return info.hwndFocus;
    return nullptr;
}

// Every visible window of the program; the texts of those with an id, of buttons, fields and labels.
json windows(const json& asked) {
    std::vector<HWND> tops;
    EnumWindows(note_window, reinterpret_cast<LPARAM>(&tops));
    const bool texts = asked.value("texts", false);
    json all = json::array();
    for (const HWND top : tops) {
        std::vector<HWND> inside{top};
        EnumChildWindows(top, note_window, reinterpret_cast<LPARAM>(&inside));
        for (const HWND one : inside) {
            RECT box = {};
            GetWindowRect(one, &box);
            const std::string id = id_of(one);
            json told = {{"window", reinterpret_cast<std::uintptr_t>(one)},
                         {"top", reinterpret_cast<std::uintptr_t>(top)},
                         {"id", id},
                         {"class", class_of(one)},
                         {"number", GetDlgCtrlID(one)},
                         {"enabled", IsWindowEnabled(one) && IsWindowEnabled(top)},
                         {"box", {box.left, box.top, box.right - box.left, box.bottom - box.top}}};
            if (texts || one == top) told["text"] = text_of(one);
            all.push_back(std::move(told));
        }
    }
    return all;
}

json start(const json& asked) {
    std::wstring line;
    for (const json& word : asked.at("words"))
        line += L"\"" + wide_of(word.get<std::string>()) + L"\" ";
    STARTUPINFOW how = {};
    how.cb = sizeof how;
    how.dwFlags = STARTF_USESTDHANDLES; // its complaints go where ours go
    how.hStdOutput = how.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION made = {};
    if (!CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &how, &made))
        throw std::runtime_error("cannot be started: " + std::to_string(GetLastError()));
    CloseHandle(made.hThread);
    srok = {made.hProcess, made.dwProcessId};
    return {{"process", srok.id}};
}

// Takes over a program that somebody else has started, by the name of its file; false while there is none.
json meet(const json& asked) {
    const std::wstring name = wide_of(asked.at("program").get<std::string>());
    const HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W one = {};
    one.dwSize = sizeof one;
    bool met = false;
    for (BOOL more = Process32FirstW(all, &one); more && !met; more = Process32NextW(all, &one)) {
        if (name != one.szExeFile) continue;
        srok = {OpenProcess(PROCESS_ALL_ACCESS, FALSE, one.th32ProcessID), one.th32ProcessID};
        met = srok.process != nullptr;
    }
    CloseHandle(all);
    return met;
}

// How it ended; null while it runs.
json ended(const json&) {
    if (WaitForSingleObject(srok.process, 0) == WAIT_TIMEOUT) return nullptr;
    DWORD code = 0;
    GetExitCodeProcess(srok.process, &code);
    return code;
}

json end(const json&) {
    TerminateProcess(srok.process, 1);
    return true;
}

// Not waited for: a button that opens a dialog answers when the dialog closes.
json click(const json& asked) {
    const HWND window = window_of(asked);
    if (class_of(window) == "Button") {
        PostMessageW(window, BM_CLICK, 0, 0);
        return true;
    }
    const LPARAM place = MAKELPARAM(asked.value("x", 5), asked.value("y", 5));
    PostMessageW(window, WM_LBUTTONDOWN, MK_LBUTTON, place);
    PostMessageW(window, WM_LBUTTONUP, 0, place);
    return true;
}

json set_text(const json& asked) {
    const std::wstring text = wide_of(asked.at("text").get<std::string>());
    return ask(window_of(asked), WM_SETTEXT, 0, reinterpret_cast<LPARAM>(text.c_str())).has_value();
}

json get_text(const json& asked) {
    return text_of(window_of(asked));
}

// The window that gets the keys from now on.
json focus(const json& asked) {
    const HWND window = window_of(asked);
    const DWORD theirs = GetWindowThreadProcessId(window, nullptr);
    const DWORD ours = GetCurrentThreadId();
    AttachThreadInput(ours, theirs, TRUE);
    SetForegroundWindow(GetAncestor(window, GA_ROOT));
    SetFocus(window);
    AttachThreadInput(ours, theirs, FALSE);
    return reinterpret_cast<std::uintptr_t>(focused());
}

// An entry of a choice, from 0, with what the program is told when a person takes it.
json choose(const json& asked) {
    const HWND window = window_of(asked);
    const auto row = asked.at("row").get<WPARAM>();
    if (ask(window, CB_SETCURSEL, row, 0) != DWORD_PTR{row}) return false;
    const HWND parent = GetParent(window);
    for (const int told : {CBN_SELENDOK, CBN_SELCHANGE})
        PostMessageW(parent, WM_COMMAND, MAKEWPARAM(GetDlgCtrlID(window), told),
                     reinterpret_cast<LPARAM>(window));
    return true;
}

json entries(const json& asked) {
    const HWND window = window_of(asked);
    json all = json::array();
    const auto count = ask(window, CB_GETCOUNT, 0, 0).value_or(0);
    for (WPARAM row = 0; row < count; ++row) {
        const auto size = ask(window, CB_GETLBTEXTLEN, row, 0).value_or(0);
        std::wstring text(size + 1, L'\0');
        ask(window, CB_GETLBTEXT, row, reinterpret_cast<LPARAM>(text.data()));
        all.push_back(utf8_of(text.data(), static_cast<int>(size)));
    }
    return {{"entries", all}, {"chosen", static_cast<int>(ask(window, CB_GETCURSEL, 0, 0).value_or(0))}};
}

json bring_tab(const json& asked) {
    constexpr UINT tab_focus = 0x1330; // TCM_SETCURFOCUS, which tells the program; TCM_SETCURSEL does not
    return ask(window_of(asked), tab_focus, asked.at("row").get<WPARAM>(), 0).has_value();
}

INPUT key_input(WORD key, DWORD flags) {
    INPUT input = {};
    input.type = INPUT_KEYBOARD;
    input.ki.wVk = key;
    input.ki.wScan = static_cast<WORD>(MapVirtualKeyW(key, MAPVK_VK_TO_VSC));
    input.ki.dwFlags = flags;
    return input;
}

// Virtual keys held together: [17, 78] is Ctrl+N.
json press(const json& asked) {
    std::vector<INPUT> inputs;
    const auto keys = asked.at("keys").get<std::vector<WORD>>();
    const auto extended = [](WORD key) {
        return key >= VK_PRIOR && key <= VK_DOWN ? KEYEVENTF_EXTENDEDKEY : 0;
    };
    for (const WORD key : keys)
        inputs.push_back(key_input(key, extended(key)));
    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
        inputs.push_back(key_input(*key, KEYEVENTF_KEYUP | extended(*key)));
    return SendInput(static_cast<UINT>(inputs.size()), inputs.data(), sizeof(INPUT)) == inputs.size();
}

// Letters as another keyboard would send them.
json type(const json& asked) {
    for (const wchar_t letter : wide_of(asked.at("text").get<std::string>())) {
        INPUT input = {};
        input.type = INPUT_KEYBOARD;
        input.ki.wScan = letter;
        input.ki.dwFlags = KEYEVENTF_UNICODE;
        SendInput(1, &input, sizeof input);
        input.ki.dwFlags |= KEYEVENTF_KEYUP;
        SendInput(1, &input, sizeof input);
    }
    return true;
}

std::string taken(BSTR text) {
    const std::string utf8 = text ? utf8_of(text, static_cast<int>(SysStringLen(text))) : std::string{};
    SysFreeString(text);
    return utf8;
}

// What a screen reader is told of one thing.
json account_of(IAccessible& account, long child) {
    VARIANT which = {};
    which.vt = VT_I4;
    which.lVal = child;
    BSTR name = nullptr;
    BSTR description = nullptr;
    VARIANT role = {};
    VARIANT state = {};
    account.get_accName(which, &name);
    account.get_accDescription(which, &description);
    account.get_accRole(which, &role);
    account.get_accState(which, &state);
    return {{"name", taken(name)},
            {"description", taken(description)},
            {"role", role.vt == VT_I4 ? role.lVal : 0},
            {"state", state.vt == VT_I4 ? state.lVal : 0}};
}

IAccessible& account_of(HWND window, IAccessible*& found) {
    const HRESULT result = AccessibleObjectFromWindow(window, static_cast<DWORD>(OBJID_CLIENT), accessible_id,
                                                      reinterpret_cast<void**>(&found));
    if (FAILED(result) || found == nullptr) throw std::runtime_error("no account: " + std::to_string(result));
    return *found;
}

// Of a window and, asked for, of so many of its children from one on.
json account(const json& asked) {
    IAccessible* found = nullptr;
    json told = account_of(account_of(window_of(asked), found), CHILDID_SELF);
    long count = 0;
    found->get_accChildCount(&count);
    told["count"] = count;
    told["children"] = json::array();
    const long first = asked.value("from", 1L);
    const long end = std::min<long>(count + 1, first + std::min(asked.value("children", 0), most_children));
    for (long child = first; child < end; ++child) {
        VARIANT which = {};
        which.vt = VT_I4;
        which.lVal = child;
        IDispatch* own = nullptr;
        IAccessible* as_account = nullptr;
        if (found->get_accChild(which, &own) == S_OK && own &&
            SUCCEEDED(own->QueryInterface(accessible_id, reinterpret_cast<void**>(&as_account)))) {
            told["children"].push_back(account_of(*as_account, CHILDID_SELF));
            as_account->Release();
        } else {
            told["children"].push_back(account_of(*found, child));
        }
        if (own) own->Release();
    }
    found->Release();
    return told;
}

// A row of a list, from 1, as a screen reader takes it; 0 brings the keyboard to the list.
json select(const json& asked) {
    IAccessible* found = nullptr;
    VARIANT which = {};
    which.vt = VT_I4;
    which.lVal = asked.at("row").get<long>();
    const HRESULT result =
        account_of(window_of(asked), found)
            .accSelect(which.lVal == CHILDID_SELF ? SELFLAG_TAKEFOCUS
                                                  : SELFLAG_TAKEFOCUS | SELFLAG_TAKESELECTION,
                       which);
    found->Release();
    return result == S_OK;
}

// What the heading of a list calls its columns, in the order they stand.
json headings(const json& asked) {
    const HWND heading = window_of(asked);
    constexpr std::size_t longest = 256;
    struct There {
        HDITEMW item;
        wchar_t text[longest];
    };
    json all = json::array();
    // The answer is written where the question lies: in the program's own memory.
    void* const theirs =
        VirtualAllocEx(srok.process, nullptr, sizeof(There), MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (theirs == nullptr) throw std::runtime_error("no memory there");
    There there = {};
    there.item.mask = HDI_TEXT;
    there.item.pszText = static_cast<There*>(theirs)->text;
    there.item.cchTextMax = longest;
    const auto count = ask(heading, HDM_GETITEMCOUNT, 0, 0).value_or(0);
    for (WPARAM at = 0; at < count; ++at) {
        const auto index = ask(heading, HDM_ORDERTOINDEX, at, 0).value_or(at);
        There told = {};
        WriteProcessMemory(srok.process, theirs, &there, sizeof there, nullptr);
        ask(heading, HDM_GETITEMW, index, reinterpret_cast<LPARAM>(theirs));
        ReadProcessMemory(srok.process, theirs, &told, sizeof told, nullptr);
        all.push_back(utf8_of(told.text));
    }
    VirtualFreeEx(srok.process, theirs, 0, MEM_RELEASE);
    return all;
}

json focused_window(const json&) {
    HWND window = focused();
    while (window && id_of(window).empty()) // a list's keyboard is on a window inside it
        window = GetParent(window);
    return {{"window", reinterpret_cast<std::uintptr_t>(window)},
            {"id", window ? id_of(window) : std::string{}}};
}

// Windows one after the other, without waiting for what the program does at the first.
json close_windows(const json& asked) {
    bool all = true;
    for (const json& window : asked.at("windows"))
        all = PostMessageW(reinterpret_cast<HWND>(window.get<std::uintptr_t>()), WM_CLOSE, 0, 0) != 0 && all;
    return all;
}

struct Verb {
    const char* name;
    json (*run)(const json&);
};
constexpr Verb verbs[] = {{"start", start},     {"ended", ended},       {"end", end},
                          {"windows", windows}, {"click", click},       {"set", set_text},
                          {"text", get_text},   {"focus", focus},       {"choose", choose},
                          {"entries", entries}, {"tab", bring_tab},     {"press", press},
                          {"type", type},       {"account", account},   {"close", close_windows},
                          {"select", select},   {"headings", headings}, {"focused", focused_window},
                          {"meet", meet}};

json answer(const std::string& line) {
    const json asked = json::parse(line);
    for (const Verb& verb : verbs)
        if (asked.at("do") == verb.name) return {{"said", verb.run(asked)}};
    throw std::runtime_error("no such verb");
}

} // namespace

int main() {
    for (std::FILE* stream : {stdin, stdout})
        _setmode(_fileno(stream), _O_BINARY);
    CoInitializeEx(nullptr, COINIT_APARTMENTTHREADED);
    for (std::string line; std::getline(std::cin, line);) {
        try {
            std::cout << answer(line) << std::endl;
        } catch (const std::exception& failed) {
            std::cout << json{{"failed", failed.what()}} << std::endl;
        }
    }
    CoUninitialize();
}
