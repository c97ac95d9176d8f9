import type { ManifestFile } from '../manifest.ts'

/** What a folder for R holds, for who opens it first; above 5,000 sites, what is otherwise than below. */
export const readme = (files: readonly ManifestFile[], isSparse: boolean): ManifestFile => ({
  name: 'README.md',
  text: [
    '# A network for R\n\n',
    'Written by Toile (`export --format r`). In R, from this folder: `source("read.R")`; then run a script, or copy and change it.\n\n',
    ...(isSparse ? [sparse] : []),
    '| file | what it is |\n|---|---|\n',
    ...files.map(({ name, description }) => `| ${name} | ${description} |\n`),
    '\ncodebook.csv has a row for each column of the tables; datapackage.json the sizes, types and checksums of all files.\n',
  ],
  description: 'What is in this folder.',
})

const sparse = `This network has more than 5,000 sites: a matrix, which has a row and a column for each, would not fit in memory. So:

- ties-1.csv … are lists (source, target, weight); a pair of sites that is not there has no tie, but in the rows of sites named in
  unread.csv, of which nobody knows what they cite.
- covariate-1.csv … are lists, too (source, target, value): what the two ends of a tie have in common, for each tie that any wave saw or
  that nobody looked at. Of pairs without a tie it is made of nodes.csv: same_country is nodematch("country") of ergm,
  difference_staff is absdiff("staff").
- There is nothing for RSiena, and no regression in sna.R: both want all pairs.

`
