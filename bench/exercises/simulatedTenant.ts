import type { VirtualTime } from '../reminders/virtualTime.ts'

/** What Outlook allows one application in one mailbox (learn.microsoft.com/graph/throttling-limits). */
export const mostPerMailbox = 4
/** Resource units of SharePoint that one application has in a minute, in a tenant of up to 1,000 licences. */
const unitsPerMinute = 1_200
const unitsOfSave = 2
/** Milliseconds that an answer takes; none is published, so these are assumed. */
export const latency = { event: 1_000, list: 150 }

/** What a tenant was asked for. */
export interface Traffic {
  events: number
  saves: number
  otherRequests: number
  throttled: number
  mostAtOnce: number
  /** People who were e-mailed. */
  mails: number
}

type Answer = { readonly status: number; readonly body: object; readonly headers?: Record<string, string> }

/**
 * One tenant behind `fetch`: mailboxes that take four requests at a time, know a transaction id again and refuse the
 * fifth, and a list that counts resource units over any sixty seconds. Everything above it is the product's own.
 */
export class SimulatedTenant {
  readonly traffic: Traffic = { events: 0, saves: 0, otherRequests: 0, throttled: 0, mostAtOnce: 0, mails: 0 }
  private readonly time: VirtualTime
  private readonly busy = new Map<string, number>()
  private readonly made = new Map<string, object>()
  private readonly rows = new Map<string, Record<string, unknown>>()
  private readonly spent: number[] = []
  private version = 0

  constructor(time: VirtualTime) {
    this.time = time
  }

  /** Puts a row where the list has it, and says its etag. */
  putRow(id: string): string {
    this.rows.set(id, {})
    return this.etag(id)
  }

  async answer(method: string, url: URL, body: unknown, ifMatch: string | null): Promise<Response> {
    const mailbox = /^\/v1\.0\/(?:me|users\/([^/]+))\/events/.exec(url.pathname)
    const row = /\/items\/([^/]+)\/fields$/.exec(url.pathname)
    const {
      status,
      body: json,
      headers,
    } = mailbox
      ? await this.inMailbox(mailbox[1] ?? 'me', method, body)
      : row
        ? await this.saveRow(row[1] ?? '', body, ifMatch)
        : await this.other()
    return new Response(JSON.stringify(json), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    })
  }

  private async inMailbox(mailbox: string, method: string, body: unknown): Promise<Answer> {
    const running = (this.busy.get(mailbox) ?? 0) + 1
    this.traffic.mostAtOnce = Math.max(this.traffic.mostAtOnce, running)
    if (running > mostPerMailbox) return this.refuse('ApplicationThrottled', '1')
    this.busy.set(mailbox, running)
    await this.time.wait(latency.event)
    this.busy.set(mailbox, (this.busy.get(mailbox) ?? 1) - 1)
    if (method !== 'POST') return this.other()
    return this.createEvent(mailbox, body as { transactionId: string; attendees: { type: string }[] })
  }

  private createEvent(
    mailbox: string,
    body: { transactionId: string; attendees: { type: string }[] },
  ): Answer {
    const key = `${mailbox} ${body.transactionId}`
    if (this.made.has(key)) {
      return { status: 409, body: { error: { code: 'ErrorDuplicateTransactionId', message: 'Used.' } } }
    }
    this.traffic.events += 1
    this.traffic.mails += body.attendees.filter((one) => one.type !== 'resource').length
    const event = { ...body, id: `event-${this.traffic.events}`, '@odata.etag': 'W/"1"', isCancelled: false }
    this.made.set(key, event)
    return { status: 201, body: event }
  }

  private async saveRow(id: string, body: unknown, ifMatch: string | null): Promise<Answer> {
    await this.time.wait(latency.list)
    if (this.isOverUnits()) return this.refuse('activityLimitReached', '10')
    const fields = this.rows.get(id)
    if (!fields || ifMatch !== this.etag(id)) {
      return { status: 412, body: { error: { code: 'resourceModified', message: 'Changed.' } } }
    }
    this.traffic.saves += 1
    this.version += 1
    // SharePoint leaves empty fields out.
    const written = Object.entries({ ...fields, ...(body as object) }).filter(([, value]) => value !== null)
    const next = { ...Object.fromEntries(written), Version: this.version }
    this.rows.set(id, next)
    return { status: 200, body: { ...next, id, '@odata.etag': this.etag(id) } }
  }

  private isOverUnits(): boolean {
    while ((this.spent[0] ?? Number.POSITIVE_INFINITY) <= this.time.now - 60_000) this.spent.shift()
    if (this.spent.length * unitsOfSave + unitsOfSave > unitsPerMinute) return true
    this.spent.push(this.time.now)
    return false
  }

  private etag(id: string): string {
    return `"{row-${id}},${String(this.rows.get(id)?.Version ?? 0)}"`
  }

  private refuse(code: string, seconds: string): Answer {
    this.traffic.throttled += 1
    return {
      status: 429,
      body: { error: { code, message: 'Slow down.' } },
      headers: { 'Retry-After': seconds },
    }
  }

  private async other(): Promise<Answer> {
    this.traffic.otherRequests += 1
    return { status: 404, body: { error: { code: 'itemNotFound', message: 'Not simulated.' } } }
  }
}
