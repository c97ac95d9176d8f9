import { z } from 'zod'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { type Weight, weights } from '#data/vocabulary/weights.ts'
import { relationFacts } from '../model/relation.ts'

const list = (names: readonly string[], between = ', ') => `(?:${names.join('|')})(?:${between}(?:${names.join('|')}))*`

/** What the edges of ours may be, besides hyperlinks and their weight. */
const shared = Object.values(relationFacts)
  .flatMap(({ description, ofFile }) => [description, ofFile])
  .map(text => text.replace(/[^\w\s]/g, sign => `\\${sign}`))
const described =
  `Entities ${list(statuses)}; (?:hyperlinks of (?:all zones|zones ${list(zones)})|ties of the imported file|texts of their pages); (?:weight: (${weights.join('|')}|as the file gives it)|edges: (?:${shared.join('|')}))` +
  `(?:; only ties coded ${list(edgeCodes, ' or ')})?` +
  String.raw`(?:; only links in the matter of pages dated [\d-]{0,10}\.\.[\d-]{0,10})?` +
  String.raw`(?:; backbone [a-z-]{1,30} at [\d.e+-]{1,30})?(?:; weight at least [\d.e+-]+)?(?:; all waves|; wave [^\n]{1,200}?)?(?:; share \d{1,6} of \d{1,6} of a crawl, counted from 0)?(?:; waves [[][^\n]{1,100000})?`
const whole = new RegExp(`^(?:([\\s\\S]*)\\. )?(${described})$`)

/** Takes apart what GEXF and GraphML hold in one line: the corpus' title, and how the graph came about. */
export function splitDescription(text: string): { readonly title: string; readonly description: string } {
  const found = whole.exec(text)
  return { title: found?.[1] ?? '', description: found?.[2] ?? text }
}

/** The weight that a description of ours names; null for any other text. */
export const describedWeight = (description: string): Weight | null =>
  weights.find(weight => weight === whole.exec(description)?.[3]) ?? null

/** A wave of a file of ours whose ties have their days. Both days included, ISO 8601. */
export interface DescribedWave {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** What an export with days adds to its description, so that its waves can be read back. */
export const describeWaves = (waves: readonly DescribedWave[]): string =>
  `; waves ${JSON.stringify(waves.map(({ label, from, to }) => [label, from, to]))}`

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const listed = z.array(z.tuple([z.string(), day, day])).max(1000)

/** The waves that a description of ours names, in their order; of any other text none. */
export function describedWaves(description: string): readonly DescribedWave[] {
  const at = description.lastIndexOf('; waves [')
  if (at === -1) return []
  try {
    const found = listed.safeParse(JSON.parse(description.slice(at + '; waves '.length)))
    return found.success ? found.data.map(([label, from, to]) => ({ label, from, to })) : []
  } catch {
    return []
  }
}
