import { certificateFile } from './certificate.ts'
import {
  CLIENT_ID,
  PROVISIONER_ID,
  SERVICE_MAILBOX,
  SITE_HOST,
  SITE_PATH,
  TEAMS_APP_ID,
  TENANT_ID,
} from './settings.ts'
import type { Tenant } from './tenant.ts'

/** The environment variables with which the product finds this tenant instead of Microsoft's. Holds secrets. */
export function productEnvironment(tenant: Tenant): Record<string, string> {
  const { origin, httpsOrigin, serviceOrigin, dataFolder } = tenant.settings
  return {
    FT_TENANT_ID: TENANT_ID,
    FT_CLIENT_ID: CLIENT_ID,
    FT_CLIENT_SECRET: tenant.secrets.client,
    FT_PROVISIONER_ID: PROVISIONER_ID,
    FT_PROVISIONER_SECRET: tenant.secrets.provisioner,
    FT_GRAPH_ORIGIN: origin,
    FT_LOGIN_ORIGIN: origin,
    FT_SITE: `${SITE_HOST}:${SITE_PATH}`,
    FT_CONNECTOR_URL: `${origin}/connector`,
    FT_CONNECTOR_METADATA: `${origin}/connector/.well-known/openidconfiguration`,
    FT_CLOCK_URL: `${origin}/local-tenant/clock`,
    FT_HOST_ORIGIN: origin,
    FT_SERVICE_ORIGIN: serviceOrigin,
    FT_TEAMS_APP_ID: TEAMS_APP_ID,
    FT_MAILBOX: SERVICE_MAILBOX,
    ...(httpsOrigin === null
      ? {}
      : { FT_HTTPS_ORIGIN: httpsOrigin, FT_CA_CERTIFICATE: certificateFile(dataFolder) }),
  }
}
