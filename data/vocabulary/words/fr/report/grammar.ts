import type { grammarEn } from '#data/vocabulary/words/en/report/grammar.ts'

const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

const frenchPlural = set('AE BS FJ KM MH MV NL PH PW SB SC US')
const frenchBare = set('AD BH CU CY DJ HK HT IL MC MG MO MT MU OM SG SM TW')
const frenchMasculineInE = set('BZ KH MX MZ SR ZW')

type French = 'plural' | 'bare' | 'elided' | 'feminine' | 'masculine'

function frenchKind(code: string, name: string): French {
  if (frenchPlural.has(code)) return 'plural'
  if (frenchBare.has(code) || !/^[A-Z]{2}$/.test(code)) return 'bare'
  if (/^[aeiouàâéèêîôû]/i.test(name)) return 'elided'
  return name.endsWith('e') && !frenchMasculineInE.has(code) ? 'feminine' : 'masculine'
}

const articles: Readonly<Record<French, string>> = {
  plural: 'les ',
  bare: '',
  elided: 'l’',
  feminine: 'la ',
  masculine: 'le ',
}

/** 'les États-Unis', 'la France'. */
const theCountry = (code: string, name: string): string => articles[frenchKind(code, name)] + name

/** 'des États-Unis', 'de France', 'd’Allemagne': where a site is from. Feminine countries have no article there. */
function ofCountry(code: string, name: string): string {
  const kind = frenchKind(code, name)
  // Of the elided ones the masculine lose their article here, too: 'd’Iran'.
  const before: Readonly<Record<French, string>> = {
    plural: 'des ',
    bare: /^[aeiouàâéèêîôû]/i.test(name) ? 'd’' : 'de ',
    elided: 'd’',
    feminine: 'de ',
    masculine: 'du ',
  }
  return before[kind] + name
}

/** No-break spaces where French printers put them: before : ; ! ? » % and after «. */
const typeset = (text: string): string =>
  text
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=[:»%])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0')

/** Les pays avec leurs articles, et les blancs des imprimeurs : ce qu’Intl ne sait pas. Codes ISO 3166-1 alpha-2. */
export const grammarFr: typeof grammarEn = { theCountry, ofCountry, typeset }
