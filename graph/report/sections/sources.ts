import { type Block, heading, list, paragraph } from '../document/block.ts'
import { code, type Prose, prose } from '#data/vocabulary/words/prose.ts'
import * as crawlQuestions from '#data/store/report/crawl-questions.ts'
import * as edgeQuestions from '#data/store/report/edge-questions.ts'
import { zones as allZones } from '#data/vocabulary/zones.ts'
import type { Findings } from '../findings/findings.ts'
import type { Telling } from './telling.ts'

/** How to find a number again: the tables, the command that writes them, and the questions put to the corpus. */
export function tellSources({ findings, speech: { words } }: Telling, used: ReadonlySet<string>): Block[] {
  const told = words.sources
  const isFindingUsed = [...used].some(table => table.startsWith('finding:'))
  const tables = Object.entries(told.tableNames).map(
    ([name, meaning]): Prose => prose`${code(name)}${words.colon}${meaning}`,
  )
  return [
    paragraph(told.lead, told.how),
    heading(3, [told.tables]),
    paragraph(told.tablesLead),
    { kind: 'verbatim', text: exportCommand(findings) },
    list(tables),
    heading(3, [told.questions]),
    paragraph(told.questionsLead),
    ...[...Object.values(crawlQuestions), ...Object.values(edgeQuestions)]
      .filter(({ name }) => used.has(`corpus:${name}`) || (name === 'findings' && isFindingUsed))
      .flatMap(({ name, sql }): Block[] => [
        heading(4, [code(`corpus:${name}`)], questionId(name)),
        { kind: 'verbatim', text: sql },
      ]),
  ]
}

/** Place of a question in the document. */
export const questionId = (name: string): string => `question-${name}`

/** The command whose tables hold the numbers of this report. */
export function exportCommand({ file, choice }: Pick<Findings, 'file' | 'choice'>): string {
  const zones = choice.zones.length === allZones.length ? '' : ` --zones ${choice.zones.join(',')}`
  return `./toile export --corpus ${/^[\w.-]+$/.test(file) ? file : `'${file}'`} --format csv --statuses ${choice.statuses.join(',')}${zones}`
}
