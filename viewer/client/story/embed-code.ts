interface Embedded {
  /** Of the published page. */
  readonly address: string
  /** What of it is shown: the address after '#'. */
  readonly part: string
  /** Pixels; the width is that of the page around it. */
  readonly height: number
  readonly title: string
}

const inAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** HTML that puts a published page into another one. Whatever it is given stays inside its attribute. */
export function embedCode({ address, part, height, title }: Embedded): string {
  const src = part === '' ? address : `${address}#${part}`
  return `<iframe src="${inAttribute(src)}" title="${inAttribute(title)}" width="100%" height="${height}" style="border:0" loading="lazy" referrerpolicy="no-referrer" allowfullscreen></iframe>`
}
