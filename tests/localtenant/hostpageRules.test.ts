import { readAddress, writeAddress } from '../../src/localtenant/host/address.ts'
import { readAnswer } from '../../src/localtenant/host/chat/actionAnswer.ts'
import { markdownToHtml } from '../../src/localtenant/host/chat/markdown.ts'
import { daysOf, whenOf } from '../../src/localtenant/host/outlook/when.ts'
import { readLink } from '../../src/localtenant/host/tab/deepLink.ts'
import { answerNestedAppAuth, type RefusalStatus } from '../../src/localtenant/host/tab/nestedAppAuth.ts'
import { nineOn } from '../../src/localtenant/host/ukTime.ts'

describe('the address of the window', () => {
  it('survives being written and read', () => {
    const address = {
      user: 'daniel.okafor',
      theme: 'dark',
      place: 'chat',
      page: 'work',
      subPage: 'a/1',
      naa: 'usual',
    } as const
    expect(readAddress(writeAddress(address))).toEqual(address)
  })

  it('falls back to the usual for what it does not know', () => {
    expect(readAddress('?theme=purple&place=moon')).toMatchObject({
      theme: 'light',
      place: 'app',
      naa: 'usual',
    })
  })
})

describe('a link', () => {
  const entity = 'https://teams.microsoft.com/l/entity/app-1/work'
  it.each([
    ['to a tab opens it', entity, { kind: 'entity', appId: 'app-1', pageId: 'work' }],
    [
      'to a part of a tab opens the part',
      `${entity}?context=${encodeURIComponent('{"subEntityId":"r/4"}')}`,
      { kind: 'entity', subPageId: 'r/4' },
    ],
    [
      'with a broken context opens the tab',
      `${entity}?context=%7B`,
      { kind: 'entity', subPageId: undefined },
    ],
    ['elsewhere is for the browser', 'https://example.org/l/entity/a/b', { kind: 'web' }],
    ['that runs script is refused', 'javascript:alert(1)', { kind: 'refused' }],
    ['that is none is refused', 'here', { kind: 'refused' }],
  ])('%s', (_rule, link, target) => {
    expect(readLink(link)).toMatchObject(target)
  })
})

describe('text of a sender', () => {
  it.each([
    ['**bold** and _slanted_', '<strong>bold</strong> and <em>slanted</em>'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[go](javascript:alert(1))', '[go](javascript:alert(1))'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
  ])('%s', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html)
  })

  it('keeps a link to the web, opened apart', () => {
    expect(markdownToHtml('[site](https://a.example/?b=1&c=2)')).toContain(
      'href="https://a.example/?b=1&amp;c=2" target="_blank"',
    )
  })
})

describe('an event', () => {
  const timed = (start: string, end: string) => ({
    start: { dateTime: start, timeZone: 'UTC' },
    end: { dateTime: end, timeZone: 'UTC' },
  })

  it('in June is shown an hour after UTC, in January at UTC', () => {
    expect(whenOf(timed('2021-06-16T08:30:00.0000000', '2021-06-16T15:00:00.0000000'))).toBe(
      '16 June 2021, 09:30 to 16:00',
    )
    expect(whenOf(timed('2021-01-16T08:30:00.0000000', '2021-01-16T15:00:00.0000000'))).toBe(
      '16 January 2021, 08:30 to 15:00',
    )
  })

  it('that ends at midnight is not on the next day', () => {
    expect(daysOf(timed('2021-01-16T20:00:00.0000000', '2021-01-17T00:00:00.0000000'))).toEqual([
      '2021-01-16',
    ])
  })

  it('of two whole days is on two days', () => {
    const event = { isAllDay: true, ...timed('2021-06-16T00:00:00.0000000', '2021-06-18T00:00:00.0000000') }
    expect(daysOf(event)).toEqual(['2021-06-16', '2021-06-17'])
  })
})

it.each([
  ['2021-06-16', '2021-06-16T08:00:00.000Z'],
  ['2021-12-16', '2021-12-16T09:00:00.000Z'],
])('nine in the morning of %s is %s', (day, instant) => {
  expect(nineOn(day).toISOString()).toBe(instant)
})

describe('an answer to a card', () => {
  it.each([
    [
      'a card replaces the card',
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: {} },
      'card',
    ],
    [
      'a message is shown',
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done' },
      'message',
    ],
    [
      'an error is trouble',
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { message: 'No' } },
      'trouble',
    ],
    [
      'a card with an error’s status is trouble',
      { statusCode: 500, type: 'application/vnd.microsoft.card.adaptive', value: {} },
      'trouble',
    ],
  ])('%s', (_rule, answer, kind) => {
    expect(readAnswer(answer).kind).toBe(kind)
  })
})

describe('nested app authentication', () => {
  const ask = async (method: string, refusal?: RefusalStatus) => {
    const deps = {
      tenantId: 't',
      account: { oid: 'o', username: 'a@b.example', name: 'A B' },
      mint: async (clientId: string, scope: string) => ({
        access_token: `${clientId} ${scope}`,
        id_token: 'id',
        expires_in: 3600,
      }),
      refuse: async () => refusal,
    }
    const tokenParams = { clientId: 'c', scope: 's', authority: 'https://login.microsoftonline.com/t' }
    const request = { messageType: 'NestedAppAuthRequest', method, requestId: 'r', tokenParams }
    return JSON.parse((await answerNestedAppAuth(deps, JSON.stringify(request))) ?? 'null')
  }

  it('names the account under the production host, so that MSAL finds its tokens again', async () => {
    expect(await ask('GetInitContext')).toMatchObject({
      initContext: {
        accountContext: { homeAccountId: 'o.t', environment: 'login.microsoftonline.com', tenantId: 't' },
      },
    })
  })

  it('gives a token with the account it is for', async () => {
    expect(await ask('GetToken')).toMatchObject({
      success: true,
      requestId: 'r',
      token: { access_token: 'c s', scope: 's' },
      account: { localAccountId: 'o', username: 'a@b.example' },
    })
  })

  it.each(['USER_INTERACTION_REQUIRED', 'USER_CANCEL', 'NO_NETWORK'] as const)(
    'refuses with %s',
    async (status) => {
      expect(await ask('GetToken', status)).toMatchObject({ success: false, error: { status } })
    },
  )

  it('has no answer to anything else', async () => {
    expect(await answerNestedAppAuth({} as never, '{"messageType":"Other"}')).toBeUndefined()
  })
})
