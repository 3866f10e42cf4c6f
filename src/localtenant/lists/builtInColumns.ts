import { randomUUID } from 'node:crypto'
import type { ColumnDefinition } from './columnTypes.ts'

const readOnly = [
  'ID',
  'ContentType',
  'Modified',
  'Created',
  'Author',
  'Editor',
  '_UIVersionString',
  'Attachments',
  'Edit',
  'LinkTitleNoMenu',
  'LinkTitle',
  'DocIcon',
  'ItemChildCount',
  'FolderChildCount',
] as const

/** What every list made from the generic template starts with: Title, and the columns SharePoint fills itself. */
export function builtInColumns(): ColumnDefinition[] {
  const title = builtIn('Title', { required: true, text: { maxLength: 255, allowMultipleLines: false } })
  return [title, ...readOnly.map((name) => builtIn(name, { readOnly: true }))]
}

/** The columns of the hidden list of people that a site keeps. */
export function userListColumns(): ColumnDefinition[] {
  const plainText = ['EMail', 'UserName', 'FirstName', 'LastName', 'JobTitle']
  return [
    ...builtInColumns(),
    builtIn('Name', { indexed: true, text: { maxLength: 255 } }),
    ...plainText.map((name) => builtIn(name, { text: { maxLength: 255 } })),
    builtIn('IsSiteAdmin', { boolean: {} }),
  ]
}

/** A column definition with everything not given at its default. */
export function builtIn(name: string, differences: Partial<ColumnDefinition>): ColumnDefinition {
  return {
    columnGroup: 'Custom Columns',
    description: '',
    displayName: name,
    enforceUniqueValues: false,
    hidden: false,
    id: randomUUID(),
    indexed: false,
    name,
    readOnly: false,
    required: false,
    ...differences,
  }
}
