import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The import table of the house. `own` folders are allowed besides the packages; a file rule narrows a folder's. */
interface Row {
  readonly own: readonly string[]
  readonly packages: readonly RegExp[]
}

const node = /^node:/
const anything = /./
const table: Readonly<Record<string, Row>> = {
  domain: { own: ['domain'], packages: [] },
  usecases: { own: ['usecases', 'domain'], packages: [] },
  graph: {
    own: ['graph', 'domain', 'usecases/ports.ts'],
    packages: [/^@microsoft\/microsoft-graph/, /^@azure\/msal-node$/, /^valibot$/, node],
  },
  documents: {
    own: ['documents', 'domain'],
    packages: [
      /^chrono-node/,
      /^mammoth$/,
      /^docx$/,
      /^fflate$/,
      /^papaparse$/,
      /^ical-generator$/,
      /^(?:read|write)-excel-file\//,
      node,
    ],
  },
  tab: {
    own: ['tab', 'usecases', 'domain'],
    packages: [/^react/, /^@fluentui\//, /^@tanstack\//, /^dompurify$/, /^idb$/],
  },
  bot: {
    own: ['bot', 'usecases', 'domain'],
    packages: [node, /^express$/, /^pino$/, /^croner$/, /^jose$/, /^@microsoft\/teams\.cards$/],
  },
  admin: { own: ['admin', 'usecases', 'domain'], packages: [node, /^fflate$/] },
  localtenant: { own: ['localtenant', 'graph/columns'], packages: [anything] },
}

/** Files that may import more than their folder: each with what it is for. */
const doors: readonly {
  readonly file: RegExp
  readonly own?: readonly string[]
  readonly packages?: readonly RegExp[]
}[] = [
  { file: /^tab\/wire\.ts$/, own: ['graph', 'documents'] },
  { file: /^tab\/(auth\.ts|main\.tsx)$/, packages: [/^@azure\/msal-browser$/, /^@microsoft\/teams-js$/] },
  { file: /^tab\/(signInRelay|signedIn)\.ts$/, packages: [/^@azure\/msal-browser\//] },
  { file: /^bot\/wire\.ts$/, own: ['graph'] },
  { file: /^bot\/(main\.ts|messenger\.ts|handlers\/)/, packages: [/^@microsoft\/teams\./] },
  { file: /^admin\/wire\.ts$/, own: ['graph', 'documents'] },
  { file: /^admin\/wireDocuments\.ts$/, own: ['documents'] },
]

const root = path.resolve('src')
const files = list(root).map((file) => path.relative(root, file))

function list(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name)
    if (statSync(full).isDirectory()) return list(full)
    return /\.tsx?$/.test(name) ? [full] : []
  })
}

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'"()]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s*'([^']+)'/gm,
  )
  return [...found].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }))
}

const imports = files.flatMap(importsOf)

/** Where a relative import leads, from `src`; null for a package. */
function destination(one: Import): string | null {
  if (!one.target.startsWith('.')) return null
  return path.relative(root, path.resolve(root, path.dirname(one.file), one.target))
}

function isAllowed(one: Import): boolean {
  const folder = one.file.split('/')[0] ?? ''
  const row = table[folder]
  if (!row) return false
  const door = doors.filter((candidate) => candidate.file.test(one.file))
  const own = destination(one)
  if (own === null) {
    const packages = [...row.packages, ...door.flatMap((candidate) => candidate.packages ?? [])]
    return packages.some((pattern) => pattern.test(one.target))
  }
  const allowed = [...row.own, ...door.flatMap((candidate) => candidate.own ?? [])]
  if (allowed.some((place) => own === place || own.startsWith(`${place}/`))) return true
  return folder === 'graph' && one.typeOnly && own.startsWith('usecases/')
}

describe('the house', () => {
  it.each(Object.keys(table))('%s imports only what its row of the table allows', (folder) => {
    const wrong = imports.filter((one) => one.file.startsWith(`${folder}/`) && !isAllowed(one))
    const row = table[folder]
    const allowed = `${folder} may import ${row?.own.join(', ')} and packages ${row?.packages.join(' ') || 'none'}`
    expect(wrong.map((one) => `${one.file} imports ${one.target}; ${allowed}`)).toEqual([])
  })

  it('has no folder in src that the table does not know', () => {
    expect(
      [...new Set(files.map((file) => file.split('/')[0]))].filter((folder) => !table[folder ?? '']),
    ).toEqual([])
  })

  it('lets the graph folder see the use cases as types only', () => {
    const values = imports.filter(
      (one) => one.file.startsWith('graph/') && destination(one)?.startsWith('usecases') && !one.typeOnly,
    )
    expect(values.map((one) => `${one.file} imports ${one.target} as a value`)).toEqual([])
  })

  it('keeps the features of the tab apart', () => {
    const crossing = imports.filter((one) => {
      const from = /^tab\/features\/([^/]+)/.exec(one.file)?.[1]
      const to = /^tab\/features\/([^/]+)/.exec(destination(one) ?? '')?.[1]
      return from !== undefined && to !== undefined && from !== to
    })
    expect(crossing.map((one) => `${one.file} imports ${one.target}`)).toEqual([])
  })

  it('keeps Node out of what the browser loads', () => {
    const browser = reachable('tab/main.tsx')
    const wrong = imports.filter(
      (one) => browser.has(one.file) && (node.test(one.target) || one.target === '@azure/msal-node'),
    )
    expect(wrong.map((one) => `${one.file} imports ${one.target}, and the tab loads it`)).toEqual([])
  })

  it('keeps every file within 300 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 301)
    expect(long.map((file) => `${file}: look for the second thing in it`)).toEqual([])
  })

  it('has no names that say nothing', () => {
    expect(
      files.filter(
        (file) => /(^|\/)(utils?|common|helpers?|misc|index)(\.|\/)/.test(file) && !file.endsWith('.html'),
      ),
    ).toEqual([])
  })
})

function reachable(start: string): Set<string> {
  const seen = new Set<string>()
  const queue = [start]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const one of imports) {
      const next = one.file === file && !one.typeOnly ? destination(one) : null
      if (next) queue.push(next)
    }
  }
  return seen
}
