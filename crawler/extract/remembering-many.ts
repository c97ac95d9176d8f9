/** Longer texts are no template's. */
const mostChars = 500

/**
 * As `ask`, a pure question, remembering up to `most` of its answers, and then beginning anew: pages of a site say the same again and again.
 * Nothing is kept of what is longer than 500 characters.
 * What is asked is kept as it is given: it must have memory of its own (see copyText).
 */
export function rememberingMany<Asked extends string, Answer extends NonNullable<unknown>>(
  most: number,
  ask: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return asked => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const answer = ask(asked)
    if (asked.length > mostChars) return answer
    if (known.size >= most) known.clear()
    known.set(asked, answer)
    return answer
  }
}
