/** What a column holds, as far as its facets tell apart. */
export type ColumnType =
  | 'text'
  | 'note'
  | 'choice'
  | 'multiChoice'
  | 'number'
  | 'boolean'
  | 'dateTime'
  | 'person'
  | 'people'
  | 'lookup'
  | 'lookups'
  | 'hyperlink'
  | 'calculated'
  | 'system'

/** A column definition in Graph's shape, as it is kept and answered. */
export interface ColumnDefinition {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly columnGroup: string
  readonly hidden: boolean
  readonly readOnly: boolean
  readonly required: boolean
  readonly indexed: boolean
  readonly enforceUniqueValues: boolean
  /** One member named after its facet: `text`, `choice`, … */
  readonly [facet: string]: unknown
}

/** The facets that can be created here. */
export const facets = [
  'text',
  'choice',
  'number',
  'currency',
  'boolean',
  'dateTime',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
  'calculated',
] as const
export type Facet = (typeof facets)[number]

/** The facet a definition carries, if any. */
export const facetOf = (definition: Readonly<Record<string, unknown>>): Facet | undefined =>
  facets.find((facet) => typeof definition[facet] === 'object' && definition[facet] !== null)

/** A definition as Graph answers it: columns of links show no type. msgraph-sdk-dotnet#1151 */
export function shownColumn({
  hyperlinkOrPicture: _hidden,
  ...shown
}: ColumnDefinition): Record<string, unknown> {
  return shown
}

/** One setting of a definition's facet. */
export function setting(definition: ColumnDefinition, name: string): unknown {
  const facet = facetOf(definition)
  const settings = facet === undefined ? undefined : definition[facet]
  return typeof settings === 'object' && settings !== null
    ? (settings as Record<string, unknown>)[name]
    : undefined
}

/** What the column holds. A column without a facet is one of SharePoint's own. */
export function typeOf(definition: ColumnDefinition): ColumnType {
  const several =
    setting(definition, 'allowMultipleSelection') === true ||
    setting(definition, 'allowMultipleValues') === true
  switch (facetOf(definition)) {
    case 'text':
      return setting(definition, 'allowMultipleLines') === true ? 'note' : 'text'
    case 'choice':
      return setting(definition, 'displayAs') === 'checkBoxes' ? 'multiChoice' : 'choice'
    case 'number':
    case 'currency':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'dateTime':
      return 'dateTime'
    case 'personOrGroup':
      return several ? 'people' : 'person'
    case 'lookup':
      return several ? 'lookups' : 'lookup'
    case 'hyperlinkOrPicture':
      return 'hyperlink'
    case 'calculated':
      return 'calculated'
    default:
      return 'system'
  }
}

/** Whether SharePoint can index such a column. */
export const indexable = (type: ColumnType): boolean =>
  ['text', 'choice', 'number', 'boolean', 'dateTime', 'person', 'lookup'].includes(type)

/** Columns whose value is the id of a row elsewhere, written as `<Name>LookupId`. */
export const isLookup = (type: ColumnType): boolean =>
  ['person', 'people', 'lookup', 'lookups'].includes(type)
export const isMultiLookup = (type: ColumnType): boolean => type === 'people' || type === 'lookups'
