import type { RawNode } from '../../import/raw-network.ts'

/** A node of which a matrix tells the name alone; `line`: where it does. */
export const nameNode = (id: string, line: number): RawNode => ({
  id,
  label: '',
  x: null,
  y: null,
  size: null,
  colour: null,
  attributes: [],
  line,
})
