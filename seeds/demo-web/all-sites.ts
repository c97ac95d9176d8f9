import { chanceOf, pick } from './chance.ts'
import { agences } from './sites/agences.ts'
import { civic } from './sites/civic.ts'
import { formerLines } from './sites/former.ts'
import { ruche } from './sites/ruche.ts'
import { vendors } from './sites/vendors.ts'
import { watchers } from './sites/watchers.ts'
import { noteTitles } from './text/remarks.ts'
import type { Milieu, PostLine, Site, SiteLine } from './types.ts'
import { monthText } from './words.ts'

const lines: Readonly<Record<Milieu, readonly SiteLine[]>> = { agences, civic, ruche, vendors, watchers }

/** Months when people write about campaigns: three notes in four fall there. */
const seasons = {
  FR: [
    '2012-03',
    '2012-05',
    '2014-03',
    '2015-12',
    '2017-03',
    '2017-05',
    '2017-06',
    '2020-03',
    '2020-06',
    '2022-04',
    '2022-06',
  ],
  US: [
    '2012-09',
    '2012-10',
    '2012-11',
    '2014-10',
    '2016-09',
    '2016-10',
    '2016-11',
    '2018-10',
    '2018-11',
    '2020-10',
    '2022-10',
  ],
} as const

/** The invented sites, in the order in which they are written down. */
export const sites: readonly Site[] = Object.entries(lines).flatMap(([milieu, list]) =>
  list.map(line => completeSite(line, milieu as Milieu)),
)

/** Those that are not there any more. */
export const formerSites: readonly Site[] = formerLines.map(({ line, milieu }) => completeSite(line, milieu))

const byId: ReadonlyMap<string, Site> = new Map([...sites, ...formerSites].map(site => [site.id, site]))

/** The site of that id. @throws RangeError when there is none. */
export function siteById(id: string): Site {
  const site = byId.get(id)
  if (site === undefined) throw new RangeError(`no demonstration site '${id}'`)
  return site
}

function completeSite(line: SiteLine, milieu: Milieu): Site {
  const home = line.home ?? `${line.id}.example`
  const slash = `${home}/`.indexOf('/')
  const posts = [...line.posts, ...notesOf(line)].toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
  return {
    ...line,
    milieu,
    language: line.country === 'FR' ? 'fr' : 'en',
    host: home.slice(0, slash),
    base: home.slice(slash),
    homepage: line.home === undefined ? `http://${home}/` : `http://${home}`,
    posts,
  }
}

/** Two to four short notes between the site's longer texts, in the rhythm of its country's elections. */
function notesOf(line: SiteLine): PostLine[] {
  const chance = chanceOf(`notes of ${line.id}`)
  const language = line.country === 'FR' ? 'fr' : 'en'
  const months = new Set<string>()
  const wanted = 2 + Math.floor(chance() * 3)
  while (months.size < wanted) {
    const year = 2011 + Math.floor(chance() * 13)
    const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0')
    const when = chance() < 0.75 ? pick(seasons[line.country], chance) : `${year}-${month}`
    if (when > line.posts[0]![1]) months.add(when)
  }
  return [...months].map(month => {
    const date = `${month}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`
    const title = pick(noteTitles[language], chance).replace('{when}', monthText(date, language))
    return [`notes-${month}`, date, pick(line.posts, chance)[2], title, '']
  })
}
