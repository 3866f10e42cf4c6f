/** @jest-environment <rootDir>/tests/support/browserEnvironment.cjs */
import { M365Error } from '../../../src/domain/m365Error.ts'
import { SignInUnreachable } from '../../../src/tab/session.ts'
import { isUnreachable, type StartState, tryOnce } from '../../../src/tab/useStart.ts'

const failed: StartState = { step: 'failed', error: new SignInUnreachable(), name: 'you', retrying: false }

describe('trying to start once more', () => {
  test('keeps the screen that says why it failed, and marks the try', () => {
    expect(tryOnce(failed)).toEqual({ ...failed, retrying: true })
  })

  test('shows the opening screen where nothing has failed yet', () => {
    expect(tryOnce({ step: 'starting' })).toEqual({ step: 'starting' })
  })
})

const chunk = Object.assign(new Error('Loading chunk 3 failed.'), { name: 'ChunkLoadError' })

test.each([
  ['sign-in without a network', new SignInUnreachable(), true],
  ['Graph without a network', new M365Error('unavailable', 'It could not be reached.'), true],
  ['a busy Graph', new M365Error('throttled', 'It is busy.'), true],
  ['a part of the tab that could not be fetched', chunk, true],
  ['a refusal', new M365Error('forbidden', 'Not a member.'), false],
  ['a mistake of ours', new TypeError('x is undefined'), false],
])('%s: tried again by itself: %p', (_what, error, again) => {
  expect(isUnreachable(error)).toBe(again)
})
