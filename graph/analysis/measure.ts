import type { Text } from '#data/vocabulary/languages.ts'
import type { Attribute } from './attribute.ts'
import type { Scene, GraphView } from './scene.ts'

/**
 * What tables, panels, codebook and report need to show a measure. Declared once, in the measure's own file; its title and
 * description stand with the words of each language (data/vocabulary/words).
 */
export interface MeasureCard {
  /** Column of nodes.csv or `measure` of measures.csv: lower case, at most 32 characters (Stata). */
  readonly name: string
  readonly type: 'integer' | 'number' | 'category'
  /** Least and greatest value possible. */
  readonly range: readonly [least: number, greatest: number]
  readonly title: Text
  readonly description: Text
  /** The same of a network whose ties a file told. */
  readonly ofFile: { readonly title: Text; readonly description: Text }
  readonly unit: string
  /** Whether the edges' weights count; otherwise each edge is 1. */
  readonly weighted: boolean
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Left out of undirected graphs: reciprocity of ties that are written both ways says nothing of the sites. */
  readonly needsDirection?: true
  /** Where the definition stands. */
  readonly source: string
}

export interface Parameter {
  readonly default: number
  readonly description: string
}

/** One value per node; NaN where the measure has none (an empty cell). */
export interface NodeMeasure extends MeasureCard {
  readonly kind: 'node'
  /** An error or an expected value: nobody is first by it. */
  readonly unranked?: true
  readonly compute: (scene: Scene) => ArrayLike<number>
}

export type NullModel = 'rewire' | 'permute'

/** One value of the graph, or one per value of an attribute. */
export interface GraphMeasure extends MeasureCard {
  readonly kind: 'graph'
  /** 'attribute': computed once for each attribute that the nodes have. */
  readonly group: 'none' | 'attribute'
  /** The null models that its value is compared with. */
  readonly nulls: readonly NullModel[]
  /** Of the best partition that was found: the more runs of the search, the better. One cell. */
  readonly ofSearch?: true
  /** Asks for communities, which are searched for anew in each null graph. */
  readonly needsSearch?: true
  /** Computed by community too, without a null: communities are made of the same ties. */
  readonly ofCommunities?: true
  /** Computed by the attributes whose values are amounts, and by no other. */
  readonly ofNumbers?: true
  /** As many cells, in the same order, for every graph with the same degrees and every dealing out of the attribute. */
  readonly compute: (view: GraphView, attribute: Attribute) => readonly Cell[]
}

export type Measure = NodeMeasure | GraphMeasure

/** A value and what it is of: '' for the whole graph or attribute, 'FR>US' for a cell of a matrix. */
export interface Cell {
  readonly of: string
  readonly value: number
}

/** The usual answer of a graph measure: one value. */
export const single = (value: number): readonly Cell[] => [{ of: '', value }]
