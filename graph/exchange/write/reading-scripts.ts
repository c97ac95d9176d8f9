import type { WriteOptions } from '../model/export-model.ts'

/** A text of ours as R and Python both write it. */
const quoted = (text: string): string => (text === '\t' ? String.raw`"\t"` : `"${text}"`)

/**
 * Returns an R script that reads the tables of a folder with the types of its codebook. Base R alone: read.csv takes any
 * `NA` for a missing value, in quotes too, and so loses Namibia.
 */
export const rScript = ({ separator = ',', decimal = '.' }: WriteOptions): string => `\
# Reads the tables of this folder into R, with the types that codebook.csv declares: a data frame of each table's name.
# Only empty cells are NA: the text NA is Namibia, or a name. Each export writes this file anew.
# Run it from this folder: source("read.R")

read_cells <- function(name, types) {
  table <- read.csv(paste0(name, ".csv"), sep = ${quoted(separator)}, dec = ${quoted(decimal)}, quote = "\\"", na.strings = "",
                    colClasses = types, encoding = "UTF-8", check.names = FALSE, comment.char = "", fill = FALSE)
  # Spreadsheets would run a text that begins so; the apostrophe keeps them from it.
  for (column in which(types == "character"))
    table[[column]] <- sub("^'(?='*[=+@\\t\\r-])", "", table[[column]], perl = TRUE)
  table
}

codebook <- read_cells("codebook", rep("character", 5))
names(codebook) <- c("table", "column", "type", "unit", "description")

read_table <- function(name) {
  columns <- codebook[codebook$table == name, ]
  classes <- c(text = "character", list = "character", date = "character",
               integer = "numeric", number = "numeric", boolean = "logical")
  table <- read_cells(name, unname(classes[columns$type]))
  names(table) <- columns$column
  for (at in which(columns$type == "date" & !is.na(columns$unit))) {
    if (grepl("UTC", columns$unit[at]))
      table[[at]] <- as.POSIXct(table[[at]], format = "%Y-%m-%dT%H:%M:%S", tz = "UTC")
    if (grepl("day", columns$unit[at])) table[[at]] <- as.Date(table[[at]])
  }
  table
}

for (name in setdiff(unique(codebook$table), "codebook")) assign(name, read_table(name))
`

/** Returns a Python script that does the same with pandas, which takes NA, None, null … for missing values, too. */
export const pandasScript = ({ separator = ',', decimal = '.' }: WriteOptions): string => `\
"""Reads the tables of this folder into pandas, with the types that codebook.csv declares, as tables["nodes"] …
Only empty cells are missing: the text NA is Namibia, or a name. Each export writes this file anew.
Run it from this folder: from read import tables"""
import pathlib
import pandas as pd

FOLDER = pathlib.Path(__file__).parent


def cells(name):
    table = pd.read_csv(FOLDER / f"{name}.csv", sep=${quoted(separator)}, dtype=str, keep_default_na=False, na_values=[""],
                        encoding="utf-8-sig", lineterminator="\\n")
    # Spreadsheets would run a text that begins so; the apostrophe keeps them from it.
    return table.apply(lambda column: column.str.replace(r"^'(?='*[=+@\\t\\r-])", "", regex=True))


def typed(column, kind, unit):
    if kind == "integer":
        return pd.to_numeric(column).astype("Int64")
    if kind == "number":
        return pd.to_numeric(column${decimal === '.' ? '' : `.str.replace("${decimal}", ".", regex=False)`})
    if kind == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    if kind == "date" and ("UTC" in unit or "day" in unit):
        return pd.to_datetime(column, utc="UTC" in unit)
    return column


codebook = cells("codebook").fillna("")
tables = {}
for name, columns in codebook[codebook["table"] != "codebook"].groupby("table", sort=False):
    table = cells(name)
    for at, (kind, unit) in enumerate(zip(columns["type"], columns["unit"])):
        table[table.columns[at]] = typed(table[table.columns[at]], kind, unit)
    tables[name] = table
`
