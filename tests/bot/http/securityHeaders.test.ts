import { contentSecurityPolicy, transportSecurity } from '../../../src/bot/http/securityHeaders.ts'

const production = { graphOrigin: 'https://graph.microsoft.com', clockUrl: null, hostOrigin: null }
const local = {
  graphOrigin: 'http://localhost:5170',
  clockUrl: 'http://localhost:5170/local-tenant/clock',
  hostOrigin: 'http://localhost:5170',
}
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? ''

describe('what the tab may do in a browser', () => {
  test('runs no script but its own files', () => {
    expect(directive(contentSecurityPolicy(production), 'script-src')).toBe("script-src 'self'")
  })

  test('is shown by Microsoft’s windows, and by the local one only where there is one', () => {
    expect(directive(contentSecurityPolicy(production), 'frame-ancestors')).not.toContain('localhost')
    expect(directive(contentSecurityPolicy(local), 'frame-ancestors')).toMatch(/ http:\/\/localhost:5170$/)
  })

  test.each([
    ['production', production, 'https://graph.microsoft.com'],
    ['the local tenant', local, 'http://localhost:5170'],
  ])('asks in %s only its own Graph', (_where, places, graph) => {
    expect(directive(contentSecurityPolicy(places), 'connect-src').split(' ')).toEqual([
      'connect-src',
      "'self'",
      graph,
      'https://login.microsoftonline.com',
      'https://res.cdn.office.net',
    ])
  })

  test.each([
    ['https://follow-through.example.org', 1],
    ['http://localhost:5171', 0],
  ])('is said to be reached by https only where it is: %s', (serviceOrigin, headers) => {
    expect(Object.keys(transportSecurity(serviceOrigin))).toHaveLength(headers)
  })
})
