import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import path from 'node:path'
import { type Certificate, openCertificate } from './certificate.ts'
import { openClock } from './clock.ts'
import { openFaultPlan } from './faults.ts'
import { tenantApp } from './http/app.ts'
import { openKeys } from './keys.ts'
import { productEnvironment } from './productEnvironment.ts'
import { openRequestLog } from './requestLog.ts'
import { SettingsError, settingsFrom, type TenantSettings } from './settings.ts'
import { metaOr, openStore, StoreError } from './store.ts'
import type { Tenant } from './tenant.ts'

/** Starts the local tenant and keeps it running until SIGINT or SIGTERM; a setting at fault gets a sentence and exit 1. */
export async function run(hostPage: string): Promise<void> {
  try {
    const settings = settingsFrom(process.env)
    const tenant = await openTenant(settings)
    const servers = await listen(tenantApp(tenant, hostPage), settings.port)
    servers.push(...(await listenSecurely(tenant, hostPage)))
    announce(tenant)
    stopOnSignal(tenant, servers)
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof StoreError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** Opens the tenant kept in the settings' data folder, or begins one. Throws {@link StoreError}. */
export async function openTenant(settings: TenantSettings): Promise<Tenant> {
  const db = openStore(settings.dataFolder)
  const secret = (name: string) => metaOr(db, `secret.${name}`, () => randomBytes(30).toString('base64url'))
  return {
    settings,
    db,
    secrets: { client: secret('client'), provisioner: secret('provisioner') },
    clock: openClock(db, settings),
    keys: await openKeys(db),
    faults: openFaultPlan(),
    requests: openRequestLog(),
    controls: {
      window: settings.window,
      threshold: 5_000,
      uniqueClash: 409,
      duplicateTransaction: 409,
      withheld: [],
    },
  }
}

/** The same tenant over https, under its other origin; nothing unless FT_HTTPS asked for it. */
async function listenSecurely(tenant: Tenant, hostPage: string): Promise<Server[]> {
  const { httpsOrigin, dataFolder } = tenant.settings
  if (httpsOrigin === null) return []
  const secure: Tenant = { ...tenant, settings: { ...tenant.settings, origin: httpsOrigin } }
  const certificate = await openCertificate(dataFolder)
  return listen(tenantApp(secure, hostPage), Number(new URL(httpsOrigin).port), certificate)
}

/** Listens on both loopback addresses, since `localhost` may mean either. */
async function listen(app: RequestListener, port: number, certificate?: Certificate): Promise<Server[]> {
  const server = () => (certificate ? createSecureServer({ ...certificate }, app) : createServer(app))
  const v4 = await listenOn(server(), port, '127.0.0.1')
  try {
    return [v4, await listenOn(server(), port, '::1')]
  } catch (error) {
    if (error instanceof SettingsError) throw error
    return [v4] // a machine without IPv6
  }
}

function listenOn(server: Server, port: number, address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? portTaken(port) : error)
    })
    server.listen(port, address, () => resolve(server))
  })
}

const portTaken = (port: number) =>
  new SettingsError(
    `Port ${port} cannot be used: another program has it. Stop that program, or set FT_PORT to a free port.`,
  )

const environmentFile = (tenant: Tenant) => path.join(tenant.settings.dataFolder, 'local-tenant.json')

function announce(tenant: Tenant): void {
  const file = environmentFile(tenant)
  rmSync(file, { force: true }) // the mode below counts only for a new file
  writeFileSync(file, `${JSON.stringify(productEnvironment(tenant), null, 2)}\n`, { mode: 0o600 })
  const today = tenant.clock.now().toISOString().slice(0, 10)
  console.log(`The local Microsoft 365 is listening on ${tenant.settings.origin} and its date is ${today}.`)
}

function stopOnSignal(tenant: Tenant, servers: readonly Server[]): void {
  const stop = () => {
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
    tenant.db.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Started by `npm start`: when that is gone, however it went, so is this.
  process.once('disconnect', stop)
}
