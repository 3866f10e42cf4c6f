import { Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Around } from './attention.ts'
import type { FacetName } from './facets.ts'
import type { RegisterItem } from './items.ts'
import { choicesOf, narrow } from './narrow.ts'
import { type RegisterView, withAnswer } from './view.ts'

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', border: 0, margin: 0, padding: 0 },
  more: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** Answers that are shown at once; beyond them a search finds the rest. */
const most = 12

export interface FacetPickerProps {
  readonly name: FacetName
  readonly label: string
  readonly view: RegisterView
  readonly show: (view: RegisterView) => void
  /** The rows that the search leaves. */
  readonly searched: readonly RegisterItem[]
  readonly around: Around
}

/** The answers of one facet, each with how many rows it would leave beside what is chosen elsewhere. */
export function FacetPicker({ name, label, view, show, searched, around }: FacetPickerProps) {
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const chosen = view.chosen[name] ?? []
  const choices = useMemo(
    () => choicesOf(name, narrow(searched, view, around, name), around, view.chosen[name]),
    [name, searched, view, around],
  )
  const wanted = typed.trim().toLowerCase()
  const fitting = choices.filter(
    (choice) => chosen.includes(choice.answer) || choice.words.toLowerCase().includes(wanted),
  )
  const first = fitting.slice(0, most)
  return (
    <fieldset className={styles.choices} aria-label={label}>
      {choices.length > most && (
        <Input
          size="small"
          value={typed}
          placeholder={`Find among ${choices.length}`}
          aria-label={`Find in ${label}`}
          onChange={(_event, data) => setTyped(data.value)}
        />
      )}
      {first.map((choice) => (
        <Checkbox
          key={choice.answer}
          checked={chosen.includes(choice.answer)}
          label={`${choice.words} (${choice.count.toLocaleString('en-GB')})`}
          onChange={() => show(withAnswer(view, name, choice.answer))}
        />
      ))}
      {fitting.length > first.length && (
        <span className={styles.more}>{fitting.length - first.length} more: type to find them.</span>
      )}
    </fieldset>
  )
}
