import { guessCountryCode, isCountryCode } from '#data/table/country-codes.ts'

/** The country that a page states, ISO 3166-1 alpha-2, and by what; both empty when it states none, or several. */
export interface StatedCountry {
  readonly country: string
  readonly countryFrom: 'address' | 'hreflang' | ''
}

export interface CountryClues {
  readonly jsonLd: readonly string[]
  readonly metas: readonly (readonly [string, string])[]
  /** Text of its address elements. */
  readonly address: string
  /** hreflang of those <link rel="alternate"> that lead to the page itself. */
  readonly ownHreflangs: readonly string[]
}

/**
 * What a page says of where its owner is: a postal address (JSON-LD, meta, the text of its address elements), else the
 * region of its own hreflang ('fr-BE'). A statement about the page, used as a guess about its site.
 */
export function pageCountry({ jsonLd, metas, address, ownHreflangs }: CountryClues): StatedCountry {
  const stated = only([
    ...jsonLd.flatMap(countriesInJsonLd),
    ...metas.flatMap(([name, content]) => (countryMetas.test(name) ? [codeOf(content.split('-')[0]!)] : [])),
    ...countriesInAddress(address),
  ])
  if (stated !== '') return { country: stated, countryFrom: 'address' }
  const region = only(ownHreflangs.map(tag => /^[a-z]{2,3}[-_]([a-z]{2})$/i.exec(tag.trim())?.[1]?.toUpperCase() ?? ''))
  return isCountryCode(region) ? { country: region, countryFrom: 'hreflang' } : { country: '', countryFrom: '' }
}

/** The one that all name; empty when they differ. */
function only(countries: readonly string[]): string {
  const named = new Set(countries.filter(country => country !== ''))
  return named.size === 1 ? [...named][0]! : ''
}

/** 'geo.region' is 'FR-75'. */
const countryMetas = /^(?:geo\.(?:country|region)|addresscountry|og:country-name|business:contact_data:country_name)$/

/** "addressCountry": "FR", or {"@type": "Country", "name": "France"}. */
const inJsonLd = /"addressCountry"\s*:\s*(?:\{[^{}]*?"name"\s*:\s*)?"([^"\\]{2,60})"/g

const countriesInJsonLd = (text: string): string[] =>
  [...text.matchAll(inJsonLd)].map(([, written]) => codeOf(written!))

/** What was looked up once: sites write the same on every page, and a look-up compares all names of countries. */
const known = new Map<string, string>()

function codeOf(written: string): string {
  const text = written.trim()
  if (isCountryCode(text.toUpperCase())) return text.toUpperCase()
  const before = known.get(text)
  if (before !== undefined) return before
  const code = guessCountryCode(text) ?? ''
  if (known.size < 1_000) known.set(text, code)
  return code
}

const states =
  'AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY'
const frenchCities =
  'Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Montpellier|Strasbourg|Bordeaux|Lille|Rennes|Reims|Toulon|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Clermont-Ferrand|Aix-en-Provence|Brest|Tours|Amiens|Limoges|Metz|Perpignan|Besançon|Orléans|Rouen|Mulhouse|Caen|Nancy|Montreuil|Saint-Denis|Nanterre|Versailles|Poitiers|Pau|Avignon'

/** How postal addresses and telephone numbers tell a country. */
const addressSigns: readonly (readonly [country: string, pattern: RegExp])[] = [
  [
    'FR',
    new RegExp(
      String.raw`\bFrance\b|\bF-\d{5}\b|\bCEDEX\b|\b\d{5}\s+(?:${frenchCities})(?!\p{L})|\+33[\s.(]?\d|\b0[1-9](?:[\s.]\d\d){4}\b`,
      'iu',
    ),
  ],
  ['US', new RegExp(String.raw`\b(?:${states})\.?,?\s+\d{5}(?:-\d{4})?\b|\bUSA\b|\bUnited States\b|\bU\.S\.A\.`, 'u')],
  ['GB', /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\bUnited Kingdom\b|\bEngland\b|\bScotland\b|\+44[\s.(]?\d/u],
  ['CA', /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bCanada\b/u],
  ['BE', /\bBelgi(?:que|um|ë|e)\b|\bB-\d{4}\b|\+32[\s.(]?\d/u],
  ['CH', /\bSuisse\b|\bSwitzerland\b|\bSchweiz\b|\bCH-\d{4}\b|\+41[\s.(]?\d/u],
  ['DE', /\bDeutschland\b|\bGermany\b|\bAllemagne\b|\bD-\d{5}\b|\+49[\s.(]?\d/u],
  ['ES', /\bEspaña\b|\bSpain\b|\bEspagne\b|\+34[\s.(]?\d/u],
  ['IT', /\bItalia\b|\bItaly\b|\bItalie\b|\+39[\s.(]?\d/u],
  ['LU', /\bLuxembourg\b|\bL-\d{4}\b|\+352[\s.(]?\d/u],
]

const countriesInAddress = (text: string): string[] =>
  text.trim() === '' ? [] : addressSigns.filter(([, pattern]) => pattern.test(text)).map(([country]) => country)
