import type { Attribute } from './attribute.ts'
import { oncePer } from './once-per.ts'

/** The class of fewer nodes (of equals the second), where there are two and every node is in one. */
export interface SmallerClass {
  /** Its place among the values. */
  readonly value: 0 | 1
  /** Ascending. */
  readonly nodes: Uint32Array
}

/** Null with other than two classes, or with a node in none. What is counted over its nodes says what the other class does. Found once. */
export const smallerClass = oncePer(({ values, classOf }: Attribute): SmallerClass | null => {
  if (values.length !== 2) return null
  let second = 0
  for (const own of classOf) {
    if (own < 0) return null
    second += own
  }
  const value = 2 * second <= classOf.length ? 1 : 0
  const nodes = new Uint32Array(value === 1 ? second : classOf.length - second)
  let count = 0
  for (let node = 0; node < classOf.length; node++) if (classOf[node] === value) nodes[count++] = node
  return { value, nodes }
})
