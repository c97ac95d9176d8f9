import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Names that Linux gives to file systems of other machines (/proc/filesystems, fuse subtypes). */
const networkTypes: ReadonlySet<string> = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afs', '9p', 'ceph', 'lustre', 'gpfs', 'beegfs', 'glusterfs', 'pvfs2', 'panfs', 'wekafs'], // prettier-ignore
  ...['fuse.sshfs', 'fuse.glusterfs', 'fuse.ceph', 'fuse.s3fs', 'fuse.rclone', 'fuse.gcsfuse', 'fuse.goofys', 'fuse.juicefs', 'fuse.davfs'], // prettier-ignore
])

/**
 * The type of the network file system on which `path` lies, such as 'nfs4'; null: a local one, or nobody can tell. `mounts` is what
 * /proc/self/mounts says (proc_pid_mounts(5)); the mount that goes deepest, and of those the last, counts. Pure.
 */
export function networkTypeOf(path: string, mounts: string): string | null {
  let [deepest, found] = [-1, '']
  for (const line of mounts.split('\n')) {
    const [, escaped, type] = line.split(' ')
    if (escaped === undefined || type === undefined) continue
    const point = escaped.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)))
    const holds = point === '/' || path === point || path.startsWith(`${point}/`)
    if (holds && point.length >= deepest) [deepest, found] = [point.length, type]
  }
  return networkTypes.has(found) ? found : null
}

/** The same of `file`, which need not be there yet, on this machine: asked of Linux alone. */
export function networkDisk(file: string): string | null {
  let folder = resolve(file)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    return networkTypeOf(realpathSync(folder), readFileSync('/proc/self/mounts', 'utf8'))
  } catch {
    return null
  }
}

/** What to do about it, one sentence; empty for a local disk. SQLite's WAL needs memory that all who have the file open share (https://www.sqlite.org/wal.html). */
export function sayNetworkDisk(file: string, type = networkDisk(file)): string {
  if (type === null) return ''
  return (
    `${file}: this folder is on a network disk (${type}), where SQLite's log of changes does not work and a corpus may be damaged. ` +
    'Crawl on a local disk, and copy the corpus when it has ended; a share does so by itself with --copy-to.\n'
  )
}
