#!/usr/bin/env python3
"""Times the Python and R peers that are installed on the columns of PairBenchmark's shape.

Prints one line a peer: nanoseconds a row, best of five. Peers that are missing are named and
skipped. Usage: python3 bench/peers/peers.py [ROWS]
"""
import importlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
GRADES = 4

R_SCRIPT = """
x <- read.csv(commandArgs(TRUE)[1])
for (package in c("irr", "irrCAC")) {
  if (!requireNamespace(package, quietly = TRUE)) {
    cat(sprintf("%-44s not installed\\n", paste("R", package)))
    next
  }
  f <- if (package == "irr") function() irr::kappa2(x) else function() irrCAC::conger.kappa.raw(x)
  best <- min(replicate(3, system.time(f())[["elapsed"]]))
  cat(sprintf("%-44s %10.1f ns a row\\n", paste("R", package), best * 1e9 / nrow(x)))
}
"""


def columns():
    rng = random.Random(20261122)
    reference = [0 if rng.random() < 0.7 else rng.randrange(GRADES) for _ in range(ROWS)]
    grade = [r if rng.random() < 0.7 else rng.randrange(GRADES) for r in reference]
    return reference, grade


def best_of_five(work):
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best * 1e9 / ROWS


def report(name, modules, make):
    try:
        loaded = [importlib.import_module(m) for m in modules]
    except ImportError as missing:
        print(f"{name:44} not installed ({missing.name})")
        return
    print(f"{name:44} {best_of_five(make(*loaded)):10.1f} ns a row")


def numpy_counts(np):
    a, b = np.array(reference, np.uint8), np.array(grade, np.uint8)
    return lambda: np.bincount(a * GRADES + b, minlength=GRADES * GRADES)


def sklearn_kappa(np, metrics):
    a, b = np.array(reference, np.uint8), np.array(grade, np.uint8)
    return lambda: metrics.cohen_kappa_score(a, b)


def pandas_counts(np, pd):
    frame = pd.DataFrame({"r": np.array(reference, np.uint8), "g": np.array(grade, np.uint8)})
    return lambda: frame.groupby(["r", "g"]).size()


def statsmodels_kappa(np, rater):
    a, b = np.array(reference), np.array(grade)

    def work():
        table = np.bincount(a * GRADES + b, minlength=GRADES * GRADES).reshape(GRADES, GRADES)
        return rater.cohens_kappa(table)

    return work


def krippendorff_alpha(np, krippendorff):
    data = np.array([reference, grade])
    return lambda: krippendorff.alpha(data, level_of_measurement="nominal")


def run_r():
    if not shutil.which("Rscript"):
        print(f"{'R irr, irrCAC':44} not installed (Rscript)")
        return
    with tempfile.TemporaryDirectory() as temp:
        with open(f"{temp}/pairs.csv", "w", encoding="ascii") as csv:
            csv.write("first,second\n")
            csv.writelines(f"{r},{g}\n" for r, g in zip(reference, grade))
        with open(f"{temp}/peers.R", "w", encoding="ascii") as script:
            script.write(R_SCRIPT)
        subprocess.run(["Rscript", f"{temp}/peers.R", f"{temp}/pairs.csv"], check=True)


if __name__ == "__main__":
    print(f"{ROWS} rows, {GRADES} grades, Python {sys.version.split()[0]}")
    reference, grade = columns()
    report("numpy bincount, counts only", ["numpy"], numpy_counts)
    report("scikit-learn cohen_kappa_score", ["numpy", "sklearn.metrics"], sklearn_kappa)
    report("pandas groupby, counts only", ["numpy", "pandas"], pandas_counts)
    report(
        "numpy and statsmodels cohens_kappa",
        ["numpy", "statsmodels.stats.inter_rater"],
        statsmodels_kappa,
    )
    report("krippendorff alpha, nominal", ["numpy", "krippendorff"], krippendorff_alpha)
    run_r()
