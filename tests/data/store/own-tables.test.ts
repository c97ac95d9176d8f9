import { describe, expect, it } from 'vitest'
import { linkMarks } from '#data/marks/link-marks.ts'
import { builtInSignatures } from '#data/tools/built-in-signatures.ts'
import { writeMeta } from '#data/store/base/meta.ts'
import { ownSignatures, setOwnSignatures } from '#data/store/tools/own-signatures.ts'
import { ownMarks, setOwnMarks } from '#data/store/visits/own-marks.ts'
import { emptyCorpus } from './invented-corpus.ts'

describe('tables of the user’s own that a corpus keeps', () => {
  it('come back as they were given, each row that Toile itself has among them', () => {
    const corpus = emptyCorpus()
    setOwnMarks(corpus, linkMarks)
    expect(ownMarks(corpus)).toEqual(linkMarks)
    setOwnSignatures(corpus, builtInSignatures())
    expect(ownSignatures(corpus)).toEqual(builtInSignatures())
  })

  const tool = { name: 'Kit', maker: 'kit.example', country: 'US', category: 'cms', pattern: { cookie: 'kit' }, source: '' } // prettier-ignore
  const mark = { mark: 'credit', target: 'a.example' }
  it.each([
    ['marks', 'nothing that is JSON', 1],
    ['marks', '{"mark":"credit","target":"a.example"}', 1],
    ['marks', JSON.stringify([mark, { mark: 'friend', words: 'by' }]), 2],
    ['marks', JSON.stringify([mark, mark, { ...mark, words: 'by' }]), 3],
    ['marks', JSON.stringify([mark, { mark: 'credit', target: `a.example/${'*'.repeat(30)}$` }]), 2],
    ['marks', JSON.stringify([{ mark: 'credit', words: 'b'.repeat(3_000) }]), 1],
    ['marks', JSON.stringify(Array.from({ length: 10_001 }, () => mark)), 1],
    ['tools', JSON.stringify([tool, [tool]]), 2],
    ['tools', JSON.stringify([tool, { ...tool, pattern: { host: 'a.example', path: '/', kinds: ['everything'] } }]), 2],
    ['tools', JSON.stringify([tool, { ...tool, country: 'us' }]), 2],
    ['tools', JSON.stringify([{ ...tool, script: 'run' }]), 1],
  ] as const)('are refused in one sentence where a stranger wrote them otherwise: %s, %#', (table, kept, row) => {
    const corpus = emptyCorpus()
    writeMeta(corpus, table, kept)
    expect(() => (table === 'marks' ? ownMarks(corpus) : ownSignatures(corpus))).toThrow(
      `the corpus keeps a table of its own (${table}) that can't be read, from row ${row} on; expected what`,
    )
    // What the sentence says helps.
    if (table === 'marks') expect(setOwnMarks(corpus, [])).toBe(0)
    else expect(setOwnSignatures(corpus, [])).toBe(0)
    expect([ownMarks(corpus), ownSignatures(corpus)]).toEqual([[], []])
  })
})
