import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cohensKappa } from '#graph/analysis/coders/cohens-kappa.ts'
import { accuracy, confusion, macroF1, scores } from '../../eval/zones/agreement.ts'
import { heldOutSites, readLabels, siteOfPage } from '../../eval/zones/labelled-links.ts'
import { temporaryFolder } from '../../data/store/invented-corpus.ts'

const root = join(import.meta.dirname, '../../..')

describe('agreement of two labellings', () => {
  // Worked by hand: 10 items, 4 a/a, 1 a/b, 2 b/a, 3 b/b.
  const pairs = [
    ...Array.from({ length: 4 }, () => ['a', 'a'] as const),
    ['a', 'b'] as const,
    ...Array.from({ length: 2 }, () => ['b', 'a'] as const),
    ...Array.from({ length: 3 }, () => ['b', 'b'] as const),
  ]

  it('counts, and computes accuracy, F1 and Cohen’s kappa', () => {
    expect(confusion(pairs, ['a', 'b'])).toEqual({ a: { a: 4, b: 1 }, b: { a: 2, b: 3 } })
    expect(accuracy(pairs)).toBeCloseTo(0.7)
    expect(scores(pairs, 'a')).toEqual({ precision: 4 / 6, recall: 4 / 5, f1: 8 / 11, support: 5 })
    expect(macroF1(pairs)).toBeCloseTo((8 / 11 + 6 / 9) / 2)
    // Expected agreement: 0.5 × 0.6 + 0.5 × 0.4 = 0.5.
    expect(cohensKappa(pairs)).toBeCloseTo(0.4)
  })

  it('counts a label that is only ever given wrongly as F1 = 0', () => {
    expect(
      macroF1([
        ['a', 'a'],
        ['a', 'c'],
      ]),
    ).toBeCloseTo((2 / 3 + 0) / 2)
  })
})

describe('the labelled links', () => {
  const labels = readLabels('labels.csv')
  const passes = ['pass-1.csv', 'pass-2.csv', 'second-reader.csv'].map(readLabels)
  const key = ({ page, ordinal }: { page: string; ordinal: number }): string => `${page} ${ordinal}`

  it('are at least 300 of at least 30 pages of at least 20 hosts, each once, in every pass', () => {
    expect(new Set(labels.map(key)).size).toBe(labels.length)
    expect(labels.length).toBeGreaterThanOrEqual(300)
    expect(new Set(labels.map(({ page }) => page)).size).toBeGreaterThanOrEqual(30)
    expect(new Set(labels.map(({ page }) => new URL(page).host)).size).toBeGreaterThanOrEqual(20)
    for (const pass of passes) expect(pass.map(key)).toEqual(labels.map(key))
  })

  it('have the label of one of the passes, and of all where these agree', () => {
    for (const [at, { label }] of labels.entries()) expect(passes.map(pass => pass[at]!.label)).toContain(label)
  })

  it('are not the first reader’s alone: what the second saw otherwise was settled both ways', () => {
    const [first, , second] = passes
    const apart = labels.filter((_, at) => first![at]!.label !== second![at]!.label)
    expect(apart.length).toBeGreaterThan(0)
    const taken = (pass: typeof labels): number => {
      const byKey = new Map(pass.map(link => [key(link), link.label]))
      return apart.filter(link => byKey.get(key(link)) === link.label).length
    }
    expect(taken(first!)).toBeGreaterThan(0)
    expect(taken(second!)).toBeGreaterThan(0)
  })

  it('fall into two halves by site, always the same', () => {
    const heldOut = heldOutSites(labels)
    const aside = labels.filter(({ page }) => heldOut.has(siteOfPage(page)))
    expect(heldOut.size).toBe(25)
    expect(aside).toHaveLength(306)
    expect(heldOutSites(labels.toReversed())).toEqual(heldOut)
  })

  it('are evaluated only where the pages are, and the evaluation says so', () => {
    const empty = temporaryFolder()
    const script = join(root, 'tests/eval/zones/eval-zones.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--sites', empty], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `the labelled pages are not in ${empty}: nothing evaluated\n`,
    })
  })
})
