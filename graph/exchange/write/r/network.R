# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# Run it from this folder: Rscript network.R. Needs the package network; it makes 'networks', one for each wave.
source("read.R")

as_network <- function(matrix) {
  net <- network::network.initialize(nrow(nodes), directed = directed, loops = FALSE)
  net <- network::set.vertex.attribute(net, "vertex.names", nodes$id)
  for (column in setdiff(names(nodes), "id")) net <- network::set.vertex.attribute(net, column, nodes[[column]])
  present <- which(if (directed) matrix > 0 else matrix > 0 & upper.tri(matrix), arr.ind = TRUE)
  missing <- which(is.na(matrix) & (directed | upper.tri(matrix)) & row(matrix) != col(matrix), arr.ind = TRUE)
  if (nrow(present) > 0)
    net <- network::add.edges(net, present[, 1], present[, 2], names.eval = rep(list("weight"), nrow(present)),
              vals.eval = as.list(matrix[present]))
  if (nrow(missing) > 0)                                      # statnet's way to say: nobody knows whether this tie is there
    net <- network::add.edges(net, missing[, 1], missing[, 2], names.eval = rep(list("na"), nrow(missing)),
              vals.eval = rep(list(TRUE), nrow(missing)))
  net
}

networks <- if (nrow(nodes) == 0) list() else lapply(ties, as_network)
for (wave in seq_along(networks))
  cat("Wave", wave, "-", network::network.size(networks[[wave]]), "sites,", network::network.edgecount(networks[[wave]]), "ties,",
      network::network.naedgecount(networks[[wave]]), "not known\n")
