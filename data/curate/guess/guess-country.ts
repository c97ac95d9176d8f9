import { readPlace } from '#data/entity/read-place.ts'
import { readParts } from '#data/url/address.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { countryOfLanguage, countryWords, openCodes, placeEndings } from './country-signs.ts'
import type { Guess, Traces } from './guess.ts'
import { isAddress, plainWords } from './plain-words.ts'

const signs: readonly ((traces: Traces) => Guess | null)[] = [byDomain, byStatement, byOwnPages, byAddresses, byNames]

/**
 * The country that an unreviewed entity may be of, by the first sign that tells one: its domain's ending, an address
 * or hreflang of its pages, the language of its pages where some were read, of its cited addresses, a country's words in its names. Null when none does. Those who
 * cite it are left out on purpose: a country read off the ties would come back as homophily when ties are measured.
 */
export function guessCountry(traces: Traces): Guess | null {
  for (const sign of signs) {
    const guess = sign(traces)
    if (guess) return guess
  }
  return null
}

/** An actor on a platform has the platform's domain, which tells nothing of the actor. */
function byDomain({ homepage }: Traces): Guess | null {
  const url = normalizeUrl(homepage)
  if (url === null || readPlace(url).actor !== null) return null
  const ending = readParts(url).host.split('.').at(-1) ?? ''
  const named = Object.hasOwn(placeEndings, ending) ? placeEndings[ending] : undefined
  const country = named ?? (/^[a-z]{2}$/.test(ending) && !openCodes.has(ending) ? ending.toUpperCase() : '')
  return country === '' ? null : { value: country, from: { code: 'domain', values: { ending } } }
}

function byStatement({ stated }: Traces): Guess | null {
  const [value = '', from = ''] = (stated.find(one => one.endsWith(' address')) ?? stated[0] ?? '').split(' ')
  const code = from === 'address' ? 'address-on-pages' : 'hreflang'
  return value === '' ? null : { value, from: { code, values: {} } }
}

function byOwnPages({ languages: [language = ''] }: Traces): Guess | null {
  const country = countryOfLanguage[language]
  return country ? { value: country, from: { code: 'language-of-pages', values: { language } } } : null
}

/** 'fr.example.org', 'example.org/fr/', 'example.org/index.php?lang=fr': when most of its cited addresses say so. */
function byAddresses({ addresses }: Traces): Guess | null {
  const found = addresses.map(address => languageIn(address)).filter(language => language !== '')
  const [language = ''] = found
  if (found.length * 2 <= addresses.length || found.some(other => other !== language)) return null
  const country = countryOfLanguage[language]
  return country ? { value: country, from: { code: 'language-of-addresses', values: { language } } } : null
}

const languageIn = (address: string): string =>
  /^https?:\/\/(?:www\.)?([a-z]{2})\.[^/][^/.]*\.[^/]+\//.exec(address)?.[1] ??
  /[/=]([a-z]{2})(?:[-_][a-zA-Z]{2})?(?:[/&?]|$)/.exec(address.replace(/^https?:\/\/[^/]+/, ''))?.[1] ??
  ''

/** A word of its domain's name, or of most of what it is called; more than one country's: none. */
function byNames({ id, anchors }: Traces): Guess | null {
  const names = anchors.filter(anchor => !isAddress(anchor)).map(anchor => new Set(plainWords(anchor)))
  const own = new Set(plainWords(id))
  const tells = (word: string): boolean =>
    own.has(word) || (names.length > 1 && names.filter(name => name.has(word)).length * 2 > names.length)
  const found = Object.entries(countryWords).flatMap(([country, words]): Guess[] => {
    const word = words.find(tells)
    return word === undefined ? [] : [{ value: country, from: { code: 'word-in-names', values: { word } } }]
  })
  return found.length === 1 ? found[0]! : null
}
