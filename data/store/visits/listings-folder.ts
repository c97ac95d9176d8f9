/** Where a crawl of the past keeps what an archive's index answered: addresses with their dates, in files beside the corpus. */
export const listingsFolder = (corpusFile: string): string => `${corpusFile}.listings`
