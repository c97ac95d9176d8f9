import type { Corpus } from '#data/store/base/corpus.ts'
import { isoTime } from '#data/store/base/iso-time.ts'
import { type PageText, type PageTextChoice, pageTexts } from '#data/store/visits/page-texts.ts'
import { saidSites, type SaidSite } from '#data/store/words/said-sites.ts'
import type { LinkOfWave } from '#data/store/words/links-by-row.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { expectPageTexts } from './expect-page-texts.ts'
import { communitiesOf } from '../parts.ts'
import type { Saying, SayingChoice } from '../sayings.ts'

export type PageSayingChoice = Omit<SayingChoice, 'of'> & Pick<PageTextChoice, 'within' | 'note'>

/** What pages say in their own matter: each block once a site, on however many of its pages, by site and address. It cites nobody. */
export function pageSayings(corpus: Corpus, choice: PageSayingChoice): Saying[] {
  const { statuses, wave, language: asked, wanted = () => true, within = null, note } = choice
  expectPageTexts(corpus, '--of pages')
  const [sites, communities] = [saidSites(corpus), communitiesOf(corpus, wave)]
  const said = new Map<string, Saying>()
  for (const page of pageTexts(corpus, { statuses, wave, within, note })) {
    const { language } = page
    if (language !== 'fr' && language !== 'en') continue
    if (asked !== undefined && asked !== language) continue
    const site = sites.get(page.entity)!
    for (const text of page.text.split('\n')) {
      const key = `${page.entity} ${language} ${text}`
      const known = said.get(key)
      if (known !== undefined) said.set(key, { ...known, pages: known.pages + 1 })
      else if (wanted(text, language))
        said.set(key, sayingOf(page, site, text, language, communities?.get(site.id) ?? null))
    }
  }
  return [...said.values()].sort(
    (a, b) => compare(a.link.source, b.link.source) || compare(a.link.sourceUrl, b.link.sourceUrl),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sayingOf = (
  page: PageText,
  site: SaidSite,
  text: string,
  language: Language,
  community: number | null,
): Saying => ({
  text,
  language,
  sourceCountry: site.country,
  targetCountry: '',
  sourceCommunity: community,
  targetCommunity: null,
  code: '',
  wave: page.wave,
  pages: 1,
  link: linkOf(page, site),
})

/** A line of a page, where a hyperlink would be: it leads nowhere. */
function linkOf({ url, title, published, language, at, wave }: PageText, { id }: SaidSite): LinkOfWave {
  const seen = isoTime(at)
  return {
    ...{
      source: id,
      target: '' as LinkOfWave['target'],
      sourceUrl: url,
      targetUrl: '' as LinkOfWave['targetUrl'],
      href: '',
    },
    ...{ anchor: '', context: '', anchorAt: -1, heading: '', zone: 'content', mark: '', rel: '', element: 'a' },
    ...{ firstSeen: seen, lastSeen: seen, pageTitle: title, pagePublished: published, pageLanguage: language },
    ...{ memento: '', capturedAt: '', wave },
  }
}
