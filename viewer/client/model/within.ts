import { neighboursOf, type Model } from './model.ts'

/** Sites within `steps` ties of `centre`, itself included. */
export function within(model: Model, centre: number, steps: number): Set<number> {
  const found = new Set([centre])
  let edge = [centre]
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap(site => [...neighboursOf(model, site)]).filter(site => !found.has(site))
    for (const site of edge) found.add(site)
  }
  return found
}
