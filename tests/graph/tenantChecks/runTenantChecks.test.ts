import type { Ask, Reply } from '../../../src/graph/tenantChecks/ask.ts'
import { runTenantChecks } from '../../../src/graph/tenantChecks/runTenantChecks.ts'
import type { Finding } from '../../../src/graph/tenantChecks/tenantCheck.ts'

const reply = (status: number, body: unknown = ''): Reply => ({ status, body, headers: new Headers() })
const refusal = (status: number, code: string, message: string) => reply(status, { error: { code, message } })

/** A tenant that answers every request alike, but for those that a test names by method and end of the address. */
function tenant(otherwise: Reply, named: Readonly<Record<string, Reply | Error>> = {}) {
  const asked: string[] = []
  const ask: Ask = async (method, target) => {
    asked.push(`${method} ${target}`)
    const found = Object.entries(named).find(([name]) => {
      const [verb, end = ''] = name.split(' ')
      return verb === method && target.endsWith(end)
    })?.[1]
    if (found instanceof Error) throw found
    return found ?? otherwise
  }
  return { ask, asked }
}

function run(
  ask: Ask,
  signal: AbortSignal = new AbortController().signal,
  tell: (one: Finding) => void = () => {},
) {
  return runTenantChecks(
    {
      app: ask,
      setup: ask,
      calendar: ask,
      bot: ask,
      site: '/sites/s',
      eventsPath: '/me/events',
      sendTo: null,
      tenantId: 't',
      clientId: 'c',
      teamsAppId: 'a',
      signal,
    },
    tell,
  )
}

describe('the checks of a tenant', () => {
  test('that cannot be tried say why, and do not keep the others from being made', async () => {
    const { ask } = tenant(refusal(403, 'accessDenied', 'Access denied'))
    const { findings, left } = await run(ask)
    expect(left).toEqual([])
    expect(findings).toHaveLength(15)
    const byNumber = new Map(findings.map((one) => [one.number, one]))
    expect(byNumber.get(1)).toMatchObject({
      agrees: null,
      seen: 'not tried',
      note: 'The temporary list could not be created (403 accessDenied: Access denied).',
    })
    expect(byNumber.get(5)?.note).toMatch(/^Nothing may be written in that calendar .*FT_CHECK_TOKEN/)
    expect(byNumber.get(8)).toMatchObject({ agrees: true, seen: '403 accessDenied' })
    expect(byNumber.get(10)?.note).toBe('Nobody could be looked up in the directory.')
    expect(byNumber.get(11)?.note).toMatch(/--send-to ADDRESS/)
    expect(byNumber.get(12)?.note).toMatch(/^By hand: /)
  })

  test('disagree where the tenant takes what it was assumed to refuse', async () => {
    const { ask } = tenant(reply(201, { id: 'x', eTag: '"1"' }))
    const { findings } = await run(ask)
    const taken = findings.filter(({ number }) => [1, 4, 7, 8, 15].includes(number))
    expect(taken.map(({ agrees }) => agrees)).toEqual([false, false, false, false, false])
  })

  test('name what could not be removed, and try every removal', async () => {
    const { ask, asked } = tenant(reply(201, { id: 'x' }), {
      'DELETE /lists/x': refusal(500, 'generalException', 'no'),
      'DELETE /events/x': new Error('Microsoft 365 did not answer.'),
    })
    const { left } = await run(ask)
    expect(left).toContainEqual(
      expect.stringMatching(
        /^The list "Follow-Through check [0-9a-f]{8}" could not be removed \(500 general/,
      ),
    )
    expect(left).toContain(
      'An event "Follow-Through check, please ignore" could not be removed (Microsoft 365 did not answer.). Remove it by hand.',
    )
    expect(asked.filter((one) => one.startsWith('DELETE /sites/s/lists/x'))).not.toHaveLength(0)
  })

  test('stop when they are told to, and remove what is there', async () => {
    const stop = new AbortController()
    const { ask, asked } = tenant(reply(201, { id: 'x' }))
    const told: number[] = []
    const outcome = await run(ask, stop.signal, ({ number }) => {
      told.push(number)
      if (number === 2) stop.abort()
    })
    expect(outcome).toMatchObject({ stopped: true, left: [] })
    expect(told).toEqual([1, 2])
    expect(asked.at(-1)).toBe('DELETE /sites/s/lists/x')
  })

  test('end with the reason when not even the list can be asked for, leaving nothing', async () => {
    const { ask } = tenant(reply(200), { 'POST /lists': new Error('Microsoft 365 did not answer.') })
    await expect(run(ask)).rejects.toThrow('Microsoft 365 did not answer.')
  })
})
