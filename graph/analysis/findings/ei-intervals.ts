import type { Scene } from '../scene.ts'
import type { Crew } from '../workers/crew.ts'
import { intervalDraws, type Interval } from './intervals.ts'

/** The interval of the E-I index of every attribute that has one. */
export async function eiIntervals({ graph, attributes }: Scene, seed: string, crew: Crew): Promise<Interval[]> {
  const work = intervalDraws * graph.edgeCount * attributes.length
  const found = await crew.share('intervals', { graph, draws: intervalDraws, seed }, attributes, { work })
  return found.filter(interval => interval !== null)
}
