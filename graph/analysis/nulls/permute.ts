import type { Random } from '../../random.ts'
import type { Attribute } from '../attribute.ts'

/** Returns the attribute with its classes dealt out anew among the nodes that have it; those without stay without. */
export function permute(attribute: Attribute, random: Random): Attribute {
  const classOf = attribute.classOf.slice()
  const places = Uint32Array.from([...classOf.keys()].filter(node => classOf[node]! >= 0))
  const dealt = random.shuffle(Int32Array.from(places, node => classOf[node]!))
  for (const [at, node] of places.entries()) classOf[node] = dealt[at]!
  return { ...attribute, classOf }
}
