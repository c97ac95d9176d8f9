import { hashOfValue } from './hash-value.ts'

/**
 * What earlier analyses of this machine computed, by the name of the question. A result is a number, an array or a record of them,
 * and no site's name: what is forgotten in a corpus may not live on here.
 */
export interface Memory {
  /** The result, or undefined. */
  readonly recall: (name: string) => unknown
  readonly keep: (name: string, result: unknown) => void
}

/** Remembers nothing. */
export const noMemory: Memory = { recall: () => undefined, keep: () => {} }

/** SHA-256, hexadecimal, of all that a result depends on: data of the kinds that can be sent to a thread. */
export const nameOf = (...parts: readonly unknown[]): string => hashOfValue(parts)
