import { decodeJwt } from 'jose'
import type { LocalTenant } from '../support/localTenant.ts'
import { runClient, sharedTenant } from './shared.ts'

jest.setTimeout(90_000)

interface Outcome {
  readonly token?: string
  readonly fromCache?: boolean
  readonly errorCode?: string
  readonly message?: string
}
type Report = Readonly<Record<'graph' | 'again' | 'bot' | 'wrongSecret' | 'delegatedScope', Outcome>>

let tenant: LocalTenant
let report: Report
beforeAll(async () => {
  tenant = sharedTenant()
  report = await runClient<Report>('msalNode', tenant)
})

describe('@azure/msal-node over https, with no network client of ours', () => {
  it('gets an app-only token for Graph that Graph takes', async () => {
    const claims = decodeJwt(report.graph.token ?? '')
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      appid: tenant.environment.FT_CLIENT_ID,
    })
    expect(claims.roles).toContain('Sites.Selected')
    const answer = await tenant.graph(report.graph.token ?? '')('GET', `/sites/${tenant.environment.FT_SITE}`)
    expect(answer.status).toBe(200)
  })

  it('asks once and answers the second time from its own cache', () => {
    expect([report.graph.fromCache, report.again.fromCache]).toEqual([false, true])
    expect(report.again.token).toBe(report.graph.token)
  })

  it('gets a token for the Bot Connector', () => {
    expect(decodeJwt(report.bot.token ?? '').aud).toBe('https://api.botframework.com')
  })

  it('is refused with a wrong secret, and with a scope that is not an application’s, in Entra’s words', () => {
    expect(report.wrongSecret).toMatchObject({
      errorCode: 'invalid_client',
      message: expect.stringMatching(/AADSTS7000215/),
    })
    expect(report.delegatedScope).toMatchObject({
      errorCode: 'invalid_scope',
      message: expect.stringMatching(/AADSTS1002012/),
    })
  })

  it('gets nothing while the tenant’s certificate is not trusted', async () => {
    const untrusting = await runClient<Report>('msalNode', tenant, { trusting: false })
    expect(untrusting.graph.token).toBeUndefined()
    expect(untrusting.graph.errorCode).toBeDefined()
  })
})
