export interface RenderLimits {
  /** For the browser's own work; the waiting for hosts doesn't count. Milliseconds. */
  readonly workMs: number
  /** For one page in all. Milliseconds. */
  readonly totalMs: number
  /** For opening an empty page, which a browser that hangs never does. Milliseconds. */
  readonly openMs: number
  /** A page that asked for nothing this long is finished. Milliseconds. */
  readonly quietMs: number
  /** Requests of one page, redirects included. */
  readonly maxRequests: number
  /** Of all that they bring. */
  readonly maxBytes: number
  /** Of the rendered document. */
  readonly maxChars: number
}

export const defaultRenderLimits: RenderLimits = {
  workMs: 10_000,
  totalMs: 120_000,
  openMs: 30_000,
  quietMs: 500,
  maxRequests: 60,
  maxBytes: 20_000_000,
  maxChars: 10_000_000,
}
