import { describe, expect, it } from 'vitest'
import { networkDisk, networkTypeOf, sayNetworkDisk } from '#data/store/base/network-disk.ts'

/** As /proc/self/mounts of machines of a cluster has it. */
const mounts = `overlay / overlay rw 0 0
proc /proc proc rw 0 0
server:/home /home nfs4 rw,vers=4.2 0 0
/dev/sdb1 /home/ada/local ext4 rw 0 0
mds@tcp:/scratch /lustre lustre rw 0 0
//filer/lab /mnt/the\\040lab cifs rw 0 0
lab:/data /mnt/over fuse.sshfs rw 0 0
/dev/sdc1 /mnt/stick fuseblk rw 0 0
autofs /net autofs rw 0 0
server:/net/a /net/a nfs rw 0 0
tmpfs /net/a tmpfs rw 0 0
`

describe('networkTypeOf(path, mounts)', () => {
  it.each([
    ['/home/ada/study', 'nfs4'],
    ['/home', 'nfs4'],
    ['/home/ada/local/study', null],
    ['/homes/ada', null],
    ['/lustre/parts', 'lustre'],
    ['/mnt/the lab/parts', 'cifs'],
    ['/mnt/over', 'fuse.sshfs'],
    ['/mnt/stick/x', null],
    ['/net/a', null],
    ['/srv', null],
  ])('says of %s: %s', (path, type) => expect(networkTypeOf(path, mounts)).toBe(type))

  it('knows nothing where nothing is told', () => expect(networkTypeOf('/home', '')).toBe(null))
})

describe('sayNetworkDisk(file)', () => {
  it('says nothing of this folder, nor of one that is not there yet', () => {
    expect(networkDisk(import.meta.filename)).toBe(null)
    expect(sayNetworkDisk('nowhere/yet/study.sqlite')).toBe('')
  })
  it('says what to do about a network disk', () =>
    expect(sayNetworkDisk('/home/ada/study.sqlite', 'nfs4')).toMatch(/network disk \(nfs4\).* --copy-to\.\n$/))
})
