import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/universal'
import { writeDate } from '../../domain/calendarDays.ts'
import { countedHow } from '../../domain/informationWords.ts'
import type { GroupFigures, ManagementInformation, RunFigures } from '../../domain/managementInformation.ts'
import { dateCell, headCell, numberCell, shareCell, textCell } from './excelCells.ts'

/** A column: its heading and what stands in it. */
type Column<T> = readonly [heading: string, cell: (figures: T) => Cell, width?: number]

const people: readonly Column<GroupFigures | RunFigures>[] = [
  ['Registered', ({ registered }) => numberCell(registered)],
  ['Attended', ({ attended }) => numberCell(attended)],
  ['Of registered', ({ attended, unscheduled, registered }) => shareCell(attended - unscheduled, registered)],
  ['No-shows', ({ noShows }) => numberCell(noShows)],
  ['Late cancellations', ({ lateCancelled }) => numberCell(lateCancelled)],
  ['Cancelled in time', ({ cancelled }) => numberCell(cancelled)],
  ['Unscheduled', ({ unscheduled }) => numberCell(unscheduled)],
  ['Not recorded', ({ notRecorded }) => numberCell(notRecorded)],
  ['Left waiting', ({ leftWaiting }) => numberCell(leftWaiting)],
  ['Median wait (days)', ({ medianWait }) => numberCell(medianWait)],
]

const places: readonly Column<RunFigures>[] = [
  ['Dates', ({ runs }) => numberCell(runs)],
  ['Places', ({ capacity }) => numberCell(capacity)],
  ['Of places', ({ attended, capacity }) => shareCell(attended, capacity)],
  ['Unused', ({ unused }) => numberCell(unused)],
]

const kept: readonly Column<GroupFigures>[] = [
  ['Places kept', ({ allotted }) => numberCell(allotted)],
  ['Kept and unused', ({ allottedUnused }) => numberCell(allottedUnused)],
]

/** The figures of a quarter as a workbook: in all, by course, agency, borough and date, and how they are counted. */
export async function writeInformationExcel(
  information: ManagementInformation,
  titleOf: (courseKey: string) => string,
): Promise<Uint8Array> {
  const { range, asAt, all, byCourse, byAgency, byBorough, byRun, cancelledRuns, toCome } = information
  const named = (what: string) => [
    [what, ({ name }: GroupFigures) => textCell(name || 'Not stated'), 34] as const,
  ]
  const summary: Cell[][] = [
    [headCell('Training'), headCell(range.name)],
    [textCell('Counted on'), dateCell(asAt)],
    ...[...places, ...people].map(([heading, cell]): Cell[] => [textCell(heading), cell(all)]),
    [textCell('Dates cancelled'), numberCell(cancelledRuns)],
    [textCell('Dates still to come'), numberCell(toCome)],
  ]
  const blob = await writeExcelFile([
    { sheet: 'Summary', data: summary, columns: [{ width: 26 }, { width: 22 }] },
    sheetOf(
      'By course',
      [['Course', ({ courseKey }) => textCell(titleOf(courseKey)), 44], ...places, ...people],
      byCourse,
    ),
    sheetOf('By agency', [...named('Agency'), ...people, ...kept], byAgency),
    sheetOf('By borough', [...named('Borough'), ...people, ...kept], byBorough),
    sheetOf(
      'By date',
      [
        ['Day', ({ run }) => dateCell(run.date), 18],
        ['Course', ({ run }) => textCell(titleOf(run.courseKey)), 44],
        ['Venue', ({ run }) => textCell(run.venue), 34],
        ...places.slice(1),
        ...people,
      ],
      byRun,
    ),
    {
      sheet: 'How it is counted',
      data: [
        [headCell('Figure'), headCell('How it is counted')],
        ...countedHow.map(([figure, how]): Cell[] => [textCell(figure), textCell(how)]),
        [textCell('Days'), textCell(`${writeDate(range.from)} to ${writeDate(range.to)}`)],
      ],
      columns: [{ width: 26 }, { width: 90 }],
    },
  ]).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function sheetOf<T>(sheet: string, columns: readonly Column<T>[], lines: readonly T[]): Sheet<Blob> {
  return {
    ...{ sheet, stickyRowsCount: 1 },
    data: [
      columns.map(([heading]) => headCell(heading)),
      ...lines.map((line) => columns.map(([, cell]) => cell(line))),
    ],
    columns: columns.map(([, , width = 13]) => ({ width })),
  }
}
