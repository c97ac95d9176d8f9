/** Longer texts are no template's. */
const mostChars = 500

/**
 * Answers to questions of two texts, up to `most` of them; then it begins anew: pages of a site say the same again and again. In two steps,
 * since joining two texts costs more than looking each of them up. What is kept must have memory of its own (see copyText).
 */
export class PairMemory<Answer extends NonNullable<unknown>> {
  readonly #known = new Map<string, Map<string, Answer>>()
  readonly #most: number
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  get(one: string, other: string): Answer | undefined {
    return this.#known.get(one)?.get(other)
  }

  /** Returns `answer`. Of texts of more than 500 characters in sum nothing is kept. */
  keep(one: string, other: string, answer: Answer): Answer {
    if (one.length + other.length > mostChars) return answer
    if (this.#count >= this.#most) this.#forget()
    const answers = this.#known.get(one)
    if (answers === undefined) this.#known.set(one, new Map([[other, answer]]))
    else answers.set(other, answer)
    this.#count += 1
    return answer
  }

  #forget(): void {
    this.#known.clear()
    this.#count = 0
  }
}
