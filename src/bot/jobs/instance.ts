import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** This process among all that may run the service: where it runs, and its number there. */
export function thisProcess(): string {
  return `${place()} ${process.pid}`
}

/**
 * Whether a process is known to have ended: only one that ran in the same place can be looked for. Its number may have
 * gone to another by now; then it counts as running, and its lock runs out by itself.
 */
export function isGone(name: string): boolean {
  const [, there, number] = /^(.*) (\d+)$/.exec(name) ?? []
  if (there !== place() || number === undefined) return false
  try {
    process.kill(Number(number), 0)
    return false
  } catch (thrown) {
    return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ESRCH'
  }
}

/** The host, and on Linux the container: process numbers mean something only within one. */
function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
