import type { Engine, EngineName } from '../types.ts'
import { plantTools } from '../tools/plant-tools.ts'
import { blogger } from './blogger.ts'
import { dotclear } from './dotclear.ts'
import { drupal } from './drupal.ts'
import { mediumLike, webflowLike } from './products.ts'
import { spip } from './spip.ts'
import { ghost, hugo, jekyll } from './static-sites.ts'
import { tables2004 } from './tables-2004.ts'
import { wordpressNew } from './wordpress-new.ts'
import { wordpressOld } from './wordpress-old.ts'

const plain: Readonly<Record<EngineName, Engine>> = {
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

const withTools = (engine: Engine): Engine => ({ ...engine, render: view => plantTools(view, engine.render(view)) })

/**
 * Markup in the manner of the engines that French and American sites use, written for the demonstration, with the marks of the tools that
 * its sites borrow.
 */
export const engines = Object.fromEntries(
  Object.entries(plain).map(([name, engine]) => [name, withTools(engine)]),
) as Readonly<Record<EngineName, Engine>>
