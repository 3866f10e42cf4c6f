import { type ChildProcess, spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { at, type LocalTenant } from '../support/localTenant.ts'
import { ended } from '../support/product.ts'

/** What a run of the reminders answered: its report, or the sentence why there is none. */
export interface RunAnswer {
  readonly status: number
  readonly body: unknown
}

/** The product's own service beside a local tenant; its waits are short, its limits are not. */
export interface Service {
  remind(today: string): Promise<RunAnswer>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

/** Starts the service of a tenant and waits until it listens. */
export async function startService(tenant: LocalTenant): Promise<Service> {
  const { FT_SERVICE_ORIGIN: origin = '', FT_CLIENT_ID: client = '' } = tenant.environment
  const child = spawn(process.execPath, ['--import', './tests/faults/quickWaits.ts', 'src/bot/main.ts'], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, FT_DATA: tenant.dataFolder },
    // With a channel it ends when this process does, however that goes.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  await healthy(child, origin)
  const token = await tenant.appToken('client', `api://${client}/.default`)
  return {
    async remind(today) {
      const answer = await fetch(`${origin}/api/jobs/remind`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ today }),
      })
      return { status: answer.status, body: await answer.json().catch(() => null) }
    },
    async kill() {
      await ended(child, 'SIGKILL')
    },
  }
}

async function healthy(child: ChildProcess, origin: string): Promise<void> {
  let said = ''
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-4_000)
    })
    if (pipe instanceof Socket) pipe.unref()
  }
  child.unref()
  child.channel?.unref()
  const until = Date.now() + 30_000
  while (
    !(await fetch(`${origin}/health`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`The service did not start: ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A message in the chat of a person with the bot. */
export interface ChatMessage {
  readonly id: string
  readonly from: string
  readonly attachments?: readonly { readonly content: unknown }[]
}

/** The messages of a person's chat. */
export async function chatOf(tenant: LocalTenant, person: string): Promise<readonly ChatMessage[]> {
  return at(await tenant.call('GET', `/local-tenant/chat/${person}`), 'messages') as readonly ChatMessage[]
}
