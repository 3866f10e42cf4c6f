import type { Tenant } from '../tenant.ts'
import { type Application, findApplication } from './applications.ts'
import { registeredApplication } from './registeredApplications.ts'

/** An application with the permissions that its tokens carry in this tenant: what was consented to, less what is withheld. */
export function consentedApplication(tenant: Tenant, clientId: string): Application | undefined {
  const app = findApplication(clientId) ?? registeredApplication(tenant, clientId)
  if (app === undefined) return undefined
  const everything = tenant.settings.consents === 'everything'
  const granted = (permissions: readonly string[], imitated: readonly string[]) =>
    [...new Set([...permissions, ...(everything ? imitated : [])])].filter(
      (permission) => !tenant.controls.withheld.includes(permission),
    )
  return {
    ...app,
    delegated: granted(app.delegated, app.imitated.delegated),
    application: granted(app.application, app.imitated.application),
  }
}
