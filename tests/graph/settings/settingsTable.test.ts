import { readFileSync } from 'node:fs'
import { settingsAsMarkdown, settingsTable } from '../../../src/graph/settings/settingsTable.ts'

describe('the table of settings', () => {
  it('is the one of docs/configuration.md, line for line', () => {
    expect(readFileSync('docs/configuration.md', 'utf8')).toContain(`\n${settingsAsMarkdown()}\n`)
  })

  it('names each setting once', () => {
    const names = settingsTable.map((setting) => setting.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(['dev', 'test', 'prod'])('has every FT_ name of env/.env.%s, and no secret is there', (name) => {
    const text = readFileSync(`env/.env.${name}`, 'utf8')
    const names = [...text.matchAll(/^(FT_\w+)=/gm)].map((match) => match[1])
    expect(names.length).toBeGreaterThan(3)
    const known = settingsTable.filter((setting) => !setting.secret).map((setting) => setting.name)
    expect(known).toEqual(expect.arrayContaining(names))
  })
})
