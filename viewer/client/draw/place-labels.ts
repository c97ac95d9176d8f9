/** A label that wants a place beside its dot; pixels of the stage. */
export interface LabelWish {
  readonly site: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
  /** Shown whatever it covers (what is hovered or selected). */
  readonly forced: boolean
}

export interface PlacedLabel {
  readonly site: number
  /** Left edge and vertical middle of the text. */
  readonly x: number
  readonly y: number
}

/** The first ones may rather cover a small dot than go without a label. */
const alwaysNamed = 12

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Places labels greedily in the order given (highest rank first): right of the dot, else left, above, below; one that
 * would cover an earlier label or one of `dots`, or leave the stage, is left out. No two placed labels overlap,
 * forced ones apart. O(labels²) at worst, so callers pass some hundreds at most.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  stage: { readonly width: number; readonly height: number },
  most: number,
  dots: readonly { readonly x: number; readonly y: number; readonly radius: number }[] = [],
): PlacedLabel[] {
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  for (const [rank, wish] of wishes.entries()) {
    if (placed.length >= most && !wish.forced) break
    const boxes = boxesAround(wish)
    const isFree = (box: Box): boolean => isInside(box, stage) && !taken.some(other => overlaps(box, other))
    const clears = (box: Box, leastRadius: number): boolean =>
      isFree(box) && !dots.some(dot => dot.radius >= leastRadius && coversDot(box, dot, wish))
    const box =
      boxes.find(one => clears(one, 0)) ??
      (rank < alwaysNamed ? boxes.find(one => clears(one, wish.radius * 0.6)) : undefined) ??
      (wish.forced ? (boxes.find(one => isInside(one, stage)) ?? boxes[0]) : undefined)
    if (!box) continue
    taken.push(box)
    placed.push({ site: wish.site, x: box.left + 2, y: (box.top + box.bottom) / 2 })
  }
  return placed
}

function boxesAround({ x, y, radius, width, height }: LabelWish): Box[] {
  const gap = radius + 3
  const [w, h] = [width + 4, height + 2]
  const at = (left: number, middle: number): Box => ({
    left,
    right: left + w,
    top: middle - h / 2,
    bottom: middle + h / 2,
  })
  return [at(x + gap, y), at(x - gap - w, y), at(x - w / 2, y - gap - h / 2), at(x - w / 2, y + gap + h / 2)]
}

const isInside = (box: Box, { width, height }: { width: number; height: number }): boolean =>
  box.left >= 2 && box.right <= width - 2 && box.top >= 2 && box.bottom <= height - 2

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether the box lies over the heart of another dot. */
const coversDot = (box: Box, dot: { x: number; y: number; radius: number }, own: LabelWish): boolean =>
  (dot.x !== own.x || dot.y !== own.y) &&
  dot.x + dot.radius * 0.8 > box.left &&
  dot.x - dot.radius * 0.8 < box.right &&
  dot.y + dot.radius * 0.8 > box.top &&
  dot.y - dot.radius * 0.8 < box.bottom
