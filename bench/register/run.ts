import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium, installCommand } from '../../tests/support/chromium.ts'
import { startBenchTenant } from './benchTenant.ts'
import { buildProduct, servePeer } from './buildPages.ts'
import { type Figures, measureOurs } from './ours.ts'
import { measurePeer, type PeerFigures } from './peer.ts'
import { openSlowPipe } from './slowPipe.ts'

/** Milliseconds there and back between the browser and Microsoft 365. */
const roundTrip = 50

/** The register on a slow network, beside the same list read and shown by libraries alone. */
export async function run(): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      json: { type: 'boolean' },
      sizes: { type: 'string', default: '50,5000,30000' },
      'peer-limit': { type: 'string', default: '60' },
      'no-build': { type: 'boolean', default: false },
    },
  })
  const limit = Number(values['peer-limit']) * 1000
  if (!values['no-build']) buildProduct()
  const bench = await openBench()
  const figures: Record<string, unknown> = { roundTripMs: roundTrip, peerLimitMs: limit }
  try {
    for (const rows of values.sizes.split(',').map(Number)) {
      await bench.tenant.fill(rows)
      const typed = rows > 5_000 ? ['zx12'] : ['super', `zx${rows - 1}q`.slice(0, 4)]
      const ours = await measureOurs(bench.browser, bench.tenant.origin, bench.pipe, rows, [
        ...typed,
        'supervision',
      ])
      const peer = await measurePeer(bench.browser, await bench.peerPlace(), bench.pipe, typed, limit)
      figures[`rows ${rows}`] = { ours, peer, ratios: ratiosOf(ours, peer) }
      if (!values.json) console.error(`${rows} rows are done.`)
    }
  } finally {
    await bench.close()
  }
  return values.json ? figures : inLines(figures)
}

async function openBench() {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(`There is no Chromium here. Install one: ${installCommand}`)
  const peer = await servePeer()
  const tenant = await startBenchTenant()
  const pipe = await openSlowPipe(tenant.port, roundTrip)
  const service = await openSlowPipe(tenant.port + 1, roundTrip)
  const led = (from: number, to: number) => `MAP localhost:${from} 127.0.0.1:${to}`
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-gpu',
      `--host-resolver-rules=${led(tenant.port, pipe.port)},${led(tenant.port + 1, service.port)},MAP res.cdn.office.net ~NOTFOUND`,
    ],
  })
  return {
    tenant,
    pipe,
    browser,
    peerPlace: async () => ({
      address: `http://127.0.0.1:${peer.port}/`,
      graph: tenant.origin,
      site: 'thameside.sharepoint.example:/sites/follow-through',
      token: await userToken(tenant.origin, tenant.dataFolder),
    }),
    async close() {
      await browser.close()
      await Promise.all([pipe.close(), service.close(), tenant.remove()])
      peer.close()
    },
  }
}

async function userToken(origin: string, dataFolder: string): Promise<string> {
  const { FT_CLIENT_ID: clientId } = JSON.parse(readFileSync(`${dataFolder}/local-tenant.json`, 'utf8'))
  const answer = await fetch(`${origin}/local-tenant/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({
      oid: '00000000-0000-4000-8000-000000000004',
      clientId,
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  const { access_token: token } = (await answer.json()) as { access_token?: string }
  if (!token) throw new Error('The local tenant gave no token.')
  return token
}

/** How many times as much the peer takes; above 1 the register is ahead. Null where the peer was stopped. */
function ratiosOf(ours: Figures, peer: PeerFigures): Record<string, number | null> {
  const times = (theirs: number | null | undefined, own: number | null) =>
    theirs && own ? Math.round((theirs / own) * 100) / 100 : null
  return {
    firstRowsCold: times(peer.firstRowsMs, ours.cold.firstRowsMs),
    firstRowsWarm: times(peer.firstRowsMs, ours.warm.firstRowsMs),
    requests: times(peer.requests, ours.cold.requests),
    kilobytes: times(peer.kilobytes, ours.cold.kilobytes),
    keystroke: times(peer.keystroke?.medianMs, ours.keystroke.medianMs),
    heap: times(peer.heapMb, ours.heapMb),
  }
}

/** Nested figures with their path as the label, one in a line. */
function inLines(figures: Record<string, unknown>, before = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(inLines(value as Record<string, unknown>, `${before}${name} · `))
        : [[`${before}${name}`, value ?? 'stopped']],
    ),
  )
}
