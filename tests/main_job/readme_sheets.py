#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""readme_sheets.py SROKCTL: makes the README's pictures of every sheet of a return and of a province's workbook, as
LibreOffice prints them: the first page of each, side by side, in few colours."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

SCREENSHOTS = Path(__file__).resolve().parents[2] / "resources/screenshots"
MONTH = "2025-12"


def asked(program, *words):
    done = subprocess.run([program, *map(str, words), "--json"], capture_output=True, check=True)
    return json.loads(done.stdout)


def titles(workbook):
    """The English line under each visible sheet's title; the cover has none that its other pages lack."""
    for sheet in openpyxl.load_workbook(workbook).worksheets:
        if sheet.sheet_state == "visible":
            values = [cell.value for row in sheet.iter_rows(min_row=1, max_row=4) for cell in row if isinstance(cell.value, str)]
            yield next((value for value in values if value.isascii() and ", " in value and MONTH not in value), None)


def first_pages(workbook, folder):
    subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, workbook], check=True, capture_output=True)
    pdf = folder / (workbook.stem + ".pdf")
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")
    wanted = [0] + [next(at for at, page in enumerate(pages) if title in page) for title in titles(workbook) if title]
    for number, at in enumerate(dict.fromkeys(wanted)):
        picture = folder / f"{workbook.stem}-{number:02}"
        subprocess.run(["pdftoppm", "-f", str(at + 1), "-l", str(at + 1), "-r", "100", "-png", "-singlefile", pdf, picture], check=True)
        page = picture.with_suffix(".png")
        # Without the header, the footer and the white that most of a page is.
        subprocess.run(["/usr/bin/mogrify-im6", "-gravity", "center", "-crop", "100%x88%+0+0", "+repage", "-trim", "-bordercolor", "white",
                        "-border", "14", page], check=True)
        yield page


def together(pictures, name):
    subprocess.run(["/usr/bin/montage-im6", *pictures, "-tile", "3x", "-geometry", "560x380>+6+6", "-background", "#8a93a3",
                    "-strip", "+dither", "-colors", "64", "-define", "png:compression-level=9", f"PNG8:{SCREENSHOTS / name}"], check=True)


def main(program):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        district, province = folder / "0202.srok", folder / "02.srok"
        asked(program, "demo", district, "--learners", 300)
        for what in (["learners", 24, "--female", 13, "--institution", 1], ["rooms", 6], ["income", 1_250_000]):
            asked(program, "return", district, "declare", MONTH, *what, "--source", "បញ្ជីក្រដាសរបស់មណ្ឌល", "--day", f"{MONTH}-20",
                  "--by", "លឹម សុភា")
        sent, whole = folder / "return.xlsx", folder / "province.xlsx"
        asked(program, "return", district, "build", MONTH, "--out", sent)
        asked(program, "new", province, "--area", "02")
        asked(program, "return", province, "accept", asked(program, "return", province, "receive", sent)["received"][0]["id"])
        asked(program, "return", province, "consolidate", MONTH, "--out", whole)
        together(list(first_pages(sent, folder)), "return-sheets.png")
        together(list(first_pages(whole, folder)), "province-sheets.png")


if __name__ == "__main__":
    main(sys.argv[1])
