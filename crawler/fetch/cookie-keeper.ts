/** Keeps what hosts set, for one run of the crawl. */
export interface CookieKeeper {
  /** Value of the Cookie header for `url`, or ''. */
  readonly cookiesFor: (url: string) => Promise<string>
  /** Takes the values of Set-Cookie headers that came with an answer from `url`. What isn't allowed is dropped. */
  readonly keep: (url: string, setCookies: readonly string[]) => Promise<void>
}
