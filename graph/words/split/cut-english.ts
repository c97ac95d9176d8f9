/** The possessive, and the short form of is and has: campaign's is campaign and 's. Other contractions stay whole: don't, we're. */
export function cutEnglish(run: string, from: number, to: number): (readonly [from: number, to: number])[] {
  const isMarked = to - from > 2 && run.slice(to - 2, to) === "'s" && run.slice(from, to) !== "let's"
  if (!isMarked) return [[from, to]]
  return [
    [from, to - 2],
    [to - 2, to],
  ]
}
