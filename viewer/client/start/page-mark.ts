/** What the server wrote into this page: where the start page is, or that it is the start page. Null: nothing. */
const mark = (name: string): string | null =>
  document.querySelector(`meta[name="toile-${name}"]`)?.getAttribute('content') ?? null

/** Where the start page is, seen from here; null: this map is served alone. */
export const home = mark('home')

export const isStart = mark('start') !== null
