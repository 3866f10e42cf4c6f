import type { LastMessage } from '../../src/bot/arrival.ts'
import { type ChatLine, ConnectorFailure, deliverCard } from '../../src/bot/deliverCard.ts'
import { readRetryAfter, sendPolicy } from '../../src/bot/sendDecision.ts'

const began = '2021-06-16T08:00:00.000Z'

interface Trouble {
  readonly status: number | null
  /** The connector took the card although its answer was lost. */
  readonly committed?: boolean
  readonly retryAfter?: number
}

/** A chat that keeps what arrives in it; each trouble hits one send. */
class TroubledChat implements ChatLine {
  readonly arrived: string[] = []
  readonly others = []
  readonly openTroubles: Trouble[] = []
  readable = true
  private readonly troubles: Trouble[]

  constructor(...troubles: Trouble[]) {
    this.troubles = troubles
  }

  async open(): Promise<string> {
    this.fail(this.openTroubles.shift())
    return 'a:1'
  }

  async send(): Promise<string> {
    const trouble = this.troubles.shift()
    if (!trouble || trouble.committed) this.arrived.push(`card-${this.arrived.length + 1}`)
    this.fail(trouble)
    return this.arrived.at(-1) ?? ''
  }

  async lastMessage(): Promise<LastMessage | null> {
    if (!this.readable) throw new Error('Graph is away.')
    const id = this.arrived.at(-1)
    return id === undefined ? null : { id, at: began, ours: true, hasCard: true }
  }

  private fail(trouble: Trouble | undefined): void {
    if (trouble) throw new ConnectorFailure(trouble.status, trouble.retryAfter ?? null)
  }
}

async function deliver(chat: ChatLine, random = 0) {
  const waits: number[] = []
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds)
  }
  return { delivery: await deliverCard({ now: async () => began, wait, random: () => random }, chat), waits }
}

describe('a card is never lost and never doubled', () => {
  test.each<[string, Trouble[]]>([
    ['at once', []],
    ['429, then taken', [{ status: 429 }]],
    ['412, then taken', [{ status: 412 }]],
    ['503, then taken', [{ status: 503 }]],
    ['504 before it was taken', [{ status: 504 }]],
    ['504 after it was taken', [{ status: 504, committed: true }]],
    ['502 after it was taken', [{ status: 502, committed: true }]],
    ['a line that broke before', [{ status: null }]],
    ['a line that broke after', [{ status: null, committed: true }]],
    ['429, then 504 after it was taken', [{ status: 429 }, { status: 504, committed: true }]],
    ['504 before, then 504 after', [{ status: 504 }, { status: 504, committed: true }]],
  ])('%s', async (_what, troubles) => {
    const chat = new TroubledChat(...troubles)
    const { delivery } = await deliver(chat)
    expect(delivery).toEqual({ state: 'sent', conversation: 'a:1', activity: 'card-1' })
    expect(chat.arrived).toHaveLength(1)
  })

  test('a lost answer with a chat that cannot be read is left unconfirmed, not sent again', async () => {
    const chat = new TroubledChat({ status: 504, committed: true })
    chat.readable = false
    expect((await deliver(chat)).delivery.state).toBe('unconfirmed')
    expect(chat.arrived).toHaveLength(1)
  })

  test('opening the chat may be repeated freely', async () => {
    const chat = new TroubledChat()
    chat.openTroubles.push({ status: 504 }, { status: 429 }, { status: null })
    expect((await deliver(chat)).delivery.state).toBe('sent')
  })
})

describe('what is final', () => {
  test.each([
    [403, 'unreachable', 'the app is not installed'],
    [413, 'failed', 'too big'],
    [400, 'failed', 'refused the card (400)'],
    [401, 'failed', 'refused the card (401)'],
  ])('%s is %s and says: %s', async (status, state, sentence) => {
    for (const place of ['open', 'send']) {
      const chat = new TroubledChat(...(place === 'send' ? [{ status }] : []))
      if (place === 'open') chat.openTroubles.push({ status })
      const { delivery, waits } = await deliver(chat)
      expect(delivery).toMatchObject({ state, note: expect.stringContaining(sentence) })
      expect(waits).toEqual([])
    }
  })

  test.each([
    ['still taken on the last attempt', sendPolicy.attempts - 1, 'sent'],
    ['given up after it', sendPolicy.attempts, 'failed'],
  ])('429 again and again: %s', async (_what, times, state) => {
    const troubles = Array.from({ length: times }, () => ({ status: 429 }))
    expect((await deliver(new TroubledChat(...troubles))).delivery.state).toBe(state)
  })

  test('504 again and again is given up as well', async () => {
    const troubles = Array.from({ length: 9 }, () => ({ status: 504 }))
    expect((await deliver(new TroubledChat(...troubles))).delivery.state).toBe('failed')
  })
})

describe('how long it waits', () => {
  test('as long as it is asked to', async () => {
    const chat = new TroubledChat({ status: 429, retryAfter: 3_000 }, { status: 429, retryAfter: 20_000 })
    const { delivery, waits } = await deliver(chat)
    expect(waits).toEqual([3_000, 20_000])
    expect(delivery.state).toBe('sent')
  })

  test('not at all when it is asked for longer than a run waits: coming back early helps nobody', async () => {
    const chat = new TroubledChat({ status: 429, retryAfter: 20_001 })
    const { delivery, waits } = await deliver(chat)
    expect(waits).toEqual([])
    expect(delivery).toMatchObject({
      state: 'failed',
      note: expect.stringContaining('the next run tries again'),
    })
    expect(chat.arrived).toEqual([])
  })

  test('with jitter on top, which grows', async () => {
    const chat = new TroubledChat({ status: 429, retryAfter: 3_000 }, { status: 429, retryAfter: 3_000 })
    expect((await deliver(chat, 0.5)).waits).toEqual([3_500, 4_000])
  })

  test('longer each time when it is not told', async () => {
    const chat = new TroubledChat({ status: 429 }, { status: 429 }, { status: 429 })
    expect((await deliver(chat)).waits).toEqual([1_000, 2_000, 4_000])
  })

  test.each([
    ['2', 2_000],
    [2, 2_000],
    ['Wed, 16 Jun 2021 08:00:05 GMT', 5_000],
    ['Wed, 16 Jun 2021 07:59:00 GMT', 0],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('Retry-After "%s" is %s milliseconds', (header, expected) => {
    expect(readRetryAfter(header, Date.parse(began))).toBe(expected)
  })
})
