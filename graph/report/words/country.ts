/** Countries in running English and French: with their articles, which Intl doesn't know. Codes are ISO 3166-1 alpha-2. */

const set = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

const englishThe = set('AE BS CD CF CG DO GB GM KM MH MV NL PH SB SC US')

/** 'the United States', 'France'. */
export const englishName = (code: string, name: string): string => (englishThe.has(code) ? `the ${name}` : name)

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
export const frenchName = (code: string, name: string): string => articles[frenchKind(code, name)] + name

/** 'des États-Unis', 'de France', 'd’Allemagne': where a site is from. Feminine countries have no article there. */
export function frenchOf(code: string, name: string): string {
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
