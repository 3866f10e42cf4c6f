import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import webpack from 'webpack'

const cache = path.resolve('node_modules/.cache')

/** Builds the tab and the Teams window for production, as `npm run build` does. */
export function buildProduct(): void {
  const cli = path.resolve('node_modules/webpack-cli/bin/cli.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--mode', 'production'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The tab could not be built: ${stdout}${stderr}`)
}

/** Builds the peer's page and serves it; only the benchmark knows it. */
export async function servePeer(): Promise<{ readonly port: number; close(): void }> {
  const folder = path.join(cache, 'bench-register-peer')
  await build(folder)
  const server = createServer((request, response) => {
    const file = path.join(folder, path.basename(request.url?.split('?')[0] ?? ''))
    if (request.url?.endsWith('.js') && existsSync(file)) {
      response.setHeader('Content-Type', 'text/javascript')
      createReadStream(file).pipe(response)
      return
    }
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><meta charset="utf-8"><div id="root"></div><script src="/main.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

function build(folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: path.resolve('bench/register/peer/main.tsx'),
    output: { path: folder, filename: 'main.js' },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                target: 'es2022',
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic' } },
              },
            },
          },
        },
      ],
    },
    performance: { hints: false },
    cache: { type: 'filesystem', name: 'bench-register-peer' },
  })
  if (!compiler) throw new Error('webpack could not be started.')
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const broken = error ?? (stats?.hasErrors() ? new Error(stats.toString('errors-only')) : null)
      compiler.close(() => (broken ? reject(broken) : resolve()))
    })
  })
}
