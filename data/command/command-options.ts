import { InvalidArgumentError, Option } from 'commander'
import { statuses, type Status } from '../vocabulary/statuses.ts'
import { zones, type Zone } from '../vocabulary/zones.ts'
import { readWrittenRange } from '../written-range.ts'

/** Parsers of option values shared by commands. Each says what was expected; commander adds the option and the value. */

export const parseCount =
  (least = 0, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`expected a whole number ${range(least, most)}.`)
    return value
  }

export const parseNumber =
  (least: number, most = Number.POSITIVE_INFINITY) =>
  (text: string): number => {
    const value = Number(text)
    if (!/^\d*\.?\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`expected a number ${range(least, most)}, with a point for decimals.`)
    return value
  }

const range = (least: number, most: number): string =>
  most >= Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`

/** A comma-separated choice out of `known`, in the order of `known`, each once. */
export const parseList =
  <Name extends string>(known: readonly Name[]) =>
  (text: string): Name[] => {
    const names = text.split(',').map(name => name.trim())
    const stranger = names.find(name => !known.includes(name as Name))
    if (stranger !== undefined) throw new InvalidArgumentError(`'${stranger}' is not one of ${known.join(', ')}.`)
    return known.filter(name => names.includes(name))
  }

const parseStatus = (text: string): Status[] => parseList<Status>(statuses)(text.toUpperCase())

export const corpusOption = (): Option =>
  new Option('--corpus <file>', 'the corpus, one SQLite file (default: the one most recently written in data/corpora)')

export const statusesOption = (preset: readonly Status[]): Option =>
  new Option('--statuses <list>', `entities taken: ${statuses.join(', ')}`)
    .default(preset, preset.join(','))
    .argParser(parseStatus)

export const waveOption = (): Option =>
  new Option('--wave <label>', 'graph of one wave; all: every wave together (default: the last wave)')

export const writtenOption = (): Option =>
  new Option(
    '--written <range>',
    'only links in the matter of pages that state a date in it: 2012, 2011-06..2012-06, 2011.., ..2012-04-22 (default: all links)',
  ).argParser(readWrittenRange)

const parseZones = (text: string): readonly Zone[] => (text === 'all' ? zones : parseList<Zone>(zones)(text))

export const zonesOption = (): Option =>
  new Option('--zones <list>', `zones whose links count: ${zones.join(', ')}`)
    .default(zones, 'all')
    .argParser(parseZones)

/** Zones without a preset of their own: `preset` says what holds then. */
export const zonesOrElse = (preset: string): Option =>
  new Option('--zones <list>', `zones whose links count: ${zones.join(', ')}, or all (default: ${preset})`).argParser(
    parseZones,
  )
