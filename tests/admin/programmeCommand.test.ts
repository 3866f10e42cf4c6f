import { programmeCommand } from '../../src/admin/programme.ts'

describe('admin programme', () => {
  const said: string[] = []
  beforeEach(() => {
    said.length = 0
    jest.spyOn(console, 'error').mockImplementation((sentence: string) => void said.push(sentence))
  })
  afterEach(() => jest.restoreAllMocks())

  it.each([
    ['no file', ['--venue', 'Town Hall'], 'Name one file'],
    ['two files', ['a.txt', 'b.txt', '--venue', 'Town Hall'], 'Name one file'],
    ['no place', ['a.txt'], 'Say where they are held'],
    ['a time that is none', ['a.txt', '--venue', 'V', '--start', '9'], 'times such as 09:30'],
  ])('refuses %s, and plans nothing', async (_what, args, sentence) => {
    expect(await programmeCommand.run(args)).toBe(2)
    expect(said.join(' ')).toContain(sentence)
    expect(said.join(' ')).toMatch(/Nothing was (read|planned)/)
  })

  it('says that a file is not there', async () => {
    expect(await programmeCommand.run(['/nonexistent/page.txt', '--venue', 'V'])).toBe(1)
    expect(said).toEqual(['/nonexistent/page.txt could not be opened. Nothing was read.'])
  })
})
