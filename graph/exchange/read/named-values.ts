import type { Value } from '#data/table/column.ts'
import { colourOfChannels, parseColour } from './parse-colour.ts'
import { parseFileNumber } from './parse-value.ts'
import type { RawNode } from '../import/raw-network.ts'

export type NamedValue = readonly [name: string, value: Value]

const drawnNames = new Set(['label', 'x', 'y', 'z', 'size', 'color', 'colour', 'r', 'g', 'b'])

function numberOf(value: Value | undefined): number | null {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? parseFileNumber(value) : Number.NaN
  return Number.isFinite(number) ? number : null
}

/** Splits the attributes of a node into what is drawn and the rest, for formats that tell them apart by name alone. */
export function drawnOf(values: readonly NamedValue[]): Omit<RawNode, 'id' | 'line'> {
  const named = new Map(values.map(([name, value]) => [name.toLowerCase(), value]))
  const text = (name: string) =>
    named.get(name) === undefined || named.get(name) === null ? '' : String(named.get(name))
  const channels = ['r', 'g', 'b'].map(name => (named.has(name) ? text(name) : undefined))
  return {
    label: text('label'),
    x: numberOf(named.get('x')),
    y: numberOf(named.get('y')),
    size: numberOf(named.get('size')),
    colour: parseColour(text('color') || text('colour')) ?? colourOfChannels(...channels),
    attributes: values.filter(([name]) => !drawnNames.has(name.toLowerCase())),
  }
}
