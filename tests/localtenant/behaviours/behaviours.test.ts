import { batchTable } from './batchTable.ts'
import { calendarTable } from './calendarTable.ts'
import { changeTable } from './changeTable.ts'
import { listTable } from './listTable.ts'
import { queryTable } from './queryTable.ts'
import { refusalTable } from './refusalTable.ts'
import { openTenantForTables, runTable } from './runTable.ts'
import { valueTable } from './valueTable.ts'

// In a tenant far away an answer takes its time.
jest.setTimeout(120_000)

openTenantForTables()
for (const table of [queryTable, listTable, valueTable, changeTable, batchTable, refusalTable, calendarTable])
  runTable(table)
