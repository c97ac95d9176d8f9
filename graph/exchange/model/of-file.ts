import type { Column, Field } from '#data/table/column.ts'

/** Columns that only a crawl fills: where a file told the ties they are empty, but for what the file itself had there. */
const ofCrawls: ReadonlySet<string> = new Set(['pages_fetched', 'self_links', 'start_pages', 'links', 'pages'])

const isOfCrawl = (id: string): boolean => ofCrawls.has(id) || id.startsWith('links_')

/** What other columns of nodes and ties hold then. */
const meanings: Readonly<Record<string, string>> = {
  id: 'Name of the node in every table, as its file has it.',
  label: 'Name of the node for people.',
  homepage: 'Address of the node, where the file gives one.',
  country: 'Country given by the file or the review; empty if unknown.',
  kind: 'Kind of node, given by the file or the review.',
  status: 'IN, OUT or UNDECIDED by review; DISCOVERED: reviewed by nobody.',
  in_degree: 'Exported nodes with a tie to this one.',
  out_degree: 'Exported nodes to which this one has a tie.',
  community:
    'Community of the analysed graph, numbered from 1 by falling size; a number that no other node has is a node alone. Empty outside that graph.',
  community_name:
    'Name that a person gave to the community; it stays with the community that has most of the nodes that it was given to. Empty where there is none.',
  prefixes: 'Addresses that are the node, with all below them, separated by a space; *. stands for every subdomain.',
  source: 'Id of the node where the tie begins; of a tie without a direction, of one end.',
  target: 'Id of the node to which the tie leads; of a tie without a direction, of the other end.',
  first_seen: 'First time of the tie, where the file gives times.',
  last_seen: 'Last time of the tie, where the file gives times.',
}

/** Of ties of the file, and of those made of what two nodes share. */
const weights = {
  told: 'Weight of the tie as the imported file gives it, > 0; 1 where it gives none. What it counts, the file alone can say.',
  shared: 'Exported nodes with ties to both (co-citation), or to which both have ties (coupling).',
}

const nothingTold = 'Empty: the network was imported, and its file tells nothing of this.'

function meaningOf({ id, description }: Column, weight: keyof typeof weights): string {
  if (isOfCrawl(id)) return nothingTold
  if (id === 'weight') return weights[weight]
  return (
    meanings[id] ??
    description
      .replace('given by the seed list or the review', 'as the file gives it')
      .replace('for each site that', 'for each node that')
  )
}

/** The columns of a network whose ties a file told: what they hold is said anew, and 0 of a crawl is no number of it. */
export const fieldsOfFile = <Row>(
  fields: readonly Field<Row>[],
  weight: keyof typeof weights = 'told',
): readonly Field<Row>[] =>
  fields.map(field => ({
    ...field,
    description: meaningOf(field, weight),
    read: isOfCrawl(field.id) ? row => (field.read(row) === 0 ? null : field.read(row)) : field.read,
  }))

/** The columns of a table in which an imported network has no rows. */
export const fieldsOfEmptyTable = <Row>(fields: readonly Field<Row>[]): readonly Field<Row>[] =>
  fields.map(field => ({ ...field, description: 'No such evidence stands behind ties that were imported.' }))

/** For a file of another program: what only a crawl fills is not declared where no row has it. */
export const withoutCrawl = <Row>(fields: readonly Field<Row>[], rows: readonly Row[]): readonly Field<Row>[] =>
  fields.filter(({ id, read }) => !isOfCrawl(id) || rows.some(row => !isNothing(read(row))))

const isNothing = (value: unknown): boolean => value === null || value === ''
