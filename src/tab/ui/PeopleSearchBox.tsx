import { Button, makeStyles, SearchBox, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { isM365Error } from '../../domain/m365Error.ts'
import type { FoundPerson } from '../../usecases/directoryPorts.ts'
import { useServices } from './services.tsx'

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  search: { width: '100%', maxWidth: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  found: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  foundPerson: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
})

/** Milliseconds without a letter after which is searched. */
const pause = 350

export interface PeopleSearchBoxProps {
  readonly label: string
  readonly onChoose: (person: FoundPerson) => void
}

/** Finds a colleague, or somebody outside with whom there was mail, by a part of the name. */
export function PeopleSearchBox({ label, onChoose }: PeopleSearchBoxProps) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const { found, state } = usePeopleSearch(text)
  return (
    <div className={styles.stack}>
      <SearchBox
        className={styles.search}
        placeholder={label}
        aria-label={label}
        value={text}
        onChange={(_event, data) => setText(data.value)}
      />
      <div role="status">
        {state === 'searching' && <Spinner size="tiny" label="Searching" labelPosition="after" />}
        {state !== 'searching' && state !== 'idle' && <span className={styles.quiet}>{state}</span>}
      </div>
      {found.length > 0 && (
        <ul className={styles.found} aria-label="People found">
          {found.map((person) => (
            <li key={person.address} className={styles.foundPerson}>
              <span className={styles.cell}>
                <span>{person.name}</span>
                <span className={styles.small}>
                  {[person.jobTitle, person.organisation, person.address].filter(Boolean).join(' · ')}
                </span>
              </span>
              <Button
                size="small"
                onClick={() => {
                  onChoose(person)
                  setText('')
                }}
                aria-label={`Take ${person.name}`}
              >
                Take
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const tooShort = 2

function usePeopleSearch(text: string) {
  const { peopleSearch } = useServices()
  const [found, setFound] = useState<readonly FoundPerson[]>([])
  const [state, setState] = useState('idle')
  useEffect(() => {
    let current = true
    setFound((before) => (before.length === 0 ? before : []))
    if (text.trim().length < tooShort) {
      setState('idle')
      return
    }
    setState('searching')
    const timer = setTimeout(async () => {
      try {
        const people = await peopleSearch.search(text)
        if (!current) return
        setFound(people)
        setState(
          people.length === 0 ? 'Nobody of that name is around you. Type the person in below.' : 'idle',
        )
      } catch (thrown) {
        if (current) setState(sayFailure(thrown))
      }
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text, peopleSearch])
  return { found, state }
}

function sayFailure(thrown: unknown): string {
  if (isM365Error(thrown, 'forbidden'))
    return 'The app may not search for people here. Type the person in below.'
  return isM365Error(thrown) ? thrown.message : 'The search failed. Type the person in below.'
}
