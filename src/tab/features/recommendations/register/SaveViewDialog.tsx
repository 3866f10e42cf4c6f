import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { useSavedViews } from './useSavedViews.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  kept: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
})

/** Longest name that fits into the key of a setting beside its kind. */
const longestName = 100

type Saved = ReturnType<typeof useSavedViews>

/** Saves what is shown under a name, for oneself or for everybody, and takes saved views away. */
export function SaveViewDialog(props: { saved: Saved; query: string; onClose: () => void }) {
  const { saved, query, onClose } = props
  const styles = useStyles()
  const [name, setName] = useState('')
  const [forAll, setForAll] = useState(false)
  const { problem, busy, run } = useWork()
  const trimmed = name.trim()
  const save = () =>
    run(async () => {
      const view = { name: trimmed, query }
      if (forAll) await saved.share(view)
      else saved.save(view)
      onClose()
    })
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Views</DialogTitle>
          <DialogContent className={styles.content}>
            <Field label="Name of what is shown now" hint="A view of the same name is replaced.">
              <Input value={name} maxLength={longestName} onChange={(_event, data) => setName(data.value)} />
            </Field>
            <Field
              hint={
                saved.mayShare
                  ? undefined
                  : 'Only the board secretary or an administrator may save a view for everybody. You can send its link.'
              }
            >
              <Switch
                label="For everybody"
                checked={forAll}
                disabled={!saved.mayShare}
                onChange={(_event, data) => setForAll(data.checked)}
              />
            </Field>
            <KeptViews saved={saved} run={run} />
            {problem && (
              <MessageBar intent="error">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={trimmed === '' || busy} onClick={save}>
              {trimmed === '' ? 'Name it to save it' : busy ? 'Saving…' : 'Save'}
            </Button>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function KeptViews({ saved, run }: { saved: Saved; run: (work: () => Promise<void>) => void }) {
  const styles = useStyles()
  const kept = [
    ...saved.own.map(({ name }) => ({ name, words: name, remove: async () => saved.drop(name) })),
    ...(saved.mayShare ? saved.shared : []).map(({ name }) => ({
      ...{ name, words: `${name} (everybody's)`, remove: () => saved.unshare(name) },
    })),
  ]
  if (kept.length === 0) return null
  return (
    <ul className={styles.list} aria-label="Saved views">
      {kept.map(({ words, remove }) => (
        <li key={words} className={styles.kept}>
          {words}
          <Button
            size="small"
            appearance="subtle"
            aria-label={`Remove view ${words}`}
            onClick={() => run(remove)}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  )
}

function useWork() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem('')
    try {
      await work()
    } catch (thrown) {
      setProblem(thrown instanceof Error ? thrown.message : String(thrown))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, run: (work: () => Promise<void>) => void run(work) }
}
