# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# NOT RUN by those who wrote it: networkDynamic is no package of Debian. Written for its documented input (0.11).
# Run it from this folder: Rscript network-dynamic.R. install.packages("networkDynamic")
source("read.R")
if (!file.exists("edge-spells.csv")) stop("no spells of ties here: they need two waves or more (crawl --again makes another) and an export without --wave, --min-weight")
if (!requireNamespace("networkDynamic", quietly = TRUE)) stop("the package networkDynamic is not installed")
library(networkDynamic)

spells <- read.csv("edge-spells.csv", check.names = FALSE, encoding = "UTF-8")
there <- read.csv("vertex-spells.csv", check.names = FALSE, encoding = "UTF-8")
flag <- function(x) as.logical(toupper(x))
for (name in c("onset.censored", "terminus.censored")) { spells[[name]] <- flag(spells[[name]]); there[[name]] <- flag(there[[name]]) }
columns <- c("onset", "terminus", "tail", "head", "onset.censored", "terminus.censored")
dynamic <- networkDynamic(
  base.net = network.initialize(nrow(nodes), directed = TRUE),
  edge.spells = spells[, columns],
  vertex.spells = there[, c("onset", "terminus", "vertex.id", "onset.censored", "terminus.censored")])
network.vertex.names(dynamic) <- nodes$id
print(dynamic)
