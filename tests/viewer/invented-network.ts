import type { ExtractedLink } from '#data/records.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { discoverEntity, loadPrefixTable } from '#data/store/entities/entities.ts'
import { internPage } from '#data/store/base/intern-page.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { recordLinks } from '#data/store/visits/record-links.ts'
import { recordVisit, setPageState } from '#data/store/visits/record-visit.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import type { Url } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { version } from '#data/command/version.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'

/** An invented network: nobody in it exists, all its hosts are under .example. */
interface InventedSite {
  readonly host: string
  readonly name: string
  readonly country: string
  readonly kind: string
  readonly circle: number
}

const day = 86_400_000
export const crawledAt = Date.UTC(2026, 10, 12, 19, 0)

const circles: readonly (readonly [country: string, kind: string, names: string])[] = [
  [
    'FR',
    'agency',
    'Cabinet Mistral, Atelier Suffrage, Boussole & Fils, Porte-à-porte Conseil, Maison Ricochet, Isoloir Studio, Campagne Claire, Agence Belvédère, Trait d’union, La Fabrique des tracts, Urne Ouverte',
  ],
  [
    'US',
    'software',
    'Ballot Foundry, Precinct Labs, Turnout Engine, Open Canvass, Swing County, Doorstep, Voter Atlas, Field & Phone, Blue Ridge Data, Liberty Lists, Micro Target Co, Campaign Stack',
  ],
  [
    'FR',
    'research',
    'Carnet des données, Observatoire du vote, Sociologie en campagne, Revue des scrutins, Laboratoire Agora, Les Cahiers du bureau de vote, Données citoyennes, Note de terrain',
  ],
  [
    'US',
    'media',
    'The Canvasser, Numbers & Votes, Campaign Desk, Data Beltway, Poll Watch Weekly, The Field Plan, Precinct Blog',
  ],
  [
    'FR',
    'think-tank',
    'Institut Passerelle, Atlantic Bridge Forum, Fondation Rive Ouest, Civic Tech Commons, Transatlantic Data Review, Cercle Nouvelle Donne',
  ],
]

const otherCountries: Readonly<Record<string, string>> = {
  'Atlantic Bridge Forum': 'US',
  'Civic Tech Commons': 'GB',
  'Transatlantic Data Review': 'US',
  'Données citoyennes': 'BE',
  Doorstep: 'CA',
  'Cercle Nouvelle Donne': '',
}

/** Chances that a site of one circle cites one of another: dense inside, France citing America more than the reverse. */
const chances: readonly (readonly number[])[] = [
  [0.34, 0.13, 0.05, 0.03, 0.1],
  [0.012, 0.4, 0.0, 0.14, 0.03],
  [0.09, 0.06, 0.36, 0.05, 0.1],
  [0.015, 0.3, 0.01, 0.34, 0.04],
  [0.16, 0.26, 0.1, 0.12, 0.4],
]

