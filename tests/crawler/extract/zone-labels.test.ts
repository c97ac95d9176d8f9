import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { accuracy, confusion, kappa, macroF1, scores } from '../../eval/zones/agreement.ts'
import { heldOutSites, readLabels, siteOfPage } from '../../eval/zones/labelled-links.ts'

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
    expect(kappa(pairs)).toBeCloseTo(0.4)
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
  const [labels, first, second] = ['labels.csv', 'pass-1.csv', 'pass-2.csv'].map(readLabels) as [
    ReturnType<typeof readLabels>,
    ReturnType<typeof readLabels>,
    ReturnType<typeof readLabels>,
  ]
  const key = ({ page, ordinal }: { page: string; ordinal: number }): string => `${page} ${ordinal}`

  it('are at least 300 of at least 30 pages of at least 20 hosts, each once, in both passes', () => {
    expect(new Set(labels.map(key)).size).toBe(labels.length)
    expect(labels.length).toBeGreaterThanOrEqual(300)
    expect(new Set(labels.map(({ page }) => page)).size).toBeGreaterThanOrEqual(30)
    expect(new Set(labels.map(({ page }) => new URL(page).host)).size).toBeGreaterThanOrEqual(20)
    for (const pass of [first, second]) expect(pass.map(key)).toEqual(labels.map(key))
  })

  it('have the label of one of the passes, and of both where these agree', () => {
    for (const [at, { label }] of labels.entries()) expect([first[at]!.label, second[at]!.label]).toContain(label)
  })

  it('fall into two halves by site, always the same', () => {
    const heldOut = heldOutSites(labels)
    const aside = labels.filter(({ page }) => heldOut.has(siteOfPage(page)))
    expect(heldOut.size).toBe(25)
    expect(aside).toHaveLength(306)
    expect(heldOutSites(labels.toReversed())).toEqual(heldOut)
  })

  it('are evaluated only where the pages are, and the evaluation says so', () => {
    const empty = mkdtempSync(join(tmpdir(), 'toile-eval-'))
    const script = join(root, 'tests/eval/zones/eval-zones.ts')
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--sites', empty], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `the labelled pages are not in ${empty}: nothing evaluated\n`,
    })
  })
})
