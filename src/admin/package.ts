import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { strToU8, zipSync } from 'fflate'
import type { Command } from './command.ts'
import { readEnvironmentFile } from './environmentFile.ts'

const usage = `Usage: npm run package [-- --environment NAME]

Builds the Teams app package from manifest/ into appPackage/build/follow-through-NAME.zip.

  --environment NAME   values from env/.env.NAME (default dev)
`

/** Builds the zip that an administrator uploads to Teams. */
export const packageCommand: Command = {
  name: 'package',
  summary: 'build the Teams app package',
  usage,
  async run(args) {
    const { values } = parseArgs({ args, options: { environment: { type: 'string', default: 'dev' } } })
    const manifest = buildManifest(readEnvironmentFile(values.environment))
    const zip = zipSync({
      'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
      'color.png': readFileSync('appPackage/color.png'),
      'outline.png': readFileSync('appPackage/outline.png'),
    })
    const target = path.join('appPackage', 'build', `follow-through-${values.environment}.zip`)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, zip)
    console.log(`${target} is built. Upload it in the Teams admin centre under Manage apps.`)
    return 0
  },
}

/** Fills the manifest template with one environment's values. Throws an Error that names a value that is missing. */
export function buildManifest(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, unknown> {
  const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  const origin = environment.FT_SERVICE_ORIGIN ?? ''
  const values: Readonly<Record<string, string | undefined>> = {
    ...environment,
    version,
    serviceDomain: URL.canParse(origin) ? new URL(origin).host : undefined,
    delegatedScopes: delegatedScopes().join('","'),
  }
  const template = readFileSync(path.join('manifest', 'manifest.template.json'), 'utf8')
  const text = template.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = values[name]
    if (!value) throw new Error(`The environment file has no value for ${name}; nothing was built.`)
    return value
  })
  return JSON.parse(text) as Record<string, unknown>
}

interface DeclaredPermissions {
  readonly applications: readonly {
    readonly permissions: readonly { readonly name: string; readonly kind: 'delegated' | 'application' }[]
  }[]
}

/** The delegated permissions, in the order in which the tab asks for them: Teams fetches such a token ahead. */
function delegatedScopes(): string[] {
  const text = readFileSync(path.join('manifest', 'permissions.json'), 'utf8')
  const { applications } = JSON.parse(text) as DeclaredPermissions
  return applications
    .flatMap(({ permissions }) => permissions)
    .flatMap(({ name, kind }) => (kind === 'delegated' ? [name] : []))
}
