import type { DatabaseSync } from 'node:sqlite'
import { readMeta, writeMeta } from '../store.ts'

const EPOCH = 'delta.epoch'

/** The generation of delta tokens that is still accepted. */
export const deltaEpoch = (db: DatabaseSync): number => Number(readMeta(db, EPOCH) ?? 0)

/** From now on every delta token given out so far is answered 410, as after a long absence. */
export function expireDeltaTokens(db: DatabaseSync): void {
  writeMeta(db, EPOCH, String(deltaEpoch(db) + 1))
}
