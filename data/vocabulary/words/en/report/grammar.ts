const withArticle: ReadonlySet<string> = new Set('AE BS CD CF CG DO GB GM KM MH MV NL PH SB SC US'.split(' '))

/** 'the United States', 'France'. */
const theCountry = (code: string, name: string): string => (withArticle.has(code) ? `the ${name}` : name)

/** What Intl does not know of running English. Country codes are ISO 3166-1 alpha-2. */
export const grammarEn = {
  theCountry,
  /** What follows 'sites of'. */
  ofCountry: theCountry,
  /** Words with the spaces that the language puts before its marks. */
  typeset: (text: string): string => text,
}
