# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# Run it from this folder: Rscript sna.R. Needs the package sna; NA in a matrix is left out of each count.
source("read.R")

mode <- if (directed) "digraph" else "graph"
# Of a list of ties: present ones among the pairs looked at, and dyads among the sites that were read.
tell_list <- function(wave) {
  n <- nrow(nodes)
  own <- which(nodes$id %in% unread$id[unread$wave == wave])
  places <- tie_places(ties[[wave]])
  places <- places[!(places$row %in% own), ]
  pairs <- if (directed) (n - length(own)) * (n - 1) else n * (n - 1) / 2
  cat("  density among the ties looked at", sum(!is.na(places$weight)) / (pairs - sum(is.na(places$weight))), "\n")
  seen <- paste(ties[[wave]]$source, ties[[wave]]$target, sep = "\t")[!is.na(ties[[wave]]$weight)]
  for (name in names(covariates)) {
    one <- covariates[[name]]
    along <- one$value[paste(one$source, one$target, sep = "\t") %in% seen]
    cat("  mean of", name, "along the ties", mean(along, na.rm = TRUE), "of", sum(!is.na(along)), "\n")
  }
  if (!directed) return(invisible())
  kept <- setdiff(seq_len(n), own)
  among <- places[!is.na(places$weight) & places$column %in% kept, ]
  edgelist <- cbind(match(among$row, kept), match(among$column, kept), 1)
  attr(edgelist, "n") <- length(kept)
  print(sna::dyad.census(edgelist))
}

for (wave in seq_along(ties)) if (nrow(nodes) > 1) {
  cat("Wave", wave, ifelse(is.na(waves$label[wave]), "", waves$label[wave]), "\n")
  if (sparse) tell_list(wave) else {
    seen <- ties[[wave]] > 0
    storage.mode(seen) <- "numeric"
    cat("  density among the ties looked at", sna::gden(seen, mode = mode), "\n")
    if (directed) print(sna::dyad.census(seen))
  }
}

# Do sites with the same attribute cite each other? Regression with permuted rows and columns (QAP); dyads with NA are left out.
last <- if (sparse) matrix(0, 1, 1) else (ties[[length(ties)]] > 0) * 1    # no regression of so many sites: none of its pairs are in memory
usable <- if (sparse) list() else Filter(function(one) {
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
