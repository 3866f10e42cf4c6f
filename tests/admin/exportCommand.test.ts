import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { exportCommand } from '../../src/admin/export.ts'

describe('admin export', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'follow-through-export-'))
  const said: string[] = []
  beforeEach(() => {
    said.length = 0
    jest.spyOn(console, 'error').mockImplementation((sentence: string) => void said.push(sentence))
  })
  afterEach(() => jest.restoreAllMocks())

  it.each([
    ['no file', [], 'Name one file'],
    ['two files', ['a.docx', 'b.docx'], 'Name one file'],
    ['an ending that tells no format', ['paper.pdf'], 'Say the format: --format word|excel|csv|brief'],
    ['a format that there is not', ['--format', 'pdf', 'paper.docx'], 'Say the format'],
    [
      'a marking that there is not',
      ['--marking', 'SECRET', 'paper.docx'],
      'A marking is OFFICIAL or OFFICIAL-SENSITIVE',
    ],
  ])('refuses %s, and writes nothing', async (_what, args, sentence) => {
    const files = args.map((arg) => (/\.\w+$/.test(arg) ? path.join(folder, arg) : arg))
    expect(await exportCommand.run(files)).toBe(2)
    expect(said.join('\n')).toContain(sentence)
    expect(said.join('\n')).toContain('Nothing was written')
    expect(readdirSync(folder)).toEqual([])
  })
})
