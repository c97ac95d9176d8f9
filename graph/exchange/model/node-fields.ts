import { writeListCell } from '#data/table/list-cell.ts'
import { readAmount } from '#data/table/read-amount.ts'
import { amountType } from './amount-type.ts'
import type { ExportModel, ExportNode } from './export-model.ts'
import type { Column, Field } from '#data/table/column.ts'
import { fieldsOfFile, withoutCrawl } from './of-file.ts'
import { reservedNames } from './reserved-names.ts'

const ownFields: readonly Field<ExportNode>[] = [
  {
    id: 'homepage',
    title: 'Homepage',
    type: 'text',
    unit: '',
    description: 'Address where a reader enters the site.',
    read: node => node.homepage,
  },
  {
    id: 'country',
    title: 'Country',
    type: 'text',
    unit: 'ISO 3166-1 alpha-2',
    description: 'Country given by the seed list or the review; empty if unknown.',
    read: node => node.country,
  },
  {
    id: 'kind',
    title: 'Kind',
    type: 'text',
    unit: '',
    description: 'Kind of actor: agency, software, party, think-tank, media, research, person, ….',
    read: node => node.kind,
  },
  {
    id: 'status',
    title: 'Status',
    type: 'text',
    unit: '',
    description: 'IN, OUT or UNDECIDED by review; DISCOVERED: linked to, reviewed by nobody.',
    read: node => node.status,
  },
  {
    id: 'pages_fetched',
    title: 'Pages fetched',
    type: 'integer',
    unit: 'pages',
    description: 'Pages of the entity that were read; with 0 its own links are not observed.',
    read: node => node.pagesFetched,
  },
  {
    id: 'in_degree',
    title: 'In-degree',
    type: 'integer',
    unit: 'entities',
    description: 'Exported entities that link to this one.',
    read: node => node.inDegree,
  },
  {
    id: 'out_degree',
    title: 'Out-degree',
    type: 'integer',
    unit: 'entities',
    description: 'Exported entities that this one links to; empty when none of its pages was read: nobody knows.',
    read: node => node.outDegree,
  },
  {
    id: 'community',
    title: 'Community',
    type: 'integer',
    unit: '',
    description:
      'Community of the analysed graph, numbered from 1 by falling size; a number that no other site has is a site alone. Empty outside that graph.',
    read: node => node.community,
  },
  {
    id: 'community_name',
    title: 'Community name',
    type: 'text',
    unit: '',
    description:
      'Name that a person gave to the community; it stays with the community that has most of the sites that it was given to. Empty where there is none.',
    read: node => node.communityName ?? '',
  },
  {
    id: 'self_links',
    title: 'Self-links',
    type: 'integer',
    unit: 'links',
    description: 'Hyperlinks between pages of this entity; they make no edge.',
    read: node => node.selfLinks,
  },
  {
    id: 'prefixes',
    title: 'Prefixes',
    type: 'text',
    unit: '',
    description:
      'Addresses that are the entity, with all below them, separated by a space; *. stands for every subdomain.',
    read: node => node.prefixes.join(' '),
  },
  {
    id: 'start_pages',
    title: 'Start pages',
    type: 'text',
    unit: '',
    description: 'Addresses where the crawl of the entity begins, separated by a space.',
    read: node => node.startPages.join(' '),
  },
  {
    id: 'dated_names',
    title: 'Dated names',
    type: 'text',
    unit: '',
    description:
      'Names that the entity bears or bore, each with its time where known, (from/to) by ISO 8601; several are separated by |.',
    read: node => writeListCell(node.datedNames),
  },
  {
    id: 'dated_prefixes',
    title: 'Dated prefixes',
    type: 'text',
    unit: '',
    description: 'Of the prefixes those that were theirs for a known time, (from/to) by ISO 8601; separated by |.',
    read: node => writeListCell(node.datedPrefixes),
  },
]

const nameFields: readonly Field<ExportNode>[] = [
  {
    id: 'id',
    title: 'Id',
    type: 'text',
    unit: '',
    description: 'Name of the entity in every table, set at its creation and never changed.',
    read: node => node.id,
  },
  {
    id: 'label',
    title: 'Label',
    type: 'text',
    unit: '',
    description: 'Name shown to readers.',
    read: node => node.label,
  },
]

const positionFields: readonly Field<ExportNode>[] = (['x', 'y'] as const).map(axis => ({
  id: axis,
  title: axis.toUpperCase(),
  type: 'number',
  unit: 'layout units',
  description: `Position of the layout, ${axis} axis; empty outside the analysed graph.`,
  read: node => node[axis],
}))

/** Prefix of a tag whose name another column has; taken off again by import. */
export const tagPrefix = 'tag_'

function measureField(column: Column): Field<ExportNode> {
  return { ...column, read: node => (Object.hasOwn(node.values, column.id) ? node.values[column.id]! : null) }
}

/** By these words import knows the columns of tags again, whatever their type. */
export const isTagMeaning = (description: string): boolean => /^Values? of the tag "/.test(description)

function tagField(category: string, nodes: readonly ExportNode[], taken: ReadonlySet<string>): Field<ExportNode> {
  const name = category.toLowerCase()
  const clashes = taken.has(name) || name.startsWith(tagPrefix) || name === ''
  const title = clashes ? tagPrefix + category : category
  const valuesOf = (node: ExportNode) => node.tags.filter(([name]) => name === category).map(([, value]) => value)
  const common = { id: title, title, unit: '', isTag: true } as const
  const type = amountType(nodes.map(valuesOf))
  if (type === null)
    return {
      ...common,
      type: 'list',
      description: `Values of the tag "${category}", given by the seed list or the review; several are separated by |.`,
      read: valuesOf,
    }
  return {
    ...common,
    type,
    description: `Value of the tag "${category}", a number for each site that has one, given by the seed list or the review.`,
    read: node => readAmount(valuesOf(node)[0] ?? ''),
  }
}

type Nodes = Pick<ExportModel, 'nodes' | 'nodeColumns' | 'ofFile'>

/** Returns the columns of a node besides id, label and what is drawn: facts, measures, then tags by name. */
export const nodeFields = (model: Nodes): readonly Field<ExportNode>[] =>
  model.ofFile ? withoutCrawl(fieldsOfFile(allFields(model)), model.nodes) : allFields(model)

function allFields(model: Nodes): readonly Field<ExportNode>[] {
  const columns = [...ownFields, ...model.nodeColumns.map(measureField)]
  const taken = new Set([...reservedNames, ...columns.map(column => column.id.toLowerCase())])
  const categories = new Set(model.nodes.flatMap(node => node.tags.map(([category]) => category)))
  return [...columns, ...[...categories].sort().map(category => tagField(category, model.nodes, taken))]
}

/** Returns the columns of nodes.csv. */
export function nodeTable(model: Nodes): readonly Field<ExportNode>[] {
  const fields = [...nameFields, ...allFields(model), ...positionFields]
  return model.ofFile ? fieldsOfFile(fields) : fields
}
