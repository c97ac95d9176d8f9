import type { MapData } from '../../protocol/map.ts'
import type { Speech } from '../words/format.ts'
import { Message } from '../parts/message.tsx'

/** Shown when there is nothing to draw: why, and the command that changes it. */
export function EmptyState({ data, speech }: { readonly data: MapData; readonly speech: Speech }) {
  const { words } = speech
  return (
    <Message title={words.emptyTitle} text={words.emptyNoSites}>
      <p>{words.emptyNext}</p>
      <pre tabIndex={0}>./toile crawl SEEDS.csv --contact you@example.org --corpus {shellWord(data.corpus.file)}</pre>
    </Message>
  )
}

const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
