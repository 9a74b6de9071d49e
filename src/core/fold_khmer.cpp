// SPDX-License-Identifier: GPL-3.0-or-later
// The order inside a cluster is that of the Khmer Encoding Structure (Unicode L2/22-290): base, robat, coengs
// with RO last, shifter, vowel, signs. Unicode's own normalisation does almost nothing for Khmer.
#include "core/fold_script.hpp"

#include <algorithm>

namespace core {
namespace {

constexpr char32_t qa = 0x17A2, da = 0x178A, ta = 0x178F, ro = 0x179A, ka = 0x1780;
constexpr char32_t qu = 0x17A7, quk = 0x17A8, qoo_1 = 0x17B1, qoo_2 = 0x17B2;
constexpr char32_t old_qa = 0x17A3, old_qaa = 0x17A4;
constexpr char32_t aa = 0x17B6, i = 0x17B7, ii = 0x17B8, yy = 0x17BA, u = 0x17BB;
constexpr char32_t oe = 0x17BE, ya = 0x17BF, ie = 0x17C0, e = 0x17C1, ae = 0x17C2, oo = 0x17C4, au = 0x17C5;
constexpr char32_t nikahit = 0x17C6, reahmuk = 0x17C7, yuukaleapintu = 0x17C8;
constexpr char32_t muusikatoan = 0x17C9, triisap = 0x17CA, bantoc = 0x17CB, robat = 0x17CC;
constexpr char32_t samyok_sannya = 0x17D0, coeng = 0x17D2;

bool is_base(char32_t c) {
    return c >= 0x1780 && c <= 0x17B3;
}

bool is_vowel(char32_t c) {
    return c >= aa && c <= au;
}

bool has(const std::u32string& letters, char32_t c) {
    return letters.find(c) != std::u32string::npos;
}

void drop(std::u32string& letters, char32_t c) {
    letters.erase(std::remove(letters.begin(), letters.end(), c), letters.end());
}

void drop_one(std::u32string& letters, char32_t c) {
    letters.erase(letters.find(c), 1);
}

// A base with all that hangs on it, in whatever order it was typed.
struct Cluster {
    char32_t base = 0;
    bool robat = false;
    std::u32string coengs; // the letters below, without the coeng signs
    std::u32string shifters;
    std::u32string vowels;
    std::u32string signs;
    bool samyok_sannya = false;
};

// េ is also the left half of other vowels, and its right halves are vowels of their own.
void compose_vowels(std::u32string& vowels) {
    const auto becomes = [&](char32_t right, char32_t whole) {
        drop_one(vowels, e);
        drop_one(vowels, right);
        vowels += whole;
    };
    if (has(vowels, e)) {
        if (has(vowels, ii))
            becomes(ii, oe);
        else if (has(vowels, aa))
            becomes(aa, oo);
        else if (std::count(vowels.begin(), vowels.end(), e) == 2)
            becomes(e, ae);
    }
    const bool holds_e = std::any_of(vowels.begin(), vowels.end(), [](char32_t v) {
        return v == oe || v == ya || v == ie || v == oo || v == au || v == ae;
    });
    if (holds_e) drop(vowels, e);
    std::sort(vowels.begin(), vowels.end());
    vowels.erase(std::unique(vowels.begin(), vowels.end()), vowels.end());
}

// Under an upper vowel both shifters are drawn like ុ, and typed as it.
void settle_shifter(Cluster& cluster) {
    const bool upper = cluster.samyok_sannya || (has(cluster.vowels, aa) && has(cluster.signs, nikahit)) ||
                       std::any_of(cluster.vowels.begin(), cluster.vowels.end(),
                                   [](char32_t v) { return (v >= i && v <= yy) || v == oe; });
    if (upper && has(cluster.vowels, u)) {
        drop(cluster.vowels, u);
        cluster.shifters = triisap;
    }
    if (cluster.shifters.empty()) return;
    const char32_t settled = upper ? triisap : cluster.shifters.back();
    cluster.shifters.assign(1, settled);
}

void write(Cluster& cluster, std::u32string& key) {
    compose_vowels(cluster.vowels);
    settle_shifter(cluster);
    std::stable_partition(cluster.coengs.begin(), cluster.coengs.end(), [](char32_t c) { return c != ro; });
    std::sort(cluster.signs.begin(), cluster.signs.end());
    cluster.signs.erase(std::unique(cluster.signs.begin(), cluster.signs.end()), cluster.signs.end());

    if (cluster.base != 0) key += cluster.base;
    if (cluster.robat) key += robat;
    for (char32_t c : cluster.coengs) {
        key += coeng;
        key += c;
    }
    key += cluster.shifters;
    key += cluster.vowels;
    key += cluster.signs;
    cluster = {};
}

// Deprecated letters and pairs of code points for one letter.
std::u32string modern(std::u32string_view letters) {
    std::u32string result;
    result.reserve(letters.size());
    for (char32_t c : letters) {
        if (c == old_qa)
            result += qa;
        else if (c == old_qaa)
            result.append({qa, aa});
        else if (c == quk)
            result.append({qu, ka});
        else if (c == qoo_2)
            result += qoo_1;
        else if (c == yuukaleapintu)
            result += reahmuk;
        else
            result += c;
    }
    return result;
}

void add_mark(Cluster& cluster, char32_t c) {
    if (is_vowel(c))
        cluster.vowels += c;
    else if (c == muusikatoan || c == triisap)
        cluster.shifters += c;
    else if (c == robat)
        cluster.robat = true;
    else if (c == nikahit || c == reahmuk || c == bantoc)
        cluster.signs += c;
    else if (c == samyok_sannya)
        // ចន្ទ and ច័ន្ទ are both written: the sign only tells ុ from a shifter.
        cluster.samyok_sannya = true;
    // The rest make no difference to a name: inherent vowels, and the signs that silence a letter
    // (វឌ្ឍន៍, វឌ្ឍន) or mark a word.
}

// Writes all clusters but the last, which it gives back.
Cluster fold_clusters(std::u32string_view letters, std::u32string& key) {
    const std::u32string text = modern(letters);
    key.reserve(text.size());
    Cluster cluster;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t c = text[at];
        if (is_base(c)) {
            write(cluster, key);
            cluster.base = c;
        } else if (c == coeng) {
            // A coeng with nothing below it shows nothing.
            if (at + 1 == text.size() || !is_base(text[at + 1])) continue;
            ++at;
            // Below a letter DA and TA are drawn alike: កណ្ដាល, កណ្តាល.
            cluster.coengs += text[at] == da ? ta : text[at];
        } else {
            add_mark(cluster, c);
        }
    }
    return cluster;
}

} // namespace

bool is_khmer_letter(char32_t c) {
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD;
}

std::u32string fold_khmer_run(std::u32string_view letters) {
    std::u32string key;
    Cluster last = fold_clusters(letters, key);
    write(last, key);
    return key;
}

std::u32string fold_khmer_start(std::u32string_view letters) {
    std::u32string key;
    Cluster last = fold_clusters(letters, key);
    if (last.vowels.empty() && last.signs.empty()) last.shifters.clear();
    write(last, key);
    return key;
}

} // namespace core
