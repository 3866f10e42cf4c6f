import { type ChildProcess, spawn } from 'node:child_process'

export interface AdminRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

type Variables = Readonly<Record<string, string>>

/** Starts an admin command as a person would, with nothing of the caller's environment but the path. */
export function startAdmin(args: readonly string[], environment: Variables = {}): ChildProcess {
  return spawn(process.execPath, ['src/admin/main.ts', ...args], {
    env: { PATH: process.env.PATH, FT_DATA: '/nonexistent/follow-through', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What a started command says until it ends. */
export function ended(child: ChildProcess): Promise<AdminRun> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk)
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
}

/** Runs an admin command to its end. */
export function runAdmin(args: readonly string[], environment?: Variables): Promise<AdminRun> {
  return ended(startAdmin(args, environment))
}
