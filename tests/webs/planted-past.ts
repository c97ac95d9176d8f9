import { formerSites, sites } from '#seeds/demo-web/all-sites.ts'
import { capturedPages } from '#seeds/demo-web/past/captures.ts'
import type { Election } from '#seeds/demo-web/past/history.ts'
import { isOpen, siteAt } from '#seeds/demo-web/past/when.ts'
import { pagesOn } from '#seeds/demo-web/past/pages-on.ts'
import type { Anchor, Inline, PageView, Site } from '#seeds/demo-web/types.ts'

/** Every site that ever was in the demonstration web. */
export const everySite: readonly Site[] = [...sites, ...formerSites]

const anchorsIn = (run: readonly Inline[]): Anchor[] => run.filter(one => typeof one !== 'string')

/** All hyperlinks of a page, as it is planned. */
const anchorsOf = ({ nav, blogroll, entries, comments, credits, paragraphs, share }: PageView): Anchor[] => [
  ...[nav, blogroll, entries, share].flat(),
  ...comments.flatMap(({ author, text }) => [author, ...anchorsIn(text)]),
  ...[...credits, ...paragraphs].flatMap(anchorsIn),
]

const idOf = ({ homepage }: Site): string => homepage.replace('http://', '').replace(/\/$/, '')

/** The ties that these pages bear, 'a.example > b.example', under today's names; addresses that were left count for nobody. */
function tiesOf(views: readonly PageView[], listed: ReadonlySet<string>): Set<string> {
  return new Set(
    views.flatMap(view =>
      anchorsOf(view).flatMap(({ href }) => {
        const target = siteAt(href)
        const [from, to] = [idOf(view.site), target === undefined ? '' : idOf(target)]
        return listed.has(from) && listed.has(to) && from !== to ? [`${from} > ${to}`] : []
      }),
    ),
  )
}

export interface PlantedWave {
  /** Of every page that was there on the day of the election. */
  readonly all: ReadonlySet<string>
  /** Of every page that was there already on the first day of the window: half of it before the election. */
  readonly before: ReadonlySet<string>
  /** Of the pages that the archive kept. */
  readonly kept: ReadonlySet<string>
  /** Of those that two clicks from a home page reach, by pages that it kept. */
  readonly near: ReadonlySet<string>
}

/** What was planted at an election, among the sites `listed` by host (with the path of a shared one). */
export function plantedAt(election: Election, listed: ReadonlySet<string>): PlantedWave {
  const captured = everySite.map(site => capturedPages(site, election).map(({ view }) => view))
  const on = (day: string): Set<string> =>
    tiesOf(
      everySite.filter(site => isOpen(site, day)).flatMap(site => pagesOn(site, day)),
      listed,
    )
  return {
    all: on(election),
    before: on(new Date(Date.parse(election) - 120 * 86_400_000).toISOString().slice(0, 10)),
    kept: tiesOf(captured.flat(), listed),
    near: tiesOf(captured.flatMap(withinTwoClicks), listed),
  }
}

function withinTwoClicks(views: readonly PageView[]): readonly PageView[] {
  let reached = new Set(views.filter(({ kind }) => kind === 'home'))
  for (let click = 0; click < 2; click++) {
    const linked = new Set([...reached].flatMap(view => anchorsOf(view).map(({ href }) => href)))
    reached = new Set(views.filter(view => reached.has(view) || linked.has(`http://${view.site.host}${view.path}`)))
  }
  return [...reached]
}
