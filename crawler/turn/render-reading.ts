import { readRendering } from '#data/store/frontier/rendering.ts'
import type { ExtractedPage } from '#data/records.ts'
import type { Url } from '#data/url/brand.ts'
import type { Answer } from '../fetch/outcome.ts'
import { needsRendering } from '../extract/needs-rendering.ts'
import { learnRendering, type RenderingMemory, shouldRender, templateOf } from './rendering-memory.ts'
import type { AnswerSubRequest } from '../fetch/render/sub-requests.ts'
import type { CrawlContext, HeldHost } from './crawl-context.ts'
import { extractForm, type Reading, type RenderedReading } from './read-page.ts'
import { sideFetch, type SideContext } from './side-fetch.ts'
import { markOf } from '../watch/mark-of.ts'

type RenderContext = SideContext & Pick<CrawlContext, 'mode' | 'renderer' | 'allowPrivate' | 'heldBy'>

/**
 * Renders a page whose static form shows that scripts build it (or every page), and extracts what the scripts made of it.
 * When that fails, the static form is all there is, with the reason among its limits.
 */
export async function renderReading(
  context: RenderContext,
  answer: Answer,
  still: Reading & { readonly text: string },
  held: HeldHost,
): Promise<RenderedReading> {
  const unchanged = { page: still.page, charset: still.charset, rendered: false, memory: null, archived: null }
  if (context.mode === 'never') return unchanged
  const mark = markOf(answer, context.waveId)
  const reason = context.watch.read(mark, () => needsRendering(still.text, still.page))
  if (context.mode === 'auto' && reason === null) return unchanged
  const memory = JSON.parse(readRendering(context.corpus, held.times.id) || '{}') as RenderingMemory
  const template = templateOf(answer.url)
  if (!shouldRender(context.mode, reason, memory, template)) return unchanged
  if (context.renderer.render === null) return limited(unchanged, 'no-browser')
  context.heldBy.set(answer.url, held)
  const outcome = await context.renderer.render(answer, context.giveUp).finally(() => context.heldBy.delete(answer.url))
  if (outcome === null) return limited(unchanged, 'no-browser')
  if (outcome.kind === 'failed') return limited(unchanged, outcome.slug)
  const archived = await context.renderer.keep(answer.url, outcome.url, outcome.html)
  const form = { headers: answer.headers, url: outcome.url }
  const made = context.watch.read(mark, () =>
    extractForm({ text: outcome.html, charset: still.charset }, form, context),
  )
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
  (context: SideContext & Pick<CrawlContext, 'heldBy'>): AnswerSubRequest =>
  ({ url, page, signal }) =>
    sideFetch(
      context,
      url,
      { want: 'any', accept: '*/*', referer: page, signal: AbortSignal.any([signal, context.giveUp]) },
      context.heldBy.get(page),
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
