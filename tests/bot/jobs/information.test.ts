import { pino } from 'pino'
import { informationJob } from '../../../src/bot/jobs/information.ts'
import { inTurn } from '../../../src/bot/jobs/turns.ts'
import type { PaperPart } from '../../../src/domain/paper.ts'
import type { Person } from '../../../src/domain/roles.ts'
import type { Setting } from '../../../src/domain/setting.ts'
import { askForFeedbackNow, readOutbox } from '../../../src/usecases/bulletinOutbox.ts'
import { runLockKey } from '../../../src/usecases/runLock.ts'
import {
  MemoryAttendance,
  MemoryDates,
  MemoryFeedback,
  RecordingTrainingMessenger,
} from '../../support/information.ts'
import { MemoryListStore } from '../../support/memoryListStore.ts'
import { aSetting, MemoryLedger, MovableClock } from '../../support/reminders.ts'
import { aBooking, aCourse, aRun } from '../../support/training.ts'

const ruth: Person = { objectId: 'ruth', name: 'Ruth Mbeki', signInName: 'ruth@x', roles: ['Coordinator'] }
/** More looks than pass between a failure and the next try. */
const manyLooks = 45

class Parts extends MemoryListStore<PaperPart> {
  ofPaper = () => this.all()
}

/** Two people who were on a run yesterday; it is past eleven on a working day. */
function scene(stopping = () => false) {
  const clock = new MovableClock('2021-05-04T10:30:00.000Z')
  const there = (name: string) =>
    aBooking(['booked', 'attended'], { key: name, person: name, personName: name })
  const deps = {
    ...{ clock, ledger: new MemoryLedger(), messenger: new RecordingTrainingMessenger() },
    ...{ feedback: new MemoryFeedback(), runs: new MemoryDates([aRun()]), paperParts: new Parts() },
    ...{ bookings: new MemoryAttendance([there('amira'), there('daniel')]) },
    ...{ courses: new MemoryListStore([aCourse()]), settings: new MemoryListStore<Setting>([]) },
  }
  const silent = pino({ level: 'silent' })
  const job = informationJob(
    async () => deps,
    () => clock.today(),
    silent,
    stopping,
    inTurn(),
  )
  return { ...deps, job }
}
async function look(job: ReturnType<typeof scene>['job'], times: number): Promise<void> {
  for (let look = 0; look < times; look += 1) await job.look()
}

test('people are asked once a day', async () => {
  const one = scene()
  await look(one.job, manyLooks)
  expect(one.messenger.told).toHaveLength(2)
})

test('a day on which another instance was sending at eleven is not lost: they are asked when it is done', async () => {
  const one = scene()
  one.settings.put(
    aSetting(runLockKey, { run: 'other', process: 'there 7', until: '2021-05-04T10:40:00.000Z' }),
  )
  await one.job.look()
  expect(one.messenger.told).toEqual([])
  one.clock.moveTo('2021-05-04T10:41:00.000Z')
  await look(one.job, manyLooks)
  expect(one.messenger.told).toHaveLength(2)
})

test('whoever ordered that people are asked is obeyed by the next start when the service had to stop', async () => {
  const one = scene(() => true)
  await askForFeedbackNow(one, ruth)
  await one.job.look()
  expect((await readOutbox(one))?.keys).toEqual(['feedback'])
})
