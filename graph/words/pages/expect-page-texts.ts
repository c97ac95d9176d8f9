import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { hasPageTexts } from '#data/store/visits/page-texts.ts'

/** @throws Mistake where no text of a page is kept, which `option` asks for. */
export function expectPageTexts(corpus: Corpus, option: string): void {
  if (!hasPageTexts(corpus)) throw new Mistake({ code: 'no-page-texts', values: { option } })
}
