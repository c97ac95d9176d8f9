/** Requests under way at one time to hosts that live at one address. */
const mostAtOnce = 4

/**
 * Keeps hosts that share an address (the blogs of one provider) from being asked all at once. Behind a proxy no address is
 * known, and nothing is limited.
 */
export class AddressLimit {
  readonly #addressOf = new Map<number, string>()
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Map<string, (() => void)[]>()

  /** Takes a place at the host's address; false when none is left. A host of unknown address needs none. */
  enter(hostId: number): boolean {
    const address = this.#addressOf.get(hostId)
    if (address === undefined) return true
    const underWay = this.#underWay.get(address) ?? 0
    if (underWay >= mostAtOnce) return false
    this.#underWay.set(address, underWay + 1)
    return true
  }

  /** Learns the address of a host that has entered without one, and takes its place there; false when none is left. */
  settle(hostId: number, address: string): boolean {
    if (this.#addressOf.has(hostId)) return true
    this.#addressOf.set(hostId, address)
    return this.enter(hostId)
  }

  /** Gives the place back, to who has waited longest for it. */
  leave(hostId: number): void {
    const address = this.#addressOf.get(hostId)
    if (address === undefined) return
    const left = (this.#underWay.get(address) ?? 0) - 1
    if (left > 0) this.#underWay.set(address, left)
    else this.#underWay.delete(address)
    this.pass(hostId)
  }

  /** Calls who waits for a place at the host's address, if one is free: the host doesn't need it now. */
  pass(hostId: number): void {
    const address = this.#addressOf.get(hostId)
    if (address !== undefined && (this.#underWay.get(address) ?? 0) < mostAtOnce)
      this.#waiting.get(address)?.shift()?.()
  }

  /** Calls `place` once, when a place at the host's address has become free. */
  await(hostId: number, place: () => void): void {
    const address = this.#addressOf.get(hostId)
    if (address === undefined) return place()
    const waiting = this.#waiting.get(address)
    if (waiting) waiting.push(place)
    else this.#waiting.set(address, [place])
  }
}
