import {
  at,
  type GraphCaller,
  type LocalTenant,
  personId,
  rowsOf,
  startLocalTenant,
} from '../support/localTenant.ts'

// https://learn.microsoft.com/graph/api/application-post-applications and its neighbours.

const graphPrincipal = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"
let tenant: LocalTenant
let administrator: GraphCaller
let coordinator: GraphCaller

beforeAll(async () => {
  tenant = await startLocalTenant()
  administrator = await withTools(5)
  coordinator = await withTools(3)
})
afterAll(() => tenant.remove())

/** Graph for a person through Microsoft Graph Command Line Tools. */
async function withTools(person: number): Promise<GraphCaller> {
  const answer = await tenant.call('POST', '/local-tenant/token', {
    headers: { Origin: tenant.origin },
    body: {
      oid: personId(person),
      clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e',
      scope: 'https://graph.microsoft.com/.default',
    },
  })
  return tenant.graph(String(at(answer, 'access_token')))
}

async function register(body: object = {}): Promise<{ id: string; appId: string }> {
  const made = await administrator('POST', '/applications', { body: { displayName: 'Trial', ...body } })
  return { id: String(at(made, 'id')), appId: String(at(made, 'appId')) }
}

const role = (id: string, isEnabled = true) => ({
  id: `b1a5d0c4-2a39-4f0e-8d5b-7e6c90f1a2${id}`,
  value: `Role.${id}`,
  displayName: id,
  description: id,
  isEnabled,
  allowedMemberTypes: ['User'],
})

describe('registering an application', () => {
  test('answers 201 with ids of its own; it can be addressed by either', async () => {
    const { id, appId } = await register()
    expect(id).not.toBe(appId)
    expect(at(await administrator('GET', `/applications/${id}`), 'appId')).toBe(appId)
    expect(at(await administrator('GET', `/applications(appId='${appId}')`), 'id')).toBe(id)
  })

  test.each([
    ['without a name', {}, 'Request_BadRequest'],
    ['with a property that there is not', { displayName: 'T', redirectUris: [] }, 'Request_BadRequest'],
    ['with a password', { displayName: 'T', passwordCredentials: [{}] }, 'Request_BadRequest'],
    [
      'with an identifier that does not end with its id',
      { displayName: 'T', identifierUris: ['api://example.org'] },
      'HostNameNotOnVerifiedDomain',
    ],
    [
      'with two roles of one value',
      { displayName: 'T', appRoles: [role('01'), role('01')] },
      'Request_BadRequest',
    ],
    [
      'with a certificate that is none',
      { displayName: 'T', keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: 'eA==' }] },
      'Request_BadRequest',
    ],
  ])('is refused %s', async (_how, body, code) => {
    const answer = await administrator('POST', '/applications', { body })
    expect([answer.status, at(answer, 'error.code')]).toEqual([400, code])
  })

  test('needs the permission, and a person who administers the tenant', async () => {
    for (const caller of [coordinator, await tenant.asApp('provisioner'), await tenant.asUser(5)]) {
      const answer = await caller('POST', '/applications', { body: { displayName: 'T' } })
      expect([answer.status, at(answer, 'error.code')]).toEqual([403, 'Authorization_RequestDenied'])
    }
  })
})

describe('changing an application', () => {
  test('answers 204, and takes identifiers that end with its id', async () => {
    const { id, appId } = await register()
    const identifierUris = [`api://${appId}`, `api://follow-through.example.org/${appId}`]
    const answer = await administrator('PATCH', `/applications/${id}`, { body: { identifierUris } })
    expect(answer.status).toBe(204)
    expect(at(await administrator('GET', `/applications/${id}`), 'identifierUris')).toEqual(identifierUris)
  })

  test('lets no role vanish that is enabled', async () => {
    const { id } = await register({ appRoles: [role('01')] })
    const path = `/applications/${id}`
    const refused = await administrator('PATCH', path, { body: { appRoles: [] } })
    expect(at(refused, 'error.code')).toBe('CannotDeleteOrUpdateEnabledEntitlement')
    await administrator('PATCH', path, { body: { appRoles: [role('01', false)] } })
    expect((await administrator('PATCH', path, { body: { appRoles: [] } })).status).toBe(204)
  })

  test('is found by its name, in any case', async () => {
    await register({ displayName: "Chief's trial" })
    const found = await administrator('GET', "/applications?$filter=displayName eq 'chief''s TRIAL'")
    expect(rowsOf(found)).toHaveLength(1)
  })
})

describe('service principals and consent', () => {
  test('a second service principal, assignment or grant is refused', async () => {
    const { appId } = await register()
    const made = await administrator('POST', '/servicePrincipals', { body: { appId } })
    expect(made.status).toBe(201)
    expect((await administrator('POST', '/servicePrincipals', { body: { appId } })).status).toBe(409)
    const resourceId = String(at(await administrator('GET', graphPrincipal), 'id'))
    const principalId = String(at(made, 'id'))
    const body = { principalId, resourceId, appRoleId: '883ea226-0bf2-4a8f-9f9d-92c9162a727d' }
    const assign = () => administrator('POST', `/servicePrincipals/${resourceId}/appRoleAssignedTo`, { body })
    expect([(await assign()).status, (await assign()).status]).toEqual([201, 400])
    const scope = { clientId: principalId, consentType: 'AllPrincipals', resourceId, scope: 'Sites.Selected' }
    const grant = () => administrator('POST', '/oauth2PermissionGrants', { body: scope })
    expect([(await grant()).status, (await grant()).status]).toEqual([201, 409])
  })

  test('a service principal needs its application', async () => {
    const answer = await administrator('POST', '/servicePrincipals', { body: { appId: personId(1) } })
    expect([answer.status, at(answer, 'error.code')]).toEqual([400, 'Request_BadRequest'])
  })

  test('a role that the resource does not have is not assigned', async () => {
    const resourceId = String(at(await administrator('GET', graphPrincipal), 'id'))
    const body = { principalId: resourceId, resourceId, appRoleId: personId(1) }
    const answer = await administrator('POST', `/servicePrincipals/${resourceId}/appRoleAssignedTo`, { body })
    expect(answer.status).toBe(400)
  })
})

test('a trusted identity is named once', async () => {
  const { id } = await register()
  const body = {
    name: 'one',
    issuer: 'https://issuer.example',
    subject: 's',
    audiences: ['api://AzureADTokenExchange'],
  }
  const trust = () => administrator('POST', `/applications/${id}/federatedIdentityCredentials`, { body })
  expect([(await trust()).status, (await trust()).status]).toEqual([201, 409])
})
