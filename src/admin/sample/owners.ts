import { importedFrom } from '../../domain/paperImport.ts'
import type { PaperReading } from '../../domain/paperReading.ts'

/**
 * Which post owns which row of the sample paper: the report's place in the paper and the row's number → the post's
 * key. WHITE rows that the force answers for belong to the liaison officer; those of other bodies belong to nobody.
 */
export const sampleOwners: Readonly<Record<string, string>> = {
  '1/1': 'intelligence-inspector',
  '1/4': 'uniformed-ops-superintendent',
  '1/7': 'board-secretary',
  '1/9': 'uniformed-ops-superintendent',
  '1/12': 'neighbourhoods-superintendent',
  '3/1': 'crime-dci',
  '3/4': 'ppu-di',
  '3/5': 'hmicfrs-liaison',
  '3/8': 'board-secretary',
  '4/8': 'crime-dci',
  '4/9': 'hmicfrs-liaison',
  '5/6': 'roads-policing-inspector',
  '5/8': 'hmicfrs-liaison',
  '5/11': 'hmicfrs-liaison',
  '5/14': 'hmicfrs-liaison',
  '5/15': 'collision-data-lead',
  '5/16': 'head-of-learning',
  '6/2': 'ppu-di',
  '7/3': 'custody-chief-inspector',
  '7/5': 'head-of-ppu',
  '8/1': 'hmicfrs-liaison',
  '8/4': 'hmicfrs-liaison',
  '9/4a': 'head-of-psd',
  '10/5': 'intelligence-inspector',
  '10/6': 'uniformed-ops-superintendent',
  '11/10': 'victim-champion',
  '12/2': 'head-of-ppu',
  '12/11': 'head-of-psd',
  '13/1': 'hmicfrs-liaison',
  '14/2': 'custody-chief-inspector',
  '15/3': 'hmicfrs-liaison',
  '16/8': 'uniformed-ops-superintendent',
  '17/3': 'hmicfrs-liaison',
}

/** The owners by the keys that the register gives to the rows of the sample paper. */
export function ownersByKey(reading: PaperReading): ReadonlyMap<string, string> {
  const { reports, rows } = importedFrom(reading)
  const places = new Map(reports.map((report) => [report.key, report.order]))
  const owned = rows.flatMap((one): [string, string][] => {
    if (!one.ok) return []
    const post = sampleOwners[`${places.get(one.row.reportKey)}/${one.row.number}`]
    return post === undefined ? [] : [[one.row.key, post]]
  })
  return new Map(owned)
}
