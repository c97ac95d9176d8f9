import { type ReportBlock, heading, list, paragraph } from '../document/block.ts'
import { code, type Prose, prose } from '#data/vocabulary/words/prose.ts'
import * as crawlQuestions from '#data/store/report/crawl-questions.ts'
import * as edgeQuestions from '#data/store/report/edge-questions.ts'
import * as pastQuestions from '#data/store/report/past-questions.ts'
import { zones as allZones } from '#data/vocabulary/zones.ts'
import { type ChangeTableName, changeTableNames } from '#graph/analysis/change/tables/change-tables.ts'
import type { Findings } from '../findings/findings.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { saidTable } from '../findings/said-words.ts'
import { type ToolTable, toolTables } from '../findings/tools/find-tools.ts'
import { writeWrittenRange } from '#data/written-range.ts'
import type { Telling } from './telling.ts'

/** How to find a number again: the tables, the command that writes them, and the questions put to the corpus. */
export function tellSources({ findings, speech: { words } }: Telling, used: ReadonlySet<string>): ReportBlock[] {
  const told = words.sources
  const isFindingUsed = [...used].some(table => table.startsWith('finding:'))
  const hasChanges = used.has('changes.csv')
  const ofChange = changeTableNames.filter(name => used.has(`${name}.csv`))
  const isOfFile = findings.tieOrigin === 'file'
  const tables = Object.entries({
    ...told.tableNames,
    ...words.change.tableNames,
    ...words.saidWords.tables,
    ...words.tools.tables,
  })
    .filter(([name]) => used.has(name) || (exported.has(name) && !isOfFile))
    .map(([name, meaning]): Prose => prose`${code(name)}${words.colon}${meaning}`)
  return [
    paragraph(told.lead, told.how),
    heading(3, [told.tables]),
    paragraph(told.tablesLead),
    {
      kind: 'verbatim',
      text: [
        ...commandsOf(findings, hasChanges, ofChange),
        ...wordsCommands(findings, used),
        ...toolsCommands(findings, used),
      ].join('\n'),
    },
    list(tables),
    heading(3, [told.questions]),
    paragraph(told.questionsLead),
    ...[crawlQuestions, pastQuestions, edgeQuestions]
      .flatMap((questions): readonly { readonly name: string; readonly sql: string }[] => Object.values(questions))
      .filter(({ name }) => used.has(`corpus:${name}`) || (name === 'findings' && isFindingUsed))
      .flatMap(({ name, sql }): ReportBlock[] => [
        heading(4, [code(`corpus:${name}`)], questionId(name)),
        { kind: 'verbatim', text: sql },
      ]),
  ]
}

/** Tables that every report rests on. */
const exported: ReadonlySet<string> = new Set(['measures.csv', 'nodes.csv', 'edges.csv', 'links.csv', 'pages.csv'])

const commandsOf = (findings: Findings, hasChanges: boolean, ofChange: readonly ChangeTableName[]): string[] => [
  exportCommand(findings),
  ...(hasChanges ? [changesCommand(findings)] : []),
  ...ofChange.map(name => changeCommand(findings, name)),
]

/** The commands that write tables of words; those by wave take every wave, those by direction the report's. */
function wordsCommands({ saidWords, ...findings }: Findings, used: ReadonlySet<string>): string[] {
  const { written, statuses } = findings.choice
  const range = written === undefined ? '' : ` --written ${writeWrittenRange(written)}`
  return (['direction', 'wave'] as const).flatMap(by =>
    languages
      .filter(language => used.has(saidTable(by, language)))
      .map(language => {
        const wave = by === 'wave' || findings.graphWave === null ? '' : ` --wave ${quoted(findings.graphWave)}`
        const zones = (saidWords?.zones ?? []).join(',')
        return `./toile words --corpus ${quoted(findings.file)} --by ${by} --language ${language} --statuses ${statuses.join(',')} --zones ${zones}${wave}${range} --csv ${saidTable(by, language)}`
      }),
  )
}

/** The commands that write tables of tools; by wave they take every wave. */
const toolsCommands = (findings: Findings, used: ReadonlySet<string>): string[] =>
  (Object.keys(toolTables) as ToolTable[])
    .filter(by => used.has(toolTables[by]))
    .map(by => {
      const wave = by === 'wave' || findings.graphWave === null ? '' : ` --wave ${quoted(findings.graphWave)}`
      return `./toile tools --corpus ${quoted(findings.file)} --by ${by} --statuses ${findings.choice.statuses.join(',')}${wave} --csv ${toolTables[by]}`
    })

/** Place of a question in the document. */
export const questionId = (name: string): string => `question-${name}`

type Exported = Pick<Findings, 'file' | 'choice' | 'graphWave'>

/** The command whose tables hold the numbers of this report. */
export function exportCommand(findings: Exported): string {
  const wave = findings.graphWave === null ? '' : ` --wave ${quoted(findings.graphWave)}`
  const { written } = findings.choice
  const range = written === undefined ? '' : ` --written ${writeWrittenRange(written)}`
  return `./toile export --corpus ${quoted(findings.file)} --format csv${selection(findings)}${wave}${range}`
}

/** The command that writes what became of edges. */
const changesCommand = (findings: Exported): string =>
  `./toile changes --corpus ${quoted(findings.file)}${selection(findings)} --csv changes.csv`

/** The command that writes a table of what all waves together show. */
function changeCommand({ change, ...findings }: Findings, name: ChangeTableName): string {
  const pair = change?.pair ? ` --between ${change.pair.join(',')}` : ''
  return `./toile changes --corpus ${quoted(findings.file)}${selection(findings)} --${name}${pair} --seed ${change?.seed ?? 1} --csv ${name}.csv`
}

function selection({ choice }: Exported): string {
  const zones = choice.zones.length === allZones.length ? '' : ` --zones ${choice.zones.join(',')}`
  return ` --statuses ${choice.statuses.join(',')}${zones}`
}

const quoted = (text: string): string => (/^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)
