# SPDX-License-Identifier: GPL-3.0-or-later
"""The checking page in headless Chromium, at the width of a phone, handled as a person does: a code is pasted and
"Check" pressed, or a picture is chosen; what the card then says is compared with srokctl's verdict.

    page_test.py SROKCTL SAMPLES [--pictures FOLDER]

A build without the page's libraries has no page: then its refusal is what is tested. --pictures leaves screenshots.
"""
import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

SROKCTL, SAMPLES = sys.argv[1:3]
PICTURES = pathlib.Path(sys.argv[4]) if len(sys.argv) > 4 else None
DAY = "2026-07-15"  # the day on which the vectors are judged
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"]

# Today is the vectors' day; and nothing is ever asked of a network.
BEFORE = f"""<script>
(function () {{
    var Real = Date;
    window.Date = function (a) {{ return arguments.length ? new Real(a) : new Real('{DAY}T12:00:00'); }};
    window.Date.parse = Real.parse;
    window.asked = [];
    document.addEventListener('securitypolicyviolation', function (event) {{ window.asked.push(event.violatedDirective); }});
}})();
</script>"""

AFTER = """<pre id="answers" hidden></pre>
<script>
(function () {
    var job = %s, answers = { pasted: [], pictures: [], asked: null, width: 0 };
    function text(selector) {
        var one = document.querySelector('#result ' + selector);
        return one ? one.textContent : '';
    }
    function card() {
        var result = document.getElementById('result');
        var answer = { verdict: result.dataset.verdict, name_km: text('.name-km'), name: text('.name'), sample: !!text('.sample'),
                       compare: !!text('.compare'), stale: !!text('.stale'), claim: !!text('.claim'), words: result.textContent };
        result.hidden = true;
        result.dataset.verdict = '';
        return answer;
    }
    job.codes.forEach(function (code) {
        document.getElementById('text').value = code;
        document.getElementById('check').click();
        answers.pasted.push(card());
    });
    answers.width = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    function picture(at) {
        if (at === job.pictures.length) {
            answers.asked = window.asked;
            document.getElementById('answers').textContent = JSON.stringify(answers);
            return;
        }
        var bytes = Uint8Array.from(atob(job.pictures[at]), function (c) { return c.charCodeAt(0); });
        var given = new DataTransfer();
        given.items.add(new File([bytes], 'photo.png', { type: 'image/png' }));
        document.getElementById('picture').files = given.files;
        document.getElementById('picture').dispatchEvent(new Event('change'));
        (function wait(turns) {
            if (document.getElementById('result').hidden && turns > 0) return setTimeout(wait, 20, turns - 1);
            answers.pictures.push(card());
            picture(at + 1);
        })(1000);
    }
    picture(0);
})();
</script>"""

failures = []


def expect(what, is_so):
    if not is_so:
        failures.append(what)


def asked(*words, codes=(0, 1)):
    done = subprocess.run([SROKCTL, *map(str, words), "--json"], capture_output=True, check=False)
    assert done.returncode in codes, (words, done.returncode, done.stdout.decode(), done.stderr.decode())
    return json.loads(done.stdout)


