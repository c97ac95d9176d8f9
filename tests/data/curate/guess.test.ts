import { describe, expect, it } from 'vitest'
import type { Traces } from '#data/curate/guess/guess.ts'
import { guessCountry } from '#data/curate/guess/guess-country.ts'
import { sayGuess } from '#data/vocabulary/words/say.ts'
import { guessKind } from '#data/curate/guess/guess-kind.ts'

const traces = (id: string, more: Partial<Traces> = {}): Traces => ({
  id,
  homepage: `http://${id}/`,
  addresses: [],
  anchors: [],
  languages: [],
  stated: [],
  ...more,
})

describe('guessCountry(traces)', () => {
  it.each<[string, Partial<Traces>, string | null]>([
    ['agence.fr', {}, 'FR domain .fr'],
    ['univ.edu', {}, 'US domain .edu'],
    ['mairie.paris', {}, 'FR domain .paris'],
    ['conseil.co.uk', {}, 'GB domain .uk'],
    // Sold to anybody: says nothing of a country.
    ['startup.io', {}, null],
    ['t.co', {}, null],
    ['goo.gl', {}, null],
    ['medium.com/@somebody', {}, null],
    ['agency.com', { languages: ['fr'] }, "FR its pages are in 'fr'"],
    ['agency.com', { languages: ['en'] }, null],
    ['agency.com', { stated: ['US address'], languages: ['fr'] }, 'US an address on its pages'],
    ['agency.com', { stated: ['BE hreflang', 'FR address'] }, 'FR an address on its pages'],
    ['agency.com', { stated: ['BE hreflang'], languages: ['fr'] }, 'BE hreflang of its pages'],
    ['agence.fr', { stated: ['BE hreflang'] }, 'FR domain .fr'],
    [
      'agency.com',
      { addresses: ['http://agency.com/fr/a', 'http://agency.com/fr/b'] },
      "FR language 'fr' in its addresses",
    ],
    ['agency.com', { addresses: ['http://agency.com/fr/a', 'http://agency.com/b', 'http://agency.com/c'] }, null],
    ['agency.com', { addresses: ['http://agency.com/fr/a', 'http://agency.com/de/a'] }, null],
    ['agency.com', { addresses: ['http://fr.agency.com/'] }, "FR language 'fr' in its addresses"],
    ['data-france.org', {}, "FR 'france' in its names"],
    ['x.org', { anchors: ['Obama for America', 'America votes', 'here'] }, "US 'america' in its names"],
    ['x.org', { anchors: ['http://x.org/france/2012', 'X'] }, null],
    ['x.org', { anchors: ['France and America', 'America and France'] }, null],
  ])('%s %j: %s', (id, more, expected) => {
    const guess = guessCountry(traces(id, more))
    expect(guess && `${guess.value} ${sayGuess(guess.from, 'en')}`).toBe(expected)
  })
})

describe('guessKind(traces)', () => {
  it.each<[string, Partial<Traces>, string | null]>([
    ['etalab.gouv.fr', {}, 'government its address'],
    ['law.example.edu', {}, 'research its address'],
    ['facebook.com', {}, 'platform facebook.com is a platform'],
    ['facebook.com/somebody', {}, 'profile its address on facebook.com'],
    ['linkedin.com/in/somebody', {}, 'person its address on linkedin.com'],
    ['linkedin.com/company/x', {}, null],
    ['somebody.wordpress.com', {}, 'blog its address on somebody.wordpress.com'],
    ['agence-exemple.com', {}, 'agency its name'],
    ['exemple.org', { anchors: ['Parti Exemple'] }, "party 'parti' in its anchors"],
    ['eff.org', { anchors: ['Electronic Frontier Foundation'] }, null],
    ['pse.org', { anchors: ['Le Parti de la Science et des Exemples'] }, "party 'parti' in its anchors"],
    // What a page says of it is no name.
    ['exemple.org', { anchors: ['news of the party', 'Radio Exemple, said she, was there first of all'] }, null],
    ['t.co', { anchors: ['Plague Studio'] }, null],
    ['lemonde.fr', {}, 'media its address'],
    ['wordpress.org', {}, null],
    ['participatory.org', {}, null],
    ['x.org', { anchors: ['http://x.org/parti'] }, null],
  ])('%s %j: %s', (id, more, expected) => {
    const guess = guessKind(traces(id, more))
    expect(guess && `${guess.value} ${sayGuess(guess.from, 'en')}`).toBe(expected)
  })
})
