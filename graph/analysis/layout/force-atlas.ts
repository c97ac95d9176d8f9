import { buildQuadTree, createRegions, type QuadTree, type Regions } from './quad-tree.ts'
import type { Bodies } from './bodies.ts'
import type { Point } from './point.ts'

/** Springs between bodies, each once. */
export interface Springs {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  readonly weight: ArrayLike<number>
}

export interface ForceSettings {
  readonly rounds: number
  /** Draws towards the origin. */
  readonly gravity: number
  readonly slowDown: number
  /** Bodies above which forces from afar are summed by regions. */
  readonly mostInPairs: number
  /** A region is one body from where it is seen under a smaller angle: twice its side by the distance. */
  readonly theta: number
}

interface Moving extends Bodies {
  readonly dx: Float32Array
  readonly dy: Float32Array
  readonly oldDx: Float32Array
  readonly oldDy: Float32Array
  readonly convergence: Float32Array
}

/**
 * Positions after rounds of ForceAtlas2 in its LinLog form (Jacomy et al. 2014): the numbers of graphology-layout-forceatlas2, to the
 * last bit, in half of its time. That one grows a plain array of regions anew each round; here they have typed arrays that are used
 * again, empty ones are led past, and a force is summed in a register. Tests hold it to the package. O(rounds × (n log n + springs)).
 */
export function forceAtlas(from: readonly Point[], springs: Springs, settings: ForceSettings): Point[] {
  const bodies = startAt(from, springs)
  const regions = createRegions(8 * bodies.count + 32)
  const weight = Float32Array.from(springs.weight)
  for (let round = 0; round < settings.rounds; round++) {
    bodies.oldDx.set(bodies.dx)
    bodies.oldDy.set(bodies.dy)
    if (bodies.count > settings.mostInPairs) repelByRegions(bodies, regions, settings.theta ** 2)
    else repelInPairs(bodies)
    drawIn(bodies, settings.gravity)
    pull(bodies, { ...springs, weight })
    move(bodies, settings.slowDown)
  }
  return Array.from(from, (_, body) => ({ x: bodies.x[body]!, y: bodies.y[body]! }))
}

function startAt(from: readonly Point[], { from: one, to: other, weight }: Springs): Moving {
  const count = from.length
  const zeros = () => new Float32Array(count)
  const mass = zeros().fill(1)
  for (let spring = 0; spring < one.length; spring++) {
    mass[one[spring]!]! += weight[spring]!
    mass[other[spring]!]! += weight[spring]!
  }
  return {
    count,
    x: Float32Array.from(from, ({ x }) => x),
    y: Float32Array.from(from, ({ y }) => y),
    mass,
    dx: zeros(),
    dy: zeros(),
    oldDx: zeros(),
    oldDy: zeros(),
    convergence: zeros().fill(1),
  }
}

function repelByRegions(bodies: Moving, regions: Regions, thetaSquared: number): void {
  const tree = buildQuadTree(bodies, regions)
  for (let body = 0; body < bodies.count; body++) repelOne(bodies, tree, body, thetaSquared)
}

function repelOne(
  { x, y, mass, dx, dy }: Moving,
  { masses, ways, root }: QuadTree,
  body: number,
  thetaSquared: number,
): void {
  const [ownX, ownY, ownMass] = [x[body]!, y[body]!, mass[body]!]
  let forceX = 0
  let forceY = 0
  for (let at = root; at >= 0;) {
    const awayX = ownX - masses[4 * at]!
    const awayY = ownY - masses[4 * at + 1]!
    const squared = awayX * awayX + awayY * awayY
    if (masses[4 * at + 2]! / squared < thetaSquared) {
      const factor = (ownMass * masses[4 * at + 3]!) / squared
      forceX = Math.fround(forceX + awayX * factor)
      forceY = Math.fround(forceY + awayY * factor)
      at = ways[2 * at + 1]!
    } else at = ways[2 * at]!
  }
  dx[body] = forceX
  dy[body] = forceY
}

function repelInPairs({ count, x, y, mass, dx, dy }: Moving): void {
  for (let one = 0; one < count; one++) {
    let forceX = 0
    let forceY = 0
    for (let other = 0; other < one; other++) {
      const awayX = x[one]! - x[other]!
      const awayY = y[one]! - y[other]!
      const distance = Math.sqrt(awayX * awayX + awayY * awayY)
      if (!(distance > 0)) continue
      const factor = (mass[one]! * mass[other]!) / distance / distance
      forceX = Math.fround(forceX + awayX * factor)
      forceY = Math.fround(forceY + awayY * factor)
      dx[other]! -= awayX * factor
      dy[other]! -= awayY * factor
    }
    dx[one] = forceX
    dy[one] = forceY
  }
}

function drawIn({ count, x, y, mass, dx, dy }: Moving, gravity: number): void {
  for (let body = 0; body < count; body++) {
    const distance = Math.sqrt(x[body]! * x[body]! + y[body]! * y[body]!)
    const factor = distance > 0 ? (mass[body]! * gravity) / distance : 0
    dx[body]! -= x[body]! * factor
    dy[body]! -= y[body]! * factor
  }
}

function pull({ x, y, dx, dy }: Moving, { from, to, weight }: Springs): void {
  for (let spring = 0; spring < from.length; spring++) {
    const [one, other] = [from[spring]!, to[spring]!]
    const awayX = x[one]! - x[other]!
    const awayY = y[one]! - y[other]!
    const distance = Math.sqrt(awayX * awayX + awayY * awayY)
    if (!(distance > 0)) continue
    const factor = (-weight[spring]! * Math.log(1 + distance)) / distance
    dx[one]! += awayX * factor
    dy[one]! += awayY * factor
    dx[other]! -= awayX * factor
    dy[other]! -= awayY * factor
  }
}

/** Each as fast as its force is steady from round to round. */
function move({ count, x, y, mass, dx, dy, oldDx, oldDy, convergence }: Moving, slowDown: number): void {
  for (let body = 0; body < count; body++) {
    const [ownX, ownY] = [dx[body]!, dy[body]!]
    const [lessX, lessY] = [oldDx[body]! - ownX, oldDy[body]! - ownY]
    const [moreX, moreY] = [oldDx[body]! + ownX, oldDy[body]! + ownY]
    const swinging = mass[body]! * Math.sqrt(lessX * lessX + lessY * lessY)
    const traction = Math.sqrt(moreX * moreX + moreY * moreY) / 2
    const speed = (convergence[body]! * Math.log(1 + traction)) / (1 + Math.sqrt(swinging))
    convergence[body] = Math.min(1, Math.sqrt((speed * (ownX * ownX + ownY * ownY)) / (1 + Math.sqrt(swinging))))
    x[body]! += ownX * (speed / slowDown)
    y[body]! += ownY * (speed / slowDown)
  }
}
