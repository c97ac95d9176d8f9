import { home } from '../start/page-mark.ts'
import type { Words } from '../words/format.ts'

/** Leads to the start page, where there is one. */
export const HomeLink = ({ words }: { readonly words: Words }) =>
  home === null ? null : (
    <a className="brand-home" href={home}>
      {words.allStudies}
    </a>
  )