const sentences: Readonly<Record<'fr' | 'en', readonly (readonly [before: string, after: string])[]>> = {
  fr: [
    ['Comme l’a montré ', ' dès 2012, le porte-à-porte se prépare avec des données.'],
    ['Nous avons repris la méthode de ', ', en l’adaptant au fichier électoral français.'],
    ['À lire aussi, l’analyse que publie ', ' sur les modèles de participation.'],
    ['Tout le monde cite ', ' ; personne n’a vu les chiffres.'],
  ],
  en: [
    ['As ', ' argued after the midterms, a model is only as good as its canvass.'],
    ['We built our turnout score on top of ', ' and shared the code.'],
    ['The best account of this remains the one at ', ', which we recommend.'],
    ['Not everyone agrees with ', ', and the numbers are disputed.'],
  ],
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

export function inventedSites(): InventedSite[] {
  return circles.flatMap(([country, kind, names], circle) =>
    names
      .split(', ')
      .map(name => ({ host: `${slug(name)}.example`, name, country: otherCountries[name] ?? country, kind, circle })),
  )
}

const url = (text: string): Url => normalizeUrl(text)!

export interface PlantedPage {
  readonly url: string
  readonly title: string
  readonly published: string
  readonly language: string
  readonly links: readonly ExtractedLink[]
}

export function plantedLink(ordinal: number, to: string, more: Partial<ExtractedLink> = {}): ExtractedLink {
  return {
    ordinal, element: 'a', href: to, url: url(to), anchor: to, context: '', anchorAt: null, heading: '', zone: 'content', place: 'html body p a', rel: '', ...more,
  } // prettier-ignore
}

/** Stores a page with its links as the crawler does, in its first wave unless told otherwise. */
export function plantPage(corpus: Corpus, page: PlantedPage, at: number, waveId = 1): void {
  const entities = loadPrefixTable(corpus)
  const known = internPage(corpus, entities, url(page.url), made => discoverEntity(corpus, entities, made, at))
  const visitId = recordVisit(corpus, {
    pageId: known.id, waveId, runId: 1, at, durationMs: 40, httpStatus: 200, contentType: 'text/html', charset: 'utf-8', bytes: 8000,
    page: { title: page.title, language: page.language, published: page.published, publishedFrom: 'meta', country: '', countryFrom: '', canonical: null, nofollow: false, links: page.links, privateLinks: 0, limits: [] },
  }) // prettier-ignore
  recordLinks(corpus, entities, { pageId: known.id, entityId: known.entityId, visitId, at }, page.links)
  setPageState(corpus, known.id, waveId, 'fetched')
}

/** The posts of a site: sentences around links to those whom it cites, and a blogroll on every page. */
function pagesOf(site: InventedSite, cited: readonly InventedSite[], random: Random): PlantedPage[] {
  const language = ['FR', 'BE', ''].includes(site.country) ? 'fr' : 'en'
  const roll = cited.filter(() => random.next() < 0.3)
  const pages: PlantedPage[] = []
  for (const other of cited) {
    const posts = 1 + Math.floor(random.next() ** 3 * 9)
    for (let post = 0; post < posts; post++) pages.push(postAbout(site, other, language, pages.length, random))
  }
  return pages
    .slice(0, 60)
    .map(page => ({ ...page, links: [...page.links, ...roll.map((other, at) => blogrollLink(other, 10 + at))] }))
}

function postAbout(
  site: InventedSite,
  other: InventedSite,
  language: 'fr' | 'en',
  nth: number,
  random: Random,
): PlantedPage {
  const [before, after] = sentences[language][random.int(4)]!
  const zone: Zone = random.next() < 0.1 ? 'comment' : 'content'
  const published = new Date(Date.UTC(2012, random.int(168), 1 + random.int(28))).toISOString().slice(0, 10)
  const link = plantedLink(0, `https://${other.host}/note-${random.int(4)}`, {
    anchor: other.name,
    context: before + other.name + after,
    anchorAt: [before.length, before.length + other.name.length],
    heading: language === 'fr' ? 'Ce que disent les modèles' : 'What the models say',
    zone,
    rel: zone === 'comment' ? 'nofollow ugc' : '',
  })
  const title = language === 'fr' ? `Note ${nth + 1} : lire ${other.name}` : `Post ${nth + 1}: reading ${other.name}`
  return { url: `https://${site.host}/post-${nth + 1}`, title, published, language, links: [link] }
}

const blogrollLink = (other: InventedSite, ordinal: number): ExtractedLink =>
  plantedLink(ordinal, `https://${other.host}/`, {
    anchor: other.name,
    zone: 'blogroll',
    place: 'html body aside ul li a',
  })

/** Fills the corpus in `file` with the invented network; analysed unless told otherwise. */
export async function writeInventedCorpus(file: string, { analysed = true } = {}): Promise<Corpus> {
  const corpus = openCorpus(file, 'create')
  const random = createRandom('an invented network')
  const sites = inventedSites()
  corpus.write(() => {
    corpus.sql(`INSERT INTO wave (label, started_at, ended_at) VALUES ('first', ?, ?)`).run(crawledAt, crawledAt + day)
    beginRun(
      corpus,
      { command: 'crawl', waveId: 1, options: { depth: 2 }, version, userAgent: 'Toile (+test@example.org)' },
      crawledAt,
    )
    storeSeeds(corpus, sites.map((site, line) => ({
      url: url(`https://${site.host}/`), starts: [url(`https://${site.host}/`)], name: site.name, country: site.country, kind: site.kind,
      prefixes: [], source: 'invented for tests', tags: site.circle === 4 ? [['typology', 'go-between']] : [], line: line + 2,
    })), crawledAt) // prettier-ignore
    for (const site of sites) {
      const cited = sites.filter(other => other !== site && random.next() < chances[site.circle]![other.circle]!)
      for (const page of pagesOf(site, cited, random)) plantPage(corpus, page, crawledAt + random.int(20) * 3_600_000)
    }
    plantPage(corpus, strangerPage(sites[0]!), crawledAt)
    endRun(corpus, 1, 'done', crawledAt + day)
  })
  if (analysed) await analyseInvented(corpus, crawledAt + day)
  return corpus
}

export async function analyseInvented(corpus: Corpus, at: number): Promise<void> {
  await analyseCorpus(
    corpus,
    { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 20, resolution: 1 },
    () => at,
    () => undefined,
  )
}

/** A page that cites three entities nobody has reviewed. */
const strangerPage = (site: InventedSite): PlantedPage => ({
  url: `https://${site.host}/strangers`, title: 'Autres adresses', published: '', language: 'fr',
  links: ['unreviewed', 'second-stranger', 'third-stranger'].map((name, at) => plantedLink(at, `https://${name}.example/`, { anchor: at === 0 ? 'une adresse nouvelle' : `adresse ${at + 1}` })),
}) // prettier-ignore
