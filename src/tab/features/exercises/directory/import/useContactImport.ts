import { useMemo, useRef, useState } from 'react'
import type { ContactMeaning } from '../../../../../domain/contactColumns.ts'
import { missingMeanings } from '../../../../../domain/contactColumns.ts'
import { type ContactImportLine, planContactImport, writes } from '../../../../../domain/contactImport.ts'
import { readContactRows } from '../../../../../domain/contactRows.ts'
import type { ContactTable } from '../../../../../domain/contactTable.ts'
import { doingOf } from '../../../../../usecases/changeContact.ts'
import { importContacts } from '../../../../../usecases/importContacts.ts'
import { asError } from '../../../../ui/asError.ts'
import { saveFile } from '../../../../ui/saveFile.ts'
import { useServices, useToday } from '../../../../ui/services.tsx'
import { sayLineRefusal } from '../directoryWords.ts'
import type { Directory } from '../useDirectory.ts'

/** A file on its way into the directory: read, looked at, brought in. Nothing is written before the last step. */
export function useContactImport(directory: Directory) {
  const { contacts, contactFiles, clock, me } = useServices()
  const today = useToday()
  const [table, setTable] = useState<ContactTable | null>(null)
  const [meanings, setMeanings] = useState<readonly ContactMeaning[]>([])
  const [failure, setFailure] = useState('')
  const [reading, setReading] = useState(false)
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [lines, setLines] = useState<readonly ContactImportLine[] | null>(null)
  const stop = useRef(false)
  const existing = directory.rows
  const plan = useMemo(() => {
    if (!table || missingMeanings(meanings).length > 0) return []
    // The plan is looked at before it is carried out: the hour does not matter until then.
    const doing = { ...directory.actor, at: `${today}T12:00:00.000Z` }
    const rows = readContactRows(table, meanings, directory.roles)
    return planContactImport(
      rows,
      existing.map(({ value }) => value),
      doing,
      table.name,
    )
  }, [table, meanings, existing, directory.actor, directory.roles, today])

  return {
    ...{ table, meanings, plan, failure, reading, progress, lines },
    missing: table ? missingMeanings(meanings) : [],
    toWrite: plan.filter(writes).length,
    async read(file: File | undefined) {
      if (!file) return
      setReading(true)
      setFailure('')
      const result = await contactFiles.read({
        bytes: new Uint8Array(await file.arrayBuffer()),
        name: file.name,
      })
      setReading(false)
      if (!result.ok) return setFailure(result.message)
      setTable(result.table)
      setMeanings(result.table.columns.map(({ meaning }) => meaning))
    },
    setMeaning(index: number, meaning: ContactMeaning) {
      setMeanings((before) => before.map((one, at) => (at === index ? meaning : one)))
    },
    async bringIn() {
      if (progress || !table) return
      stop.current = false
      setFailure('')
      setProgress({ done: 0, of: plan.filter(writes).length })
      try {
        const doing = await doingOf(clock, directory.actor)
        const fresh = planContactImport(
          plan.map(({ row }) => row),
          existing.map(({ value }) => value),
          doing,
          table.name,
        )
        const done = await importContacts(
          { contacts },
          {
            ...{ plan: fresh, existing, actor: me, sayRefusal: sayLineRefusal },
            watch: { stopped: () => stop.current, onProgress: (done, of) => setProgress({ done, of }) },
          },
        )
        setLines(done)
      } catch (thrown) {
        setFailure(`${asError(thrown).message} Nothing is lost; bring the same file in again.`)
      } finally {
        setProgress(null)
        directory.list.refresh()
      }
    },
    stop() {
      stop.current = true
    },
    async keepResult() {
      if (lines && table) saveFile(await contactFiles.resultFile(lines), `Import of ${table.name}.csv`)
    },
    startAgain() {
      setTable(null)
      setLines(null)
      setFailure('')
    },
  }
}
export type ContactImport = ReturnType<typeof useContactImport>
