import mammoth from 'mammoth'
import readExcelFile from 'read-excel-file/universal'
import { writeBulletinWord } from '../../../src/documents/write/bulletinWord.ts'
import { writeFoiWord } from '../../../src/documents/write/foiWord.ts'
import { writeInformationExcel } from '../../../src/documents/write/informationExcel.ts'
import { composeBulletin } from '../../../src/domain/bulletin.ts'
import { usualEffort } from '../../../src/domain/foiEffort.ts'
import { foiFiguresOf } from '../../../src/domain/foiFigures.ts'
import { foiPackOf } from '../../../src/domain/foiPack.ts'
import { informationOf } from '../../../src/domain/managementInformation.ts'
import { quarterOf } from '../../../src/domain/quarters.ts'
import { aBooking, aCompletion, aCourse, aRun } from '../../support/training.ts'

const textOf = async (bytes: Uint8Array) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/\s+/g, ' ')

it('a bulletin in Word says what is coming, where places are free and what the coordinator adds', async () => {
  const bulletin = composeBulletin(
    { courses: [aCourse()], runs: [aRun({ date: '2021-06-14', trainer: 'Chen Wei' })] },
    { day: '2021-06-01', since: '2021-05-01', editorial: 'Bring your <warrant card> & a pen.' },
  )
  const text = await textOf(await writeBulletinWord(bulletin))
  expect(text).toContain('Training bulletin, 1 June 2021')
  expect(text).toContain('Bring your <warrant card> & a pen.')
  expect(text).toContain('14 June 2021, Monday')
  expect(text).toContain('10 of 10 places free')
  expect(text).not.toContain('Chen Wei')
})

it('a pack in Word answers eighteen questions, hides few people and names nobody', async () => {
  const scope = { courseKeys: ['pip2'], fromYear: 2020, toYear: 2021, asAt: '2021-06-01' }
  const completions = [1, 2, 3].map((one) => aCompletion({ key: `${one}`, person: `p${one}` }))
  const pack = foiPackOf(
    {
      courses: [aCourse()],
      figures: foiFiguresOf(completions, scope),
      lateAnswers: 0,
      names: ['Amira Hassan'],
    },
    { reference: '01.FOI.21.1', theme: 'detective work', scope, effort: usualEffort, madeOn: '2021-06-01' },
  )
  const text = await textOf(await writeFoiWord(pack))
  expect(text).toContain('Answers about training in detective work, 01.FOI.21.1')
  expect(text).toMatch(/18\. .*Not applicable/)
  expect(text).toContain('fewer than 5')
  expect(text).toContain('not held')
  expect(text).not.toMatch(/Amira|\b3 people/)
})

it('the workbook has both shares and says how they are counted', async () => {
  const source = {
    runs: [aRun()],
    bookings: [aBooking(['booked', 'attended']), aBooking(['booked', 'no-show'])],
  }
  const information = informationOf(source, quarterOf('2021-05-03'), '2021-06-01')
  const bytes = await writeInformationExcel(information, () => 'PIP2')
  const sheets = await readExcelFile(new Blob([bytes.slice().buffer]))
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? []
  const summary = rowsOf('Summary')
  const figureOf = (figure: string) => summary.find(([name]) => name === figure)?.[1]
  expect([figureOf('Places'), figureOf('Registered'), figureOf('Attended')]).toEqual([10, 2, 1])
  expect([figureOf('Of places'), figureOf('Of registered')]).toEqual([0.1, 0.5])
  expect(rowsOf('By course')[1]?.[0]).toBe('PIP2')
  expect(rowsOf('How it is counted').length).toBeGreaterThan(10)
})
