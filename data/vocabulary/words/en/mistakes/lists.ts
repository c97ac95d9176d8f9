/** What is wrong with a line of a list: of seeds, of those who want no visit, of marks, or of a table of entities. */
export const listMistakesEn = {
  'at-line': '{file}:{line}: {sentence}',
  /** Only the command line makes these, and it speaks English. */
  'in-the-call': '{sentence}',

  'new-workbook': 'an .xlsx or .ods workbook was found, expected text: save it as CSV UTF-8',
  'old-workbook': 'an .xls workbook was found, expected text: save it as CSV UTF-8',
  document:
    'a document, a picture or a packed file was found, expected text: copy the addresses out of it into a list, one a line',
  'no-header': 'no row was found, expected a header with a column {required} (known columns: {known})',
  'wrong-header': 'columns {columns}, expected a header with a column {required} (known columns: {known})',
  'repeated-column': "two columns '{column}', expected one",
  'too-many-cells':
    "{count} cells, the last being '{found}', expected {expected}: put quotes around a cell that holds the separator",
  'unnamed-column': "'{found}' stands in column {column}, which has no name, expected a name in the header",
  'quote-not-closed': 'a quote that is never closed begins in this row, expected its other "',
  'quote-inside': 'a quote in the middle of a cell, expected the whole cell in quotes, with "" for a quote inside',

  'separator-line': "a line '{found}' names the separator; it is no row",
  'unmarked-encoding': 'no byte order mark; read as {found}',
  'column-taken-as-url': "column '{found}' is read as url",
  'read-as-addresses': "no header, the first address being '{found}': each line is read as an address",
  'title-passed-over': "'{found}' holds no address and is passed over",
  'read-as-two-columns': "no header, the first address being '{found}': the columns are read as address and name",

  'no-rows': 'only a header was found, expected a row for each site',
  'no-address': "no address in the column 'url', expected one such as {example}",
  'not-an-address': "'{found}' is not an http(s) address, expected one such as {example}",
  'not-a-country':
    "'{found}' is not an ISO 3166-1 country code, expected two letters such as FR or US (a second country goes into a column of its own)",
  'country-by-name': "'{found}' is not an ISO 3166-1 country code, expected {expected}",
  'prefix-not-an-address':
    "prefix '{found}' is not an http(s) address, expected addresses such as {example}, separated by spaces",
  'prefix-with-query':
    "prefix '{found}' has a query or a fragment, expected addresses such as {example}, separated by spaces",
  'prefix-twice': "prefix '{found}' belongs to the entity of line {line} already, expected each prefix in one row",
  'start-outside': "'{found}' is in none of the prefixes of its row, expected one that holds it",
  'start-of-another':
    "'{found}' belongs to the entity of line {line} by its longer prefix, expected an address of its own",
  'start-known': "'{found}' belongs to the entity of line {line} already and is left out",
  'start-added':
    "'{found}' belongs to the entity of line {line} already and becomes another start page of it; the other cells of this row are left out",

  'not-a-place':
    "'{found}' is no host or prefix, expected one such as example.fr, https://example.fr/blog or *.example.fr",
  'tool-without-name': 'the row has no name, expected that of a tool',
  'not-a-tool-category': "'{found}' is no category of a tool, expected one of {known}",
  'not-a-tool-pattern':
    "'{found}' is no pattern of a tool, expected KINDS:HOST/PATH (as script:.example.org/sdk/, any:/engine/), generator:BEGINNING or cookie:NAME, with at most two steps of a path",
  'not-a-mark': "'{found}' is no mark, expected one of {known}",
  'mark-without-sign': 'found neither target and words, expected one of them',
  'mark-with-two-signs': 'found both target and words, expected one of them',
  'target-without-host': "'{found}' does not begin with a host",
  'star-amid-name': "'{found}' has a * beside other letters, expected it between two /, where it stands for one name",
  'own-table-unfit':
    "the corpus keeps a table of its own ({table}) that can't be read, from row {row} on; expected what `classify --{table} FILE` keeps: give it again, or give it up with `classify --built-in-{table}`",

  'not-a-status': "status '{found}', expected one of {known}",
  'not-a-country-cell': "country '{found}', expected two letters of ISO 3166-1, such as FR",
  'country-cell-by-name': "country '{found}', expected {expected}",
  'not-a-homepage': "homepage '{found}', expected an http(s) address such as https://www.example.fr",
  'not-a-prefix-cell': "prefix '{found}', expected example.org/blog, or *.example.org with its subdomains",
  'not-a-dated-prefix': "dated prefix '{found}', expected such as example.org/blog (2010/2014)",
  'dates-of-no-prefix': "dates of '{found}', expected a prefix that the row has",
  'not-a-date-cell': "'{found}' is not a date, expected a year, a month or a day such as 2013 or 2013-05-31",
  'ends-before': "'{found}' from {from} to {to}, expected an end after the beginning",
  'not-a-tag': "tag '{found}', expected 'category: value', several separated by |",
  'no-such-column': "no column '{found}' to be read, expected some of {known}",
  'row-contradicts': "{field} '{found}' of '{name}', expected '{expected}' as in line {line}",
  'row-takes-prefix': "prefix '{prefix}' for '{name}', expected one that '{owner}' does not have",
  'row-takes-forgotten': "prefix '{prefix}' for '{name}', which was forgotten on objection",
  'row-dates-stray-prefix': "dates of the prefix '{prefix}', expected one that '{name}' has",
  'row-unmatched': "'{name}' matches no entity of the corpus",
  'row-ambiguous': "'{name}' may be {entities}",
} as const
