/** Reads bytes that come in pieces. What ends early gives less, never an error of its own. */
export class ByteReader {
  /** Bytes given or passed over so far. */
  passed = 0
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Passes over line ends. Resolves to whether anything follows. */
  async skipLineEnds(): Promise<boolean> {
    for (;;) {
      const at = this.#rest.findIndex(byte => byte !== cr && byte !== lf)
      this.#pass(at === -1 ? this.#rest.length : at)
      if (at !== -1) return true
      if (!(await this.#more())) return false
    }
  }

  /** Passes over the mark of UTF-8, which some editors and tools put before a text (Unicode 16, 23.8). */
  async skipMark(): Promise<void> {
    if ((await this.peek(3)).toString('latin1') === '\xef\xbb\xbf') this.#pass(3)
  }

  /** The lines up to and with the next blank one, or up to the end; null when there are more than `most` bytes of them. */
  async head(most: number): Promise<Buffer | null> {
    for (;;) {
      const end = endOfHead(this.#rest, most)
      if (end !== -1) return this.#pass(end)
      if (this.#rest.length > most) return null
      if (!(await this.#more())) return this.#pass(this.#rest.length)
    }
  }

  /** The next `count` bytes, which stay where they are; fewer at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#rest.length < count && (await this.#more()));
    return this.#rest.subarray(0, count)
  }

  /** The bytes up to and with the next LF, or up to the end; null when there are more than `most` of them. */
  async line(most: number): Promise<Buffer | null> {
    for (;;) {
      const end = this.#rest.indexOf(lf) + 1
      if (end > 0 ? end > most : this.#rest.length > most) return null
      if (end > 0) return this.#pass(end)
      if (!(await this.#more())) return this.#pass(this.#rest.length)
    }
  }

  /** Passes on to where `sought` (latin1) begins. Resolves to whether it is there. */
  async passTo(sought: string): Promise<boolean> {
    const bytes = Buffer.from(sought, 'latin1')
    for (;;) {
      const at = this.#rest.indexOf(bytes)
      if (at !== -1) {
        this.#pass(at)
        return true
      }
      this.#pass(Math.max(0, this.#rest.length - bytes.length + 1))
      if (!(await this.#more())) return false
    }
  }

  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = []
    await this.#walk(count, part => parts.push(part))
    return Buffer.concat(parts)
  }

  /** Passes over `count` bytes. Resolves to whether there were as many. */
  async skip(count: number): Promise<boolean> {
    return (await this.#walk(count, () => undefined)) === count
  }

  async #walk(count: number, part: (bytes: Buffer) => void): Promise<number> {
    let walked = 0
    while (walked < count && (this.#rest.length > 0 || (await this.#more()))) {
      const bytes = this.#pass(Math.min(count - walked, this.#rest.length))
      walked += bytes.length
      part(bytes)
    }
    return walked
  }

  #pass(count: number): Buffer {
    const passed = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    this.passed += count
    return passed
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#pieces.next()
    if (done) return false
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value])
    return true
  }
}

const [lf, cr] = [10, 13]

/** Where the bytes after the first blank line begin, within `most`; -1 where that isn't seen. Line ends may lack their CR. */
function endOfHead(bytes: Buffer, most: number): number {
  const end = Math.min(bytes.length, most)
  for (let at = bytes.indexOf(lf); at !== -1 && at < end; at = bytes.indexOf(lf, at + 1)) {
    const next = bytes[at + 1] === cr ? at + 2 : at + 1
    if (bytes[next] === lf && next < end) return next + 1
  }
  return -1
}
