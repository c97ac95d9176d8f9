# Written by Toile (export --format r); each export writes this file anew: copy it before you change it.
# NOT RUN by those who wrote it: ergm is no package of Debian. Written for the documented input of ergm 4 (statnet.org).
# Run it from this folder: Rscript ergm.R. Needs network and ergm: install.packages("ergm").
if (!requireNamespace("ergm", quietly = TRUE)) stop("the package ergm is not installed: install.packages(\"ergm\")")
source("network.R")
library(ergm)

if (sparse) stop("too many sites for this model: export fewer with --statuses")
net <- networks[[length(networks)]]                           # the last wave; ties not known are missing dyads
complete <- Filter(function(one) !anyNA(one), covariates)     # ergm takes no covariate with missing values
left_out <- setdiff(names(covariates), names(complete))
if (length(left_out) > 0) message("Left out, as not known of each pair of sites: ", paste(left_out, collapse = ", "))

terms <- c("edges", if (directed) "mutual", "gwesp(0.5, fixed = TRUE)",
           if (length(complete) > 0) sprintf("edgecov(complete[[\"%s\"]])", names(complete)))
model <- as.formula(paste("net ~", paste(terms, collapse = " + ")))
fit <- ergm(model, control = control.ergm(seed = 1))
print(summary(fit))
print(gof(fit))
