/** Nothing was asked: another crawl of this machine was told that the host is to be left alone until then, milliseconds since 1970. */
export class HostAtRest extends Error {
  readonly until: number

  constructor(host: string, until: number) {
    super(`${host} is to be left alone until ${new Date(until).toISOString()}`)
    this.until = until
  }
}
