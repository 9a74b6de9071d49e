# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that each rule of architecture.py can fail: a small clean house has no finding, and every planted violation
gets one from the rule it breaks, at the planted file, and from no other rule."""

import tempfile
from pathlib import Path

import architecture

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
SCRIPT_LICENCE = "# SPDX-License-Identifier: GPL-3.0-or-later\n"

CMAKE = SCRIPT_LICENCE + """
add_room(core SOURCES date.cpp)
add_room(storage SOURCES database.cpp USES core)
add_room(spreadsheet SOURCES writer.cpp USES core)
add_room(learners SOURCES learner.cpp USES storage UI learner_page.cpp)
add_room(classes SOURCES class.cpp USES learners UI class_page.cpp UI_USES learners_ui)
add_library(widgets STATIC widgets/job_pool.cpp)
target_link_libraries(widgets PUBLIC core PRIVATE Threads::Threads)
add_executable(srok app/main.cpp)
target_link_libraries(srok PRIVATE learners_ui)
"""

CLEAN = {
    "CMakeLists.txt": SCRIPT_LICENCE,
    "README.md": "# House\n\n{graph}\n\n## The data model\n`learner`\n\n## Next\n",
    "resources/migrations/0001_learners.sql": "-- SPDX-License-Identifier: GPL-3.0-or-later\nCREATE TABLE learner (id INTEGER);\n",
    "src/CMakeLists.txt": CMAKE,
    "src/core/date.hpp": LICENCE + "#pragma once\n",
    "src/core/date.cpp": LICENCE + '#include "core/date.hpp"\n',
    "src/storage/database.hpp": LICENCE + '#pragma once\n#include "core/date.hpp"\n',
    "src/storage/database.cpp": LICENCE + '#include "storage/database.hpp"\n#include <sqlite3.h>\n',
    "src/spreadsheet/writer.cpp": LICENCE + '#include "core/date.hpp"\n#include <xlsxwriter.h>\n',
    # What only looks like a violation is none: comments, text, raw text, digit separators.
    "src/learners/learner.hpp": LICENCE + '#pragma once\n#include "storage/database.hpp"\n'
    '// #include <sqlite3.h> and wxMessageBox( in a comment\n/* #include "classes/class.hpp" */\n'
    'constexpr auto text = "_(x) wxMessageBox fork(";\nconstexpr int many = 1\'000;\n'
    'constexpr auto sql = R"sql(SELECT _(1), "localtime(")sql";\n',
    "src/learners/card.hpp": LICENCE + '#pragma once\n#include "learners/learner.hpp"\n'
    "namespace learners {\nstruct Card {};\nclass Sheet;\nvoid f(struct Sheet* of) {\n    struct Card {};\n}\n"
    "struct Other {\n    struct Card {};\n};\nnamespace {\nstruct Box {\n    int card = {};\n};\n}\n}\n",
    "src/learners/learner.cpp": LICENCE + '#include "learners/learner.hpp"\n#include "core/date.hpp"\n',
    "src/learners/ui/learner_page.hpp": LICENCE + "#pragma once\n#include <wx/panel.h>\n",
    "src/learners/ui/learner_page.cpp": LICENCE + '#include "learners/ui/learner_page.hpp"\n'
    '#include "widgets/job_pool.hpp"\nauto label() { return _("Learner"); }\n',
    "src/classes/class.hpp": LICENCE + '#pragma once\n#include "learners/learner.hpp"\n',
    "src/classes/class.cpp": LICENCE + '#include "classes/class.hpp"\n#include "core/date.hpp"\n',
    "src/classes/ui/class_page.cpp": LICENCE + '#include "learners/ui/learner_page.hpp"\n',
    "src/widgets/job_pool.hpp": LICENCE + '#pragma once\n#include "core/date.hpp"\n',
    "src/widgets/job_pool.cpp": LICENCE + '#include "widgets/job_pool.hpp"\n#include <boost/asio.hpp>\n',
    "src/app/main.cpp": LICENCE + '#include "learners/ui/learner_page.hpp"\nvoid f() { wxMessageBox("x"); }\n',
    "tests/CMakeLists.txt": SCRIPT_LICENCE + "add_room_test(core SOURCES date_test.cpp)\n",
    "tests/core/date_test.cpp": LICENCE,
    "installer/run.sh": "#!/usr/bin/env bash\n" + SCRIPT_LICENCE,
}

# (rule, file, what is added to its end, or the whole new file when it starts with the licence)
PLANTED = [
    ("sqlite_only_in_storage", "src/learners/learner.cpp", "#include <sqlite3.h>\n"),
    ("a_type_is_defined_once", "src/learners/learner.cpp",
     "namespace learners {\nstruct Card final : Paper {\n};\n}\n"),
    ("a_type_is_defined_once", "src/learners/ui/learner_page.cpp",
     "namespace learners {\nnamespace {\nclass Box {};\n}\nenum class Sort { name };\nclass Sort { void f() {} };\n}\n"),
    ("sqlite_only_in_storage", "src/learners/ui/learner_page.cpp", '#  include "sqlite3.h"\n'),
    ("xlsxwriter_only_in_spreadsheet", "src/learners/learner.cpp", "#include <xlsxwriter.h>\n"),
    ("xlsxwriter_only_in_spreadsheet", "src/storage/database.cpp", "#include <xlsxwriter/worksheet.h>\n"),
    ("asio_only_on_the_wire_and_in_jobs", "src/learners/learner.cpp", "#include <boost/asio/post.hpp>\n"),
    ("asio_only_on_the_wire_and_in_jobs", "src/learners/ui/learner_page.cpp", "#include <asio.hpp>\n"),
    ("toolkit_only_on_screen", "src/learners/learner.cpp", "#include <wx/string.h>\n"),
    ("toolkit_only_on_screen", "src/core/date.cpp", "#include <gtk/gtk.h>\n"),
    ("no_dialog_below_ui", "src/learners/learner.cpp", 'void f() { wxMessageBox("no"); }\n'),
    ("translated_only_on_screen", "src/learners/learner.cpp", 'auto text = _("Sex is missing");\n'),
    ("translated_only_on_screen", "src/core/date.cpp", 'auto text = wxPLURAL("day", "days", 2);\n'),
    ("platform_only_where_named", "src/core/date.cpp", "#ifdef _WIN32\n#endif\n"),
    ("platform_only_where_named", "src/core/date.cpp", "#if defined(__linux__) && 1\n#endif\n"),
    ("platform_only_where_named", "src/core/date.cpp", "#include <unistd.h>\n"),
    ("platform_only_where_named", "src/core/date.cpp", "#include <sys/stat.h>\n"),
    ("platform_only_where_named", "src/core/date.cpp", "auto child = fork();\n"),
    ("platform_only_where_named", "src/core/date.cpp", "auto now = ::localtime(&t);\n"),
    ("files_are_opened_by_whole_names", "src/core/date.cpp", 'auto* f = std::fopen("a", "r");\n'),
    ("files_are_opened_by_whole_names", "src/core/date.cpp", "std::ifstream in(path.string());\n"),
    ("files_are_opened_by_whole_names", "src/app/main.cpp", "auto t = name.ToStdString();\n"),
    ("platform_only_where_named", "src/core/date.cpp", 'auto l = std::locale("km_KH");\n'),
    ("rooms_in_order", "src/learners/learner.cpp", '#include "classes/class.hpp"\n'),
    ("rooms_in_order", "src/storage/database.cpp", '#include "spreadsheet/writer.hpp"\n'),
    ("rooms_in_order", "src/learners/learner.cpp", '#include "spreadsheet/writer.hpp"\n'),
    ("rooms_in_order", "src/learners/learner.cpp", '#include "widgets/job_pool.hpp"\n'),
    ("rooms_in_order", "src/widgets/job_pool.cpp", '#include "storage/database.hpp"\n'),
    ("rooms_in_order", "src/app/main.cpp", '#include "classes/class.hpp"\n'),
    ("rooms_in_order", "src/learners/ui/learner_page.cpp", '#include "classes/class.hpp"\n'),
    ("rooms_in_order", "src/CMakeLists.txt", "add_room(late USES later)\nadd_room(later)\n"),
    ("windows_never_from_below", "src/learners/learner.cpp", '#include "learners/ui/learner_page.hpp"\n'),
    ("windows_never_from_below", "src/widgets/job_pool.cpp", '#include "learners/ui/learner_page.hpp"\n'),
    ("windows_never_from_below", "src/learners/ui/learner_page.cpp", '#include "classes/ui/class_page.hpp"\n'),
    ("windows_never_from_below", "src/app/main.cpp", '#include "classes/ui/class_page.hpp"\n'),
    ("no_include_cycle", "src/core/date.hpp", '#include "core/date.hpp"\n'),
    ("no_include_cycle", "src/learners/learner.hpp", '#include "learners/card.hpp"\n'),
    ("licence_first", "src/core/date.cpp", None),
    ("licence_first", "src/CMakeLists.txt", None),
    ("licence_first", "tests/core/date_test.cpp", None),
    ("licence_first", "installer/run.sh", None),
    ("licence_first", "resources/migrations/0001_learners.sql", None),
    ("long_files_say_why", "src/core/date.cpp", "\n" * 600),
    ("names_mean_something", "src/core/utils.hpp", LICENCE),
    ("names_mean_something", "src/learners/common/names.hpp", LICENCE),
    ("every_source_is_built", "src/core/orphan.cpp", LICENCE),
    ("every_source_is_built", "src/learners/ui/orphan.cpp", LICENCE),
    ("every_source_is_built", "tests/core/orphan_test.cpp", LICENCE),
    ("readme_draws_the_house", "src/CMakeLists.txt", "add_room(attendance USES classes)\n"),
    ("readme_names_every_table", "resources/migrations/0001_learners.sql", "CREATE TABLE guardian (id INTEGER);\n"),
    ("readme_points_at_what_is_there", "README.md", "![Srok](resources/screenshots/start.png)\n"),
]

# What a rule must let pass.
ALLOWED = [
    ("src/core/network_share_linux.cpp", LICENCE + "#include <sys/vfs.h>\n#ifdef __linux__\n#endif\n"),
    ("src/core/date.cpp", LICENCE + "// Long because a table reads best whole.\n" + "\n" * 600),
]


def build_house(root):
    for name, text in CLEAN.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    readme = root / "README.md"
    drawn = architecture.graph(architecture.Tree(root))
    readme.write_text(CLEAN["README.md"].format(graph=drawn), encoding="utf-8")


def plant(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if text is None:
        path.write_text("\n".join(line for line in old.split("\n") if "SPDX" not in line), encoding="utf-8")
    else:
        path.write_text(text if text.startswith(LICENCE) else old + text, encoding="utf-8")
    if name.endswith("_linux.cpp"):
        cmake = root / "src/CMakeLists.txt"
        cmake.write_text(cmake.read_text(encoding="utf-8").replace("date.cpp", "date.cpp network_share_linux.cpp", 1))


def check(findings_expected, name, text):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        build_house(root)
        if name:
            plant(root, name, text)
        found = architecture.findings(root)
    rules = {rule for rule, _ in found}
    # A new room is also a new arrow in the README's graph.
    if name == "src/CMakeLists.txt" and "readme_draws_the_house" not in findings_expected:
        rules.discard("readme_draws_the_house")
    placed = all(name in line for rule, line in found if rule in findings_expected and "README" not in line)
    if rules == findings_expected and placed:
        return True
    print(f"planted in {name}: {text!r}\n  expected {sorted(findings_expected)}, found {found}")
    return False


def run():
    results = [check(set(), None, None)]
    results += [check({rule}, name, text) for rule, name, text in PLANTED]
    results += [check(set(), name, text) for name, text in ALLOWED]
    unproven = {rule.__name__ for rule in architecture.RULES} - {rule for rule, _, _ in PLANTED}
    if unproven:
        print(f"no planted violation for: {sorted(unproven)}")
    print(f"{results.count(True)} of {len(results)} checks of {len(architecture.RULES)} rules hold")
    return 0 if all(results) and not unproven else 1
