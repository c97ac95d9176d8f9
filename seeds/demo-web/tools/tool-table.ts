import type { Signature } from '#data/tools/signature.ts'
import { readSignatures } from '#data/tools/read-signatures.ts'
import { plannedTools } from './plan.ts'

const source = 'invented for the demonstration'

/** The tools of the invented web as a user's own table has them. */
export function demoToolTable(): readonly Signature[] {
  const rows = plannedTools.map(({ name, maker, country, category, pattern }) =>
    [name, maker, country, category, pattern, source].map(cell => `"${cell}"`).join(','),
  )
  return readSignatures(
    'the demonstration',
    Buffer.from(['name,maker,country,category,pattern,source', ...rows].join('\n')),
  )
}
