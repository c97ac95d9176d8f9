# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# NOT RUN by those who wrote it: goldfish and relevent are no packages of Debian. Written for their documented input.
# Run it from this folder: Rscript relational-events.R. install.packages("goldfish") or install.packages("relevent")
# Only pages that state a day are events: waves give no order. What survives of the past is not the past.
source("read.R")
if (!file.exists("events.csv")) stop("no events here: export of all waves, edges of links, without --min-weight")
events <- read.csv("events.csv", check.names = FALSE, encoding = "UTF-8", colClasses = c(sender = "character", receiver = "character"))
cat(nrow(events), "dated citations\n")

if (requireNamespace("goldfish", quietly = TRUE)) {
  library(goldfish)
  sites <- defineNodes(data.frame(label = nodes$id, present = TRUE))
  cites <- defineNetwork(nodes = sites, directed = TRUE)
  cites <- linkEvents(cites, events[, c("time", "sender", "receiver", "increment")], nodes = sites)
  print(cites)
}
if (requireNamespace("relevent", quietly = TRUE)) {
  # The order alone: several citations of one day have none, and stand as they are sorted.
  print(relevent::rem.dyad(events[, c("time", "sender_id", "receiver_id")], n = nrow(nodes), effects = c("PSAB-BA", "NIDSnd"), ordinal = TRUE))
}
