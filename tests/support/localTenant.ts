import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from './ports.ts'
import { testerAgent } from './recording.ts'

// A process takes its time to start on a busy machine.
jest.setTimeout(60_000)

/** Object id of a person of the local tenant by number (1 Amira Hassan … 16 Erin Walsh, 90 the service mailbox). */
export const personId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON body, or the text when it is not JSON. */
  readonly body: unknown
}

/** A list item, or any other entity, as far as tests look at it. */
export interface Row {
  readonly id: string
  readonly eTag: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly [name: string]: unknown
}

/** The `value` array of an answer; fails the test when there is none. */
export function rowsOf(answer: Answer): Row[] {
  const value = at(answer, 'value')
  if (!Array.isArray(value)) throw new Error(`No rows: ${answer.status} ${JSON.stringify(answer.body)}`)
  return value
}

/** A member of the body by its path, e.g. `error.innerError.code`; a name with dots goes as one argument more. */
export function at(answer: Answer, names: string, ...more: string[]): unknown {
  let found: unknown = answer.body
  for (const name of [...names.split('.'), ...more]) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

/** The next page's address, or undefined on the last page. */
export const nextLinkOf = (answer: Answer): string | undefined => member(answer, '@odata.nextLink')

/** The address to ask for changes from now on, once the enumeration is complete. */
export const deltaLinkOf = (answer: Answer): string | undefined => member(answer, '@odata.deltaLink')

function member(answer: Answer, name: string): string | undefined {
  const found = (answer.body as Record<string, unknown>)[name]
  return typeof found === 'string' ? found : undefined
}

export interface GraphOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls Graph with one token. `target` is a path under /v1.0 or a whole nextLink. */
export type GraphCaller = (method: string, target: string, options?: GraphOptions) => Promise<Answer>

export interface LocalTenant {
  readonly origin: string
  readonly dataFolder: string
  /** What local-tenant.json holds. */
  readonly environment: Readonly<Record<string, string>>
  /** Any request to the tenant's origin, without a token. */
  call(method: string, path: string, options?: GraphOptions): Promise<Answer>
  /** A token of the client or the provisioner for itself. */
  appToken(which?: 'client' | 'provisioner', scope?: string): Promise<string>
  /** A token of the client for a person, as the host page gets it. */
  userToken(person: number, scope?: string): Promise<string>
  graph(token: string): GraphCaller
  asApp(which?: 'client' | 'provisioner'): Promise<GraphCaller>
  asUser(person: number, scope?: string): Promise<GraphCaller>
  /** Stops the process; the data folder stays for {@link startLocalTenant} to open again. */
  stop(): Promise<number | null>
  /** Stops the process and removes its data. */
  remove(): Promise<void>
}

const GRAPH_DEFAULT = 'https://graph.microsoft.com/.default'

/** Starts a local tenant of its own: free port, temporary data folder unless one is given. */
export async function startLocalTenant(
  options: { env?: Readonly<Record<string, string>>; dataFolder?: string; port?: number } = {},
): Promise<LocalTenant> {
  const port = options.port ?? (await freePort())
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(tmpdir(), 'ft-tenant-'))
  const child = spawnTenant({ FT_PORT: String(port), FT_DATA: dataFolder, ...options.env })
  await listening(child)
  const environment = JSON.parse(readFileSync(path.join(dataFolder, 'local-tenant.json'), 'utf8'))
  return handle(child, `http://localhost:${port}`, dataFolder, environment)
}

/** The local tenant as a bare process, for tests of how it starts and refuses to. */
export function spawnTenant(env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['src/localtenant/main.ts'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, FT_CONSENTS: 'everything', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function listening(child: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (!said.includes('listening on')) return
      letGo(child)
      resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The local tenant ended with ${code}: ${said}`)))
  })
}

/** The handle of a local tenant that somebody else started; stopping it is theirs. */
export function connectToTenant(origin: string, dataFolder: string): LocalTenant {
  const environment = JSON.parse(readFileSync(path.join(dataFolder, 'local-tenant.json'), 'utf8'))
  return handle(null, origin, dataFolder, environment)
}

/** A test that fails on its way must not keep Jest waiting for its tenant. */
function letGo(child: ChildProcess): void {
  child.unref()
  for (const pipe of [child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref()
}

function handle(
  child: ChildProcess | null,
  origin: string,
  dataFolder: string,
  environment: Record<string, string>,
): LocalTenant {
  const call: LocalTenant['call'] = (method, target, options = {}) =>
    send(method, `${origin}${target}`, options)
  const graph: LocalTenant['graph'] =
    (token) =>
    (method, target, options = {}) =>
      send(method, target.startsWith('http') ? target : `${origin}/v1.0${target}`, {
        ...options,
        headers: { Authorization: `Bearer ${token}`, ...options.headers },
      })
  const appToken: LocalTenant['appToken'] = async (which = 'client', scope = GRAPH_DEFAULT) => {
    const prefix = which === 'client' ? 'FT_CLIENT' : 'FT_PROVISIONER'
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: environment[`${prefix}_ID`] ?? '',
      client_secret: environment[`${prefix}_SECRET`] ?? '',
      scope,
    })
    const url = `${origin}/${environment.FT_TENANT_ID}/oauth2/v2.0/token`
    const response = await fetch(url, { method: 'POST', body: form })
    return tokenOf(response)
  }
  const userToken: LocalTenant['userToken'] = async (person, scope = GRAPH_DEFAULT) => {
    const response = await fetch(`${origin}/local-tenant/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ oid: personId(person), clientId: environment.FT_CLIENT_ID, scope }),
    })
    return tokenOf(response)
  }
  const stop = () => (child ? ended(child) : Promise.resolve(null))
  return {
    origin,
    dataFolder,
    environment,
    call,
    graph,
    appToken,
    userToken,
    asApp: async (which) => graph(await appToken(which)),
    asUser: async (person, scope) => graph(await userToken(person, scope)),
    stop,
    async remove() {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function tokenOf(response: Response): Promise<string> {
  const body = await response.json()
  if (!response.ok) throw new Error(`No token: ${JSON.stringify(body)}`)
  return body.access_token
}

async function send(method: string, url: string, { body, headers }: GraphOptions): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'User-Agent': testerAgent,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  child.ref()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}
