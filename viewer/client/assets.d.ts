declare module '*.css'

/** A worker in the page's own script, so that a page in one file has it, too. */
declare module '*?worker&inline' {
  const Made: new () => Worker
  export default Made
}

declare module 'graphology-layout-forceatlas2/iterate.js' {
  /** One round: moves the nodes of a matrix with ten numbers each; three for each edge. */
  export default function iterate(
    settings: Readonly<Record<string, number | boolean>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): void
}

declare module 'graphology-layout-noverlap/iterate.js' {
  /** One round: moves discs of a matrix with three numbers each apart. */
  export default function iterate(
    settings: Readonly<Record<string, number>>,
    nodes: Float32Array,
  ): { readonly converged: boolean }
}
