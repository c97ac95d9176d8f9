
# Matrices: sites in the order of nodes; NA where nobody looked, 0 where there is no tie.
read_matrix <- function(file) {
  cells <- read.csv(file, check.names = FALSE, encoding = "UTF-8", colClasses = "character", na.strings = "NA",
                    comment.char = "")[, -1, drop = FALSE]
  matrix(as.numeric(unlist(cells)), nrow = nrow(nodes), ncol = ncol(cells))
}

read_square <- function(file) {
  found <- read_matrix(file)
  dimnames(found) <- list(nodes$id, nodes$id)
  found
}

ties <- lapply(waves$file, read_square)                       # a matrix of weights for each wave
covariates <- lapply(covariates$file, read_square)            # a matrix for each attribute, by its name
names(covariates) <- read_table("covariates")$name
pages_read <- read_matrix("pages-read.csv")                   # a row for each site, a column for each wave
rownames(pages_read) <- nodes$id
directed <- !("type" %in% names(edges))                       # a network without directions says so in edges
