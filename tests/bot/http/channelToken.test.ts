import type { Request, Response } from 'express'
import { UnsecuredJWT } from 'jose'
import { channelTokensOnly } from '../../../src/bot/http/channelToken.ts'

function verdict(authorization: string | undefined): number {
  let status = 200
  const req = { get: () => authorization } as unknown as Request
  const res = {
    status(code: number) {
      status = code
      return res
    },
    json: () => res,
  } as unknown as Response
  channelTokensOnly(req, res, () => undefined)
  return status
}

const issuedBy = (issuer: string) => `Bearer ${new UnsecuredJWT({}).setIssuer(issuer).encode()}`
const tenant = '7a1f0c52-3b5e-4c8e-9d0a-5f2b6c1e4a10'

describe('what may reach the Teams SDK to be checked', () => {
  test.each([
    ['a token that names the channel', issuedBy('https://api.botframework.com'), 200],
    ['an ID token of Entra', issuedBy(`https://login.microsoftonline.com/${tenant}/v2.0`), 401],
    ['an older token of Entra', issuedBy(`https://sts.windows.net/${tenant}/`), 401],
    ['a name that only begins like the channel’s', issuedBy('https://api.botframework.com.example'), 401],
    ['no token', undefined, 401],
    ['something that is no token', 'Bearer x', 401],
  ])('%s: %#', (_what, authorization, expected) => {
    expect(verdict(authorization)).toBe(expected)
  })
})
