import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

const text = (name: string) => readFileSync(name, 'utf8')
const steps = text('m365agents.yml')
const bicep = text('deploy/main.bicep')
const parameters: { parameters: Record<string, { value: string }> } = JSON.parse(
  text('deploy/main.parameters.json'),
)
const scripts: { scripts: Record<string, string> } = JSON.parse(text('package.json'))
const environments = ['dev', 'test', 'prod']

/** Settings that an environment's file has. */
const namesIn = (name: string) => Object.keys(parseEnv(text(`env/.env.${name}`)))
/** Values that a file wants from the environment. */
const wantedBy = (file: string) => [
  ...new Set([...file.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')),
]

describe('the steps of the Agents Toolkit', () => {
  it('have the version and the three stages that the toolkit looks for', () => {
    expect(steps).toMatch(/^version: v1\.\d+$/m)
    expect(steps).toMatch(/^environmentFolderPath: \.\/env$/m)
    expect([...steps.matchAll(/^(\w+):$/gm)].map((match) => match[1])).toEqual([
      'provision',
      'deploy',
      'publish',
    ])
  })

  it('are laid out in even steps of two blanks, each a list entry with its inputs', () => {
    const lines = steps.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
    expect(lines.filter((line) => line.includes('\t') || (line.search(/\S/) ?? 0) % 2 !== 0)).toEqual([])
    expect(lines.filter((line) => /^ {2}\S/.test(line) && !line.startsWith('  - uses: '))).toEqual([])
    expect([...steps.matchAll(/^ {4}with:$/gm)]).toHaveLength([...steps.matchAll(/^ {2}- uses: /gm)].length)
  })

  it.each([...steps.matchAll(/- uses: (\S+)/g)].map((match) => [match[1] ?? '']))(
    'use an action that there is: %s',
    (action) => {
      const known = 'create update validateAppPackage publishAppPackage'
        .split(' ')
        .map((name) => `teamsApp/${name}`)
      expect([...known, 'arm/deploy', 'script']).toContain(action)
    },
  )

  it.each([...steps.matchAll(/run: (npm run .*)$/gm)].map((match) => [match[1] ?? '']))(
    'run a script that there is: %s',
    (line) => {
      expect(Object.keys(scripts.scripts)).toContain(line.split(' ')[2])
    },
  )

  it.each(environments)('want only values that env/.env.%s has', (name) => {
    const wanted = wantedBy(steps + text('deploy/main.parameters.json'))
    expect(wanted.length).toBeGreaterThan(8)
    expect(namesIn(name)).toEqual(expect.arrayContaining(wanted))
  })

  it('name files that there are', () => {
    const files = [...steps.matchAll(/(?:path|parameters): \.\/(\S+)/g)].map((match) => match[1] ?? '')
    expect(files.filter((file) => !existsSync(file))).toEqual([])
    expect(files).toHaveLength(2)
  })
})

describe('the environments', () => {
  it.each(environments)('%s is named by its file and holds no secret', (name) => {
    const values = parseEnv(text(`env/.env.${name}`))
    expect(values.TEAMSFX_ENV).toBe(name)
    expect(Object.keys(values).filter((key) => /SECRET|PASSWORD|TOKEN|KEY$/.test(key))).toEqual([])
  })

  it('have the same names, and each a Teams app of its own', () => {
    expect(new Set(environments.map((name) => namesIn(name).join())).size).toBe(1)
    const apps = environments.map((name) => parseEnv(text(`env/.env.${name}`)).FT_TEAMS_APP_ID)
    expect(new Set(apps).size).toBe(3)
  })

  it('keep a person’s own values out of the repository', () => {
    expect(text('.gitignore')).toMatch(/^env\/\.env\.\*\.user$/m)
  })
})

describe('the Azure template', () => {
  const declared = [...bicep.matchAll(/^param (\w+) \w+( = .*)?$/gm)]

  it('uses every parameter that it has', () => {
    const unused = declared.filter(
      ([, name]) => [...bicep.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length < 2,
    )
    expect(unused).toEqual([])
  })

  it('is given every parameter that has no usual value, and none that it does not have', () => {
    const names = declared.map(([, name]) => name)
    const needed = declared.filter(([, , usual]) => usual === undefined).map(([, name]) => name)
    expect(Object.keys(parameters.parameters)).toEqual(expect.arrayContaining(needed))
    expect(names).toEqual(expect.arrayContaining(Object.keys(parameters.parameters)))
  })

  it('has balanced brackets', () => {
    for (const [open, close] of ['{}', '[]', '()'])
      expect(bicep.split(open ?? '').length).toBe(bicep.split(close ?? '').length)
  })

  it('gives out names and addresses, and no secret', () => {
    const outputs = [...bicep.matchAll(/^output (\w+) string = (.*)$/gm)]
    expect(outputs.map(([, name]) => name)).toEqual([
      'AZURE_SERVICE_HOST',
      'AZURE_IDENTITY_OBJECT_ID',
      'AZURE_IDENTITY_CLIENT_ID',
      'AZURE_VAULT_NAME',
    ])
    expect(outputs.filter(([, , value]) => /key|secret|password|listKeys/i.test(value ?? ''))).toEqual([])
    expect(bicep).not.toMatch(/msaAppPassword|clientSecret|allowInsecure: true/)
  })

  it('sets every setting that the service needs in production', () => {
    for (const name of ['FT_TENANT_ID', 'FT_CLIENT_ID', 'FT_SITE', 'FT_SERVICE_ORIGIN', 'FT_TEAMS_APP_ID'])
      expect(bicep).toContain(`{ name: '${name}', value: `)
    expect(bicep).not.toMatch(/FT_(LOGIN|CLOCK|HOST|CONNECTOR)/)
  })
})

describe('the container', () => {
  const dockerfile = text('Dockerfile')

  it('is Debian slim, runs as somebody without rights, and says how it is', () => {
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1])).toEqual(
      Array(3).fill('node:24-bookworm-slim'),
    )
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\/health/m)
    expect(dockerfile).toMatch(/npm ci --omit=dev/)
  })

  it('is made from files that are let in, and leaves the local tenant out', () => {
    const admitted = text('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    )
    const shut = copied.filter(
      (name) => !admitted.some((allowed) => name === allowed || name.startsWith(`${allowed}/`)),
    )
    expect(shut).toEqual([])
    expect(copied.filter((name) => !existsSync(name))).toEqual([])
    expect(text('.dockerignore')).toMatch(/^src\/localtenant$/m)
    expect(dockerfile).not.toMatch(/localtenant/)
  })
})
