/** How a page takes something from elsewhere. The order is that in which lists are kept. */
export const borrowedKinds = ['script', 'style', 'image', 'frame', 'form', 'generator', 'cookie'] as const
export type BorrowedKind = (typeof borrowedKinds)[number]

/** Those that have an address. */
export const hostKinds = ['script', 'style', 'image', 'frame', 'form'] as const satisfies readonly BorrowedKind[]
