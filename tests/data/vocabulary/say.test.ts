import { describe, expect, it } from 'vitest'
import type { FetchSlug } from '#crawler/fetch/outcome.ts'
import { Mistake } from '#data/mistake.ts'
import { causeInWords, type Said, sayCause, sayGuess, sayMistake } from '#data/vocabulary/words/say.ts'
import { sentences } from '#data/vocabulary/words/sentences.ts'
import { readSeeds } from '#seeds/read-seeds.ts'

/** What the reader says of a list: its mistakes, or else its notes. */
function saidOf(list: string | Uint8Array): readonly Said[] {
  try {
    return readSeeds('liste.csv', typeof list === 'string' ? new TextEncoder().encode(list) : list).notes
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return error.said
  }
}

const site = 'https://one.example'

/** Lists with everything that the reader can complain of, and words of the French sentence. */
const lists: readonly (readonly [list: string | Uint8Array, ...french: string[]])[] = [
  ['', 'ligne 1 : aucune ligne ; attendu : un en-tête avec une colonne « url »'],
  ['url\n', 'il n’y a qu’un en-tête'],
  ['name,country\nOne,FR\n', "colonnes 'name', 'country' ; attendu : un en-tête avec une colonne « url »"],
  [`url,url\n${site},\n`, 'deux colonnes « url » ; attendu : une seule'],
  ['url,name\n,One\n', 'ligne 2 : aucune adresse dans la colonne « url »'],
  ['url\nhtp://one\n', '« htp://one » n’est pas une adresse http(s)'],
  [`url,country\n${site},France\n`, '« France » n’est pas un code de pays ISO 3166-1 ; attendu : FR'],
  [`url,country\n${site},Utopia\n`, '« Utopia » n’est pas un code de pays ISO 3166-1 ; attendu : deux lettres'],
  [`url,prefixes\n${site},ftp://x\n`, 'le préfixe « ftp://x » n’est pas une adresse http(s)'],
  [`url,prefixes\n${site},${site}/?a=1\n`, 'a une requête ou un fragment'],
  [
    `url,prefixes\n${site},${site}\nhttps://two.example,${site} https://two.example\n`,
    'ligne 3 : le préfixe « one.example » appartient déjà à l’entité de la ligne 2',
  ],
  [`url,prefixes\n${site},https://two.example\n`, 'n’est sous aucun des préfixes de sa ligne'],
  [
    `url,prefixes\n${site}/blog,${site}\nhttps://two.example,https://two.example ${site}/blog\n`,
    'appartient à l’entité de la ligne 3 par un préfixe plus long',
  ],
  [
    `url\n${site}\n${site}\n`,
    'ligne 3 : « https://one.example/ » appartient déjà à l’entité de la ligne 2 et n’est pas reprise',
  ],
  [`url\n${site}\n${site}/blog\n`, 'et en devient une autre page de départ'],
  [new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1]), 'un classeur a été trouvé'],
  [`url,name\n${site},One,Two\n`, '3 cases, dont la dernière est « Two » ; attendu : 2'],
  [`url,\n${site},One\n`, '« One » est dans la colonne 2, qui n’a pas de nom'],
  [`url,name\n${site},"One\n`, 'un guillemet ouvert dans cette ligne n’est jamais fermé'],
  [`url,name\n${site},O"ne"\n`, 'un guillemet au milieu d’une case'],
]

describe('sayMistake(said, language)', () => {
  it.each(lists)('says in French what the reader says of %j', (list, ...french) => {
    const said = saidOf(list)
    expect(said).not.toEqual([])
    const lines = said.map(one => sayMistake(one, 'fr').replaceAll('\u00a0', ' ')).join('\n')
    for (const words of french) expect(lines).toContain(words)
  })

  it('says where a line stands in the manner of each language', () => {
    const said: Said = { code: 'no-address', values: { example: 'https://a.example' }, file: 'a.csv', line: 3 }
    expect(sayMistake(said, 'en')).toBe(
      "a.csv:3: no address in the column 'url', expected one such as https://a.example",
    )
    expect(sayMistake(said, 'fr')).toMatch(/^a\.csv, ligne 3\u00a0: aucune adresse/)
  })

  it('takes a value for what it is, whatever stands in it', () => {
    const said: Said = { code: 'split-of-another', values: { prefix: '{owner} $1', owner: '{name}', name: 'a' } }
    expect(sayMistake(said, 'en')).toBe("{owner} $1 belongs to '{name}'; expected a prefix of 'a', or a narrower one")
  })
})

describe('new Mistake(said)', () => {
  it('has a line for each, in English, and keeps what was said', () => {
    const said: Said[] = [
      { code: 'last-prefix', values: { name: 'one.example' } },
      { code: 'no-rows', values: {}, file: 'a.csv', line: 1 },
    ]
    const mistake = new Mistake(said)
    expect(mistake.message).toBe(
      "this is the last prefix of 'one.example'; expected to merge the entity, or to set it OUT\n" +
        'a.csv:1: only a header was found, expected a row for each site',
    )
    expect(mistake.said).toEqual(said)
  })

  it('carries a code, too, when it is given as a sentence', () => {
    const mistake = new Mistake('--a with --b; expected {one} of them')
    expect(mistake.message).toBe('--a with --b; expected {one} of them')
    expect(mistake.said.map(one => sayMistake(one, 'fr'))).toEqual([mistake.message])
  })
})

describe('sayGuess(reason, language)', () => {
  it('names the sign in each language', () => {
    const reason = { code: 'word-in-names', values: { word: 'france' } } as const
    expect([sayGuess(reason, 'en'), sayGuess(reason, 'fr')]).toEqual([
      "'france' in its names",
      '«\u00a0france\u00a0» dans ses noms',
    ])
  })
})

/** A slug without words is an error of types here. */
const failures: Readonly<Record<FetchSlug, string>> = sentences.en.causes
const exclusions = ['robots', 'robots-unreachable', 'opt-out', 'max-pages', 'trap', 'private']

describe('causes in words', () => {
  it.each([...Object.keys(failures), ...exclusions])('are known of %s', slug => {
    expect(causeInWords(slug, 'en')).not.toBe('')
    expect(causeInWords(slug, 'fr')).not.toBe(causeInWords(slug, 'en'))
  })

  it.each([
    ['http-404', 'not found', 'introuvable'],
    ['robots-unreachable', 'its robots.txt could not be read', 'le robots.txt du site n’a pas pu être lu'],
    ['http-502', 'an error of the site (http-502)', 'une erreur du site (http-502)'],
    [
      'http-418',
      'not there, or not for us, says the site (http-418)',
      'absente, ou pas pour nous, dit le site (http-418)',
    ],
    ['something-new', 'something-new', 'something-new'],
    ['constructor', 'constructor', 'constructor'],
  ])('%s', (slug, english, french) => {
    expect([sayCause(slug, 'en'), sayCause(slug, 'fr')]).toEqual([english, french])
  })

  it('are left out where the slug stands beside them and says enough', () => {
    expect(['http-404', 'http-502', 'http-418', 'new'].map(slug => causeInWords(slug, 'en'))).toEqual([
      'not found',
      'an error of the site',
      '',
      '',
    ])
  })
})
