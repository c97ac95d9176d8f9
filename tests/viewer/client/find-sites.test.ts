import { describe, expect, it } from 'vitest'
import { foldText } from '#data/vocabulary/fold-text.ts'
import { prepareFindSites } from '#viewer/client/model/find-sites.ts'
import { tinyModel } from './tiny-model.ts'

const model = tinyModel(['Fédéravox', 'La Netscouade', 'Œuvre commune', 'Net Démocratie', 'Planète', 'STRASSE & Co'])
const find = prepareFindSites(model, () => [0, 1, 2, 3, 4, 5])

describe('prepareFindSites(model, rankOf)', () => {
  it.each([
    ['federavox', [0]],
    ['FÉDÉRA', [0]],
    ['oeuvre', [2]],
    ['strasse', [5]],
    ['democratie net', [3]],
    ['site-4', [4]],
    ['', []],
    ['   ', []],
    ['nobody', []],
    ['.*', []],
  ])('finds %j whatever the accents and case', (query, sites) => {
    expect(find(query, 10)).toEqual(sites)
  })

  it('puts names that begin with the query first, then words, then the inside of words', () => {
    expect(find('net', 10)).toEqual([3, 1, 4])
    expect(find('net', 2)).toEqual([3, 1])
  })
})

describe('foldText(text)', () => {
  it.each([
    ['Élysée', 'elysee'],
    ['ŒUVRE', 'oeuvre'],
    ['Ærø', 'aerø'],
    ['Straße', 'strasse'],
    ['e\u0301', 'e'],
  ])('folds %j to %j', (text, folded) => expect(foldText(text)).toBe(folded))
})
