import { backbones } from '#data/vocabulary/backbones/backbones.ts'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { relations } from '#data/vocabulary/relations.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { presetWeight, weights } from '#data/vocabulary/weights.ts'
import { zones } from '#data/vocabulary/zones.ts'
import type { DeedChoice } from './deed-choice.ts'

const zonesField: DeedChoice = { kind: 'some', name: 'zones', flag: '--zones', options: zones, preset: zones }
const waveField: DeedChoice = { kind: 'text', name: 'wave', flag: '--wave', from: 'waves' }
/** Months in which the pages of hyperlinks were written. */
const writtenField: DeedChoice = { kind: 'text', name: 'written', flag: '--written' }
const statusesField = (preset: readonly string[]): DeedChoice => ({
  kind: 'some',
  name: 'statuses',
  flag: '--statuses',
  options: statuses,
  preset,
})

const codesField: DeedChoice = { kind: 'some', name: 'codes', flag: '--codes', options: edgeCodes, preset: [] }

/** Of `analyse`. */
export const analyseFields: readonly DeedChoice[] = [
  { kind: 'one', name: 'weight', flag: '--weight', options: weights, preset: presetWeight },
  zonesField,
  waveField,
  { kind: 'number', name: 'seed', flag: '--seed', least: 0, most: 2 ** 31, preset: 1, isWhole: true },
  { kind: 'number', name: 'runs', flag: '--runs', least: 1, most: 100_000, preset: 200, isWhole: true },
  {
    kind: 'number',
    name: 'resolution',
    flag: '--resolution',
    least: 0.001,
    most: 1000,
    preset: 1,
    isWhole: false,
  },
  { kind: 'switch', name: 'blocks', flag: '--blocks' },
  { kind: 'text', name: 'withoutRound', flag: '--without-round' },
  statusesField(['IN']),
  writtenField,
  codesField,
]

/** Of `report`. */
export const reportFields: readonly DeedChoice[] = [
  { kind: 'one', name: 'language', flag: '--language', options: languages, preset: null },
  { kind: 'text', name: 'between', flag: '--between' },
]

/** Of every export: what of the study goes out. */
const whatGoesOut: readonly DeedChoice[] = [
  waveField,
  zonesField,
  statusesField(['IN', 'UNDECIDED']),
  { kind: 'number', name: 'minWeight', flag: '--min-weight', least: 0, most: 1e9, preset: 0, isWhole: false },
  { kind: 'one', name: 'backbone', flag: '--backbone', options: ['none', ...backbones], preset: 'none' },
  { kind: 'text', name: 'threshold', flag: '--threshold' },
  { kind: 'unless', name: 'comments', flag: '--no-comments' },
]

/** Of the exports of what citations say: ties have no weight there, and their code is a variable. */
export const textFields: readonly DeedChoice[] = [
  ...whatGoesOut.filter(({ name }) => name !== 'minWeight'),
  writtenField,
]

const graphField: DeedChoice = { kind: 'one', name: 'graph', flag: '--graph', options: relations, preset: 'links' }

/** Of the exports for other programs; those of one format come first. */
export const exportFields = (own: readonly DeedChoice[] = []): readonly DeedChoice[] => [
  ...own,
  graphField,
  ...whatGoesOut,
  writtenField,
  codesField,
]

/** Of what is made of the map: as it was analysed, so that codes are not chosen here. */
export const pageFields = (own: readonly DeedChoice[]): readonly DeedChoice[] => [...own, ...whatGoesOut, writtenField]

/** Whose it is, and what others may do with it. */
export const aboutFields: readonly DeedChoice[] = [
  { kind: 'text', name: 'author', flag: '--author', isRepeated: true },
  { kind: 'text', name: 'license', flag: '--license' },
]

export const formatField = (...options: readonly string[]): DeedChoice => ({
  kind: 'one',
  name: 'format',
  flag: '--format',
  options,
  preset: null,
})

/** How a table is read by a spreadsheet: in French, the comma is the decimal mark. */
export const tableFields: readonly DeedChoice[] = [
  { kind: 'one', name: 'separator', flag: '--csv-separator', options: [',', ';', String.raw`\t`], preset: ',' },
  { kind: 'one', name: 'decimal', flag: '--csv-decimal', options: ['.', ','], preset: '.' },
  { kind: 'switch', name: 'bom', flag: '--csv-bom' },
]
