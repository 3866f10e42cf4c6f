import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { AppManifestUtils } from '@microsoft/app-manifest'
import { buildManifest } from '../../src/admin/package.ts'

const environment = parseEnv(readFileSync('env/.env.dev', 'utf8'))

/** Width and height of a PNG, from its header. */
function size(file: string): readonly [number, number] {
  const bytes = readFileSync(file)
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('the Teams manifest', () => {
  it('is valid by the schema of Microsoft’s own package', async () => {
    const manifest = buildManifest(environment)
    const errors = await AppManifestUtils.validateAgainstSchema(manifest as never)
    expect(errors).toEqual([])
  })

  it('uses one Entra app for the tab, the bot and the web application', () => {
    const manifest = buildManifest(environment) as {
      bots: { botId: string }[]
      webApplicationInfo: { id: string }
    }
    expect(manifest.bots[0]?.botId).toBe(manifest.webApplicationInfo.id)
  })

  it('names the missing value instead of building a manifest with a hole in it', () => {
    expect(() => buildManifest({ ...environment, FT_CLIENT_ID: '' })).toThrow('no value for FT_CLIENT_ID')
  })

  it.each([
    ['appPackage/color.png', 192],
    ['appPackage/outline.png', 32],
  ])('%s is %i pixels square', (file, side) => {
    expect(size(file)).toEqual([side, side])
  })
})
