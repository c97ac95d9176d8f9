import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import { readerInFrench } from '#viewer/client/words/fr/reader.ts'

/** What the reader says of a list: its mistakes, or else its notes. */
function saidOf(list: string | Uint8Array): readonly string[] {
  try {
    return readSeeds('liste.csv', typeof list === 'string' ? new TextEncoder().encode(list) : list).notes
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    return error.message.split('\n')
  }
}

const site = 'https://one.example'

/** Lists with everything that the reader can complain of, and words of the French sentence. */
const lists: readonly (readonly [list: string | Uint8Array, ...french: string[]])[] = [
  ['', 'ligne 1 : aucune ligne ; attendu : un en-tête avec une colonne url'],
  ['url\n', 'il n’y a qu’un en-tête'],
  ['name,country\nOne,FR\n', "colonnes 'name', 'country' ; attendu : un en-tête avec une colonne url"],
  [`url,url\n${site},\n`, 'deux colonnes « url » ; attendu : une seule'],
  ['url,name\n,One\n', 'ligne 2 : aucune adresse dans la colonne url'],
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

describe('readerInFrench(line)', () => {
  it.each(lists)('says in French what the reader says of %j', (list, ...french) => {
    const said = saidOf(list)
    expect(said).not.toEqual([])
    const translated = said.map(line => readerInFrench(line)?.replaceAll('\u00a0', ' '))
    expect(translated.filter(line => line === undefined)).toEqual([])
    for (const words of french) expect(translated.join('\n')).toContain(words)
  })

  it('leaves a sentence that it does not know', () => {
    expect(readerInFrench('liste.csv:3: something new')).toBeNull()
    expect(readerInFrench('something new')).toBeNull()
  })
})
