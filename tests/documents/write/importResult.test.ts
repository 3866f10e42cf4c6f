import { importResultCsv } from '../../../src/documents/write/importResult.ts'
import type { ImportReport } from '../../../src/domain/importPlan.ts'

const report: ImportReport = {
  ...{ at: '2021-06-01T09:00:00.000Z', paper: 'June', notInPaper: ['protests-2021-03/9'] },
  results: [
    { what: 'report', key: 'protests-2021-03', outcome: 'created', kept: [], note: '' },
    { what: 'row', key: 'protests-2021-03/1', outcome: 'kept', kept: ['progress', 'status'], note: '' },
    { what: 'row', key: '=cmd|x', outcome: 'refused', kept: [], note: 'the register knows no status "A, B"' },
  ],
}

test('what became of every report and row stands in a file that Excel reads as it is', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(importResultCsv(report))
  expect(text.split('\r\n')).toEqual([
    '\uFEFFWhat,Key,Outcome,Stays as it is here,Note',
    'Report,protests-2021-03,new in the register,,',
    'Row,protests-2021-03/1,kept as written in Follow-Through,"progress, status",',
    `Row,"'=cmd|x",not brought in,,"the register knows no status ""A, B"""`,
    'Row,protests-2021-03/9,"not in this paper, left alone",,',
    '',
  ])
})
