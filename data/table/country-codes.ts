import { withoutAccents } from '../vocabulary/without-accents.ts'

/** ISO 3166-1 alpha-2, the 249 codes officially assigned. */
const codes = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
)

/** What people write instead, besides a country's English or French name. */
const otherSpellings: Readonly<Record<string, string>> = {
  UK: 'GB',
  EL: 'GR',
  USA: 'US',
  'U.S.': 'US',
  'U.S.A.': 'US',
  FRA: 'FR',
  GBR: 'GB',
  DEU: 'DE',
  ENGLAND: 'GB',
  ANGLETERRE: 'GB',
}

/** True for an officially assigned ISO 3166-1 alpha-2 code, upper case. */
export const isCountryCode = (text: string): boolean => codes.has(text)

/** The code that was probably meant by `text` ('UK', 'France', 'États-Unis'), or null. */
export function guessCountryCode(text: string): string | null {
  const upper = folded(text)
  const other = Object.hasOwn(otherSpellings, upper) ? otherSpellings[upper] : undefined
  return other ?? namesIn('en').get(upper) ?? namesIn('fr').get(upper) ?? null
}

/** Folded name → code; of two countries with one name the first. */
const codesByName = new Map<string, ReadonlyMap<string, string>>()

function namesIn(language: string): ReadonlyMap<string, string> {
  const known = codesByName.get(language)
  if (known !== undefined) return known
  const names = new Intl.DisplayNames([language], { type: 'region' })
  const made = new Map([...codes].toReversed().map(code => [folded(names.of(code) ?? ''), code]))
  codesByName.set(language, made)
  return made
}

/** Upper case, without accents, words joined by one hyphen. */
const folded = (text: string) =>
  withoutAccents(text)
    .replace(/[\s-]+/g, '-')
    .toUpperCase()
