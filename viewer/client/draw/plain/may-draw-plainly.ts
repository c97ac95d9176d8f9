import type { Shown } from '#viewer/client/model/shown.ts'

/** So many sites a browser still draws as SVG while one waits. */
export const mostPlainSites = 2000

/** Whether what is shown can be drawn without WebGL. */
export const mayDrawPlainly = ({ siteCount }: Pick<Shown, 'siteCount'>): boolean => siteCount <= mostPlainSites
