import { type Context, GraphClientError, type Middleware } from '@microsoft/microsoft-graph-client'
import { limits } from '../domain/limits.ts'
import { M365Error } from '../domain/m365Error.ts'

/** The origin of an address (`http://localhost:5170`); a sentence when it is none. */
export function originOf(address: string): string {
  if (!URL.canParse(address))
    throw new M365Error('unexpected', `"${address}" is not the address of a server.`)
  return new URL(address).origin
}

/** Asks Microsoft's throttling desk to know us (learn.microsoft.com: avoid getting throttled in SharePoint). */
const userAgent = 'NONISV|Follow-Through|FollowThrough/0.1'

/** Adds the token to requests for one origin and refuses to go anywhere else. */
export class BearerHandler implements Middleware {
  private next: Middleware | null = null
  private readonly origin: string
  private readonly accessToken: () => Promise<string>

  constructor(origin: string, accessToken: () => Promise<string>) {
    this.origin = origin
    this.accessToken = accessToken
  }

  setNext(next: Middleware): void {
    this.next = next
  }

  async execute(context: Context): Promise<void> {
    const address = typeof context.request === 'string' ? context.request : context.request.url
    if (originOf(address) !== this.origin) throw carry(elsewhere())
    if (address.length > limits.addressCharacters) throw carry(tooLongAddress(address.length))
    const headers: Record<string, string> = Object.fromEntries(
      new Headers(context.options?.headers).entries(),
    )
    headers.authorization = `Bearer ${await this.token()}`
    // A browser forbids the header and says so on the console; Node has no document.
    if (globalThis.document === undefined) headers['user-agent'] = userAgent
    context.options = { ...context.options, headers }
    await this.next?.execute(context)
  }

  private async token(): Promise<string> {
    try {
      return await this.accessToken()
    } catch (thrown) {
      throw carry(thrown)
    }
  }
}

function elsewhere(): M365Error {
  return new M365Error(
    'unexpected',
    'Microsoft 365 pointed to another server, so nothing was sent there. Try again.',
  )
}

/** Graph's client waits for ever for an answer to an address that is too long (msgraph-sdk-javascript#1890). */
function tooLongAddress(length: number): M365Error {
  const count = new Intl.NumberFormat('en-GB')
  return new M365Error(
    'unexpected',
    `The question to Microsoft 365 would have an address of ${count.format(length)} characters, and ${count.format(limits.addressCharacters)} are taken at most. Nothing was sent. Choose fewer things at once and try again.`,
    { code: 'address-too-long' },
  )
}

/** The Graph client lets only its own error class through unchanged; it carries ours as `customError`. */
export function carry(thrown: unknown): GraphClientError {
  const carrier = new GraphClientError(thrown instanceof Error ? thrown.message : 'The request was not sent.')
  carrier.customError = thrown
  return carrier
}
