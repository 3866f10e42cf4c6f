import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePortPair } from './ports.ts'

/** The whole product as `npm start` runs it, on ports and data of its own. */
export interface Product {
  readonly origin: string
  readonly serviceOrigin: string
  readonly dataFolder: string
  readonly process: ChildProcess
  /** Everything it printed so far. */
  said(): string
  /** Sends a signal and waits for the end; answers with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
  remove(): Promise<void>
}

const patience = 120_000

/** Starts the product and waits until it says where it can be opened. */
export async function startProduct(
  options: {
    readonly port?: number
    readonly dataFolder?: string
    readonly args?: readonly string[]
    readonly env?: Readonly<Record<string, string>>
  } = {},
): Promise<Product> {
  const port = options.port ?? (await freePortPair())
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'follow-through-'))
  const product = launch(port, dataFolder, options.args, options.env)
  await running(product)
  return product
}

/** The start as a bare process, for tests of how it refuses. */
export function launch(
  port: number,
  dataFolder: string,
  args: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Product {
  const child = spawn(process.execPath, ['src/admin/main.ts', 'start', ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      FT_PORT: String(port),
      FT_DATA: dataFolder,
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let heard = ''
  const hear = (chunk: Buffer) => {
    heard += chunk.toString()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => ended(child, signal)
  return {
    origin: `http://localhost:${port}`,
    serviceOrigin: `http://localhost:${port + 1}`,
    dataFolder,
    process: child,
    said: () => heard,
    stop,
    async remove() {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function running(product: Product): Promise<void> {
  const until = Date.now() + patience
  while (!product.said().includes('Follow-Through is running')) {
    if (product.process.exitCode !== null || Date.now() > until) {
      throw new Error(`The product did not start:\n${product.said()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Waits for the end of a process, sending the signal when it still runs. */
export function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    if (signal) child.kill(signal)
  })
}
