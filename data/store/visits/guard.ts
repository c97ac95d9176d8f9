import type { Url } from '#data/url/brand.ts'
import type { Pass } from '../frontier/unread.ts'

/** Runs `work`, which reads what is stored of `url` and more; null: it is left out, since it never ended. */
export type Guard = <Result>(url: Url, pass: Pass, work: () => Result) => Result | null

/** Nobody needs to know what is read. */
export const unguarded: Guard = (_url, _pass, work) => work()
