/** How far a curved tie bows out, in parts of its length; to the left of its direction, so that the two of a pair part. */
export const bow = 0.13
