import { statuses } from '../../src/domain/recommendation.ts'
import { everyList } from '../../src/graph/columns/everyList.ts'
import { recommendationsList } from '../../src/graph/columns/recommendations.ts'
import { reminderLedgerList } from '../../src/graph/columns/reminderLedger.ts'
import { ledgerStates } from '../../src/usecases/ports.ts'

/** Columns that SharePoint puts into every list; a column of the same name would get another internal name. */
const ofSharePoint = [
  'ID',
  'Title',
  'Order',
  'GUID',
  'Author',
  'Editor',
  'Created',
  'Modified',
  'Attachments',
  'Edit',
  'Type',
  'Name',
  'ContentType',
  'ContentTypeId',
  'DocIcon',
  'LinkTitle',
  'InstanceID',
  'WorkflowVersion',
  'WorkflowInstanceID',
  'FileRef',
  'FileLeafRef',
  'UniqueId',
  'ProgId',
  'ScopeId',
  'MetaInfo',
  'AppAuthor',
  'AppEditor',
  'Version',
]

test('there are nineteen lists with different titles', () => {
  expect(new Set(everyList.map((list) => list.title)).size).toBe(19)
})

describe.each(everyList.map((list) => [list.title, list] as const))('%s', (_, list) => {
  const columns = Object.entries(list.columns)
  const names = columns.map(([name]) => name)

  test('is known by a unique, indexed key', () => {
    expect(list.columns.Key).toMatchObject({ kind: 'text', indexed: true, unique: true })
  })
  test('has no more indexes than SharePoint keeps', () => {
    expect(columns.filter(([, column]) => 'indexed' in column && column.indexed).length).toBeLessThanOrEqual(
      20,
    )
  })
  test('has names that SharePoint keeps as they are', () => {
    expect(names.filter((name) => !/^[A-Z][A-Za-z]{1,31}$/.test(name))).toEqual([])
    expect(names.filter((name) => ofSharePoint.includes(name))).toEqual([])
  })
  test('has no pair of columns X and XId, where writing one fills the other', () => {
    expect(names.filter((name) => name.endsWith('Id'))).toEqual([])
  })
  test('says of every column what it is for', () => {
    expect(columns.filter(([, column]) => !column.description.endsWith('.'))).toEqual([])
  })
})

test('the choices are those of the domain', () => {
  expect(recommendationsList.columns.Status.choices).toEqual(statuses)
  expect(reminderLedgerList.columns.State.choices).toEqual(ledgerStates)
})

test.each(['ReportKey', 'Status', 'OpenDeadline', 'OwnerPost'] as const)(
  'recommendations can be looked up by %s',
  (name) => expect(recommendationsList.columns[name].indexed).toBe(true),
)
