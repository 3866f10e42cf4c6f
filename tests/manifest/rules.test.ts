import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import AjvDraft04 from 'ajv-draft-04'
import { buildManifest } from '../../src/admin/package.ts'
import { tabEntity } from '../../src/bot/cards/links.ts'
import { applications } from '../../src/localtenant/signin/applications.ts'
import { scopes } from '../../src/tab/scopes.ts'
import { readDeclared } from '../contract/oracle/permissions.ts'
import { describeWithShared } from '../support/shared.ts'
import { withTables } from './permissionsPage.ts'

interface Manifest {
  readonly id: string
  readonly icons: { readonly color: string; readonly outline: string }
  readonly staticTabs: readonly { readonly entityId: string; readonly contentUrl?: string }[]
  readonly bots: readonly { readonly botId: string }[]
  readonly validDomains: readonly string[]
  readonly webApplicationInfo: {
    readonly id: string
    readonly resource: string
    readonly nestedAppAuthInfo: readonly {
      readonly redirectUri: string
      readonly scopes: readonly string[]
    }[]
  }
  readonly activities?: { readonly activityTypes?: readonly { readonly type: string }[] }
}

const environment = parseEnv(readFileSync('env/.env.dev', 'utf8'))
const built: Record<string, unknown> = buildManifest(environment)
const manifest = built as unknown as Manifest
const tabs = manifest.staticTabs.flatMap(({ contentUrl }) => (contentUrl ? [new URL(contentUrl)] : []))
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

describeWithShared('the built manifest against the schema of Teams 1.30', (shared) => {
  const schema = JSON.parse(readFileSync(path.join(shared, 'contract', 'teams-1.30.schema.json'), 'utf8'))
  const validate = new AjvDraft04.default({ strict: false, allErrors: true, validateFormats: false }).compile(
    schema,
  )
  const errorsOf = (value: unknown) => {
    validate(value)
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
  }

  test('is valid', () => {
    expect(errorsOf(built)).toEqual([])
  })

  test.each([
    ['a property that is misspelt', { ...built, validDomain: [] }],
    ['an id that is none', { ...built, id: 'follow-through' }],
    ['a tab without its entity', { ...built, staticTabs: [{ contentUrl: 'https://x.example' }] }],
  ])('would not be with %s', (_what, broken) => {
    expect(errorsOf(broken)).not.toEqual([])
  })
})

describe('what no schema says of the manifest', () => {
  test('its ids are GUIDs: the app, the bot and the Entra application', () => {
    for (const id of [manifest.id, manifest.bots[0]?.botId, manifest.webApplicationInfo.id])
      expect(id).toMatch(GUID)
  })

  test('no two tabs have the same entity', () => {
    const entities = manifest.staticTabs.map(({ entityId }) => entityId)
    expect(new Set(entities).size).toBe(entities.length)
  })

  test('the links on cards lead to an entity that a tab has', () => {
    expect(manifest.staticTabs.map(({ entityId }) => entityId)).toContain(tabEntity)
  })

  test('the pages of the tabs are https, and their hosts are valid domains', () => {
    expect(tabs.length).toBeGreaterThan(0)
    for (const { protocol, host } of tabs) {
      expect(protocol).toBe('https:')
      expect(manifest.validDomains).toContain(host)
    }
  })

  test('a valid domain is one whole host: no wildcard, no scheme, no path', () => {
    for (const domain of manifest.validDomains) {
      expect(domain).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/)
      expect(domain.split('.').length).toBeGreaterThan(2)
    }
  })

  test('nested app authentication comes back to the origin of the tab', () => {
    const origins = tabs.map(({ host }) => `brk-multihub://${host}`)
    for (const { redirectUri } of manifest.webApplicationInfo.nestedAppAuthInfo)
      expect(origins).toContain(redirectUri)
  })

  test('a token is fetched ahead with the scopes of the tab’s own sign-in, in their order', () => {
    expect(manifest.webApplicationInfo.nestedAppAuthInfo.map((one) => one.scopes)).toEqual([scopes])
  })

  test('it declares the activity types that the product sends', () => {
    const declared = manifest.activities?.activityTypes ?? []
    expect(declared.map(({ type }) => type)).toEqual(activityTypesSent())
  })
})

describe('docs/permissions.md', () => {
  test('says what manifest/permissions.json says (node tests/manifest/writePermissionsPage.ts)', () => {
    const page = readFileSync('docs/permissions.md', 'utf8')
    expect(withTables(page, readDeclared())).toBe(page)
  })

  test('names every permission of the sign-in', () => {
    const page = readFileSync('docs/permissions.md', 'utf8')
    for (const name of readDeclared().signIn) expect(page).toContain(`\`${name}\``)
  })
})

test('the local tenant consents to the declared permissions and to no others', () => {
  for (const { application, permissions } of readDeclared().applications) {
    const registered = applications.find((one) => one.displayName === application)
    for (const kind of ['delegated', 'application'] as const) {
      const inEntra = permissions.filter((one) => one.kind === kind && !one.grantedIn)
      const declared = inEntra.map(({ name }) => name)
      expect([...(registered?.[kind] ?? [])].toSorted()).toEqual(declared.toSorted())
    }
    const inExchange = permissions.filter(({ grantedIn }) => grantedIn).map(({ name }) => name)
    expect((registered?.exchange ?? []).map(({ permission }) => permission)).toEqual(inExchange)
  }
})

/** The activity types in what the service and the tab send; the checks of a tenant send Teams' own. */
function activityTypesSent(): string[] {
  const files = ['src/bot', 'src/tab', 'src/graph', 'src/usecases'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  const texts = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'))
  const named = texts.flatMap((text) =>
    [...text.matchAll(/activityType: '(\w+)'/g)].map(([, type]) => type ?? ''),
  )
  return [...new Set(named)].filter((type) => type !== 'systemDefault')
}
