import type { Attribute } from '../attribute.ts'
import type { ObservedView } from '../scene.ts'
import type { Crew } from '../workers/crew.ts'
import { intervalDraws, type Interval } from './intervals.ts'

/** Attributes that travel together: each job counts its samples' edges anew. */
const perJob = 13

/** The interval of the E-I index of every attribute that has one. Attributes known of the same sites share their samples. */
export async function eiIntervals({ graph, attributes }: ObservedView, seed: string, crew: Crew): Promise<Interval[]> {
  const work = intervalDraws * graph.edgeCount * Math.ceil(attributes.length / perJob)
  const jobs = [...Map.groupBy(attributes, membersOf).values()].flatMap(inPieces)
  const found = await crew.share('intervals', { graph, draws: intervalDraws, seed }, jobs, { work })
  const place = new Map(attributes.map(({ name }, at) => [name, at]))
  return found
    .flat()
    .filter(interval => interval !== null)
    .sort((a, b) => place.get(a.group)! - place.get(b.group)!)
}

const membersOf = ({ classOf }: Attribute): string => classOf.reduce((text, own) => text + (own < 0 ? '0' : '1'), '')

const inPieces = (attributes: readonly Attribute[]): (readonly Attribute[])[] =>
  Array.from({ length: Math.ceil(attributes.length / perJob) }, (_, at) =>
    attributes.slice(at * perJob, (at + 1) * perJob),
  )
