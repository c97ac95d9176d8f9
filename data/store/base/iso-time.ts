/** Milliseconds since 1970 as ISO 8601 in UTC to the second, '2026-11-22T03:46:21Z'; empty for null. */
export const isoTime = (at: number | null): string => (at === null ? '' : `${new Date(at).toISOString().slice(0, 19)}Z`)
