/** Milliseconds: beyond it no calendar of JavaScript goes (ECMAScript, 21.4.1.1). */
const furthest = 8.64e15

/** The moment `at`, milliseconds since 1970. @throws as SQLite does of a damaged file, when a corpus holds a number that is none. */
export function momentOf(at: number): Date {
  if (Math.abs(at) <= furthest) return new Date(at)
  throw Object.assign(new Error(`no moment: ${String(at).slice(0, 40)}`), { code: 'SQLITE_CORRUPT' })
}

/** Milliseconds since 1970 as ISO 8601 in UTC to the second, '2026-11-22T03:46:21Z'; empty for null. */
export const isoTime = (at: number | null): string => (at === null ? '' : `${momentOf(at).toISOString().slice(0, 19)}Z`)
