import type { SiteGraph, SiteNode } from '#data/records.ts'
import { readAmount } from '#data/table/read-amount.ts'
import { isComputed, isPartition } from './computed-columns.ts'

/** Classes of nodes: what E-I index, assortativity, mixing and roles are computed by. */
export interface Attribute {
  readonly name: string
  /** The classes, in code-unit order. */
  readonly values: readonly string[]
  /** Class of each node, −1 for a node without one. */
  readonly classOf: Int32Array
  /** The number that each class is: then it is an amount, and correlated along ties instead of counted by class. */
  readonly numbers?: Float64Array
}

/** Above this a column is a text, not a classification, and a matrix of its values is not read. */
export const mostValues = 50

/**
 * Returns the attributes of the nodes that can be compared: country and kind with two values or more, every tag category with 2 to 50
 * values, most of them shared, and every one whose values are all numbers, of three or more. Those that programs computed of the ties
 * are none, unless `asked` for; with `asked`, no other tag is one.
 */
export function attributesOf(site: SiteGraph, asked?: readonly string[]): readonly Attribute[] {
  const tags =
    asked?.filter(name => name !== 'country' && name !== 'kind') ?? tagsOf(site).filter(name => !isComputed(name))
  const named = (names: readonly string[]) => names.map(name => attributeOf(site, name))
  return [
    ...named(['country', 'kind']).filter(({ values }) => values.length >= 2),
    ...named(tags)
      .map(asAmount)
      .filter(own => own.numbers !== undefined || isClassification(own)),
  ]
}

/** Tags that a program computed of the ties, which are no attributes unless asked for. */
export const computedTags = (site: SiteGraph, asked: readonly string[] = []): string[] =>
  tagsOf(site).filter(name => isComputed(name) && !asked.includes(name))

/** Names of the tag categories, in code-unit order. */
export function tagsOf(site: Pick<SiteGraph, 'nodes'>): string[] {
  const categories = new Set(site.nodes.flatMap(node => node.tags.map(([category]) => category)))
  return [...categories].filter(name => name !== 'country' && name !== 'kind').sort()
}

/** With its numbers, where every value is one; two values sort the nodes into classes, whatever they are called. */
function asAmount(attribute: Attribute): Attribute {
  const numbers = attribute.values.map(readAmount)
  if (numbers.length < 3 || isPartition(attribute.name) || numbers.includes(null)) return attribute
  return { ...attribute, numbers: Float64Array.from(numbers.map(Number)) }
}

/** Returns the attribute `name` of the nodes. A node with several values of a tag has none here: it belongs to no single class. */
export const attributeOf = (site: SiteGraph, name: string): Attribute =>
  attributeOfTexts(
    name,
    site.nodes.map(node => textOf(node, name)),
  )

/** The attribute of which each node bears the text at its place; '' is none. */
export function attributeOfTexts(name: string, texts: readonly string[]): Attribute {
  const values = [...new Set(texts)].filter(text => text !== '').sort()
  const place = new Map(values.map((value, index) => [value, index]))
  return { name, values, classOf: Int32Array.from(texts, text => place.get(text) ?? -1) }
}

function textOf(node: SiteNode, name: string): string {
  if (name === 'country') return node.country
  if (name === 'kind') return node.kind
  const values = node.tags.filter(([category]) => category === name)
  return values.length === 1 ? values[0]![1] : ''
}

function isClassification({ values, classOf }: Attribute): boolean {
  const classified = classOf.filter(own => own >= 0).length
  return values.length >= 2 && values.length <= mostValues && classified >= 2 * values.length
}

/** The attribute that a partition is: communities of two sites or more, named by their numbers. */
export function attributeOfPartition(name: string, number: Uint32Array): Attribute {
  const size = new Map<number, number>()
  for (const own of number) size.set(own, (size.get(own) ?? 0) + 1)
  const numbers = [...size.keys()].filter(own => size.get(own)! > 1).sort((a, b) => a - b)
  const place = new Map(numbers.map((own, index) => [own, index]))
  return { name, values: numbers.map(String), classOf: Int32Array.from(number, own => place.get(own) ?? -1) }
}
