"""Measures yuanbu against the sqlite3 shell on the same files, alternating, and prints the ratios of the medians."""
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = int(os.environ.get("ROUNDS", "3"))
yuanbu = str(pathlib.Path(sys.argv[1]).resolve())
os.environ["YUANBU_HOME"] = str(HERE.parent)


def timed(command, **options):
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True, **options)
    return time.perf_counter() - start, done


def tell(name, ours, theirs, aim):
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"{name}: {a:.3f} s against {b:.3f} s = {a / b:.2f}x (aim {aim})")


SCHEMA = """PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE enterprise(name TEXT, code TEXT PRIMARY KEY, industry TEXT, zone TEXT) WITHOUT ROWID;
CREATE TABLE monthly(enterprise TEXT, month TEXT, output REAL, revenue REAL, profit REAL, tax REAL, exports REAL, energy REAL,
 electricity REAL, employees INTEGER, PRIMARY KEY(month, enterprise)) WITHOUT ROWID;
.mode csv
"""


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="yuanbu-bench-"))
    try:
        subprocess.run([sys.executable, HERE / "make.py", work], check=True)
        os.environ["YUANBU_HOME"] = str(work / "home")
        shutil.copytree(HERE / "declarations", work / "home" / "Declarations")
        ours, theirs = [], []
        for round in range(ROUNDS):
            site, plain = work / f"site{round}", work / f"plain{round}.db"
            timed([yuanbu, "init", str(site)])
            timed([yuanbu, "import", str(site), "enterprise", str(work / "enterprises.csv")])
            seconds, done = timed([yuanbu, "import", str(site), "monthly", str(work / "monthly.csv")])
            ours.append(seconds)
            if round == 0:
                print(done.stdout.strip())
            timed(["sqlite3", str(plain)], input=SCHEMA + f".import --skip 1 {work}/enterprises.csv enterprise\n")
            theirs.append(timed(["sqlite3", str(plain)], input=f".mode csv\nBEGIN;\n.import --skip 1 {work}/monthly.csv monthly\nCOMMIT;\n")[0])
        tell("240,000 enterprise-months, validated, with history, against .import", ours, theirs, "3x")

        queries = [line.split("|", 1)[1] for line in (HERE / "metrics.sql").read_text(encoding="utf8").splitlines() if "|" in line and not line.startswith("--")]
        script = "\n".join(q.replace("{y}", str(y)).replace("{p}", str(y - 1)) + ";" for q in queries for y in range(2013, 2023))
        ours, theirs, remembered = [], [], []
        for round in range(ROUNDS):
            seconds, done = timed([yuanbu, "figures", str(work / "site0"), "--from", "2013", "--to", "2022", "--timing"])
            first, again = (int(n) for n in re.search(r"first (\d+) ms, remembered (\d+) ms", done.stderr).groups())
            ours.append(seconds - again / 1000)
            remembered.append(again / 1000)
            theirs.append(timed(["sqlite3", str(work / "plain0.db")], input=script)[0])
        tell("30 indicators x 10 years against the same SQL", ours, theirs, "1.5x")
        tell("the same, remembered", remembered, theirs, "near 0")

        os.environ["YUANBU_HOME"] = str(HERE.parent)
        park = work / "park"
        seconds, _ = timed([yuanbu, "init", str(park), "--sample"])
        print(f"the sample park made in {seconds:.1f} s")
        cold = [timed([yuanbu, "report", str(park), "annual", "--year", "2022", "--format", "json", "--out", str(work / "r.json")])[0] for _ in range(ROUNDS)]
        print(f"the annual report, cold, process and all: {statistics.median(cold) * 1000:.0f} ms (aim 300 ms)")
        title = "# 很长的报告"
        long = park / "declarations" / "reports" / "long.report"
        paragraph = "全年完成工业总产值{gross_output}亿元，{gross_output.change}，" + "各项工作按计划推进，部门协同配合，服务企业发展，" * 12 + "\n\n"
        long.write_text(f"{title}\n\n" + paragraph * 440, encoding="utf8")
        timed([yuanbu, "apply", str(park)])
        pages = [timed([yuanbu, "report", str(park), "long", "--year", "2022", "--format", "docx", "--out", str(work / "r.docx")])[0] for _ in range(ROUNDS)]
        print(f"a document of about 200 pages: {statistics.median(pages):.2f} s (aim 2 s)")
    finally:
        shutil.rmtree(work)


main()
