import { type BorrowedKind, hostKinds } from '../vocabulary/borrowed-kinds.ts'
import type { ToolPattern } from './signature.ts'

/**
 * Reads a pattern: 'KIND:PLACE', where KIND is `any` or some of script, style, image, frame, form with commas between, and PLACE a host
 * ('.' before it takes its subdomains), a path, or both: 'script:.example.org/sdk/', 'any:/engine/'; 'generator:BEGINNING'; 'cookie:NAME' or
 * 'cookie:NAME*'. Null: it is none. A path of more than two steps is none, as no more of it is kept. Nothing of it becomes a regular expression.
 */
export function readPattern(text: string): ToolPattern | null {
  const [, kinds, rest] = /^([a-z,]{1,60}):(\S.{0,250})$/.exec(text) ?? []
  if (kinds === undefined || rest === undefined) return null
  if (kinds === 'generator') return { generator: rest.toLowerCase() }
  if (kinds === 'cookie') return /^[^\s;=,]+$/.test(rest) && rest !== '*' ? { cookie: rest } : null
  const read = readKinds(kinds)
  const [, host = '', path = ''] = /^(\.?[^\s/?#*]*)(\/[^\s?#*]*)?$/.exec(rest) ?? []
  if (read === null || (host === '' && path.length < 2) || host === '.') return null
  if (host !== '' && !/^\.?[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d{1,5})?$/u.test(host)) return null
  if (path.split('/').filter(step => step !== '').length > 2) return null
  return { kinds: read, host: host.toLowerCase(), path: path.toLowerCase() }
}

function readKinds(text: string): readonly BorrowedKind[] | null {
  if (text === 'any') return hostKinds
  const kinds = text.split(',')
  return kinds.every(isHostKind) ? kinds : null
}

const isHostKind = (kind: string): kind is (typeof hostKinds)[number] => (hostKinds as readonly string[]).includes(kind)
