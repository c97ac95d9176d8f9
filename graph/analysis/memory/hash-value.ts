import { createHash, type Hash } from 'node:crypto'

/**
 * SHA-256, hexadecimal, of values of the kinds that can be sent to a thread, without circles. Equal values have equal hashes, in
 * whatever order their properties were set. What V8 writes (`serialize`) tells more than the value: an array of whole numbers is
 * written otherwise once the compiler keeps it as one of doubles, which depends on what ran before.
 * O(size).
 */
export function hashOfValue(value: unknown): string {
  const hash = createHash('sha256')
  const text = new Held(hash)
  write(text, value)
  return text.end().digest('hex')
}

/** Short pieces are gathered: each call of the hash costs as much as some hundred characters. */
class Held {
  readonly #hash: Hash
  #text = ''

  constructor(hash: Hash) {
    this.#hash = hash
  }

  add(text: string): void {
    this.#text += text
    if (this.#text.length > 1 << 16) this.end()
  }

  addBytes(bytes: Uint8Array): void {
    this.end().update(bytes)
  }

  end(): Hash {
    if (this.#text !== '') this.#hash.update(this.#text)
    this.#text = ''
    return this.#hash
  }
}

/** Each value begins with its kind and its length, so that no two values are written alike. */
function write(to: Held, value: unknown): void {
  if (typeof value === 'string') to.add(`s${value.length}:${value}`)
  else if (typeof value === 'number') to.add(Object.is(value, -0) ? 'n-0;' : `n${value};`)
  else if (typeof value !== 'object' || value === null) to.add(`${typeof value} ${String(value)};`)
  else if (ArrayBuffer.isView(value)) writeArray(to, value)
  else if (Array.isArray(value)) writeAll(to, 'a', value)
  else if (value instanceof Map) writeAll(to, 'm', [...value].flat(1))
  else if (value instanceof Set) writeAll(to, 'e', [...value])
  else writeAll(to, 'o', Object.entries(value).toSorted(byKey).flat(1))
}

function writeAll(to: Held, kind: string, values: readonly unknown[]): void {
  to.add(`${kind}${values.length}:`)
  for (const value of values) write(to, value)
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : Number(a > b))

function writeArray(to: Held, array: ArrayBufferView): void {
  to.add(`${array.constructor.name}${array.byteLength}:`)
  const { buffer, byteOffset, byteLength } =
    array instanceof Float64Array || array instanceof Float32Array ? withOneNaN(array) : array
  to.addBytes(new Uint8Array(buffer, byteOffset, byteLength))
}

/** Processors and compilers write different bits for what is no number. */
function withOneNaN<Floats extends Float32Array | Float64Array>(array: Floats): Floats {
  if (!array.some(Number.isNaN)) return array
  return array.map(value => (Number.isNaN(value) ? Number.NaN : value)) as Floats
}
