import { describe, expect, it } from 'vitest'
import type { Language } from '#data/vocabulary/languages.ts'
import { splitText } from '#graph/words/split/split-words.ts'
import { growthOf, mostGrowth } from '../../growth.ts'

const words = (text: string, language: Language): string =>
  splitText(text, language)
    .words.map(({ form }) => form)
    .join(' | ')

describe('splitText(text, language)', () => {
  it.each([
    [
      "l'équipe d’aujourd'hui qu'il a mise en œuvre",
      "l' | équipe | d' | aujourd'hui | qu' | il | a | mise | en | œuvre",
    ],
    ['L’ÉTAT lorsqu’elle n’a d’accord', "l' | état | lorsqu' | elle | n' | a | d'accord"],
    ['A-t-il dit que celui-là, est-ce vrai ?', 'a | il | dit | que | celui | là | est | ce | vrai'],
    ['dites-le-moi, allez-y : donnez-m’en', "dites | le | moi | allez | y | donnez | m'en"],
    [
      'peut-être un rendez-vous de porte-à-porte, c’est-à-dire l’État-nation',
      "peut-être | un | rendez-vous | de | porte-à-porte | c'est-à-dire | l' | état-nation",
    ],
    ['presqu’île, quelqu’un, prud’homme, entr’ouvert', "presqu'île | quelqu'un | prud'homme | entr'ouvert"],
    ['écrivain·e·s, 3,14 et 40 %', 'écrivain·e·s | 3,14 | et | 40'],
    ['Voir NationBuilder.com, les U.S.A. et la R&D.', 'voir | nationbuilder.com | les | u.s.a | et | la | r&d'],
    ['La fin.Le début', 'la | fin | le | début'],
    ['« L’un » d’entre eux…', "l' | un | d' | entre | eux"],
    ['e\u0301lection e\u0301lus, don\u00adnées', 'élection | élus | données'],
    ['l’ et d’', 'l | et | d'],
  ] as const)('French: %s', (text, expected) => expect(words(text, 'fr')).toBe(expected))

  it.each([
    ['The campaign’s data: don’t we’re door-to-door', "the | campaign | 's | data | don't | we're | door-to-door"],
    ["It's the Democrats' list, let's go", "it | 's | the | democrats | list | let's | go"],
    ["l'équipe isn't split in English", "l'équipe | isn't | split | in | english"],
  ] as const)('English: %s', (text, expected) => expect(words(text, 'en')).toBe(expected))

  it('leaves out addresses, which are no words and may name a person', () => {
    expect(
      words('Écrire à jeanne.dupont@site.example ou voir https://site.example/a-b?c=d et www.site.example.', 'fr'),
    ).toBe('écrire | à | ou | voir | et')
    expect(words('Voir (apps.site.example/a/profil.php?id=1), site.com, et/ou 3/4 fin./début', 'fr')).toBe(
      'voir | site.com | et | ou | 3 | 4 | fin | début',
    )
  })

  it('says where each word stands, whatever case and apostrophes it has', () => {
    const { text, words: placed } = splitText('Voilà « L’ÉQUIPE » d’İstanbul 🗳️ enfin', 'fr')
    expect(placed.map(({ from, to }) => text.slice(from, to))).toEqual([
      'Voilà',
      'L’',
      'ÉQUIPE',
      'd’',
      'İstanbul',
      'enfin',
    ])
  })

  it('takes time linear in the text, whatever stands in it', () => {
    for (const piece of ["d'", '-le', '·a', 'a.', 'a@', 'www.', 'e\u0301', '\u00ad', "l'-là-", '\ud83d'])
      for (const before of ['', 'a'])
        expect(
          growthOf(
            text => splitText(text, 'fr'),
            length => before + piece.repeat(Math.ceil(length / piece.length)),
          ),
          before + piece,
        ).toBeLessThan(mostGrowth)
  })
})
