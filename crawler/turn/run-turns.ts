import { BasicCrawler } from '@crawlee/basic'
import { Configuration, type KeyValueStore, log, LogLevel, type RequestQueue, type StorageClient } from '@crawlee/core'
import type { Clock } from '../frontier/clock.ts'
import { RequestManager, turnOf } from '../frontier/request-manager.ts'
import type { Schedule, Turn } from '../frontier/schedule.ts'

export interface TurnRunner {
  readonly schedule: Schedule
  readonly clock: Clock
  /** Requests in flight over all hosts. */
  readonly concurrency: number
  /** Makes the request and stores what it brought; the host is free again when it resolves. */
  readonly take: (turn: Turn) => Promise<void>
  /** Aborted: no new requests. Those under way end by themselves or by `take`'s own means. */
  readonly stop: AbortSignal
}

const never = 2 ** 31 - 1

/**
 * Lets Crawlee take turns until the schedule has none left, or until `stop` or a fault, which is thrown. Resolves when no
 * request is under way any more, whatever Crawlee's own handler of Ctrl-C did meanwhile.
 */
export async function runTurns({ schedule, clock, concurrency, take, stop }: TurnRunner): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const faults: unknown[] = []
  const manager = new RequestManager(schedule, clock, () => void crawler.autoscaledPool?.notify())
  const crawler = new BasicCrawler(
    {
      requestQueue: manager as unknown as RequestQueue,
      requestHandler: async ({ request }) => {
        const taken = take(turnOf(request)).catch((fault: unknown) => {
          faults.push(fault)
          manager.stop()
        })
        underWay.add(taken)
        await taken
        underWay.delete(taken)
      },
      ...quiet(concurrency),
    },
    quietConfiguration(),
  )
  const onStop = (): void => manager.stop()
  stop.addEventListener('abort', onStop)
  if (stop.aborted) onStop()
  await crawler.run()
  await Promise.all(underWay)
  stop.removeEventListener('abort', onStop)
  if (faults.length > 0) throw faults[0]
}

/** No retries, sessions, statistics files, scaling by load, or time limit of Crawlee's: those are ours, or not wanted. */
const quiet = (concurrency: number) => ({
  maxRequestRetries: 0,
  requestHandlerTimeoutSecs: never / 1000,
  useSessionPool: false,
  retryOnBlocked: false,
  minConcurrency: concurrency,
  maxConcurrency: concurrency,
  statusMessageLoggingInterval: never / 1000,
  statisticsOptions: {
    persistenceOptions: { enable: false },
    logIntervalSecs: never / 1000,
    keyValueStore: {} as unknown as KeyValueStore,
  },
  autoscaledPoolOptions: { loggingIntervalSecs: null, autoscaleIntervalSecs: never / 1000 },
})

function quietConfiguration(): Configuration {
  log.setLevel(LogLevel.ERROR)
  const configuration = new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    persistStateIntervalMillis: never,
    systemInfoIntervalMillis: never,
    availableMemoryRatio: 1,
  })
  // Nothing is stored by Crawlee; its own memory storage would keep the process waiting a second at the end.
  configuration.useStorageClient({ stats: {} } as unknown as StorageClient)
  return configuration
}
