import type { CrawlData } from '../protocol/crawl.ts'
import type { EntityData } from '../protocol/entity.ts'
import type { CodesData } from '../protocol/review.ts'

/**
 * What those are told who may only look: how the study stands, not who works on it. Contact, process, the last command's words
 * (which name files) and plans are nothing that they could use.
 */
export const crawlForGuests = (data: CrawlData): CrawlData => ({
  ...data,
  status: { ...data.status, run: data.status.run && { ...data.status.run, pid: 0 } },
  settings: { ...data.settings, contact: '' },
  canGoOn: false,
  job: null,
  night: null,
})

/** Notes are the researcher's own words, on persons at times. */
export const entityForGuests = (data: EntityData): EntityData => ({ ...data, note: '' })

/** As above, of each site in a table. */
export const judgedForGuests = <Judged extends { readonly note: string }>(
  judged: Readonly<Record<string, Judged>>,
): Record<string, Judged> =>
  Object.fromEntries(Object.entries(judged).map(([id, judgement]) => [id, { ...judgement, note: '' }]))

/** Coders by number: how far they agree is the study's, who they are is theirs. */
export function codesForGuests({ codes, coders, agreement, together }: CodesData): CodesData {
  const numbers = new Map(coders.map(({ name }, index) => [name, String(index + 1)]))
  const numbered = (name: string): string => numbers.get(name) ?? ''
  return {
    codes: codes.map(code => ({ ...code, coder: numbered(code.coder), note: '' })),
    coders: coders.map(({ name, ties }) => ({ name: numbered(name), ties })),
    agreement: agreement.map(({ coders: [first, second], ...rest }) => ({
      coders: [numbered(first), numbered(second)],
      ...rest,
    })),
    together,
  }
}
