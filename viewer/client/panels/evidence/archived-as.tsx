import { archiveName } from '#data/vocabulary/archive-name.ts'
import type { EvidenceAnswer } from '#viewer/protocol/evidence.ts'
import { OutLink } from '#viewer/client/parts/out-link.tsx'
import { useWorkbench } from '#viewer/client/workbench-context.ts'

/** Which capture the page of a hyperlink was read from; nothing where it was read on the Web. */
export function ArchivedAs({ link }: { readonly link: EvidenceAnswer | undefined }) {
  const { words, date } = useWorkbench().speech
  const { memento = '', capturedAt = '' } = link ?? {}
  if (memento === '') return null
  const said = words.asArchived(date(capturedAt), archiveName(memento))
  return <p className="source-address">{/^https?:/i.test(memento) ? <OutLink href={memento}>{said}</OutLink> : said}</p>
}
