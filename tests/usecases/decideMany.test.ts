import type { Decision } from '../../src/domain/decide.ts'
import { M365Error } from '../../src/domain/m365Error.ts'
import type { Recommendation } from '../../src/domain/recommendation.ts'
import { decideMany, previewMany, type Result } from '../../src/usecases/decideMany.ts'
import {
  aPost,
  aRecommendation,
  MemoryRecommendations,
  officer,
  secretary,
  standingClock,
} from '../support/register.ts'

const clock = standingClock()
const decision: Decision = { does: 'set-applies', applies: 'yes', why: 'The board said so.' }
const posts = [aPost()]

function aList(...changes: Partial<Recommendation>[]) {
  const list = new MemoryRecommendations(
    changes.map((change, index) => aRecommendation({ number: String(index + 1), ...change })),
  )
  const rows = changes.map((_change, index) => list.peek(String(index + 1)))
  return { list, rows }
}

async function decide(
  { list, rows }: ReturnType<typeof aList>,
  given: { actor?: typeof secretary; stopAfter?: number } = {},
) {
  const seen: Result[] = []
  const results = await decideMany(
    {
      ...{ recommendations: list, clock },
      stopped: () => seen.length >= (given.stopAfter ?? Number.POSITIVE_INFINITY),
      onResult: (result) => seen.push(result),
    },
    { rows, decision, posts, actor: given.actor ?? secretary },
  )
  expect(seen).toHaveLength(rows.length)
  return results.map(({ outcome }) => outcome)
}

test('the preview says of each row what it would be, or why it stays', async () => {
  const { rows } = aList({}, { applies: 'yes' })
  const previews = await previewMany({ clock }, { rows, decision, posts, actor: secretary })
  expect(previews.map((one) => (one.ok ? one.next.applies : one.code))).toEqual(['yes', 'nothing-changed'])
})

test('the preview refuses whom the decision itself would refuse', async () => {
  const { rows } = aList({})
  const [preview] = await previewMany({ clock }, { rows, decision, posts, actor: officer })
  expect(preview?.ok).toBe(false)
})

test('each row is saved by itself, without reading it again', async () => {
  const many = aList({}, {})
  expect(await decide(many)).toEqual(['done', 'done'])
  expect(many.list.peek('2').value.applies).toBe('yes')
  expect(many.list.calls).toEqual(['save', 'save'])
})

test('a row that somebody changed meanwhile keeps their version, and the others are done', async () => {
  const many = aList({}, {}, {})
  many.list.change('2', (row) => ({ ...row, progress: 'Theirs.' }))
  expect(await decide(many)).toEqual(['done', 'changed-meanwhile', 'done'])
  expect(many.list.peek('2').value).toMatchObject({ progress: 'Theirs.', applies: null })
})

test('a row that refuses is named, and the others are done', async () => {
  expect(await decide(aList({ applies: 'yes' }, {}))).toEqual(['refused', 'done'])
})

test('once stopped nothing more is begun, and what was not begun is told apart', async () => {
  const outcomes = await decide(aList({}, {}, {}, {}, {}, {}), { stopAfter: 1 })
  expect(outcomes).toContain('done')
  expect(outcomes.slice(-2)).toEqual(['not-begun', 'not-begun'])
})

test('an outage fails the rows it meets and leaves them to be tried again', async () => {
  const many = aList({}, {})
  many.list.goOffline()
  expect(await decide(many)).toEqual(['failed', 'failed'])
  many.list.recover()
  expect(await decide(many)).toEqual(['done', 'done'])
})

test('a refusal of Microsoft 365 to let the person write stops what would fail alike', async () => {
  const many = aList({}, {}, {}, {}, {}, {}, {})
  many.list.fail(new M365Error('forbidden', 'No.', { status: 403 }))
  const outcomes = await decide(many)
  expect(outcomes.filter((one) => one === 'failed').length).toBeLessThanOrEqual(4)
  expect(outcomes).toContain('not-begun')
})
