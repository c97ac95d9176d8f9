# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# Run it from this folder: Rscript igraph.R. Needs the package igraph; the map is saved as igraph.pdf.
source("read.R")

graph <- igraph::graph_from_data_frame(edges[c("source", "target", "weight")], directed = directed, vertices = nodes)
in_degree <- igraph::degree(graph, mode = "in")
out_degree <- igraph::degree(graph, mode = "out")
out_degree[is.na(nodes$out_degree)] <- NA                     # nobody looked for what these sites cite
stopifnot(all(in_degree == nodes$in_degree, na.rm = TRUE), all(out_degree == nodes$out_degree, na.rm = TRUE))
cat(igraph::vcount(graph), "sites,", igraph::ecount(graph), "ties, out-degree not known of", sum(is.na(out_degree)), "sites\n")

observed <- igraph::induced_subgraph(graph, which(!is.na(out_degree)))
cat("Among the sites observed: density", igraph::edge_density(observed), "\n")
if (directed) cat("Reciprocity", igraph::reciprocity(observed), "\n")
print(head(sort(in_degree, decreasing = TRUE), 10))

if (igraph::ecount(graph) > 0) {
  set.seed(1)
  both <- if (directed) igraph::as.undirected(graph, mode = "collapse", edge.attr.comb = list(weight = "sum", "ignore")) else graph
  found <- igraph::cluster_louvain(both)
  cat(sum(igraph::sizes(found) > 1), "communities of two sites or more, modularity", igraph::modularity(found), "\n")

  placed <- !is.na(nodes$x) & !is.na(nodes$y)
  if (sparse && !all(placed)) {
    message("No map: toile analyse places so many sites faster")
  } else {
    places <- if (all(placed)) cbind(nodes$x, nodes$y) else igraph::layout_with_fr(both, weights = NA)
    pdf("igraph.pdf")
    plot(graph, layout = places, vertex.label = NA, vertex.size = 3, vertex.color = igraph::membership(found), edge.arrow.size = 0.2)
    invisible(dev.off())
  }
}
