import type { WebArchive } from '../archive/web-archive.ts'
import { Refusal } from '../refusal.ts'
import { openAskedArchive } from './asked-archive.ts'
import { commonCrawl } from './common-crawl.ts'
import type { NamedArchive } from './find-archives.ts'
import type { ListingContext } from './list-captures.ts'
import { replayService } from './replay-service.ts'
import { TimeGate } from './time-gate.ts'

type Find = Pick<WebArchive, 'find'>
/** All but how it is asked. */
type Opening = Omit<ListingContext, 'service'>

/** An archive over the network, asked in the way that it speaks. */
export function openNamedArchive(named: Exclude<NamedArchive, { kind: 'folder' }>, opening: Opening): Find {
  const { target } = opening
  if (named.kind === 'gate') return openAskedArchive(new TimeGate({ ...opening, service: named.service }), target)
  const context = { ...opening, service: named.service }
  if (named.kind === 'common-crawl') return openAskedArchive(commonCrawl({ ...context, data: named.data }), target)
  return named.isGuessed ? openGuessed(context) : openAskedArchive(replayService(context), target)
}

/** An address says nothing of what it speaks: where no index answers, the same address is tried as a TimeGate, and that is kept. */
function openGuessed(context: ListingContext): Find {
  const { service, target, kept } = context
  const key = `kind of ${service.replay}`
  const replay = replayService(context)
  const gate = new TimeGate({ ...context, service: { ...service, gate: service.replay } })
  const [byIndex, byGate] = [openAskedArchive(replay, target), openAskedArchive(gate, target)]
  return {
    find: async (...question) => {
      if (kept.read(key) === 'gate') return byGate.find(...question)
      const found = await byIndex.find(...question)
      if (!(found instanceof Refusal) || found.slug !== 'archive-failed' || !replay.hasNoIndex()) return found
      const negotiated = await byGate.find(...question)
      if (!gate.isOne) return found
      kept.keep(key, 'gate')
      return negotiated
    },
  }
}
