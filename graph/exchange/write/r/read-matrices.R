
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

# Above 5,000 sites ties are lists, not matrices: `sparse` says so, and unread.csv names the sites of which nothing was read.
sparse <- file.exists("unread.csv")

read_list <- function(file, last = "weight") {
  found <- read_cells(sub("[.]csv$", "", file), rep("character", 3))
  names(found) <- c("source", "target", last)
  found[[last]] <- suppressWarnings(as.numeric(found[[last]]))  # NA: nobody looked, or knows
  found
}

# Rows and columns of the ties of a wave, by the order of nodes, with their weights; NA where nobody looked at that tie.
tie_places <- function(wave) {
  if (sparse) return(data.frame(row = match(wave$source, nodes$id), column = match(wave$target, nodes$id), weight = wave$weight))
  kept <- which((is.na(wave) | wave > 0) & row(wave) != col(wave), arr.ind = TRUE)
  data.frame(row = unname(kept[, 1]), column = unname(kept[, 2]), weight = wave[kept])
}

if (sparse) {
  unread <- read_cells("unread", c("numeric", "character"))
  names(unread) <- c("wave", "id")
}
ties <- lapply(waves$file, if (sparse) read_list else read_square)   # for each wave a matrix of weights, or a list of ties
# For each attribute, by its name, a matrix; or a list of what the ends of each tie have in common (source, target, value).
covariates <- if (sparse) lapply(covariates$file, read_list, last = "value") else lapply(covariates$file, read_square)
names(covariates) <- read_table("covariates")$name
pages_read <- read_matrix("pages-read.csv")                   # a row for each site, a column for each wave
rownames(pages_read) <- nodes$id
directed <- !("type" %in% names(edges))                       # a network without directions says so in edges