def chromium(folder, *words):
    profile = tempfile.mkdtemp(dir=folder)
    done = subprocess.run([*CHROMIUM, f"--user-data-dir={profile}", *words], capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def played(folder, page, lists, codes, pictures=()):
    """What the page, with these lists in place of its own, says of each code and picture."""
    held = json.dumps(lists).replace("<", "\\u003c")
    page, count = re.subn(r'(<script id="signed-lists" type="application/json">).*?(</script>)',
                          lambda found: found[1] + held + found[2], page, flags=re.S)
    assert count == 1
    job = json.dumps({"codes": list(codes), "pictures": [base64.b64encode(one).decode() for one in pictures]})
    page = page.replace('<script id="signed-lists"', BEFORE + '<script id="signed-lists"')
    page = page.replace("</body>", AFTER % job.replace("<", "\\u003c") + "</body>")
    file = folder / "played.html"
    file.write_text(page, encoding="utf-8")
    dom = chromium(folder, "--window-size=500,740", "--virtual-time-budget=60000", "--dump-dom", file.as_uri())
    answers = re.search(r'<pre id="answers" hidden="">(.*?)</pre>', dom, re.S)
    assert answers and answers[1], dom[-2000:]
    return json.loads(answers[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def vectors(folder, page):
    """Every shared vector: the page's verdict and name are those that this program's own test holds it to."""
    shared = json.loads((pathlib.Path(SAMPLES) / "code-vectors.json").read_text(encoding="utf-8"))
    keys = folder / "vectors-keys.txt"
    keys.write_text(shared["list"], encoding="utf-8")
    codes = shared["codes"]
    answers = played(folder, page, [shared["list"]], [one["code"] for one in codes])
    expect("the page asked for something outside itself: %s" % answers["asked"], answers["asked"] == [])
    expect("the page is wider than the window by %d" % answers["width"], answers["width"] <= 0)
    for one, said in zip(codes, answers["pasted"]):
        wanted = {"not-srok": "none", "newer": "none"}.get(one["verdict"], one["verdict"])
        expect(f"{one['story']}: {said['verdict']}, not {wanted}", said["verdict"] == wanted)
        if "serial" not in one:
            continue
        shown = [one["name_km"] or one["name"], one["serial"], one["programme"], one["result"]]
        expect(f"{one['story']}: {shown} is not all on the card", all(part in said["words"] for part in shown))
        expect(f"{one['story']}: sample", said["sample"] == one["sample"])
        proven = one["verdict"] in ("genuine", "void")
        expect(f"{one['story']}: compare and claim", (said["compare"], said["claim"]) == (proven, not proven))
    # srokctl against the list alone, a few of each verdict: it is another process's word than the vectors'.
    some = {}
    for one in codes:
        some.setdefault(one["verdict"], one)
    for verdict, one in some.items():
        if verdict in ("not-srok", "newer"):
            continue
        expect(f"srokctl verify --keys: {one['story']}", asked("verify", one["code"], "--keys", keys)["verdict"] == verdict)
    # A list that was touched is no list: then nobody is known.
    touched = shared["list"].replace("revoked\t0202-2026-000002-V\tvoid\t2026-06-30\n", "")
    assert touched != shared["list"]
    void = next(one["code"] for one in codes if one["verdict"] == "void")
    said = played(folder, page, [touched], [void])["pasted"][0]
    expect("a touched list was believed: " + said["verdict"], said["verdict"] == "unknown-key")
    return len(codes)


def printed(folder, office, page):
    """A certificate of the sample office from its paper, scanned at 150 dpi; then it is made void."""
    serial = next(one["serial"] for one in asked("certificate", office, "register")["certificates"] if one["state"] == "issued")
    paper = folder / "paper.pdf"
    asked("certificate", office, "reprint", serial, "--reason", "test", "--out", paper)
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", paper, folder / "scan"], check=True)
    blank = folder / "blank.png"
    subprocess.run(["/usr/bin/convert-im6", "-size", "300x300", "xc:white", blank], check=True)
    code = asked("verify", paper, "--office", office)
    pictures = [(folder / "scan.png").read_bytes(), blank.read_bytes()]
    lists = lists_in(page)
    answers = played(folder, page, lists, [], pictures)
    said = answers["pictures"][0]
    expect(f"a printed certificate: {said['verdict']}, not {code['verdict']}", said["verdict"] == code["verdict"] == "genuine")
    expect("its name and serial", code["name_km"] == said["name_km"] and serial in said["words"])
    expect("a sample is marked", said["sample"])
    expect("a picture without a code", answers["pictures"][1]["verdict"] == "none")
    asked("certificate", office, "void", serial, "--reason", "test")
    after = folder / "after.html"
    asked("keys", office, "page", "--out", after)
    after = after.read_text(encoding="utf-8")
    said = played(folder, after, lists_in(after), [], pictures[:1])["pictures"][0]
    expect("made void, on a new page: " + said["verdict"], said["verdict"] == "void")


def lists_in(page):
    return json.loads(re.search(r'<script id="signed-lists" type="application/json">(.*?)</script>', page, re.S)[1])


def pictures(folder, page):
    shared = json.loads((pathlib.Path(SAMPLES) / "code-vectors.json").read_text(encoding="utf-8"))
    held = json.dumps([shared["list"]]).replace("<", "\\u003c")
    page = re.sub(r'(<script id="signed-lists" type="application/json">).*?(</script>)',
                  lambda found: found[1] + held + found[2], page, flags=re.S)
    page = page.replace('<script id="signed-lists"', BEFORE + '<script id="signed-lists"')
    for name, story in (("genuine", "genuine"), ("void", "made void since"), ("unknown", "a stranger's key"), ("start", "")):
        code = next((one["code"] for one in shared["codes"] if one["story"] == story), "")
        check = "<script>document.getElementById('text').value = %s; %s</script></body>" % (
            json.dumps(code), "document.getElementById('check').click();" if code else "")
        (folder / "shown.html").write_text(page.replace("</body>", check), encoding="utf-8")
        (folder / "phone.html").write_text('<body style="margin:0"><iframe src="shown.html" '
                                           'style="width:360px;height:740px;border:0"></iframe>', encoding="utf-8")
        for file, size in (("shown", "1366,768"), ("phone", "500,740")):
            chromium(folder, f"--window-size={size}", "--virtual-time-budget=5000",
                     f"--screenshot={PICTURES / f'page-{name}-{file}.png'}", (folder / f"{file}.html").as_uri())


def main():
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="srok-page-") as name:
        folder = pathlib.Path(name)
        office = folder / "sample.srok"
        asked("demo", office, "--learners", "100", "--seed", "1")
        made = asked("keys", office, "page", "--out", folder / "verify.html", codes=(0, 2))
        if "error" in made:
            assert made["error"]["code"] == "verify.page-not-built", made
            print("this build has no page (installer/page_libraries.sh brings what it needs); its refusal says so")
            return 0
        page = (folder / "verify.html").read_text(encoding="utf-8")
        count = vectors(folder, page)
        printed(folder, office, page)
        if PICTURES:
            pictures(folder, page)
    for failure in failures:
        print("FAILED: " + failure, file=sys.stderr)
    print(f"{count} codes and a printed certificate through the page in {time.monotonic() - start:.0f} s, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
