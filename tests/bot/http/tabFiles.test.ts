import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { securityHeaders } from '../../../src/bot/http/securityHeaders.ts'
import { tabFiles } from '../../../src/bot/http/tabFiles.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'tab-'))
const script = 'console.log("Follow-Through");\n'.repeat(2_000)
writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Follow-Through</title>')
writeFileSync(path.join(folder, 'main.0123abcd.js'), script)

const config = {
  tenantId: 't',
  clientId: 'c',
  graphOrigin: 'https://graph.microsoft.com',
  site: 's',
  clockUrl: null,
  hostOrigins: [],
  teamsAppId: 'a',
}

let server: Server
let port: number
beforeAll(async () => {
  const app = express()
  const serviceOrigin = 'https://follow-through.example.org'
  app.use(securityHeaders({ ...config, hostOrigin: null, serviceOrigin }))
  app.use('/tab', tabFiles(folder, config))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

interface Got {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: Buffer
}

function get(target: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path: target, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.once('error', reject)
    asked.end()
  })
}

describe('the tab as the service serves it', () => {
  test.each([
    ['/tab/', 'no-cache'],
    ['/tab/index.html', 'no-cache'],
    ['/tab/config.json', 'no-store'],
    ['/tab/main.0123abcd.js', 'public, max-age=31536000, immutable'],
  ])('%s may be kept so long: %s', async (target, expected) => {
    const { status, headers } = await get(target)
    expect([status, headers['cache-control']]).toEqual([200, expected])
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('sends scripts as %s to a browser that asks for it', async (coding, unpack) => {
    const { headers, body } = await get('/tab/main.0123abcd.js', { 'accept-encoding': coding })
    expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'Accept-Encoding' })
    expect(headers['content-type']).toMatch(/javascript/)
    expect(body.length).toBeLessThan(script.length / 4)
    expect(unpack(body).toString()).toBe(script)
  })

  test('sends scripts as they are to a browser that unpacks nothing', async () => {
    const { headers, body } = await get('/tab/main.0123abcd.js', { 'accept-encoding': 'identity' })
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe(script)
  })

  test.each(['/tab/other.0123abcd.js', '/tab/..%2f..%2fetc.0123abcd.js', '/tab/.env'])(
    'has no %s',
    async (target) => {
      expect((await get(target, { 'accept-encoding': 'br' })).status).toBe(404)
    },
  )

  test('says to come by https only, and may be shown by Microsoft’s windows only', async () => {
    const { headers } = await get('/tab/')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBeUndefined()
    expect(String(headers['content-security-policy'])).toMatch(
      /frame-ancestors https:\/\/\*\.cloud\.microsoft https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com /,
    )
  })
})
