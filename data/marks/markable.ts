import type { ExtractedLink } from '../records.ts'

/** What of a hyperlink tells its mark; all of it is stored, so that links can be marked anew at any time. */
export type Markable = Pick<ExtractedLink, 'element' | 'url' | 'context' | 'anchorAt' | 'zone'>
