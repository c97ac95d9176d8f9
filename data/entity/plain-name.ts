import { withoutAccents } from '../vocabulary/without-accents.ts'

/** `name` as it is compared: lower case, without accents, spaces and hyphens as one '_'. */
export function plainName(name: string): string {
  return withoutAccents(name)
    .toLowerCase()
    .trim()
    .replace(/[\s-]+/g, '_')
}
