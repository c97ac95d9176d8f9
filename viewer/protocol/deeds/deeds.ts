import type { DeedChoice } from './deed-choice.ts'
import {
  aboutFields,
  analyseFields,
  exportFields,
  formatField,
  pageFields,
  reportFields,
  tableFields,
  textFields,
} from './fields.ts'

/** A command that the page carries out, with what it lets people choose. The server and the page read the same table. */
export interface Deed {
  readonly command: readonly string[]
  /** Said every time. */
  readonly always?: readonly string[]
  readonly fields: readonly DeedChoice[]
  /** Of these the page shows the first ones at once, the others folded. */
  readonly firstFields: number
  /** What it writes beside the study: a file or a folder, by the end of its name. */
  readonly makes?: { readonly kind: 'file' | 'folder'; readonly ending: string }
  /** What it prints is read by the page. */
  readonly tells?: true
}

/** `fixed` stands in the command where there is one form only. */
const exportTo = (format: string, kind: 'file' | 'folder', ending: string, own: readonly DeedChoice[] = []): Deed => ({
  command: ['export', '--format', format],
  fields: exportFields(own),
  firstFields: own.length + 2,
  makes: { kind, ending },
})

/** What citations say, for programs that study texts. */
const textsTo = (format: string, kind: 'file' | 'folder', ending: string): Deed => ({
  command: ['export', '--format', format],
  fields: textFields,
  firstFields: 2,
  makes: { kind, ending },
})

export const deeds = {
  analyse: { command: ['analyse'], fields: analyseFields, firstFields: 4 },
  report: { command: ['report'], fields: reportFields, firstFields: 2, makes: { kind: 'folder', ending: '-report' } },
  gexf: {
    command: ['export'],
    fields: exportFields([formatField('gexf', 'gexf1.2'), { kind: 'switch', name: 'dynamic', flag: '--dynamic' }]),
    firstFields: 3,
    makes: { kind: 'file', ending: '.gexf' },
  },
  csv: exportTo('csv', 'folder', '-csv', tableFields),
  stata: exportTo('stata', 'folder', '-stata'),
  r: exportTo('r', 'folder', '-r'),
  graphml: exportTo('graphml', 'file', '.graphml'),
  gml: exportTo('gml', 'file', '.gml'),
  pajek: exportTo('pajek', 'file', '.net'),
  edges: exportTo('edges', 'file', '.tsv'),
  json: exportTo('json', 'file', '.json'),
  iramuteq: textsTo('iramuteq', 'file', '-iramuteq.txt'),
  txm: textsTo('txm', 'folder', '-txm'),
  cortext: textsTo('cortext', 'file', '-cortext.zip'),
  gargantext: textsTo('gargantext', 'file', '-gargantext.tsv'),
  publish: {
    command: ['export', '--format', 'html'],
    fields: pageFields([
      { kind: 'switch', name: 'evidence', flag: '--evidence' },
      { kind: 'switch', name: 'pseudonyms', flag: '--pseudonyms' },
      { kind: 'text', name: 'stories', flag: '--stories', from: 'stories' },
      { kind: 'text', name: 'columns', flag: '--columns', from: 'columns' },
      ...aboutFields,
      { kind: 'text', name: 'pageTitle', flag: '--page-title' },
      { kind: 'text', name: 'doi', flag: '--doi' },
      { kind: 'text', name: 'edition', flag: '--edition' },
      { kind: 'text', name: 'address', flag: '--address' },
    ]),
    firstFields: 4,
    makes: { kind: 'file', ending: '.html' },
  },
  deposit: {
    command: ['export', '--format', 'deposit'],
    fields: pageFields(aboutFields),
    firstFields: 2,
    makes: { kind: 'file', ending: '.zip' },
  },
  suggest: {
    command: ['entity', 'suggest'],
    always: ['--json'],
    fields: [
      { kind: 'one', name: 'kind', flag: '--kind', options: ['', 'same', 'parked', 'farm', 'ended'], preset: '' },
      { kind: 'number', name: 'limit', flag: '--limit', least: 1, most: 500, preset: 20, isWhole: true },
    ],
    firstFields: 2,
    tells: true,
  },
  classify: {
    command: ['classify'],
    always: ['--json'],
    fields: [{ kind: 'switch', name: 'builtInMarks', flag: '--built-in-marks' }],
    firstFields: 1,
    tells: true,
  },
  regroup: { command: ['entity', 'regroup'], always: ['--json'], fields: [], firstFields: 0, tells: true },
  forget: {
    command: ['entity', 'forget'],
    always: ['--yes', '--json'],
    fields: [
      { kind: 'subject', name: 'id' },
      { kind: 'text', name: 'reason', flag: '--reason' },
      { kind: 'text', name: 'by', flag: '--by' },
    ],
    firstFields: 2,
    tells: true,
  },
  'opt-out': {
    command: ['opt-out'],
    always: ['--json'],
    fields: [
      { kind: 'text', name: 'add', flag: '--add' },
      { kind: 'text', name: 'reason', flag: '--reason' },
      { kind: 'text', name: 'remove', flag: '--remove' },
    ],
    firstFields: 2,
    tells: true,
  },
} as const satisfies Readonly<Record<string, Deed>>

export type DeedName = keyof typeof deeds

export const deedNames = Object.keys(deeds) as readonly DeedName[]

/** Those that write a file to take away, in the order in which they are offered. */
export const makingDeeds = deedNames.filter(name => 'makes' in deeds[name])
