/** A browser that gives no WebGL, since it has none or it is switched off. Run in a page before its own scripts. */
export function takeWebgl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext as (kind: string, ...rest: unknown[]) => unknown
  const without = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]): unknown {
    return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest)
  }
  Object.assign(HTMLCanvasElement.prototype, { getContext: without })
}
