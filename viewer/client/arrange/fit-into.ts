/** In units of the layout, y upwards. */
export interface LayoutBox {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

interface FitQuestion {
  readonly box: LayoutBox
  readonly radius: Float32Array
  /** Per site, whether it has a tie. */
  readonly isTied: Uint8Array
}

/** Between discs in a row, and above the rows. */
const [gap, wideGap] = [10, 40]

/** Scales and shifts places, [x0, y0 …], so that discs with ties fill the box; those without stand in rows at its foot. */
export function fitInto(places: Float32Array, { box, radius, isTied }: FitQuestion): void {
  const lone: number[] = []
  const tied: number[] = []
  for (let site = 0; site < radius.length; site++) (isTied[site] === 1 ? tied : lone).push(site)
  const foot = placeRows(places, lone, radius, box)
  const bottom = tied.length === 0 ? box.bottom : Math.min(box.top, box.bottom + foot + (foot > 0 ? wideGap : 0))
  const reach = tied.reduce((most, site) => Math.max(most, radius[site]!), 0)
  fit(places, tied, {
    left: box.left + reach,
    right: box.right - reach,
    bottom: bottom + reach,
    top: box.top - reach,
  })
}

function fit(places: Float32Array, sites: readonly number[], box: LayoutBox): void {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const site of sites) {
    left = Math.min(left, places[site * 2]!)
    right = Math.max(right, places[site * 2]!)
    low = Math.min(low, places[site * 2 + 1]!)
    high = Math.max(high, places[site * 2 + 1]!)
  }
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.top - box.bottom)]
  const scale = Math.min(width / (right - left || 1), height / (high - low || 1))
  const [x, y] = [(box.left + box.right) / 2, (box.bottom + box.top) / 2]
  for (const site of sites) {
    places[site * 2] = x + (places[site * 2]! - (left + right) / 2) * scale
    places[site * 2 + 1] = y + (places[site * 2 + 1]! - (low + high) / 2) * scale
  }
}

/** Rows from the left, the lowest at the foot of the box; returns their height. */
function placeRows(places: Float32Array, sites: readonly number[], radius: Float32Array, box: LayoutBox): number {
  if (sites.length === 0) return 0
  const step = 2 * sites.reduce((most, site) => Math.max(most, radius[site]!), 0) + gap
  const perRow = Math.max(1, Math.floor((box.right - box.left) / step))
  const rows = Math.ceil(sites.length / perRow)
  for (const [at, site] of sites.entries()) {
    places[site * 2] = box.left + ((at % perRow) + 0.5) * step
    places[site * 2 + 1] = box.bottom + (rows - Math.floor(at / perRow) - 0.5) * step
  }
  return rows * step
}
