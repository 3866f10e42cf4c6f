import { useMemo } from 'react'
import { writeDeadline } from '../../../../domain/dueLedger.ts'
import { indexLinks, rowFinder } from '../../../../domain/links.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { linkedFromLabels, linkLabels } from '../../../ui/decisionWords.ts'
import { withKeys } from '../../../ui/withKeys.ts'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'
import { RowLinkButton } from './RowLinkButton.tsx'

interface End {
  readonly label: string
  readonly reference: string
  readonly note: string
  /** What takes it away; null where the other row names this one. */
  readonly preset: { readonly to: string; readonly kind: string; readonly name: string } | null
}

/** What the row hangs together with, from both ends, also where the register does not hold the other one. */
export function LinksSection({ row, register }: { row: Recommendation; register: RegisterRows }) {
  const styles = useDetailStyles()
  const ends = useEnds(row, register)
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Hangs together with</h3>
        <DecisionButton form="link" size="small" onlyIfAllowed />
      </div>
      {ends.length === 0 && <div className={styles.quiet}>Nothing is linked to it.</div>}
      <ul className={styles.plainList}>
        {withKeys(ends, (end) => `${end.label} ${end.reference}`).map(({ key, thing: end }) => (
          <li key={key} className={styles.line}>
            <span className={styles.lineText}>
              {end.label} <RowLinkButton reference={end.reference} register={register} />
              <Deadline reference={end.reference} register={register} />
              {end.note && <span className={styles.quiet}> · “{end.note}”</span>}
            </span>
            {end.preset && (
              <DecisionButton
                form="unlink"
                label="Take away"
                preset={end.preset}
                about={end.preset.name}
                appearance="subtle"
                size="small"
                onlyIfAllowed
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Deadline({ reference, register }: { reference: string; register: RegisterRows }) {
  const styles = useDetailStyles()
  const row = register.rows.get(reference)
  return row ? <span className={styles.quiet}> · deadline {writeDeadline(row.value.due)}</span> : null
}

function useEnds(row: Recommendation, { rows }: RegisterRows): readonly End[] {
  return useMemo(() => {
    const all = [...rows.values()].map(({ value }) => value)
    const finder = rowFinder(all)
    const own = row.links.map(({ kind, to, note }): End => {
      const label = linkLabels[kind]
      return {
        label,
        reference: finder.find(to, row) ?? to,
        note,
        preset: { to, kind, name: `${label} ${to}` },
      }
    })
    const named = (indexLinks(all).get(row.key) ?? []).filter((end) => !end.own)
    return [
      ...own,
      ...named.map(({ kind, key, note }): End => {
        return { label: linkedFromLabels[kind], reference: key, note, preset: null }
      }),
    ]
  }, [row, rows])
}
