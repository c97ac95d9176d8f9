# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# Run it from this folder: Rscript network.R. Needs the package network; it makes 'networks', one for each wave.
source("read.R")

as_network <- function(wave) {
  net <- network::network.initialize(nrow(nodes), directed = directed, loops = FALSE)
  net <- network::set.vertex.attribute(net, "vertex.names", nodes$id)
  for (column in setdiff(names(nodes), "id")) net <- network::set.vertex.attribute(net, column, nodes[[column]])
  places <- tie_places(ties[[wave]])
  if (!directed && !sparse) places <- places[places$row < places$column, ]
  present <- places[!is.na(places$weight), ]
  missing <- places[is.na(places$weight), ]
  if (nrow(present) > 0)
    net <- network::add.edges(net, present$row, present$column, names.eval = rep(list("weight"), nrow(present)),
              vals.eval = as.list(present$weight))
  if (nrow(missing) > 0)                                      # statnet's way to say: nobody knows whether this tie is there
    net <- network::add.edges(net, missing$row, missing$column, names.eval = rep(list("na"), nrow(missing)),
              vals.eval = rep(list(TRUE), nrow(missing)))
  # In a list the ties that begin in a site of which nothing was read are not there one by one: it bears this mark.
  if (sparse) net <- network::set.vertex.attribute(net, "ties_not_known", nodes$id %in% unread$id[unread$wave == wave])
  net
}

networks <- if (nrow(nodes) == 0) list() else lapply(seq_along(ties), as_network)
for (wave in seq_along(networks))
  cat("Wave", wave, "-", network::network.size(networks[[wave]]), "sites,", network::network.edgecount(networks[[wave]]), "ties,",
      network::network.naedgecount(networks[[wave]]), "not known\n")
