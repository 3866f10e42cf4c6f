import { spawnSync } from 'node:child_process'
import { isGone, thisProcess } from '../../../src/bot/jobs/instance.ts'

const numbered = (number: number) => thisProcess().replace(/\d+$/, String(number))

describe('whether another process is still there', () => {
  test('this one is', () => {
    expect(isGone(thisProcess())).toBe(false)
  })

  test('one that has ended here is gone', () => {
    const { pid } = spawnSync(process.execPath, ['--version'])
    expect(isGone(numbered(pid))).toBe(true)
  })

  test.each(['another-host 1', 'nonsense', ''])('of "%s" it cannot be known', (name) => {
    expect(isGone(name)).toBe(false)
  })
})
