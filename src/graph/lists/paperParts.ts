import * as v from 'valibot'
import type { PaperPart } from '../../domain/paper.ts'
import type { PaperPartStore } from '../../usecases/ports.ts'
import { paperPartsList } from '../columns/paperParts.ts'
import { quote } from '../odata.ts'
import type { SiteContext } from '../site.ts'
import { listStore } from './listStore.ts'
import { numberField, type RowMapping, textField } from './rowMapping.ts'

const fields = v.object({
  Key: v.string(),
  PaperKey: v.string(),
  PartNumber: numberField,
  Content: textField,
})

const mapping: RowMapping<PaperPart, typeof paperPartsList> = {
  fromFields: v.pipe(
    fields,
    v.transform(
      (row): PaperPart => ({
        key: row.Key,
        paperKey: row.PaperKey,
        number: row.PartNumber,
        content: row.Content,
      }),
    ),
  ),
  toFields: (part) => ({
    Key: part.key,
    PaperKey: part.paperKey,
    PartNumber: part.number,
    Content: part.content,
  }),
  title: (part) => part.key,
}

/** The pieces of frozen papers. */
export function paperPartStore(site: SiteContext): PaperPartStore {
  const { where, ...store } = listStore(site, paperPartsList, mapping)
  return { ...store, ofPaper: (paperKey) => where(`PaperKey eq ${quote(paperKey)}`) }
}
