import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Configuration, ManagedIdentityApplication } from '@azure/msal-node'
import type { Credential } from './environment.ts'

type AuthOptions = Configuration['auth']

/** The audience under which Entra takes a managed identity's token in place of a secret. */
const tokenExchange = 'api://AzureADTokenExchange'

/** The part of MSAL's configuration that proves who the application is. Throws an Error when a file is no good. */
export function proofOf(credential: Credential): Partial<AuthOptions> {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret }
    case 'certificate':
      return { clientCertificate: readCertificate(credential.file) }
    case 'managed-identity':
      return { clientAssertion: () => identityToken(credential.identityId) }
  }
}

/** learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
async function identityToken(identityId: string): Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: identityId },
  })
  return (await identity.acquireToken({ resource: tokenExchange })).accessToken
}

function readCertificate(file: string): NonNullable<AuthOptions['clientCertificate']> {
  try {
    const pem = readFileSync(file, 'utf8')
    const key = createPrivateKey(pem).export({ type: 'pkcs8', format: 'pem' })
    const thumbprintSha256 = new X509Certificate(pem).fingerprint256.replaceAll(':', '')
    return { thumbprintSha256, privateKey: String(key) }
  } catch {
    throw new Error(
      `FT_CLIENT_CERTIFICATE is ${file}, which is no PEM file with a private key and a certificate that can be read.`,
    )
  }
}
