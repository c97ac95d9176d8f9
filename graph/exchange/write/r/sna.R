# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# Run it from this folder: Rscript sna.R. Needs the package sna; NA in a matrix is left out of each count.
source("read.R")

mode <- if (directed) "digraph" else "graph"
for (wave in seq_along(ties)) if (nrow(nodes) > 1) {
  seen <- ties[[wave]] > 0
  storage.mode(seen) <- "numeric"
  cat("Wave", wave, ifelse(is.na(waves$label[wave]), "", waves$label[wave]), "\n")
  cat("  density among the ties looked at", sna::gden(seen, mode = mode), "\n")
  if (directed) print(sna::dyad.census(seen))
}

# Do sites with the same attribute cite each other? Regression with permuted rows and columns (QAP); dyads with NA are left out.
last <- ties[[length(ties)]] > 0
storage.mode(last) <- "numeric"
usable <- Filter(function(one) {
  kept <- !is.na(one) & !is.na(last) & row(one) != col(one)
  length(unique(one[kept])) > 1
}, covariates)
if (length(usable) > 0 && nrow(nodes) > 3 && length(unique(last[!is.na(last)])) > 1) {
  set.seed(1)
  # Rows and columns of the ties alone are permuted: sna's other way (qapspp) stumbles over NA.
  fit <- tryCatch(suppressWarnings(sna::netlm(last, usable, mode = mode, nullhyp = "qapy", reps = 100)),
                  error = function(problem) message("No regression: ", conditionMessage(problem)))
  if (!is.null(fit)) {
    fit$names <- c("intercept", names(usable))
    print(fit)
  }
}
