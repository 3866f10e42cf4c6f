import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { writeDate, writeMonth } from '../../../../domain/calendarDays.ts'
import type { Decision } from '../../../../domain/decide.ts'
import { writeDeadline } from '../../../../domain/dueLedger.ts'
import { alignedKeys, indexLinks } from '../../../../domain/links.ts'
import { isM365Error } from '../../../../domain/m365Error.ts'
import { type Recommendation, writeReference } from '../../../../domain/recommendation.ts'
import { isSettled } from '../../../../domain/statusWords.ts'
import { decideRecommendation } from '../../../../usecases/decideRecommendation.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useServices } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import type { AfterProps } from './decisionForm.ts'
import { sayDecisionRefusal } from './refusalWords.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground2, paddingLeft: tokens.spacingHorizontalXXL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** Open rows whose deadline is aligned with this one's, whichever of the two says so. */
export function partnersOf(row: Recommendation, register: RegisterRows): readonly Stored<Recommendation>[] {
  const index = indexLinks([...register.rows.values()].map(({ value }) => value))
  return alignedKeys(row.key, index).flatMap((key) => {
    const partner = register.rows.get(key)
    return partner && !isSettled(partner.value) ? [partner] : []
  })
}

/** Whether a moved deadline has partners that may have to move with it. */
export function hasPartners(row: Recommendation, register: RegisterRows): boolean {
  return partnersOf(row, register).length > 0
}

/** After a deadline was moved: its aligned partners, to be moved with it or left; says what became of each. */
export function AlignedPartners({ row, decisions, register, onClose }: AfterProps) {
  const styles = useStyles()
  const [partners] = useState(() => partnersOf(row.value, register))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(partners.map(({ id }) => id)))
  const { results, moving, move } = useMoves(decisions, register)
  const left = partners.filter(({ id }) => chosen.has(id) && results.get(id) !== moved)
  const sayNew = sayMove(decisions)
  return (
    <>
      <div>
        {partners.length === 1 ? 'One deadline is' : `${partners.length} deadlines are`} aligned with the one
        that you moved. Choose what moves to {sayNew} too; the rest stays as it is.
      </div>
      <ul className={styles.list}>
        {partners.map((partner) => (
          <li key={partner.id}>
            <Checkbox
              checked={chosen.has(partner.id)}
              disabled={moving || results.get(partner.id) === moved}
              onChange={(_event, { checked }) =>
                setChosen((now) => new Set([...now, partner.id].filter((id) => checked || id !== partner.id)))
              }
              label={`${writeReference(partner.value)}, ${titleOf(partner.value, register)}`}
            />
            <div className={styles.quiet}>
              {results.get(partner.id) ??
                `${writeDeadline(partner.value.due)} ${chosen.has(partner.id) ? `→ ${sayNew}` : 'stays'}`}
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {left.length > 0 && (
          <Button appearance="primary" disabledFocusable={moving} onClick={() => void move(left)}>
            {moving ? 'Moving…' : `Move ${left.length} too`}
          </Button>
        )}
        <Button onClick={onClose} disabledFocusable={moving}>
          {results.size > 0 ? 'Done' : 'Leave them'}
        </Button>
      </div>
    </>
  )
}

const moved = 'Moved.'

function useMoves(decisions: readonly Decision[], register: RegisterRows) {
  const services = useServices()
  const announce = useAnnounce()
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map())
  const [moving, setMoving] = useState(false)
  const moveOne = async (partner: Stored<Recommendation>): Promise<string> => {
    const decision = decisions[0]
    if (!decision) return 'There was nothing to move.'
    try {
      const { id, etag } = register.rows.get(partner.value.key) ?? partner
      const outcome = await decideRecommendation(services, { id, etag, decision, actor: services.me })
      if (outcome.ok) {
        register.replaceRow(outcome.row)
        return moved
      }
      if (outcome.code !== 'changed-meanwhile')
        return `Not moved: ${sayDecisionRefusal(outcome.code, partner.value, register.posts)}`
      register.replaceRow(outcome.theirs)
      return 'Not moved: somebody saved it in between. Open it to look at what they changed.'
    } catch (error) {
      return `Not moved: ${isM365Error(error) ? error.message : 'it did not work.'}`
    }
  }
  const move = async (partners: readonly Stored<Recommendation>[]) => {
    setMoving(true)
    const now = new Map(results)
    for (const partner of partners) {
      now.set(partner.id, await moveOne(partner))
      setResults(new Map(now))
    }
    setMoving(false)
    const count = partners.filter(({ id }) => now.get(id) === moved).length
    announce(`${count} of ${partners.length} moved.`)
  }
  return { results, moving, move }
}

function titleOf(row: Recommendation, { reports }: RegisterRows): string {
  return reports.get(row.reportKey)?.value.title ?? row.reportKey
}

function sayMove(decisions: readonly Decision[]): string {
  const move = decisions[0]
  if (move?.does !== 'move-deadline') return ''
  if (move.date === null) return `“${move.event}”`
  return move.precision === 'month' ? writeMonth(move.date) : writeDate(move.date)
}
