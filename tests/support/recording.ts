import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Exchange } from '../../src/localtenant/recorder.ts'

export type { Exchange }

/** Who the tests' own requests say they are: what they ask for, the product does not. */
export const testerAgent = 'follow-through-tests'

/** Where the journeys leave their Graph traffic for the contract checks. */
export const journeyRecording = path.resolve('dist/contract/journeys.jsonl')

/** Makes way for a new recording and gives the environment that asks for it. */
export function recordingTo(file: string): { FT_RECORD: string } {
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return { FT_RECORD: file }
}

/** Every exchange of a recording, in order; none when there is no such file. */
export function readRecording(file: string): readonly Exchange[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line): Exchange => JSON.parse(line))
}
