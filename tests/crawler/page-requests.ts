import type { ServedWeb } from '../webs/serve-web.ts'

/** What a web was asked for, robots.txt left out, in order. */
export const pageRequests = (web: ServedWeb): ServedWeb['requests'] =>
  web.requests.filter(one => one.path !== '/robots.txt')

/** Their addresses. */
export const asked = (web: ServedWeb): string[] => pageRequests(web).map(one => one.address)

/** Milliseconds between the end of each answer of a host and the next request to it. */
export const gaps = ({ requests }: ServedWeb): number[] =>
  [...Map.groupBy(requests, one => one.host).values()].flatMap(list =>
    list.slice(1).map((one, index) => one.beganAt - list[index]!.endedAt),
  )
