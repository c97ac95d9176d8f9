import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Surroundings } from '#data/command/command.ts'
import { parseCount } from '#data/command/command-options.ts'
import { howMany } from '#data/command/how-many.ts'
import { printable, printedColumns } from '#data/command/printable.ts'
import { seedPrefixes } from '#data/entity/web-entity.ts'
import type { Seed } from '#data/records.ts'
import { mostShares } from '#data/store/shares/shard.ts'
import { readLru } from '#data/url/lru.ts'
import { readSeedFile } from '../read-seed-file.ts'
import { sharesOfSeeds } from './shares-of-seeds.ts'

/** `shard`: how the seeds of a list fall on shares, so that a person chooses how many. */
export const shardCommand = (around: Surroundings): Command =>
  new Command('shard')
    .description('Says how the sites of a seed list fall on the shares of a crawl on several machines; asks nobody.')
    .argument('<seeds>', "the seed list, a CSV file with a column 'url'")
    .requiredOption('--of <count>', 'how many shares', parseCount(1, mostShares))
    .option('--json', 'as one JSON line')
    .action((file: string, { of, json }: { of: number; json?: true }) => {
      const shares = dealOut(readSeedFile(resolve(around.cwd, file)).seeds, of)
      around.out(json ? `${JSON.stringify({ of, shares })}\n` : printed(shares))
    })

interface ShareOfList {
  /** From 0. */
  readonly share: number
  readonly sites: number
  readonly hosts: number
  /** The host with most sites on it: its pages are asked for one after another. */
  readonly longestHost: string
  readonly sitesThere: number
}

/** Pure. Hosts are those of prefixes and start pages. */
export function dealOut(seeds: readonly Seed[], of: number): ShareOfList[] {
  const shares = sharesOfSeeds(seeds, of)
  return Array.from({ length: of }, (_, share) => {
    const own = seeds.filter((_seed, index) => shares[index] === share)
    const hosts = new Map<string, number>()
    for (const host of own.flatMap(hostsOf)) hosts.set(host, (hosts.get(host) ?? 0) + 1)
    const [longestHost, sitesThere] = [...hosts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0]
    return { share, sites: own.length, hosts: hosts.size, longestHost, sitesThere }
  })
}

/** Each once; 'www.' is the bare host's. */
function hostsOf(seed: Seed): string[] {
  const starts = seed.starts.map(url => new URL(url).hostname.replace(/^www\./, ''))
  return [...new Set([...seedPrefixes(seed).map(lru => readLru(lru).host), ...starts])]
}

function printed(shares: readonly ShareOfList[]): string {
  const rows = shares.map(({ share, sites, hosts, longestHost, sitesThere }) => [
    `${share}/${shares.length}`,
    howMany(sites, 'site'),
    howMany(hosts, 'host'),
    sites === 0 ? 'nothing to visit' : `longest: ${printable(longestHost)}, ${howMany(sitesThere, 'site')}`,
  ])
  return `${printedColumns(rows)}\nA host's pages are asked for one after another: the share with the longest host takes longest, however many shares there are.\n`
}
