/** Which sites are joined by the words of their own pages: each with so many that it resembles most … */
export const nearestJoined = 5

/** … and none whose cosine is smaller: hardly a word in common. */
export const leastJoined = 0.1
