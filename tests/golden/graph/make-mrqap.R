# Dekker's double semi-partialling by R's sna, as JSON on standard output: Rscript make-mrqap.R > mrqap-values.json
# Three regressions: as it is; with the rows of three nodes missing and counts of shared neighbours; and with the transposed network among
# those that are not missing. Last, which of some predictors R's pivoted QR (tolerance 1e-7, as in lm) finds to be said by those before.
#
# Made with sna 2.7-1 (Debian's r-cran-sna). The graph is karate.json beside this file; what its nodes are is made of
# their numbers (from 0), so that the test can make the same: see tests/graph/analysis/mrqap-oracle.test.ts. Needs nothing
# but sna: the JSON is read by its simple form.
suppressMessages(library(sna))
text <- paste(readLines("karate.json"), collapse = "")
field <- function(name) sub(paste0('.*"', name, '": *\\[\\[(.*?)\\]\\].*'), "\\1", text, perl = TRUE)
rows <- function(name) strsplit(strsplit(field(name), "\\], *\\[")[[1]], ", *")
nodes <- lapply(rows("nodes"), function(row) gsub('"', "", row))
ids <- sapply(nodes, `[`, 1)
country <- sapply(nodes, function(row) if (length(row) < 2) "" else row[2])
n <- length(ids)
ties <- matrix(0, n, n, dimnames = list(ids, ids))
for (row in rows("edges")) ties[gsub('"', "", row[1]), gsub('"', "", row[2])] <- 1
at <- seq_len(n) - 1
group <- (at * 7) %% 4
pages <- log1p((at * 37) %% 101)
same <- function(label, known) outer(label, label, "==") & outer(known, known, "&")
predictors <- list(
  same_country = 1 * same(country, country != ""),
  same_group = 1 * same(group, rep(TRUE, n)),
  log_pages_source = matrix(pages, n, n),
  log_pages_target = matrix(pages, n, n, byrow = TRUE)
)
reps <- 1000
regress <- function(ties, predictors) {
  set.seed(1)
  found <- netlm(ties, predictors, mode = "digraph", nullhyp = "qapspp", reps = reps, test.statistic = "t-value")
  sprintf(
    '{\n    "predictors": ["%s"],\n    "intercept": %.15g,\n    "coefficients": [%s],\n    "t": [%s],\n    "p": [%s],\n    "permutations": %d\n  }',
    paste(names(predictors), collapse = '", "'), found$coefficients[1], write(found$coefficients[-1]),
    write(found$tstat[-1]), write(found$pgreqabs[-1]), reps
  )
}
write <- function(values) paste(sprintf("%.15g", values), collapse = ", ")

# A part of the ties, so that they have directions. Nodes 3, 10 and 17 (from 0) were not read: what they tie to is not known, and no
# path through them is seen.
unread <- at %in% c(3, 10, 17)
seen <- ties * (outer(at, 2 * at, "+") %% 4 != 0)
seen[unread, ] <- 0
missing <- seen
missing[unread, ] <- NA
off <- function(counts) { diag(counts) <- 0; counts }
shared <- list(co_citation = off(t(seen) %*% seen), two_paths = off(seen %*% seen))
among <- function(own) own[!unread, !unread]
back <- c(predictors, list(reciprocity = t(seen)), shared)

# The pairs as rows; each predictor as a column, in this order.
columns <- c(list(one = matrix(1, n, n)), predictors,
  list(same_again = predictors$same_country, sum = predictors$log_pages_source + 2 * predictors$log_pages_target,
    two_paths = shared$two_paths, mixed = 3 * shared$two_paths - predictors$same_group))
pairs <- sapply(columns, function(own) own[row(own) != col(own)])
pivoted <- qr(pairs, tol = 1e-7)
out <- colnames(pairs)[sort(pivoted$pivot[-seq_len(pivoted$rank)])]

cat(sprintf(
  '{\n  "whole": %s,\n  "missing": %s,\n  "back": %s,\n  "saidBefore": ["%s"]\n}\n',
  regress(ties, predictors), regress(missing, c(predictors, shared)), regress(among(seen), lapply(back, among)),
  paste(out, collapse = '", "')
))
