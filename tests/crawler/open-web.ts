import { onTestFinished } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { setUpCrawl, type Workbench } from './crawl-web.ts'

interface OpenedWeb {
  readonly web: ServedWeb
  /** A folder to crawl it from these seeds. */
  readonly benchOf: (seeds: readonly string[]) => Workbench
}

/** Serves `hosts`; it and what crawls it are gone when the test has ended. `delayMs`: before each answer, by host. */
export async function openWeb(hosts: Hosts, delayMs: Readonly<Record<string, number>> = {}): Promise<OpenedWeb> {
  const web = await serveWeb(hosts, { delayMs })
  onTestFinished(() => web.close())
  const benchOf = (seeds: readonly string[]): Workbench => {
    const bench = setUpCrawl(web.proxy, seeds)
    onTestFinished(bench.remove)
    return bench
  }
  return { web, benchOf }
}

/** openWeb with one bench. */
export async function openCrawl(
  hosts: Hosts,
  seeds: readonly string[],
  delayMs: Readonly<Record<string, number>> = {},
): Promise<{ readonly web: ServedWeb; readonly bench: Workbench }> {
  const { web, benchOf } = await openWeb(hosts, delayMs)
  return { web, bench: benchOf(seeds) }
}
