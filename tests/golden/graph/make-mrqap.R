# Dekker's double semi-partialling by R's sna, as JSON on standard output: Rscript make-mrqap.R > mrqap-values.json
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
set.seed(1)
reps <- 2000
found <- netlm(ties, predictors, mode = "digraph", nullhyp = "qapspp", reps = reps, test.statistic = "t-value")
write <- function(values) paste(sprintf("%.15g", values), collapse = ", ")
cat(sprintf(
  '{\n  "predictors": ["%s"],\n  "intercept": %.15g,\n  "coefficients": [%s],\n  "t": [%s],\n  "p": [%s],\n  "permutations": %d\n}\n',
  paste(names(predictors), collapse = '", "'), found$coefficients[1], write(found$coefficients[-1]),
  write(found$tstat[-1]), write(found$pgreqabs[-1]), reps
))
