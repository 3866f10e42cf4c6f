import { createServer, type RequestListener, type Server } from 'node:http'

/** Where the service listens: this machine only when its address says localhost, else every interface. */
export interface Place {
  readonly port: number
  readonly hosts: readonly string[]
}

/** Reads the place from the service's own address; behind a proxy the port inside is `PORT`. */
export function placeOf(serviceOrigin: string, insidePort: string | undefined): Place {
  const { hostname, port } = new URL(serviceOrigin)
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return {
    port: Number(insidePort || port || 8080),
    hosts: local ? ['127.0.0.1', '::1'] : ['::'],
  }
}

/** The port is taken or forbidden; its message is a sentence for the person at the terminal. */
export class PortError extends Error {}

/**
 * Listens on every host of the place; `localhost` may mean either loopback address, and IPv6 may be switched off.
 * @throws PortError when the port cannot be used
 */
export async function listen(app: RequestListener, place: Place): Promise<readonly Server[]> {
  const servers: Server[] = []
  for (const host of place.hosts) {
    const server = await listenOn(app, place.port, host)
    if (server) servers.push(server)
  }
  // Every interface, where IPv6 is switched off.
  if (servers.length === 0 && place.hosts.includes('::')) {
    const server = await listenOn(app, place.port, '0.0.0.0')
    if (server) servers.push(server)
  }
  if (servers.length > 0) return servers
  throw new PortError(`The service cannot listen on port ${place.port}: this machine has no such address.`)
}

function listenOn(app: RequestListener, port: number, host: string): Promise<Server | null> {
  const server = createServer(app)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(null)
      else reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? taken(port) : error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

const taken = (port: number) =>
  new PortError(
    `Port ${port} cannot be used by the service: another program has it, so the service did not start. Stop that program, or move both ports with FT_PORT (the service takes the port after it).`,
  )

/** Stops listening and ends what is still open. */
export async function close(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 2_000).unref()
      return closed
    }),
  )
}
