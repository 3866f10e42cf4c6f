import * as v from 'valibot'
import { markings, type Paper } from '../../domain/paper.ts'
import type { PaperStore } from '../../usecases/ports.ts'
import { papersList } from '../columns/papers.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { instantField, jsonField, numberField, type RowMapping, textField, writeJson } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  Board: textField,
  MeetingDate: textField,
  CutOff: textField,
  Marking: v.picklist(markings),
  State: v.picklist(['draft', 'frozen']),
  FrozenAt: v.optional(v.nullable(instantField), null),
  FrozenBy: textField,
  FrozenByName: textField,
  Parts: numberField,
  ContentPrint: textField,
  TypedClaims: jsonField(v.record(v.string(), v.string()), {}),
})

const mapping: RowMapping<Paper, typeof papersList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): Paper => ({
        key: row.Key,
        board: row.Board,
        meetingDate: row.MeetingDate,
        cutOff: row.CutOff,
        marking: row.Marking,
        state: row.State,
        frozenAt: row.FrozenAt,
        frozenBy: row.FrozenBy,
        frozenByName: row.FrozenByName,
        parts: row.Parts,
        contentPrint: row.ContentPrint,
        typedClaims: row.TypedClaims,
      }),
    ),
  ),
  toFields: (paper) => ({
    Key: paper.key,
    Board: paper.board,
    MeetingDate: paper.meetingDate,
    CutOff: paper.cutOff,
    Marking: paper.marking,
    State: paper.state,
    FrozenAt: paper.frozenAt,
    FrozenBy: paper.frozenBy,
    FrozenByName: paper.frozenByName,
    Parts: paper.parts,
    ContentPrint: paper.contentPrint,
    TypedClaims: writeJson(paper.typedClaims),
  }),
  title: (paper) => `${paper.board} ${paper.meetingDate}`,
}

/** The papers for the board. */
export function paperStore(site: SiteContext): PaperStore {
  const { where: _, ...store } = listStore(site, papersList, mapping)
  return store
}
