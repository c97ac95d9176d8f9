/** The index of a corpus's texts, beside it: made of the corpus alone, it may be removed at any time. */
export const textIndexFile = (corpusFile: string): string => `${corpusFile}.words`
