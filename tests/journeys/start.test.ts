import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePortPair } from '../support/ports.ts'
import { ended, launch, startProduct } from '../support/product.ts'

/** Command lines of the processes that were started with a data folder. */
function processesOf(dataFolder: string): string[] {
  const listing = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
  const pids = listing.split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s.*src\/(localtenant|bot|admin)\/main\.ts/.exec(line)
    return found?.[1] ? [found[1]] : []
  })
  return pids.filter((pid) => environmentOf(pid).includes(`FT_DATA=${dataFolder}`))
}

function environmentOf(pid: string): string {
  try {
    return execFileSync('cat', [`/proc/${pid}/environ`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}

jest.setTimeout(180_000)

describe('starting', () => {
  it('names the port that is taken and what to do, and starts nothing', async () => {
    const port = await freePortPair()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port + 1, '127.0.0.1', resolve))
    const data = mkdtempSync(path.join(tmpdir(), 'follow-through-'))
    const product = launch(port, data)
    const code = await ended(product.process)
    await new Promise((resolve) => server.close(resolve))
    await product.remove()
    expect(code).toBe(1)
    expect(product.said()).toContain(`Port ${port + 1} is taken`)
    expect(product.said()).toContain('FT_PORT=')
  })

  it('names the data folder that cannot be written and what to do', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'follow-through-')), 'a-file')
    writeFileSync(file, '')
    const folder = path.join(file, 'data')
    const product = launch(await freePortPair(), folder)
    expect(await ended(product.process)).toBe(1)
    expect(product.said()).toContain(`The data folder ${folder} cannot be written`)
    expect(product.said()).toContain('FT_DATA=')
  })

  it.each([
    ['/proc/follow-through', {}, 'The data folder /proc/follow-through cannot be written'],
    ['', { FT_NOW: '2021-02-30' }, 'FT_NOW is 2021-02-30, which is not a day'],
  ])('says in a sentence what it cannot start with: %s %j', async (folder, env, sentence) => {
    const data = folder || mkdtempSync(path.join(tmpdir(), 'follow-through-'))
    const product = launch(await freePortPair(), data, [], env)
    expect(await ended(product.process)).toBe(1)
    expect(product.said()).toContain(sentence)
    expect(product.said().trim().split('\n')).toHaveLength(1)
  })

  it('keeps the data for a second start, begins anew with --fresh, and leaves no process after Ctrl-C or an end by force', async () => {
    const first = await startProduct()
    const mark = await fetch(`${first.origin}/local-tenant/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ now: '2021-06-20T09:00:00Z' }),
    })
    expect(mark.ok).toBe(true)
    expect(await first.stop('SIGINT')).toBe(0)
    expect(processesOf(first.dataFolder)).toEqual([])
    const port = Number(new URL(first.origin).port)
    const second = await startProduct({ port, dataFolder: first.dataFolder })
    expect(second.said()).toContain('are there from an earlier start')
    expect(await tenantDay(second.origin)).toBe('2021-06-20')
    await second.stop('SIGTERM')
    const third = await startProduct({ port, dataFolder: first.dataFolder, args: ['--fresh'] })
    expect(await tenantDay(third.origin)).toBe('2021-06-01')
    await third.stop('SIGKILL')
    await gone(first.dataFolder)
    expect(processesOf(first.dataFolder)).toEqual([])
    await third.remove()
  })
})

/**
 * A launcher that was killed outright cannot stop its parts; they notice and stop themselves, the service after at most
 * twenty seconds for what it has begun.
 */
async function gone(dataFolder: string): Promise<void> {
  const until = Date.now() + 30_000
  while (processesOf(dataFolder).length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function tenantDay(origin: string): Promise<string> {
  const answer = (await (await fetch(`${origin}/local-tenant/clock`)).json()) as { now: string }
  return answer.now.slice(0, 10)
}
