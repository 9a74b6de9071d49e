#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the program's English texts into srok.pot and brings km.po up to date with them.
#
#   i18n/update-pot.sh           after changing a text in src/
#   i18n/update-pot.sh --check   writes nothing; fails when srok.pot is not what the sources say
#
# Texts of wx itself that our windows show stand in wx-words.pot, kept by hand: wx has no Khmer of its own.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

find src -name '*.cpp' -o -name '*.hpp' | LC_ALL=C sort > "$work/sources"
xgettext --language=C++ --from-code=UTF-8 --files-from="$work/sources" --output="$work/ours.pot" \
    --keyword --keyword=_ --keyword=translatable --keyword=wxTRANSLATE --keyword=wxPLURAL:1,2 \
    --keyword=wxGETTEXT_IN_CONTEXT:1c,2 --add-comments=TRANSLATORS: --add-location=file \
    --package-name=Srok --copyright-holder='the Srok contributors'
msgcat --use-first --add-location=file --output-file="$work/collected.pot" "$work/ours.pot" i18n/wx-words.pot
# A header of our own: gettext's holds the day of the run, which would change the file although no text did.
{
    echo '# SPDX-License-Identifier: GPL-3.0-or-later'
    echo '# English texts of Srok, collected by i18n/update-pot.sh.'
    sed -e '1,/^#, fuzzy$/d' -e 's/CHARSET/UTF-8/' -e '/^"POT-Creation-Date:/d' -e '/^"PO-Revision-Date:/d' \
        "$work/collected.pot"
} > "$work/srok.pot"

if [ "${1-}" = --check ]; then
    cmp -s "$work/srok.pot" i18n/srok.pot && exit 0
    echo "i18n/srok.pot is not up to date: run i18n/update-pot.sh" >&2
    exit 1
fi
cp "$work/srok.pot" i18n/srok.pot
msgmerge --quiet --update --backup=none --no-fuzzy-matching --previous i18n/km.po i18n/srok.pot
msgattrib --no-obsolete --output-file=i18n/km.po i18n/km.po
msgfmt --check --statistics --output-file=/dev/null i18n/km.po
