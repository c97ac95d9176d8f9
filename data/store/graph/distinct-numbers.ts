/** Numbers up to which looking through them is faster than a set. */
const mostInList = 16

/** Counts how many different numbers are added, for a great many small counts: cleared, it is used again without a set for each. */
export class DistinctNumbers {
  readonly #list: number[] = []
  #set: Set<number> | null = null

  get size(): number {
    return this.#set?.size ?? this.#list.length
  }

  add(value: number): void {
    if (this.#set !== null) this.#set.add(value)
    else if (!this.#list.includes(value) && this.#list.push(value) > mostInList) this.#set = new Set(this.#list)
  }

  clear(): void {
    this.#list.length = 0
    this.#set = null
  }
}
