import type { Corpus } from '#data/store/base/corpus.ts'
import { keptText } from '#data/store/visits/page-texts.ts'
import type { SpelledTexts } from '../count/said-rows.ts'
import type { BlockPlaces } from './block-numbers.ts'

/** Blocks by their places, read again from the corpus when they are asked for: in their order each page is unpacked once, and no more than one is held. */
export function keptBlocks(corpus: Corpus, { visits, lines }: BlockPlaces, numbers: Int32Array): SpelledTexts {
  let open: { readonly visit: number; readonly blocks: readonly string[] } = { visit: -1, blocks: [] }
  const read = (number: number): string => {
    const visit = visits[number]!
    if (visit !== open.visit) open = { visit, blocks: keptText(corpus, visit).split('\n') }
    return open.blocks[lines[number]!] ?? ''
  }
  return {
    of: place => read(numbers[place]!),
    *[Symbol.iterator]() {
      for (const number of numbers) yield read(number)
    },
  }
}
