import { printable } from '#data/command/printable.ts'
import type { AttributesReport, ImportReport, NetworkReport, RowName } from './import-report.ts'

const mostShown = 20

const counted = (count: number, one: string, several: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : several}`

/** The lines that are worth a look, and how many more there are. */
function listed<Entry>(entries: readonly Entry[], line: (entry: Entry) => string): readonly string[] {
  const more = entries.length - mostShown
  return [...entries.slice(0, mostShown).map(line), ...(more > 0 ? [`… and ${more.toLocaleString('en')} more`] : [])]
}

/** What was altered, left out or not found, one line each: for standard error. `file`: as the user named it. */
export function importRemarks(report: ImportReport, file: string): readonly string[] {
  const lines = report.kind === 'attributes' ? unmatchedLines(report, file) : keptLines(report)
  return [...report.remarks, ...lines].map(printable)
}

function unmatchedLines({ unmatched, ambiguous }: AttributesReport, file: string): readonly string[] {
  const at = ({ line, name }: RowName): string => `${file}:${line}: '${name}'`
  return [
    ...listed(unmatched, row => `${at(row)} matches no entity by id, address or name`),
    ...listed(ambiguous, row => `${at(row)} matches several entities: ${row.entities.join(', ')}`),
  ]
}

const keptLines = ({ prefixes, entities }: NetworkReport): readonly string[] => [
  ...listed(entities.forgotten, id => `'${id}' was left out: it was forgotten on objection`),
  ...listed(
    prefixes.kept,
    ({ prefix, wantedBy, owner }) =>
      `'${wantedBy}' does not get ${prefix}: it stays with '${owner}' (\`toile entity merge\` if they are one)`,
  ),
]

/** What was done: for standard output. */
export function importSummary(report: ImportReport): string {
  const title = `${report.corpus}: ${printable(report.format)}\n`
  if (!report.changed) return `${title}Nothing changed: the corpus holds all of it.\n`
  return title + (report.kind === 'attributes' ? attributesSummary(report) : networkSummary(report))
}

function attributesSummary({ rows, matched, unmatched, ambiguous, tags }: AttributesReport): string {
  const found = matched.id + matched.address + matched.name
  return (
    `${found.toLocaleString('en')} of ${counted(rows, 'row', 'rows')} matched: ${matched.id} by id, ${matched.address} by address, ${matched.name} by name; ` +
    `${unmatched.length} not, ${ambiguous.length} ambiguous\n` +
    `${counted(tags, 'tag', 'tags')} added; \`toile entity undo\` takes them back\n`
  )
}

function networkSummary(report: NetworkReport): string {
  const { entities, prefixes, edges, pages, links, values, corpus } = report
  const lines = [
    `${counted(entities.made, 'entity', 'entities')} made, ${entities.changed} changed, ${entities.unchanged} as they were`,
    ...(prefixes.made > 0
      ? [
          `${counted(prefixes.made, 'prefix', 'prefixes')}` +
            (prefixes.read > 0
              ? ` of ${prefixes.read.toLocaleString('en')} in the file (http, https and www are one)`
              : ''),
        ]
      : []),
    ...(edges.read > 0 ? [counted(edges.read, 'edge', 'edges')] : []),
    ...(links.read > 0
      ? [`${counted(links.made, 'hyperlink', 'hyperlinks')} and ${counted(pages.changed, 'page', 'pages')} as evidence`]
      : []),
    ...(values > 0 ? [`${counted(values, 'value', 'values')} of measures, communities and positions`] : []),
  ]
  return `${lines.join('\n')}\nNext: toile analyse --corpus ${corpus}\n`
}
