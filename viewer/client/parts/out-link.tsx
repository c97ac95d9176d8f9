import { useWorkbench } from '../workbench-context.ts'

interface OutLinkProps {
  readonly href: string
  readonly children: string
}

/**
 * A link out of the map to an address that came from a page: only http and https become links, anything else stays text;
 * the page opened learns neither where the click came from nor gets a handle on this window.
 */
export function OutLink({ href, children }: OutLinkProps) {
  const { words } = useWorkbench().speech
  if (!isWebAddress(href)) return <span className="address">{children}</span>
  return (
    <a className="address" href={href} target="_blank" rel="noopener noreferrer" title={href}>
      {children}
      <span className="unseen"> ({words.opensElsewhere})</span>
    </a>
  )
}

export function isWebAddress(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}
