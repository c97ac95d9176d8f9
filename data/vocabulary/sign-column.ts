/** Column of an imported tie that keeps the weight of its file where that is negative somewhere: what counts is its size. */
export const signColumn = 'signed_weight'
