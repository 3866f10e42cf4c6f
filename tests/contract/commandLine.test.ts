import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runAdmin } from '../admin/runAdmin.ts'

const paper = 'src/admin/sample/paper.txt'
const folder = mkdtempSync(path.join(tmpdir(), 'papers-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name)
  writeFileSync(full, content)
  return full
}

jest.setTimeout(30_000)

describe('the commands', () => {
  test('are listed with what they do', async () => {
    const run = await runAdmin(['--help'])
    expect(run.code).toBe(0)
    for (const verb of ['start', 'provision', 'sample', 'import', 'remind', 'check', 'package'])
      expect(run.stdout).toMatch(new RegExp(`^ {2}${verb} +\\w`, 'm'))
  })
  test.each(['provision', 'import', 'check'])('%s tells how it is used', async (verb) => {
    const run = await runAdmin([verb, '--help'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(run.stdout).toMatch(new RegExp(`^Usage: npm run admin -- ${verb}`))
  })
  test('remind tells what counts as a failure, and what does not', async () => {
    const { stdout } = await runAdmin(['remind', '--help'])
    expect(stdout).toContain(
      'Answers 1 when a card failed or the run was stopped; people who cannot be reached are listed',
    )
  })
  test.each([
    [['imprt'], /There is no command "imprt"/],
    [['constructor'], /There is no command "constructor"/],
    [['import', '--fast', paper], /Unknown option '--fast'\. See "npm run admin -- import --help"/],
    [['import'], /Name one file/],
    [['provision', 'now'], /Unexpected argument 'now'/],
  ])('answer 2 and a sentence to %j', async (args, sentence) => {
    const run = await runAdmin(args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toMatch(sentence)
    expect(run.stderr).not.toMatch(/\n\s+at /)
  })
  test('name the settings that are missing', async () => {
    const run = await runAdmin(['check'])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(/^Settings are missing: FT_TENANT_ID, .*npm start/)
  })
})

describe('a dry run of an import', () => {
  test('prints one JSON object and nothing else on the output', async () => {
    const run = await runAdmin(['import', paper, '--dry-run', '--json'])
    expect(run.code).toBe(0)
    const reading = JSON.parse(run.stdout)
    expect(reading.totals.rows).toBe(reading.rows.length)
    expect(run.stderr).toMatch(/Nothing was written/)
  })
  test('tells the doubts in sentences', async () => {
    const run = await runAdmin(['import', paper, '--dry-run'])
    expect(run.stdout).toMatch(/places? to look at again:\n {2}line \d+/)
    expect(run.stdout).toMatch(/Nothing was written: this was a dry run\.\n$/)
  })
  test.each([
    ['an empty file', () => file('empty.txt', ''), /is empty/],
    [
      'a binary file',
      () => file('binary.txt', new Uint8Array([0, 1, 2, 0])),
      /neither an office file nor text/,
    ],
    ['a file without a table', () => file('letter.txt', 'Dear all,\n'), /holds no table/],
    ['a folder', () => folder, /is a folder, not a paper/],
    ['a file that is not there', () => path.join(folder, 'gone.txt'), /There is no file/],
    ['a file of 31 MB', () => file('big.txt', 'x'.repeat(31 * 1024 * 1024)), /30 MB are read at most/],
  ])('refuses %s with a sentence', async (_, make, sentence) => {
    const run = await runAdmin(['import', make(), '--json'])
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(run.stderr).toMatch(sentence)
  })
})
