import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { type ExportChoice, exportCorpus } from '#graph/exchange/export-corpus.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { readBackbone } from '#graph/exchange/model/read-backbone.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-backbone-'))

async function imported(name: string, rows: readonly string[]): Promise<Corpus> {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, ['source,target,weight', ...rows, ''].join('\n'))
  const file = join(folder, `${name}.sqlite`)
  const surroundings = { cwd: '/', env: {}, now: () => 0, between: () => Promise.resolve() }
  await importCorpus({ path, corpus: file, as: 'network' }, surroundings)
  return openCorpus(file, 'read')
}

/** The worked network of tests/data/vocabulary/backbones.test.ts. */
const worked = ['a,b,10', 'a,c,2', 'a,d,6', 'b,a,5', 'b,c,4', 'b,d,1', 'c,a,1', 'c,d,8', 'd,a,3', 'd,b,2']

let corpus: Corpus
let halves: Corpus
beforeAll(async () => {
  corpus = await imported('worked', worked)
  halves = await imported('halves', ['a,b,1.5', 'b,a,2'])
})
afterAll(() => {
  corpus.close()
  halves.close()
  rmSync(folder, { recursive: true, force: true })
})

const asked = (...words: Parameters<typeof readBackbone>): Partial<ExportChoice> => {
  const backbone = readBackbone(...words)
  return backbone ? { backbone } : {}
}

const choice = { title: 'worked', statuses: ['IN', 'UNDECIDED'], zones, minWeight: 0 } as const
const ties = (more: Partial<ExportChoice>) =>
  exportCorpus(corpus, { ...choice, ...more }).edges.map(({ source, target }) => source + target)

describe('export --backbone', () => {
  it('keeps the ties that stand out, and says so', () => {
    expect(ties(asked('disparity', 0.2))).toEqual(['ab', 'ba', 'cd'])
    // Of c→d, d→a and others the tail of the binomial decides: .0132 and .0915 against 5 %.
    expect(ties(asked('noise-corrected'))).toEqual(['ab', 'cd'])
    const model = exportCorpus(corpus, { ...choice, ...asked('disparity', 0.2) })
    expect(model.description).toContain('; backbone disparity at 0.2')
    expect(model.origin?.parameters).toMatchObject({ backbone: { name: 'disparity', threshold: 0.2 } })
    expect(model.nodes.map(({ id, outDegree }) => `${id}${outDegree}`)).toEqual(['a1', 'b1', 'c1', 'd0'])
  })

  it('asks what to expect before the least weight leaves ties out', () => {
    expect(ties({ ...asked('disparity', 0.2), minWeight: 6 })).toEqual(['ab', 'cd'])
  })

  it('is the same in the map as one page', () => {
    const source = { corpus, file: 'w', title: 'w', now: () => 0 }
    const { ids, ties: own } = readMapData(source, { ...choice, ...asked('disparity', 0.2) })
    expect(own.source.map((from, tie) => ids[from]! + ids[own.target[tie]!]!)).toEqual(['ab', 'ba', 'cd'])
  })

  it('refuses weights that are no counts where chance is asked, with what takes them', () => {
    expect(() => exportCorpus(halves, { ...choice, ...asked('noise-corrected') })).toThrow(
      /^--backbone noise-corrected: a tie of weight 1\.5 found, expected counts.*--backbone disparity/,
    )
  })

  it.each([
    [() => readBackbone('none', 2), /^--threshold goes with --backbone noise-corrected or disparity$/],
    [() => readBackbone('disparity', 2), /^--threshold 2 found, with --backbone disparity expected a chance/],
    [() => readBackbone('disparity', 0), /^--threshold 0 found/],
    [() => readBackbone('noise-corrected', 101), /^--threshold 101 found, .* from 0 to 100$/],
  ])('refuses a threshold that is none: %#', (read, sentence) => expect(read).toThrow(sentence))
})
