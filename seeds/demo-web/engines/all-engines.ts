import type { Engine, EngineName } from '../types.ts'
import { blogger } from './blogger.ts'
import { dotclear } from './dotclear.ts'
import { drupal } from './drupal.ts'
import { mediumLike, webflowLike } from './products.ts'
import { spip } from './spip.ts'
import { ghost, hugo, jekyll } from './static-sites.ts'
import { tables2004 } from './tables-2004.ts'
import { wordpressNew } from './wordpress-new.ts'
import { wordpressOld } from './wordpress-old.ts'

/** Markup in the manner of the engines that French and American sites use, written for the demonstration. */
export const engines: Readonly<Record<EngineName, Engine>> = {
  'wordpress-old': wordpressOld,
  'wordpress-new': wordpressNew,
  blogger,
  dotclear,
  spip,
  drupal,
  hugo,
  jekyll,
  ghost,
  'medium-like': mediumLike,
  'webflow-like': webflowLike,
  'tables-2004': tables2004,
}
