/** MSAL for Node, unmodified, against the https listener: nothing but `authority` and `knownAuthorities` is told. */
import { ConfidentialClientApplication } from '@azure/msal-node'

const env = process.env
const origin = env.FT_HTTPS_ORIGIN ?? ''

function clientWith(clientSecret: string): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: env.FT_CLIENT_ID ?? '',
      clientSecret,
      authority: `${origin}/${env.FT_TENANT_ID}`,
      knownAuthorities: [new URL(origin).host],
    },
  })
}

async function sign(client: ConfidentialClientApplication, scope: string) {
  try {
    const answer = await client.acquireTokenByClientCredential({ scopes: [scope] })
    return { token: answer?.accessToken, fromCache: answer?.fromCache }
  } catch (thrown) {
    const { errorCode, message } = thrown as { errorCode?: string; message: string }
    return { errorCode, message }
  }
}

const client = clientWith(env.FT_CLIENT_SECRET ?? '')
const graphScope = 'https://graph.microsoft.com/.default'
console.log(
  JSON.stringify({
    graph: await sign(client, graphScope),
    again: await sign(client, graphScope),
    bot: await sign(client, 'https://api.botframework.com/.default'),
    wrongSecret: await sign(clientWith('not-the-secret'), graphScope),
    delegatedScope: await sign(client, 'User.Read'),
  }),
)
