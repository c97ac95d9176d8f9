const advice: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "install your distribution's chromium (Debian: sudo apt install chromium)",
  darwin: 'install Google Chrome or Chromium into /Applications',
  win32: 'Microsoft Edge, which comes with Windows, will do; or install Google Chrome',
}

/** One sentence for whoever has no Chromium. */
export function howToInstallChromium(platform: NodeJS.Platform = process.platform): string {
  const first = advice[platform] ?? 'install Chromium or Google Chrome'
  return `No Chromium was found: ${first}, or run ./toile --with playwright install chromium, or set TOILE_CHROMIUM to its program file.`
}
