# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# NOT RUN by those who wrote it: RSiena is no package of Debian. Written for the documented input of RSiena 1.4
# (Ripley, Snijders et al., Manual for RSiena). Run it from this folder: Rscript rsiena.R. install.packages("RSiena")
source("read.R")
if (sparse) stop("too many sites for this model: export fewer with --statuses")
if (length(ties) < 2) stop("RSiena compares waves: this corpus has one; crawl --again makes another")
if (!requireNamespace("RSiena", quietly = TRUE)) stop("the package RSiena is not installed: install.packages(\"RSiena\")")
library(RSiena)

sites <- nrow(nodes)
# 1, 0, NA where nobody looked, 10 (structural zero) where a site was not there at the wave's day. composition.csv says the same
# in units of waves, for sienaCompositionChange, which then replaces the 10.
binary <- if (file.exists("siena-1.csv")) lapply(sprintf("siena-%d.csv", seq_along(ties)), read_square) else
  lapply(ties, function(one) { one <- (one > 0) * 1; diag(one) <- 0; one })
cites <- sienaDependent(array(unlist(binary), dim = c(sites, sites, length(ties))), allowOnly = FALSE)
log_pages <- log1p(pages_read[, seq_len(length(ties) - 1), drop = FALSE])
read_much <- if (ncol(log_pages) == 1) coCovar(log_pages[, 1]) else varCovar(log_pages)
dyadic <- lapply(covariates, coDyadCovar)
data <- do.call(sienaDataCreate, c(list(cites = cites, read_much = read_much), dyadic))

effects <- getEffects(data)
effects <- includeEffects(effects, if (directed) "gwespFF" else "transTriads", character = TRUE)
for (name in names(dyadic)) effects <- includeEffects(effects, "X", interaction1 = name, character = TRUE)
effects <- includeEffects(effects, if (directed) "egoX" else "egoPlusAltX", interaction1 = "read_much", character = TRUE)
algorithm <- sienaAlgorithmCreate(projname = "rsiena", seed = 1)
print(siena07(algorithm, data = data, effects = effects, batch = TRUE, silent = TRUE))
