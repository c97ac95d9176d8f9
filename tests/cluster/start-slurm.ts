import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { call, startDaemon, until } from './shell.ts'

export interface Slurm {
  readonly version: string
  /** With which its commands find it. */
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => Promise<void>
}

/**
 * Starts Slurm with one node, this machine, started by hand: no systemd, nothing outside `folder`. As root. Three tasks fit on
 * it at a time, however many processors there are.
 */
export async function startSlurm(folder: string): Promise<Slurm> {
  // Munge wants each folder above its socket to be open to all, and closed to writers.
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  const path = (name: string): string => join(folder, name)
  for (const name of ['state', 'spool']) mkdirSync(path(name), { recursive: true })
  writeFileSync(path('munge.key'), randomBytes(1024), { mode: 0o600 })
  writeFileSync(path('slurm.conf'), configuration(path))
  // No task is fenced in by control groups. From 23.02 on there is a word for it; before that, the plugin must be one that starts without systemd.
  writeFileSync(path('cgroup.conf'), `CgroupPlugin=${olderThan(23) ? 'cgroup/v1' : 'disabled'}\n`)
  const env = { SLURM_CONF: path('slurm.conf') }
  const daemons: ChildProcess[] = []
  const stop = async (): Promise<void> => {
    for (const daemon of daemons.toReversed()) {
      daemon.kill('SIGTERM')
      await until(`${daemon.spawnfile} ends`, () => daemon.exitCode !== null || daemon.signalCode !== null, 30_000)
    }
  }
  const files = ['socket', 'pid-file', 'log-file', 'seed-file'].map(name => `--${name}=${path(`munge.${name}`)}`)
  try {
    daemons.push(startDaemon('munged', ['--foreground', '--force', `--key-file=${path('munge.key')}`, ...files]))
    await until('munge answers', () => answers('munge', ['-n', `--socket=${path('munge.socket')}`]), 60_000)
    daemons.push(startDaemon('slurmctld', ['-D', '-f', path('slurm.conf')], env))
    daemons.push(startDaemon('slurmd', ['-D', '-f', path('slurm.conf'), '-N', hostname()], env))
    await until('the node is idle', () => /\bidle\b/.test(said('sinfo', ['-h', '-o', '%T'], env)), 120_000)
    return { version: call('sinfo', ['--version'], env).trim(), env, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const olderThan = (version: number): boolean => Number(/ (\d+)\./.exec(call('slurmd', ['-V']))?.[1] ?? 0) < version

function configuration(path: (name: string) => string): string {
  const host = hostname()
  return [
    ...['ClusterName=toile', `SlurmctldHost=${host}(127.0.0.1)`, 'SlurmUser=root', 'SlurmdUser=root'],
    ...['SlurmctldPort=26817', 'SlurmdPort=26818', 'AuthType=auth/munge', `AuthInfo=socket=${path('munge.socket')}`],
    ...['CredType=cred/munge', `StateSaveLocation=${path('state')}`, `SlurmdSpoolDir=${path('spool')}`],
    ...[`SlurmctldPidFile=${path('slurmctld.pid')}`, `SlurmdPidFile=${path('slurmd.pid')}`],
    ...[`SlurmctldLogFile=${path('slurmctld.log')}`, `SlurmdLogFile=${path('slurmd.log')}`],
    ...['ProctrackType=proctrack/linuxproc', 'TaskPlugin=task/none', 'JobAcctGatherType=jobacct_gather/none'],
    ...['SelectType=select/cons_tres', 'SelectTypeParameters=CR_CPU', 'MpiDefault=none', 'ReturnToService=2'],
    ...['SlurmdParameters=config_overrides', 'KillWait=10', 'MinJobAge=3600', 'JobRequeue=1'],
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=3 RealMemory=16000 State=UNKNOWN`,
    `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n')
}

function said(command: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  try {
    return call(command, args, env)
  } catch {
    return ''
  }
}

const answers = (command: string, args: readonly string[]): boolean => said(command, args, {}) !== ''
