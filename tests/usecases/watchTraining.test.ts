import { addDays } from '../../src/domain/calendarDays.ts'
import { trainingRule } from '../../src/domain/trainingReminders.ts'
import { sendReminders } from '../../src/usecases/sendReminders.ts'
import { tellFallen } from '../../src/usecases/tellAtOnce.ts'
import { updateCover } from '../../src/usecases/updateCover.ts'
import { watchTraining } from '../../src/usecases/watchTraining.ts'
import { completion, coverStores, member, requirement } from '../support/cover.ts'
import { aPost, aRecommendation, holderOf, owner, secretary } from '../support/register.ts'
import { reminderScene } from '../support/reminders.ts'

const today = '2021-06-16'
const posts = [
  aPost({}),
  aPost({ key: 'board-secretary', title: 'Board Secretary', holder: holderOf(secretary) }),
]
const pclo = { requirement: 'pclo', title: 'Conference liaison', atLeast: 95, note: '' }
const green = aRecommendation({ status: 'GREEN', due: [], restsOn: [pclo] })
const account = '00000000-0000-4000-8000-000000000001'

function sceneOf(...days: readonly string[]) {
  const cover = coverStores({
    requirements: [requirement({ kind: 'every', everyMonths: 12 })],
    staff: days.map((_, index) =>
      member({ key: index === 0 ? account : `p${index}`, name: `Officer ${index}` }),
    ),
    completions: days.map((completedOn, index) =>
      completion({ person: index === 0 ? account : `p${index}`, completedOn }),
    ),
  })
  return {
    ...reminderScene([green], posts),
    cover: cover.cover,
    requirements: cover.requirements,
    world: cover,
  }
}
const moment = { today, time: '09:00', run: 'cover-1' }

describe('a green row whose training falls', () => {
  test('is told to its owner and to the secretary at once, with the figure, and once', async () => {
    const scene = sceneOf('2021-01-10', '2020-06-15')
    await updateCover(scene.world, today)
    const { changed, fell } = await watchTraining(scene, today)
    expect([changed.length, fell.length]).toEqual([1, 1])
    const told = await tellFallen(scene, moment, fell)
    expect(told.sent.map(({ person }) => person).sort()).toEqual([owner.name, secretary.name].sort())
    for (const { reason } of told.sent)
      expect(reason).toContain('at 50 % (1 of 2) on 16 June 2021; it has to be at least 95 %')
    await tellFallen(scene, { ...moment, run: 'cover-2' }, fell)
    await sendReminders(scene, { today, run: 'day' })
    expect(scene.messenger.cards.filter(({ keys }) => keys.includes(green.key))).toHaveLength(2)
  })

  test('is told the next morning where it falls in quiet hours', async () => {
    const scene = sceneOf('2020-06-15')
    await updateCover(scene.world, today)
    const { fell } = await watchTraining(scene, today)
    expect((await tellFallen(scene, { ...moment, time: '22:00' }, fell)).sent).toEqual([])
    const report = await sendReminders(scene, { today: '2021-06-17', time: '08:00', run: 'day' })
    expect(report.sent.map(({ person }) => person)).toEqual(
      expect.arrayContaining([owner.name, secretary.name]),
    )
  })

  test('is news again when it is reached and falls once more', async () => {
    const scene = sceneOf('2020-06-15')
    await updateCover(scene.world, today)
    await tellFallen(scene, moment, (await watchTraining(scene, today)).fell)
    scene.world.completions.put(completion({ person: account, completedOn: '2021-06-16' }))
    await updateCover(scene.world, '2021-06-17')
    expect((await watchTraining(scene, '2021-06-17')).fell).toEqual([])
    await updateCover(scene.world, '2022-06-17')
    const again = await watchTraining(scene, '2022-06-17')
    const told = await tellFallen(scene, { ...moment, today: '2022-06-17', run: 'c' }, again.fell)
    expect(told.sent).toHaveLength(2)
  })

  test('stays silent while the figure is reached', async () => {
    const scene = sceneOf('2021-01-10')
    await updateCover(scene.world, today)
    expect((await watchTraining(scene, today)).fell).toEqual([])
  })
})

describe('training that people need themselves', () => {
  const taken = '2020-08-16'
  const last = '2021-08-16'
  test.each([
    [31, null],
    [30, 'training-due-30'],
    [8, 'training-due-30'],
    [7, 'training-due-7'],
    [0, 'training-due-7'],
    [-1, 'training-lapsed'],
    [-14, 'training-lapsed'],
    [-15, null],
  ] as const)('%s days before the last day: %s', (days, rule) => {
    expect(trainingRule(last, addDays(last, -days))).toBe(rule)
  })

  test('is on their digest once for each rule, with the day and what asks for it', async () => {
    const scene = sceneOf(taken)
    await updateCover(scene.world, '2021-07-19')
    const report = await sendReminders(scene, { today: '2021-07-19', run: 'one' })
    const mine = report.sent.filter(({ person }) => person === 'Officer 0')
    expect(mine.map(({ reason }) => reason)).toEqual([
      'The role of Officer 0 needs it (IX/3841/20); “Conference liaison” is needed by 16 August 2021.',
    ])
    await sendReminders(scene, { today: '2021-07-20', run: 'two' })
    expect(scene.messenger.cards.filter(({ person }) => person === account)).toHaveLength(1)
  })

  test('goes to nobody without an account', async () => {
    const scene = sceneOf('2021-05-01', taken)
    await updateCover(scene.world, '2021-07-19')
    const report = await sendReminders(scene, { today: '2021-07-19', run: 'one' })
    expect(report.sent.filter(({ person }) => person.startsWith('Officer'))).toEqual([])
  })
})
