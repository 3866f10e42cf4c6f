import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePortPair } from '../../tests/support/ports.ts'
import { loadRows } from './loadRows.ts'

/** A local tenant and the service, on ports and data of their own. */
export interface BenchTenant {
  readonly port: number
  readonly dataFolder: string
  readonly origin: string
  /** Puts so many rows into the register, in the place of those that were there. */
  fill(rows: number): Promise<void>
  remove(): Promise<void>
}

const patience = 60_000

/** Starts an empty local tenant with its lists, and the service that hands out the tab. */
export async function startBenchTenant(): Promise<BenchTenant> {
  const port = await freePortPair()
  const data = mkdtempSync(path.join(tmpdir(), 'ft-bench-'))
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    FT_PORT: String(port),
    FT_DATA: data,
    FT_CONSENTS: 'everything',
  }
  const origin = `http://localhost:${port}`
  const startTenant = () =>
    started(env, 'src/localtenant/main.ts', `${origin}/local-tenant/clock`, 'the local tenant')
  let tenant = await startTenant()
  const provisioned = spawnSync(process.execPath, ['src/admin/main.ts', 'provision'], {
    env,
    encoding: 'utf8',
  })
  if (provisioned.status !== 0) throw new Error(`The lists could not be made: ${provisioned.stderr}`)
  const service = await started(env, 'src/bot/main.ts', `http://localhost:${port + 1}/health`, 'the service')
  return {
    port,
    dataFolder: data,
    origin,
    async fill(rows) {
      // The local tenant holds its database alone: it makes room while the rows go in.
      await ended(tenant)
      loadRows(path.join(data, 'tenant.db'), rows)
      tenant = await startTenant()
    },
    async remove() {
      await Promise.all([ended(tenant), ended(service)])
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function started(
  env: Readonly<Record<string, string | undefined>>,
  file: string,
  address: string,
  name: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  // A benchmark that falls over must not leave its processes behind.
  process.once('exit', () => child.kill())
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const until = Date.now() + patience
  for (;;) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return child
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${name} did not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
