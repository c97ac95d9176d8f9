import type { EntityId } from '#data/url/brand.ts'

/** What was found in one wave. */
export interface CommunityStep {
  readonly wave: string
  readonly communities: readonly (readonly EntityId[])[]
  /** Sites of which a page was read: of the others nobody knows whom they cite. */
  readonly read: ReadonlySet<EntityId>
}

/**
 * `first`: of the first wave; `born`: like none before; `continues`: like one before, and that one like it alone; `split`: one of
 * several like the same one before; `merged`: like several before; `returns`: like one that some waves did not show; `gone`: like
 * none of this wave or a later one; `away`: the same, but a later one has it; `unknown`: too few of its sites were read to tell.
 */
export const communityEvents = [
  'first',
  'born',
  'continues',
  'split',
  'merged',
  'returns',
  'gone',
  'away',
  'unknown',
] as const
export type CommunityEvent = (typeof communityEvents)[number]

export interface FollowedCommunity {
  readonly wave: string
  /** The same number over all waves for what continues; of a merger the nearest one's, of a split the nearest part keeps it. */
  readonly community: number
  readonly event: CommunityEvent
  /** Communities before it that it is like, the nearest first; of `gone`, `away` none. */
  readonly like: readonly number[]
  /** Jaccard overlap with the nearest of them, among sites read in both waves; null where there is none. */
  readonly overlap: number | null
  readonly sites: readonly EntityId[]
}

/** A community as some wave saw it last. */
interface Front {
  readonly community: number
  readonly step: number
  readonly sites: readonly EntityId[]
}

interface Match {
  readonly front: Front
  /** Place of the community in its wave. */
  readonly at: number
  readonly overlap: number
}

/** Overlap from which two communities count as alike. */
export const leastOverlap = 0.3

/**
 * Follows communities from wave to wave: each is compared with what every earlier one was when it was seen last, by Jaccard
 * overlap above `threshold`; several matches are mergers and splits. Only sites read in both waves count, so that
 * what was not read makes no death. Greene, Doyle & Cunningham 2010, ASONAM; theirs lets both branches of a split share a past,
 * here the nearest keeps the number. By wave, then community.
 */
export function followCommunities(steps: readonly CommunityStep[], threshold = leastOverlap): FollowedCommunity[] {
  const fronts = new Map<number, Front>()
  const found: FollowedCommunity[] = []
  const lost: { readonly step: number; readonly front: Front; readonly isTold: boolean }[] = []
  let next = 1
  for (const [at, step] of steps.entries()) {
    const matches = matchesOf(step, [...fronts.values()], steps, threshold)
    const named = nameCommunities(step, matches, () => next++)
    const told = named.map(own => tell(own, { at, steps, matches }))
    found.push(...told)
    for (const front of fronts.values())
      if (!matches.some(match => match.front === front))
        lost.push({ step: at, front, isTold: sitesReadIn(front, step, steps).length >= 2 })
    for (const { community, event, like } of told)
      if (event === 'merged') for (const other of like) if (other !== community) fronts.delete(other)
    for (const { community, sites } of told) fronts.set(community, { community, step: at, sites })
  }
  found.push(...lostOf(lost, found, steps))
  const order = new Map(steps.map(({ wave }, at) => [wave, at]))
  return found.sort((a, b) => order.get(a.wave)! - order.get(b.wave)! || a.community - b.community)
}

function matchesOf(
  step: CommunityStep,
  fronts: readonly Front[],
  steps: readonly CommunityStep[],
  threshold: number,
): Match[] {
  return fronts
    .flatMap(front => {
      const before = new Set(sitesReadIn(front, step, steps))
      return step.communities.map((sites, at) => ({
        front,
        at,
        overlap: jaccard(before, sites, steps[front.step]!.read, step.read),
      }))
    })
    .filter(({ overlap }) => overlap > threshold)
    .sort((a, b) => b.overlap - a.overlap || a.front.community - b.front.community || a.at - b.at)
}

/** The sites of a front that both its wave and this one read. */
const sitesReadIn = ({ sites, step }: Front, { read }: CommunityStep, steps: readonly CommunityStep[]): EntityId[] =>
  sites.filter(site => read.has(site) && steps[step]!.read.has(site))

function jaccard(
  before: ReadonlySet<EntityId>,
  now: readonly EntityId[],
  readThen: ReadonlySet<EntityId>,
  readNow: ReadonlySet<EntityId>,
): number {
  const own = now.filter(site => readThen.has(site) && readNow.has(site))
  const shared = own.filter(site => before.has(site)).length
  const either = before.size + own.length - shared
  return either === 0 ? 0 : shared / either
}

interface Named {
  readonly community: number
  readonly at: number
  readonly sites: readonly EntityId[]
}

/** Each number once: the pair of greatest overlap first, then new numbers in the order of the communities. */
function nameCommunities({ communities }: CommunityStep, matches: readonly Match[], fresh: () => number): Named[] {
  const numbers = new Map<number, number>()
  const taken = new Set<number>()
  for (const { front, at } of matches) {
    if (numbers.has(at) || taken.has(front.community)) continue
    numbers.set(at, front.community)
    taken.add(front.community)
  }
  return communities.map((sites, at) => ({ community: numbers.get(at) ?? fresh(), at, sites }))
}

interface Around {
  readonly at: number
  readonly steps: readonly CommunityStep[]
  readonly matches: readonly Match[]
}

function tell({ community, at, sites }: Named, { at: step, steps, matches }: Around): FollowedCommunity {
  const own = matches.filter(match => match.at === at)
  const base = {
    wave: steps[step]!.wave,
    community,
    sites,
    like: own.map(({ front }) => front.community),
    overlap: own[0]?.overlap ?? null,
  }
  if (own.length > 1) return { ...base, event: 'merged' }
  if (own.length === 0) return { ...base, event: step === 0 ? 'first' : bornOrUnknown(sites, step, steps) }
  const { front } = own[0]!
  if (matches.filter(match => match.front === front).length > 1) return { ...base, event: 'split' }
  return { ...base, event: front.step < step - 1 ? 'returns' : 'continues' }
}

/** Whether the wave before could have shown it. */
const bornOrUnknown = (sites: readonly EntityId[], step: number, steps: readonly CommunityStep[]): CommunityEvent =>
  sites.filter(site => steps[step - 1]!.read.has(site)).length >= 2 ? 'born' : 'unknown'

/** The first wave that no longer shows what an earlier one did; later ones that don't either say nothing new. */
function lostOf(
  lost: readonly { readonly step: number; readonly front: Front; readonly isTold: boolean }[],
  found: readonly FollowedCommunity[],
  steps: readonly CommunityStep[],
): FollowedCommunity[] {
  const firsts = lost.filter(({ step, front }) => step === front.step + 1)
  return firsts.map(({ step, front, isTold }) => {
    const { community, sites } = front
    const isLater = found.some(
      own =>
        steps.findIndex(({ wave }) => wave === own.wave) > step &&
        (own.community === community || own.like.includes(community)),
    )
    const event = isLater ? 'away' : isTold ? 'gone' : 'unknown'
    return { wave: steps[step]!.wave, community, event, like: [], overlap: null, sites }
  })
}
