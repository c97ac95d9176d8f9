import type { Random } from '../random.ts'
import type { Attribute } from '../attribute.ts'

/** Returns the attribute with its classes dealt out anew among the nodes that have it; those without stay without. */
export function permute(attribute: Attribute, random: Random): Attribute {
  const classOf = attribute.classOf.slice()
  const dealt = new Uint32Array(classOf.length)
  let known = 0
  for (const own of classOf) if (own >= 0) dealt[known++] = own
  random.shuffleFirst(dealt, known)
  let next = 0
  for (let node = 0; node < classOf.length; node++) if (classOf[node]! >= 0) classOf[node] = dealt[next++]!
  return { ...attribute, classOf }
}
