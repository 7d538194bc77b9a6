# Times find.plan of R's AcceptanceSampling on the problems of a table (bench/peers/plans.csv).
# Prints the versions, then a line a problem: n, c and microseconds of CPU time of the best of five
# batches of at least a fifth of a second, or the error.
# Usage: Rscript bench/peers/plans.R bench/peers/plans.csv
if (!requireNamespace("AcceptanceSampling", quietly = TRUE)) {
  cat("R AcceptanceSampling not installed\n")
  quit(status = 0)
}
cat(sprintf("R %s, AcceptanceSampling %s\n", getRversion(), packageVersion("AcceptanceSampling")))

cpu <- function(work, times) {
  time <- system.time(for (i in seq_len(times)) work())
  time[["user.self"]] + time[["sys.self"]]
}

problems <- read.csv(commandArgs(TRUE)[1])
for (i in seq_len(nrow(problems))) {
  p <- problems[i, ]
  arguments <- list(c(p$acceptable, 1 - p$producerRisk), c(p$unacceptable, p$consumerRisk), p$type)
  if (p$lot > 0) arguments$N <- p$lot
  work <- function() do.call(AcceptanceSampling::find.plan, arguments)
  plan <- tryCatch(suppressWarnings(work()), error = function(e) conditionMessage(e))
  if (is.character(plan)) {
    cat(sprintf("error,%s\n", plan))
    next
  }
  once <- min(replicate(3, suppressWarnings(cpu(work, 1))))
  times <- max(1, ceiling(0.2 / max(once, 0.001)))
  best <- min(replicate(5, suppressWarnings(cpu(work, times)))) / times
  cat(sprintf("%d,%d,%.1f\n", plan$n, plan$c, best * 1e6))
}
