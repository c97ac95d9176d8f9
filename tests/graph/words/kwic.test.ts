import { describe, expect, it } from 'vitest'
import { fits, matchTerm } from '#graph/words/kwic/match-term.ts'
import { parseTerm } from '#graph/words/kwic/parse-term.ts'

const found = (text: string, term: string): string[] | null => {
  const match = matchTerm(text, parseTerm('--kwic', term, 'fr'), 'fr')
  return match && match.occurrences.map(({ from, to }) => match.text.slice(from, to))
}

describe('a term looked for', () => {
  it.each([
    ['donnees', 'Les Données, les données ; la donnée.', ['Données', 'données']],
    ['donnée*', 'Les Données, les données ; la donnée.', ['Données', 'données', 'donnée']],
    ['*cibl*', 'Le microciblage et la cible', ['microciblage', 'cible']],
    ['"données de campagne"', 'Des données de campagne et des données', ['données de campagne']],
    ['« données de camp* »', 'Des données de campagne', ['données de campagne']],
    ["l'équipe", 'Avec L’Équipe de campagne', ['L’Équipe']],
    ['équipe campagne', 'Avec l’équipe de campagne', ['équipe', 'campagne']],
    ['porte-à-porte', 'Le porte-à-porte', ['porte-à-porte']],
    ['oeuvre', 'Mise en œuvre', ['œuvre']],
    ['donnees', 'Des don\u00adnées, des donne\u0301es', ['données', 'données']],
  ])('%s in “%s”', (term, text, expected) => expect(found(text, term)).toEqual(expected))

  it.each([
    ['équipe absente', 'L’équipe est là'],
    ['donn', 'Les données'],
    ['"campagne données"', 'Des données, une campagne'],
  ])('%s is not in “%s”', (term, text) => expect(found(text, term)).toBeNull())

  it.each(['', '   ', '*', '""', '?!', 'a'.repeat(201)])('%j is no term', term =>
    expect(() => parseTerm('--kwic', term, 'fr')).toThrow(/--kwic '.*': expected a word/),
  )

  it('with many stars is compared in time that no word makes long', () => {
    expect(fits('a'.repeat(5000), `${'*a'.repeat(90)}*b`)).toBe(false)
    expect(fits('campagne', '*')).toBe(true)
    expect(fits('campagne', 'c*p*e')).toBe(true)
    expect(fits('campagne', 'c*p*x')).toBe(false)
    expect(fits('camp', 'camp**')).toBe(true)
  })
})
