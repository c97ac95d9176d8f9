import type { MapData } from '../../protocol.ts'
import type { Speech } from '../words/format.ts'
import { Message } from '../parts/message.tsx'

/** Shown when there is nothing to draw: why, and the command that changes it. */
export function EmptyState({ data, speech }: { readonly data: MapData; readonly speech: Speech }) {
  const { words } = speech
  const { entities } = data.corpus
  const known = entities.IN + entities.UNDECIDED + entities.OUT + entities.DISCOVERED
  if (data.analysis !== null) return <Message title={words.emptyTitle} text={words.emptyNoSites} />
  return (
    <Message title={words.emptyTitle} text={words.emptyNoAnalysis(words.sites(known))}>
      <p>{words.emptyNext}</p>
      <pre tabIndex={0}>./toile analyse --corpus {shellWord(data.corpus.file)}</pre>
      <button type="button" className="plain" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
    </Message>
  )
}

const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
