import type { BehaviourTable } from './behaviour.ts'

const source = 'errors.md'

/** How Graph refuses. */
export const refusalTable: BehaviourTable = {
  subject: 'refusals',
  needs: 'list',
  behaviours: [
    ...(['', 'Bearer a.b.c', 'Basic dXNlcjpwYXNz'] as const).map((token) => ({
      name: `${token === '' ? 'no token' : `a token that is none (${token.split(' ')[0]})`} is answered 401 and says how to sign in`,
      source: `${source}, InvalidAuthenticationToken`,
      steps: [
        {
          ask: 'GET {list}/items',
          headers: { Authorization: token },
          answer: {
            status: 401,
            code: 'InvalidAuthenticationToken',
            headers: { 'www-authenticate': /^Bearer .*authorization_uri=/ },
          },
        },
      ],
    })),
    {
      name: 'the caller’s client-request-id comes back in header and body, beside the request-id',
      source,
      steps: [
        {
          ask: 'GET {list}/items/999999',
          headers: { 'client-request-id': '5a3b1d9e-7c64-4f0a-9e21-8b6d2c4f1a37' },
          answer: {
            status: 404,
            code: 'itemNotFound',
            body: {
              error: {
                message: /\w/,
                innerError: {
                  'request-id': /^[\w-]{36}$/,
                  'client-request-id': '5a3b1d9e-7c64-4f0a-9e21-8b6d2c4f1a37',
                },
              },
            },
            headers: {
              'request-id': /^[\w-]{36}$/,
              'client-request-id': /^5a3b1d9e-7c64-4f0a-9e21-8b6d2c4f1a37$/,
            },
          },
        },
      ],
    },
    {
      name: 'a list that is not there is 404',
      source,
      steps: [{ ask: 'GET {site}/lists/none-of-ours/items', answer: { status: 404, code: 'itemNotFound' } }],
    },
    {
      name: 'a body that is not declared as JSON is refused',
      source,
      steps: [
        {
          ask: 'POST {list}/items',
          body: '{"fields":{}}',
          headers: { 'Content-Type': 'text/plain' },
          answer: { status: [400, 415] },
        },
      ],
    },
  ],
}
