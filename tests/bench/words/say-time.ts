export const clocks = () => ({ wall: performance.now(), cpu: process.cpuUsage() })

/** Of the processor and on the clock: on a busy machine they differ. */
export function say(what: string, from: ReturnType<typeof clocks>): void {
  const { user, system } = process.cpuUsage(from.cpu)
  const [cpu, wall] = [(user + system) / 1e6, (performance.now() - from.wall) / 1000]
  process.stdout.write(`${what.padEnd(52)} ${cpu.toFixed(3)} CPU s, ${wall.toFixed(3)} s\n`)
}
