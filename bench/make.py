"""Makes the data of the benchmark, always the same: 2,000 enterprises, 240,000 enterprise-months. usage: make.py FOLDER"""
import csv
import pathlib
import random
import sys

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [pow(3, i, 31) for i in range(17)]


def credit_code(number):
    """A code with both its check digits right (GB 32100-2015, GB 11714)."""
    body = f"MA{number:06d}"
    values = [int(c) if c.isdigit() else ord(c) - 55 for c in body]
    inner = 11 - sum(v * w for v, w in zip(values, [3, 7, 9, 10, 5, 8, 4, 2])) % 11
    head = "91620200" + body + ("X" if inner == 10 else "0" if inner == 11 else str(inner))
    return head + ALPHABET[(31 - sum(ALPHABET.index(c) * w for c, w in zip(head, WEIGHTS)) % 31) % 31]


def main(folder):
    draw = random.Random(20221231)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    codes = [credit_code(i) for i in range(2000)]
    with open(folder / "enterprises.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["企业名称", "统一社会信用代码", "行业", "片区"])
        for i, code in enumerate(codes):
            rows.writerow([f"云川第{i:04d}号企业", code, f"C{13 + draw.randrange(30)}", draw.choice(["核心区", "东区", "西区"])])
    scale = [draw.lognormvariate(6, 1.4) for _ in codes]
    with open(folder / "monthly.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["企业", "月份", "产值（万元）", "营业收入（万元）", "利润（万元）", "税金（万元）", "出口（万元）", "能耗（吨标准煤）", "用电（万千瓦时）", "从业人员（人）"])
        for year in range(2013, 2023):
            for month in range(1, 13):
                for i, code in enumerate(codes):
                    output = scale[i] * (1 + 0.004 * (year * 12 + month - 24156)) * draw.uniform(0.7, 1.3)
                    sold = output * draw.uniform(0.85, 1.1)
                    rows.writerow([
                        code, f"{year}-{month:02d}", f"{output:.2f}", f"{sold:.2f}", f"{sold * draw.uniform(-0.05, 0.18):.2f}",
                        f"{sold * draw.uniform(0.01, 0.06):.2f}", f"{sold * draw.uniform(0, 0.3):.2f}" if i % 3 == 0 else "0.00",
                        f"{output * draw.uniform(0.05, 0.2):.2f}", f"{output * draw.uniform(0.02, 0.1):.2f}", int(8 + output / 9),
                    ])


main(sys.argv[1])
