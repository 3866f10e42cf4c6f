import { existsSync } from 'node:fs'
import path from 'node:path'

/** The folder with the seeds, the expected reading and Microsoft's schemas, or null on a machine without it. */
export function sharedFolder(): string | null {
  const folder = path.resolve(process.env.FT_SHARED ?? path.join(process.cwd(), '..', 'shared'))
  return existsSync(path.join(folder, 'contract')) ? folder : null
}

/** Registers tests that need the shared folder; without it one test says that they were left out. */
export function describeWithShared(title: string, register: (shared: string) => void): void {
  const shared = sharedFolder()
  if (shared) {
    describe(title, () => register(shared))
    return
  }
  describe(title, () => {
    it('was left out: ../shared is not here', () => {
      console.log(`${title}: left out, because ../shared is not here.`)
      expect(sharedFolder()).toBeNull()
    })
  })
}
