import { signedIn } from '../../../src/bot/handlers/signedIn.ts'

const activity = (tenant: string | undefined, aadObjectId: string | undefined) =>
  ({
    from: { id: '29:1', name: 'Daniel Okafor', aadObjectId },
    conversation: { id: 'a:1' },
    channelData: tenant === undefined ? undefined : { tenant: { id: tenant } },
  }) as Parameters<typeof signedIn>[0]

describe('whom the channel vouches for', () => {
  test('a person of our tenant', () => {
    expect(signedIn(activity('ours', 'oid'), 'ours')).toEqual({ objectId: 'oid', name: 'Daniel Okafor' })
  })

  test.each([
    ['somebody of another tenant', 'theirs', 'oid'],
    ['somebody without an Entra id', 'ours', undefined],
  ])('not %s', (_who, tenant, objectId) => {
    expect(signedIn(activity(tenant, objectId), 'ours')).toBeNull()
  })
})
