import { withoutAccents } from '#data/vocabulary/without-accents.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

// Names that Intl.DisplayNames doesn't give, as datasets write them.
const furtherNames: Readonly<Record<string, string>> = {
  'czech republic': 'CZ',
  'great britain': 'GB',
  holland: 'NL',
  'republic of ireland': 'IE',
  'russian federation': 'RU',
  'south korea': 'KR',
  turkey: 'TR',
  uk: 'GB',
  'united states of america': 'US',
  usa: 'US',
  'u.s.a.': 'US',
  'etats-unis d’amerique': 'US',
}

// Codes of CLDR that are no countries of ISO 3166-1.
const noCountries = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

function plain(name: string): string {
  return withoutAccents(name).toLowerCase().trim()
}

function buildNames(): { codes: ReadonlySet<string>; names: ReadonlyMap<string, string> } {
  const codes = new Set<string>()
  const names = new Map(Object.entries(furtherNames))
  for (const language of ['en', 'fr']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap(first => letters.map(second => first + second))) {
      const name = noCountries.has(code) ? undefined : display.of(code)
      // A code that is withdrawn or an alias (UK) has another canonical form.
      if (name === undefined || Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue
      codes.add(code)
      if (!names.has(plain(name))) names.set(plain(name), code)
    }
  }
  return { codes, names }
}

let known: ReturnType<typeof buildNames> | undefined

/** Returns the ISO 3166-1 alpha-2 code of a code or of a country's English or French name; any other text as it is. */
export function countryCode(text: string): string {
  known ??= buildNames()
  const trimmed = text.trim()
  if (known.codes.has(trimmed.toUpperCase())) return trimmed.toUpperCase()
  return known.names.get(plain(trimmed)) ?? trimmed
}
