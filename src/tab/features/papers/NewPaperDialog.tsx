import {
  Button,
  Combobox,
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
  Option,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { type Marking, markings, type Paper } from '../../../domain/paper.ts'
import type { NewPaper } from '../../../usecases/draftPaper.ts'
import type { Stored } from '../../../usecases/ports.ts'
import { sayRefusal } from './paperWords.ts'
import { useNewPaper } from './useNewPaper.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

export interface NewPaperDialogProps {
  readonly papers: readonly Stored<Paper>[]
  readonly onClose: () => void
  readonly onMade: () => void
}

/** Begins a paper: for which board, for which meeting, and up to which day. */
export function NewPaperDialog({ papers, onClose, onMade }: NewPaperDialogProps) {
  const styles = useStyles()
  const { asked, change, begin, busy, refused } = useNewPaper({ papers, onClose, onMade })
  return (
    <Dialog open modalType="modal" onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void begin()
          }}
        >
          <DialogBody>
            <DialogTitle>New paper</DialogTitle>
            <DialogContent className={styles.fields}>
              <BoardField asked={asked} papers={papers} onChange={change} />
              <Field label="Meeting on" required>
                <Input
                  type="date"
                  value={asked.meetingDate}
                  onChange={(_event, data) => change({ meetingDate: data.value })}
                />
              </Field>
              <Field
                label="Register as at the end of"
                required
                hint="What is changed later is left to the next paper. The paper can be frozen from this day on."
              >
                <Input
                  type="date"
                  value={asked.cutOff}
                  onChange={(_event, data) => change({ cutOff: data.value })}
                />
              </Field>
              <Field label="Protective marking">
                <RadioGroup
                  value={asked.marking}
                  onChange={(_event, data) => change({ marking: data.value as Marking })}
                >
                  {markings.map((marking) => (
                    <Radio key={marking} value={marking} label={marking} />
                  ))}
                </RadioGroup>
              </Field>
              {refused && (
                <MessageBar intent="error" layout="multiline">
                  <MessageBarBody>
                    {typeof refused === 'string' ? sayRefusal(refused) : refused.message}
                  </MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={busy}>
                {busy ? 'Beginning…' : 'Begin the paper'}
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}

function BoardField(props: {
  asked: NewPaper
  papers: readonly Stored<Paper>[]
  onChange: (change: Partial<NewPaper>) => void
}) {
  const { asked, papers, onChange } = props
  const boards = [...new Set(['Police Authority Board', ...papers.map(({ value }) => value.board)])]
  return (
    <Field label="Board" required hint="Choose one, or type the name of another.">
      <Combobox
        freeform
        value={asked.board}
        selectedOptions={[asked.board]}
        onChange={(event) => onChange({ board: event.target.value })}
        // Typing a name that is no option unselects the one before: that says nothing about what was typed.
        onOptionSelect={(_event, data) =>
          data.optionText !== undefined && onChange({ board: data.optionText })
        }
      >
        {boards.map((board) => (
          <Option key={board}>{board}</Option>
        ))}
      </Combobox>
    </Field>
  )
}
