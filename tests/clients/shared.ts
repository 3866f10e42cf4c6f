import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { connectToTenant, type LocalTenant } from '../support/localTenant.ts'

/** The tenant of the product that the setup has started; the clients share it. */
export function sharedTenant(): LocalTenant {
  return connectToTenant(process.env.FT_CLIENTS_ORIGIN ?? '', process.env.FT_CLIENTS_DATA ?? '')
}

/**
 * Runs one client in a Node process of its own, as a program on somebody's machine would: unmodified packages as
 * ES modules, and the tenant's certificate trusted only if `trusting` says so. Gives what it printed as JSON.
 */
export async function runClient<T>(
  name: string,
  tenant: LocalTenant,
  more: { readonly trusting?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<T> {
  const trust = more.trusting === false ? {} : { NODE_EXTRA_CA_CERTS: tenant.environment.FT_CA_CERTIFICATE }
  const { stdout } = await promisify(execFile)(process.execPath, [`tests/clients/scripts/${name}.ts`], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...tenant.environment, ...trust, ...more.env },
    maxBuffer: 16_000_000,
    timeout: 60_000,
  })
  return JSON.parse(stdout) as T
}
