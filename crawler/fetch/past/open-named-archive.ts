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

/** Of an index that only says 404: after so many addresses it is believed to have nothing. */
const mostSilences = 3

/** An address says nothing of what it speaks: where no index answers, the same address is tried as a TimeGate, and that is kept. */
function openGuessed(context: ListingContext): Find {
  const { service, target, kept } = context
  const key = `kind of ${service.replay}`
  const replay = replayService(context)
  const gate = new TimeGate({ ...context, service: { ...service, gate: service.replay } })
  const [byIndex, byGate] = [openAskedArchive(replay, target), openAskedArchive(gate, target)]
  let silences = 0
  const couldBeGate = ({ slug }: Refusal): boolean =>
    slug === 'archive-failed'
      ? replay.hasNoIndex()
      : slug === 'not-archived' && replay.isSilent() && ++silences <= mostSilences
  return {
    find: async (...question) => {
      if (kept.read(key) === 'gate') return byGate.find(...question)
      const found = await byIndex.find(...question)
      if (!(found instanceof Refusal) || !couldBeGate(found)) return found
      const negotiated = await byGate.find(...question)
      if (!gate.isOne) return found
      kept.keep(key, 'gate')
      return negotiated
    },
  }
}
