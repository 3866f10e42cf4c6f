import { mayStartJobs } from '../../../src/bot/http/appToken.ts'

const rules = { tenantId: 'tenant', callers: ['ours'] }
const claims = { tid: 'tenant', appid: 'ours', idtyp: 'app' }

describe('who may start a job', () => {
  test.each([
    ['our application, for itself', claims, true],
    ['our application by the newer claim', { tid: 'tenant', azp: 'ours' }, true],
    ['another application', { ...claims, appid: 'theirs' }, false],
    ['our application of another tenant', { ...claims, tid: 'other' }, false],
    ['a person through our application', { ...claims, idtyp: 'user', scp: 'access_as_user' }, false],
    ['a person whose token does not say so', { ...claims, idtyp: undefined, scp: 'access_as_user' }, false],
    ['a token of no application', { tid: 'tenant', idtyp: 'app' }, false],
  ])('%s: %s', (_who, given, expected) => {
    expect(mayStartJobs(given, rules)).toBe(expected)
  })
})
