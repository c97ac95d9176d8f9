import { describe, expect, it } from 'vitest'
import { analysedQuestion } from '#data/store/graph/analysed-question.ts'
import { zones } from '#data/vocabulary/zones.ts'

const preset = { statuses: ['IN'], zones, weight: 'evidence' }

describe('analysedQuestion(analysis)', () => {
  it('is what analyse takes by itself, without an analysis or one that says nothing', () => {
    expect(analysedQuestion(null)).toEqual(preset)
    expect(analysedQuestion({ options: {} })).toEqual(preset)
    expect(analysedQuestion({ options: { statuses: null, zones: 'content', weight: 3 } })).toEqual(preset)
  })

  it('is what was analysed, in the order of the vocabulary, and without names that this version does not know', () => {
    const options = { seed: 4, statuses: ['OUT', 'IN', 'MAYBE'], zones: ['comment', 'content', 7], weight: 'links' }
    expect(analysedQuestion({ options })).toEqual({
      statuses: ['IN', 'OUT'],
      zones: ['content', 'comment'],
      weight: 'links',
    })
    expect(analysedQuestion({ options: { zones: [] } }).zones).toEqual([])
  })
})
