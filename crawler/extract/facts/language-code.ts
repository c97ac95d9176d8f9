/** ISO 639-2 codes and names that pages write where a two-letter code is asked for. */
const spellings: Readonly<Record<string, string>> = {
  eng: 'en',
  english: 'en',
  anglais: 'en',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  deu: 'de',
  ger: 'de',
  german: 'de',
  spa: 'es',
  spanish: 'es',
  ita: 'it',
  nld: 'nl',
  dut: 'nl',
  por: 'pt',
}

/** ISO 639-1 code of a language tag as pages write it ('fr-FR', 'en_US', 'FRE', 'fr, en'); empty when it is none. */
export function languageCode(tag: string): string {
  const primary = tag
    .trim()
    .toLowerCase()
    .split(/[-_,;\s]/)[0]!
  if (/^[a-z]{2}$/.test(primary)) return primary
  return Object.hasOwn(spellings, primary) ? spellings[primary]! : ''
}
