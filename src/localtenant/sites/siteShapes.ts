import type { Shape } from '../shapes.ts'

const identity: Shape = { type: 'identity', has: { id: 'text', displayName: 'text' } }

/** learn.microsoft.com/graph/api/resources/identityset */
const identitySet: Shape = {
  type: 'identitySet',
  has: { application: identity, device: identity, user: identity },
}

/** The body of a grant: learn.microsoft.com/graph/api/resources/permission */
export const permissionShape: Shape = {
  type: 'permission',
  has: {
    id: 'text',
    roles: { listOf: 'text' },
    grantedTo: identitySet,
    grantedToV2: identitySet,
    grantedToIdentities: { listOf: identitySet },
    grantedToIdentitiesV2: { listOf: identitySet },
    expirationDateTime: 'text',
    hasPassword: 'flag',
    shareId: 'text',
  },
}
