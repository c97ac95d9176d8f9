import { readRendering } from '#data/store/frontier/rendering.ts'
import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { ExtractedPage } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import type { Answer } from '../fetch/outcome.ts'
import type { RenderOutcome } from '../fetch/render/create-renderer.ts'
import { needsRendering } from '../extract/needs-rendering.ts'
import { learnRendering, type RenderingMemory, type RenderMode, shouldRender, templateOf } from './rendering-memory.ts'
import type { AnswerSubRequest } from '../fetch/render/sub-requests.ts'
import type { HeldHost } from './polite-fetch.ts'
import { extractForm, type Reading } from './read-page.ts'
import { sideFetch, type SideParts } from './side-fetch.ts'
import { markOf } from '../watch/mark-of.ts'

/** What turns a page into the one its scripts make: a browser, or an archive that kept what a browser had made. */
export interface PageRenderer {
  /** Null: there is none (no Chromium, not in the archive). */
  readonly render: ((answer: Answer, signal: AbortSignal) => Promise<RenderOutcome | null>) | null
  /** Keeps the rendered form, too, and says where. */
  readonly keep: (url: Url, base: Url, html: string) => Promise<RecordPlace | null>
}

export interface RenderParts extends SideParts {
  readonly corpus: Corpus
  readonly mode: RenderMode
  readonly renderer: PageRenderer
  readonly allowPrivate: boolean
  /** The hosts that turns hold, by the page that is rendered. */
  readonly heldBy: Map<Url, HeldHost>
}

/** A reading after the question whether a browser must have a say, with what was learnt for its host. */
export interface RenderedReading extends Reading {
  readonly rendered: boolean
  /** JSON to keep for the host; null: nothing was learnt. */
  readonly memory: string | null
  /** Where an archive keeps the rendered form; null: nowhere, or it is the static form that was read. */
  readonly archived: RecordPlace | null
}

/**
 * Renders a page whose static form shows that scripts build it (or every page), and extracts what the scripts made of it.
 * When that fails, the static form is all there is, with the reason among its limits.
 */
export async function renderReading(
  parts: RenderParts,
  answer: Answer,
  still: Reading & { readonly text: string },
  held: HeldHost,
): Promise<RenderedReading> {
  const unchanged = { page: still.page, charset: still.charset, rendered: false, memory: null, archived: null }
  if (parts.mode === 'never') return unchanged
  const mark = markOf(answer, parts.waveId)
  const reason = parts.watch.read(mark, () => needsRendering(still.text, still.page))
  if (parts.mode === 'auto' && reason === null) return unchanged
  const memory = JSON.parse(readRendering(parts.corpus, held.times.id) || '{}') as RenderingMemory
  const template = templateOf(answer.url)
  if (!shouldRender(parts.mode, reason, memory, template)) return unchanged
  if (parts.renderer.render === null) return limited(unchanged, 'no-browser')
  parts.heldBy.set(answer.url, held)
  const outcome = await parts.renderer.render(answer, parts.giveUp).finally(() => parts.heldBy.delete(answer.url))
  if (outcome === null) return limited(unchanged, 'no-browser')
  if (outcome.kind === 'failed') return limited(unchanged, outcome.slug)
  const archived = await parts.renderer.keep(answer.url, outcome.url, outcome.html)
  const form = { ...answer, url: outcome.url }
  const made = parts.watch.read(mark, () => extractForm(outcome.html, form, parts.allowPrivate))
  const learnt = learnRendering(memory, template, hasGained(still.page, made))
  return {
    charset: still.charset,
    page: { ...made, ...onward(still.page, made, outcome.navigatedTo), limits: join(made.limits, outcome.limits) },
    rendered: true,
    memory: JSON.stringify(learnt),
    archived,
  }
}

/** Answers what the scripts of a page ask for, behind the crawl's own gates. */
export const answerSubRequest =
  (parts: SideParts, heldBy: ReadonlyMap<Url, HeldHost>): AnswerSubRequest =>
  ({ url, page, signal }) =>
    sideFetch(
      parts,
      url,
      { want: 'any', accept: '*/*', referer: page, signal: AbortSignal.any([signal, parts.giveUp]) },
      heldBy.get(page),
    )

const limited = (reading: RenderedReading, limit: string): RenderedReading => ({
  ...reading,
  page: { ...reading.page, limits: join(reading.page.limits, [limit]) },
})

const join = (some: readonly string[], more: readonly string[]): string[] => [...new Set([...some, ...more])].toSorted()

function hasGained(still: ExtractedPage, made: ExtractedPage): boolean {
  const known = new Set(still.links.map(link => link.url))
  return made.links.some(link => !known.has(link.url))
}

/** What either form says of following; where scripts wanted to go counts as a meta refresh does. */
const onward = (still: ExtractedPage, made: ExtractedPage, navigatedTo: Url | null) => ({
  nofollow: still.nofollow || made.nofollow,
  refresh: made.refresh ?? still.refresh ?? navigatedTo,
})
