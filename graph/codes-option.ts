import { Option } from 'commander'
import { parseList } from '#data/command/command-options.ts'
import { edgeCodes } from '#data/vocabulary/edge-codes.ts'

/** `--codes` of `analyse` and `export`; `preset` says what holds without it. */
export const codesOption = (preset: string): Option =>
  new Option(
    '--codes <list>',
    `only ties that most of their coders gave one of these codes, comma-separated: ${edgeCodes.join(', ')} (default: ${preset})`,
  ).argParser(parseList(edgeCodes))
