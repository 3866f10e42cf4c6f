import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

const patience = 60_000
const grace = 5_000

/** The processes of one start. They live and end together: when one part falls over, all are stopped. */
export class Processes {
  #stopping = false
  readonly #environment: NodeJS.ProcessEnv
  readonly #logFile: string
  readonly #children = new Map<ChildProcess, string>()
  #reject: (reason: Error) => void = () => undefined
  readonly #broken: Promise<never>

  /** @param logFile where the parts that stay write what is not for the person at the terminal */
  constructor(environment: NodeJS.ProcessEnv, logFile: string) {
    this.#environment = environment
    this.#logFile = logFile
    this.#broken = new Promise<never>((_resolve, reject) => {
      this.#reject = reject
    })
    this.#broken.catch(() => undefined)
  }

  /** Says that the start cannot go on; the first reason counts. */
  fail(reason: Error): void {
    this.#reject(reason)
  }

  /** Starts a part that is meant to stay; if it ends by itself, everything is stopped. */
  keep(name: string, args: readonly string[]): void {
    const log = openSync(this.#logFile, 'a')
    const child = this.#spawn(name, args, log)
    closeSync(log)
    child.once('exit', () => {
      if (!this.#stopping) this.fail(new Error(`Stopped, because ${name} could not go on. The data is kept.`))
    })
  }

  /** Runs a part to its end; a failure stops the start with its name. What a quiet part says is shown only then. */
  async runOnce(name: string, args: readonly string[], how: 'aloud' | 'quiet' = 'aloud'): Promise<void> {
    const child = this.#spawn(name, args, how === 'quiet' ? 'pipe' : 'inherit')
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const ended = new Promise<void>((resolve, reject) => {
      child.once('exit', (code) =>
        code === 0
          ? resolve()
          : reject(
              new Error(
                `${said}${name} failed (exit code ${code}). The data is kept; npm start tries it again.`,
              ),
            ),
      )
    })
    await Promise.race([ended, this.#broken])
  }

  /** Waits until an address answers. */
  async waitFor(url: string, name: string): Promise<void> {
    const until = Date.now() + patience
    while (Date.now() < until) {
      if (await Promise.race([answers(url), this.#broken])) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`${name} did not answer at ${url} within ${patience / 1000} seconds.`)
  }

  /** Resolves with the exit code once everything has stopped, after Ctrl-C, a signal, a closed parent or a fallen part. */
  async stopOnSignal(): Promise<number> {
    const parent = process.ppid
    const asked = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
      // A parent that was killed outright forwards no signal: its going is the only sign there is.
      setInterval(() => process.ppid !== parent && resolve(), 1_000).unref()
    })
    const failure = await Promise.race([
      asked.then(() => null),
      this.#broken.catch((reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)))),
    ])
    if (failure) console.error(failure.message)
    await this.stopAll()
    return failure ? 1 : 0
  }

  /** Asks every process to stop, and ends those that do not within five seconds. */
  async stopAll(): Promise<void> {
    this.#stopping = true
    const running = [...this.#children.keys()].filter(
      (child) => child.exitCode === null && child.signalCode === null,
    )
    const ended = running.map((child) => new Promise<void>((resolve) => child.once('exit', () => resolve())))
    for (const child of running) child.kill('SIGTERM')
    const timer = setTimeout(() => {
      for (const child of running) child.kill('SIGKILL')
    }, grace)
    await Promise.all(ended)
    clearTimeout(timer)
  }

  /** The channel tells the child when this process is gone, however it went. */
  #spawn(name: string, args: readonly string[], output: 'inherit' | 'pipe' | number): ChildProcess {
    const child = spawn(process.execPath, args, {
      env: this.#environment,
      stdio: ['ignore', output, 'inherit', 'ipc'],
    })
    this.#children.set(child, name)
    child.once('error', (error) => this.fail(new Error(`${name} could not be started: ${error.message}`)))
    return child
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}
