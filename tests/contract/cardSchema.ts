import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import type { AdaptiveCard } from '../../src/bot/cards/adaptiveCard.ts'
import { sizeOf } from '../../src/bot/cards/deadlineCard.ts'
import { findAll } from '../support/cards.ts'

/** Microsoft's schema is draft 6 but names itself the draft-4 way, which Ajv 8 refuses. */
function schemaOf(shared: string): object {
  const text = readFileSync(path.join(shared, 'contract', 'adaptive-card-1.5.0.json'), 'utf8')
  const { id: _id, ...schema } = JSON.parse(text)
  return schema
}

/** What is wrong with a card, by the schema and by what no schema says: its size, its fallback and its actions' data. */
export function validator(shared: string): (card: AdaptiveCard) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  ajv.addMetaSchema(draft06)
  const validate = ajv.compile(schemaOf(shared))
  return (card) => {
    validate(JSON.parse(JSON.stringify(card)))
    const errors = (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)
    return [...errors, ...wrongBesides(card)]
  }
}

/** What actions may send: a row and what was shown of it, never a person, a status or a day. */
const sentNames = new Set([
  'action,row,seen,progressSeen',
  'action,row,seen',
  'action,row',
  'action,row,seen,about',
  'action,row,seen,about,agreed',
  'action,booking,take',
  // A question about a run: the word that opens one sheet, and nobody.
  'action,word',
])

function wrongBesides(card: AdaptiveCard): string[] {
  const wrong: string[] = []
  const size = sizeOf(card)
  if (size > 25_000) wrong.push(`${size} bytes are more than 25,000`)
  if (!card.fallbackText) wrong.push('no fallbackText')
  for (const { data } of [...findAll(card, 'Action.Execute'), ...findAll(card, 'Action.Submit')]) {
    const names = Object.keys(data ?? {}).join()
    if (!sentNames.has(names)) wrong.push(`an action sends ${names}`)
  }
  return wrong
}
