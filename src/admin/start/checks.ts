import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { isIsoDate } from '../../domain/calendarDays.ts'

const sampleMark = 'sample-loaded'
const logName = 'start.log'
/** Everything that a start writes into its data folder; nothing else there is ever removed. */
const ownFiles = [
  'tenant.db',
  'tenant.db-wal',
  'tenant.db-shm',
  'local-tenant.json',
  'tenant.lock',
  'https-certificate.pem',
  'https-key.pem',
  'tenant-check.json',
  sampleMark,
  logName,
]

/** Makes the data folder; answers with a sentence when it cannot be written. */
export function checkDataFolder(folder: string): string | null {
  try {
    makeFolder(folder)
    accessSync(folder, constants.W_OK)
    const probe = path.join(folder, '.write-probe')
    writeFileSync(probe, '')
    rmSync(probe)
    return null
  } catch {
    return `The data folder ${folder} cannot be written, so nothing was started. Make it writable, or choose another with FT_DATA=/some/folder npm start.`
  }
}

/** One level at a time: Node's own recursive way never comes back from some folders of the kernel. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder)
}

/** Answers with a sentence when the first day that was asked for is not a day. */
export function checkFirstDay(day: string | undefined): string | null {
  if (day === undefined || day === '' || isIsoDate(day)) return null
  return `FT_NOW is ${day}, which is not a day, so nothing was started. Write it as FT_NOW=2021-06-01 npm start.`
}

/** The file in which the parts of a start write what is not for the person at the terminal. */
export function logFileOf(folder: string): string {
  return path.join(folder, logName)
}

/** Makes sure that both ports are free; answers with a sentence that names the one that is not. */
export async function checkPorts(first: number): Promise<string | null> {
  if (!Number.isInteger(first) || first < 1 || first > 65_534) {
    return `FT_PORT is ${process.env.FT_PORT}, which is not a port. Use a number from 1 to 65534, such as FT_PORT=5170.`
  }
  for (const port of [first, first + 1]) {
    if (!(await isFree(port))) {
      return `Port ${port} is taken by another program, so nothing was started. Stop that program (an earlier start, perhaps), or choose another first port: FT_PORT=${first + 100} npm start.`
    }
  }
  return null
}

async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    if (!(await canListen(port, host))) return false
  }
  return true
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    )
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

/** Forgets the data of earlier starts, and only that. */
export function clearData(folder: string): void {
  for (const name of ownFiles) rmSync(path.join(folder, name), { force: true })
}

/** Says whether an earlier start got as far as loading the sample. */
export function sampleIsLoaded(folder: string): boolean {
  return existsSync(path.join(folder, sampleMark))
}

/** Says whether the lists were declared anew since the sample was loaded, so that they lack columns. */
export function listsAreOlder(folder: string, changedAt: number): boolean {
  return statSync(path.join(folder, sampleMark)).mtimeMs < changedAt
}

export function markSampleLoaded(folder: string): void {
  writeFileSync(path.join(folder, sampleMark), '')
}
