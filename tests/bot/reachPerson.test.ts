import { reachPerson, type Ways } from '../../src/bot/reachPerson.ts'
import { M365Error, type M365ErrorKind } from '../../src/domain/m365Error.ts'
import type { Delivery } from '../../src/usecases/ports.ts'

const sent: Delivery = { state: 'sent', conversation: 'a:1', activity: 'card-1' }
const refusedByTeams: Delivery = { state: 'unreachable', note: '' }

/** What happens at each call; a kind is thrown as a failure of Microsoft 365. */
interface Told {
  readonly chat?: readonly Delivery[]
  readonly install?: 'installed' | 'already' | M365ErrorKind
  readonly notify?: M365ErrorKind
  readonly mail?: M365ErrorKind | null
  readonly ledger?: boolean | null
}

async function reach(told: Told) {
  const calls: string[] = []
  const chat = [...(told.chat ?? [refusedByTeams])]
  const fail = (kind: M365ErrorKind | undefined | null) => {
    if (kind) throw new M365Error(kind, `It is ${kind}.`)
  }
  const ways: Ways = {
    async chat() {
      calls.push('chat')
      return chat.length > 1 ? (chat.shift() as Delivery) : (chat[0] as Delivery)
    },
    async install() {
      calls.push('install')
      const { install = 'forbidden' } = told
      if (install === 'installed' || install === 'already') return install
      throw new M365Error(install, '')
    },
    async notify() {
      calls.push('notify')
      fail(told.notify)
    },
    mail:
      told.mail === null
        ? null
        : async () => {
            calls.push('mail')
            fail(told.mail)
          },
    leaving:
      told.ledger === null
        ? null
        : async (channel) => {
            calls.push(`ledger ${channel}`)
            return told.ledger ?? true
          },
    wait: async (milliseconds) => {
      calls.push(`wait ${milliseconds}`)
    },
  }
  const delivery = await reachPerson(ways)
  const channel = delivery.state === 'sent' ? (delivery.channel ?? 'teams') : null
  return { calls, delivery, how: channel === null ? delivery.state : `sent by ${channel}` }
}

describe('the first channel that takes it', () => {
  test.each<[string, Told, string, string[]]>([
    ['the chat', { chat: [sent] }, 'sent by teams', ['chat']],
    [
      'the chat, once the app is installed',
      { chat: [refusedByTeams, sent], install: 'installed' },
      'sent by teams',
      ['chat', 'install', 'chat'],
    ],
    [
      'the chat, which needs a moment after the installation',
      { chat: [refusedByTeams, refusedByTeams, sent], install: 'installed' },
      'sent by teams',
      ['chat', 'install', 'chat', 'wait 1000', 'chat'],
    ],
    [
      'the feed, where the bot is blocked and the app is there',
      { install: 'already' },
      'sent by activity',
      ['chat', 'install', 'ledger activity', 'notify'],
    ],
    [
      'mail, where the app may not be installed; the feed needs it and is not asked',
      { install: 'forbidden' },
      'sent by mail',
      ['chat', 'install', 'ledger mail', 'mail'],
    ],
    [
      'mail, where the feed refuses',
      { install: 'already', notify: 'forbidden' },
      'sent by mail',
      ['chat', 'install', 'ledger activity', 'notify', 'ledger mail', 'mail'],
    ],
    [
      'mail, where nobody has uploaded the app',
      { install: 'missing' },
      'sent by mail',
      ['chat', 'install', 'ledger mail', 'mail'],
    ],
  ])('is %s', async (_what, told, how, calls) => {
    expect(await reach(told)).toMatchObject({ how, calls })
  })

  test('without one the person is out of reach, and it is said why', async () => {
    const none = await reach({ install: 'forbidden', mail: 'forbidden' })
    expect(none.delivery).toEqual({
      state: 'unreachable',
      note: 'Nobody reached them: the app is not installed for them and may not be, and the mailbox of Follow-Through may not send to them. Nothing was sent; tell them yourself.',
    })
    const blocked = await reach({ install: 'already', notify: 'forbidden', mail: null })
    expect(blocked.delivery).toMatchObject({ note: expect.stringContaining('they blocked the app in Teams') })
  })

  test('a newcomer whose chat stays closed is waited for twice and no more', async () => {
    const { calls } = await reach({ install: 'installed' })
    expect(calls.filter((call) => call === 'chat')).toHaveLength(4)
    expect(calls.filter((call) => call.startsWith('wait'))).toEqual(['wait 1000', 'wait 4000'])
  })
})

describe('nobody is told twice', () => {
  test.each<[string, Told]>([
    ['the chat failed', { chat: [{ state: 'failed', note: 'Try again.' }] }],
    ['the answer of the chat was lost', { chat: [{ state: 'unconfirmed', note: 'Nobody knows.' }] }],
  ])('%s: no other channel is tried', async (_what, told) => {
    expect((await reach(told)).calls).toEqual(['chat'])
  })

  test.each<[string, Told, string]>([
    ['the feed did not answer', { install: 'already', notify: 'unavailable' }, 'unconfirmed'],
    ['the mailbox did not answer', { mail: 'unavailable' }, 'unconfirmed'],
    ['the feed asks to wait', { install: 'already', notify: 'throttled' }, 'failed'],
    ['the mailbox asks to wait', { mail: 'throttled' }, 'failed'],
    ['the installation asks to wait', { install: 'throttled' }, 'failed'],
    ['the installation did not answer', { install: 'unavailable' }, 'failed'],
  ])('%s: %s', async (_what, told, state) => {
    const { delivery, calls } = await reach(told)
    expect(delivery.state).toBe(state)
    if (told.notify) expect(calls).not.toContain('mail')
  })

  test('a ledger that cannot be written keeps a message from leaving', async () => {
    const { calls, delivery } = await reach({ ledger: false })
    expect(calls).toEqual(['chat', 'install', 'ledger mail'])
    expect(delivery).toMatchObject({ state: 'failed', note: expect.stringContaining('the next run') })
  })

  test('without a ledger only the chat is used', async () => {
    expect(await reach({ ledger: null })).toMatchObject({ calls: ['chat', 'install'], how: 'unreachable' })
  })
})
