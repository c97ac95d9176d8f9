import { chromiumFlags } from '../find-chromium.ts'

/**
 * A browser without a network of its own: names lead nowhere, and whatever still wants out is sent to a proxy that
 * isn't there (port 1 of this machine), loopback and UDP included. Every request is answered by us before that.
 */
export const lockedFlags = (): readonly string[] => [
  ...chromiumFlags(),
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // A site's own http address isn't tried as https: the browser would name an address that nobody wrote.
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,WebTransport,Prerender2,SpeculationRulesPrefetchFuture,NetworkTimeServiceQuerying,MediaRouter,OptimizationHints',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-pings',
  // Megabytes of objects of one page; see watch-memory.ts for the rest of its memory.
  '--js-flags=--max-old-space-size=512',
  '--mute-audio',
]
