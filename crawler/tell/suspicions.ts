import type { EntityOutcome } from '#data/store/visits/crawl-findings.ts'
import { causeInWords } from '#data/vocabulary/words/say.ts'

/** Something odd about an entity, that its reader should look at before trusting what the corpus says of it. */
export interface Suspicion {
  readonly entity: string
  /** A stable slug: see `signs`. */
  readonly sign: string
  /** One sentence, for people. */
  readonly sentence: string
}

interface Sign {
  readonly sign: string
  readonly shows: (entity: EntityOutcome) => string | null
}

/** Pages from which on a pattern means something. */
const enough = 5

const parkingHosts =
  /(?:^|\.)(?:sedo(?:parking)?\.com|parkingcrew\.(?:com|net)|bodis\.com|above\.com|afternic\.com|dan\.com|hugedomains\.com|uniregistry\.com|parklogic\.com|domainmarket\.com|undeveloped\.com|smartname\.com)$/
const parkingTitle =
  /domain (?:name )?(?:is )?(?:for sale|parked)|buy this domain|parked (?:domain|page)|domaine? (?:est )?(?:à|a) vendre|ce (?:nom de )?domaine est|future home of|index of \/$|account suspended|site (?:non trouvé|introuvable|suspendu)/i

/** In the order in which they are looked for; the first that shows is told. */
const signs: readonly Sign[] = [
  {
    sign: 'only-redirects',
    shows: ({ fetched, redirected, leadsTo }) =>
      fetched === 0 && redirected > 0 ? `leads to ${leadsTo || 'another address'} and has no page of its own` : null,
  },
  {
    sign: 'nothing-read',
    shows: ({ fetched, cause }) => (fetched === 0 ? `no page could be read: ${told(cause) || 'none was known'}` : null),
  },
  {
    sign: 'parked',
    shows: ({ title, fetched, targets }) =>
      parkingTitle.test(title) || (fetched < enough && targets.some(target => parkingHosts.test(target)))
        ? 'looks like a parked domain or an empty host'
        : null,
  },
  {
    sign: 'needs-a-browser',
    shows: ({ fetched, unrendered }) =>
      unrendered * 2 > fetched
        ? `${unrendered} of ${fetched} pages are built by scripts and were read without a browser`
        : null,
  },
  {
    sign: 'all-alike',
    shows: ({ fetched, titles, bodies }) =>
      fetched >= enough && (bodies * 5 <= fetched || (titles === 1 && bodies * 2 <= fetched))
        ? `its ${fetched} pages are nearly all the same`
        : null,
  },
  {
    sign: 'few-links',
    shows: ({ fetched, linksOut }) =>
      fetched >= enough && linksOut === 0 ? `none of its ${fetched} pages links to another entity` : null,
  },
  {
    sign: 'mostly-failed',
    shows: ({ fetched, failed, cause }) =>
      failed >= enough && failed > 2 * fetched
        ? `${failed} of ${failed + fetched} pages failed, most with: ${told(cause)}`
        : null,
  },
]

/** A slug with its meaning. */
function told(cause: string): string {
  const words = causeInWords(cause, 'en')
  return words === '' ? cause : `${words} (${cause})`
}

/** At most one suspicion for each entity, in the entities' order; pure. */
export const suspicions = (entities: readonly EntityOutcome[]): Suspicion[] =>
  entities.flatMap(entity => {
    for (const { sign, shows } of signs) {
      const sentence = shows(entity)
      if (sentence !== null) return [{ entity: entity.id, sign, sentence }]
    }
    return []
  })
