import { neighboursOf, type Model } from './model.ts'

const known = new WeakMap<Model, Int32Array>()

/**
 * Per site the largest k such that it lies in a part of the map in which each has k neighbours or more, whatever the directions
 * of ties. O(sites + ties), once a model. Seidman 1983; Batagelj & Zaversnik 2003.
 */
export function mapCores(model: Model): Int32Array {
  let cores = known.get(model)
  if (cores === undefined) known.set(model, (cores = peel(model)))
  return cores
}

function peel(model: Model): Int32Array {
  const near = Array.from({ length: model.siteCount }, (_, site) => [...neighboursOf(model, site)])
  const left = Int32Array.from(near, own => own.length)
  const cores = new Int32Array(model.siteCount).fill(-1)
  const waiting: number[][] = []
  for (const [site, degree] of left.entries()) (waiting[degree] ??= []).push(site)
  for (let k = 0; k < waiting.length; k++) {
    // Those who lose neighbours fall into this list while it is read.
    for (const site of (waiting[k] ??= [])) {
      if (cores[site] !== -1) continue
      cores[site] = k
      for (const other of near[site]!)
        if (cores[other] === -1 && left[other]! > k) (waiting[Math.max(k, --left[other]!)] ??= []).push(other)
    }
  }
  return cores
}
