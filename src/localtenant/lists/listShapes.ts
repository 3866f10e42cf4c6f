import type { Shape } from '../shapes.ts'

const columnTypes = [
  ...[
    'note',
    'text',
    'choice',
    'multichoice',
    'number',
    'currency',
    'dateTime',
    'lookup',
    'boolean',
    'user',
    'url',
  ],
  ...['calculated', 'geolocation', 'term', 'multiterm', 'thumbnail', 'approvalStatus', 'location'],
]

const nothing = (type: string): Shape => ({ type, has: {} })

/** A column: learn.microsoft.com/graph/api/resources/columndefinition */
export const columnShape: Shape = {
  type: 'columnDefinition',
  has: {
    id: 'text',
    name: 'text',
    displayName: 'text',
    description: 'text',
    columnGroup: 'text',
    enforceUniqueValues: 'flag',
    hidden: 'flag',
    indexed: 'flag',
    isDeletable: 'flag',
    isReorderable: 'flag',
    isSealed: 'flag',
    propagateChanges: 'flag',
    readOnly: 'flag',
    required: 'flag',
    type: { words: columnTypes },
    defaultValue: { type: 'defaultColumnValue', has: { formula: 'text', value: 'text' } },
    validation: {
      type: 'columnValidation',
      has: { defaultLanguage: 'text', descriptions: { listOf: 'anything' }, formula: 'text' },
    },
    boolean: nothing('booleanColumn'),
    contentApprovalStatus: nothing('contentApprovalStatusColumn'),
    geolocation: nothing('geolocationColumn'),
    thumbnail: nothing('thumbnailColumn'),
    calculated: { type: 'calculatedColumn', has: { format: 'text', formula: 'text', outputType: 'text' } },
    choice: {
      type: 'choiceColumn',
      has: { allowTextEntry: 'flag', choices: { listOf: 'text' }, displayAs: 'text' },
    },
    currency: { type: 'currencyColumn', has: { locale: 'text' } },
    dateTime: { type: 'dateTimeColumn', has: { displayAs: 'text', format: 'text' } },
    hyperlinkOrPicture: { type: 'hyperlinkOrPictureColumn', has: { isPicture: 'flag' } },
    lookup: {
      type: 'lookupColumn',
      has: {
        allowMultipleValues: 'flag',
        allowUnlimitedLength: 'flag',
        columnName: 'text',
        listId: 'text',
        primaryLookupColumnId: 'text',
      },
    },
    number: {
      type: 'numberColumn',
      has: { decimalPlaces: 'text', displayAs: 'text', maximum: 'number', minimum: 'number' },
    },
    personOrGroup: {
      type: 'personOrGroupColumn',
      has: { allowMultipleSelection: 'flag', chooseFromType: 'text', displayAs: 'text' },
    },
    term: { type: 'termColumn', has: { allowMultipleValues: 'flag', showFullyQualifiedName: 'flag' } },
    text: {
      type: 'textColumn',
      has: {
        allowMultipleLines: 'flag',
        appendChangesToExistingText: 'flag',
        linesForEditing: 'whole',
        maxLength: 'whole',
        textType: 'text',
      },
    },
  },
}

/** A list: learn.microsoft.com/graph/api/resources/list */
export const listShape: Shape = {
  type: 'list',
  has: {
    id: 'text',
    name: 'text',
    displayName: 'text',
    description: 'text',
    columns: { listOf: columnShape },
    list: { type: 'listInfo', has: { contentTypesEnabled: 'flag', hidden: 'flag', template: 'text' } },
  },
}

/** A list item; its fields are judged by the columns of the list: learn.microsoft.com/graph/api/resources/listitem */
export const listItemShape: Shape = {
  type: 'listItem',
  has: {
    contentType: { type: 'contentTypeInfo', has: { id: 'text', name: 'text' } },
    fields: 'anything',
  },
}
