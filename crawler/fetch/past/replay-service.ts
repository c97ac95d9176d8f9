import type { AskedArchive } from './asked-capture.ts'
import { CaptureLists, type ListingContext } from './list-captures.ts'
import type { CdxRow } from './read-cdx.ts'
import { MementoReader } from './read-memento.ts'

/** An archive with an index (CDX), asked once for each site and window, that replays captures by date and address. */
export function replayService(context: ListingContext): AskedArchive<CdxRow> & Pick<CaptureLists, 'hasNoIndex'> {
  const { service, asking, target } = context
  const { replay, shown = replay, delayMs } = service
  const lists = new CaptureLists(context)
  const reader = new MementoReader({ asking, target, delayMs, shown })
  return {
    list: (url, signal) => lists.of(url, signal),
    read: ({ digits, original }, reading) => reader.read(`${replay}${digits}/${original}`, reading),
    mementoOf: ({ digits, original }) => `${shown}${digits}/${original}`,
    hasNoIndex: () => lists.hasNoIndex(),
  }
}
