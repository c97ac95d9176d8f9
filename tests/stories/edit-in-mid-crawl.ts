import type { Hosts } from '../webs/serve-web.ts'
import { page, tellStory, type Row, type Story, type Tables } from './tell-story.ts'

const pages = 24
/** Answered before the edit: the front page and some of those that it links to. */
const early = 10

export interface MidCrawl {
  /** Address that page n of one.example cites. */
  readonly cited: (n: number) => string
  /** Sites that are crawled beside one.example. */
  readonly others: Hosts
  /** Lines of the seed list, its header first. */
  readonly seeds: readonly string[]
  readonly edit: (story: Story) => Promise<unknown>
  /** After a crawl of the front pages alone. */
  readonly prepare?: (story: Story) => Promise<unknown>
}

/** A web that holds its answers back from the eleventh page of one.example on, once `hold` is called. */
export function holdingWeb({ cited, others }: Pick<MidCrawl, 'cited' | 'others'>) {
  const held: (() => void)[] = []
  const asked: string[] = []
  let holds = false
  let answered = 0
  const heldBack = Promise.withResolvers<void>()
  const hosts: Hosts = {
    ...others,
    'one.example': {
      '/robots.txt': { status: 404, body: '' },
      '*': (request, response) => {
        const path = new URL(request.url ?? '/', 'http://one.example').pathname
        const n = Number(/\d+$/.exec(path)?.[0] ?? 0)
        asked.push(path)
        const list =
          n > 0 ? '' : Array.from({ length: pages - 1 }, (_, i) => `<li><a href="/p${i + 1}">Page ${i + 1}</a>`)
        const body = `<main><p>Page ${n} cites <a href="${cited(n)}">them</a>.</p></main><ul>${String(list)}</ul>`
        const answer = (): void => {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          response.end(page(`Page ${n}`, body, 'en'))
        }
        answered += 1
        if (!holds || answered <= early) return answer()
        held.push(answer)
        heldBack.resolve()
      },
    },
  }
  const hold = (): void => {
    holds = true
    answered = 0
  }
  const release = (): void => {
    holds = false
    for (const answer of held.splice(0)) answer()
  }
  return { hosts, asked, hold, release, isHeld: heldBack.promise }
}

/** The same change by the same door, made in the middle of a crawl and before it: what each corpus then exports. */
export async function tellTwice(told: MidCrawl): Promise<{ readonly mid: Tables; readonly before: Tables }> {
  const [mid, first] = await Promise.all([tell(told, true), tell(told, false)])
  return { mid, before: first }
}

async function tell(told: MidCrawl, isMid: boolean): Promise<Tables> {
  const web = holdingWeb(told)
  const story = await tellStory(web.hosts)
  // What is cited must be known before it can be changed.
  if (told.prepare || !isMid) await story.crawl(told.seeds, '--depth', '0')
  await told.prepare?.(story)
  if (isMid) web.hold()
  else await told.edit(story)
  const crawling = story.crawl(told.seeds)
  if (isMid) {
    await Promise.race([web.isHeld, crawling])
    await told.edit(story)
    web.release()
  }
  await crawling
  return withoutTimes(await story.tables('--statuses', 'IN,OUT,UNDECIDED,DISCOVERED'))
}

const times = new Set(['first_seen', 'last_seen', 'fetched_at'])
const timeless = (rows: readonly Row[]): Row[] =>
  rows.map(row => Object.fromEntries(Object.entries(row).filter(([column]) => !times.has(column))))

export const withoutTimes = ({ nodes, edges, links, pages: all }: Tables): Tables => ({
  nodes: timeless(nodes),
  edges: timeless(edges),
  links: timeless(links),
  pages: timeless(all),
})
