import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, as long as it does. */
export function useMedia(query: string): boolean {
  const listen = useCallback(
    (tell: () => void) => {
      const media = matchMedia(query)
      media.addEventListener('change', tell)
      return () => media.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(listen, () => matchMedia(query).matches)
}

/** As in the styles: a tablet held upright, or letters so large that it comes to the same; a phone. */
export const small = '(max-width: 53.75em)'
export const phone = '(max-width: 36em)'
