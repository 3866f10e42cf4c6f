import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { isSettled } from '../../../../domain/statusWords.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { DecisionButton } from './DecisionButton.tsx'
import { useDecisions } from './decisionsContext.ts'
import { type FormName, formNames } from './formNames.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
  why: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, flexBasis: '100%' },
  menu: { maxWidth: '22rem', maxHeight: '70vh', overflowY: 'auto' },
})

/** What a person is most likely to want of a row in this state, and everything else behind one button. */
export function DecisionBar({ row }: { row: Recommendation }) {
  const styles = useStyles()
  const decisions = useDecisions()
  const first = firstForms(row)
  const reasons = first.map((form) => decisions.whyNot(form))
  // A touch screen has no tooltips: where nothing can be pressed, the reasons stand there to be read.
  const nothing = reasons.every((reason) => reason !== null)
  return (
    <section className={styles.bar} aria-label="What you can do">
      {first.map((form) => (
        <DecisionButton key={form} form={form} />
      ))}
      <MoreMenu groups={moreForms(row, first)} />
      {nothing && <div className={styles.why}>{[...new Set(reasons)].join(' ')}</div>}
    </section>
  )
}

function MoreMenu({ groups }: { groups: readonly (readonly FormName[])[] }) {
  const styles = useStyles()
  const decisions = useDecisions()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <DialogButton icon={<ChevronDownRegular />} iconPosition="after" aria-label="More decisions">
          More
        </DialogButton>
      </MenuTrigger>
      <MenuPopover className={styles.menu}>
        <MenuList>
          {groups.map((group, index) => [
            index > 0 && <MenuDivider key={`before ${group[0]}`} />,
            ...group.map((form) => {
              const whyNot = decisions.whyNot(form)
              return (
                <MenuItem
                  key={form}
                  disabled={whyNot !== null}
                  subText={whyNot ?? undefined}
                  onClick={() => decisions.open(form)}
                >
                  {formNames[form].label}
                </MenuItem>
              )
            }),
          ])}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function firstForms(row: Recommendation): readonly FormName[] {
  if (isSettled(row)) return ['reopen', 'inspectorate-said']
  const done: FormName =
    row.signOff?.state === 'asked' || row.demonstrationUntil ? 'answer-sign-off' : 'say-done'
  if (row.status === 'WHITE') return ['chased', 'becomes-ours', 'set-counterparty']
  return ['move-deadline', done, 'set-status']
}

const allForms: readonly (readonly FormName[])[] = [
  ['move-deadline', 'ask-extension', 'say-done', 'answer-sign-off', 'hold-for-demonstration', 'add-evidence'],
  ['set-status', 'set-rationale', 'reopen'],
  ['set-counterparty', 'chased', 'becomes-ours'],
  ['set-owner', 'set-applies', 'set-addressees', 'link', 'inspectorate-said', 'correct'],
]

function moreForms(row: Recommendation, first: readonly FormName[]): readonly (readonly FormName[])[] {
  return allForms
    .map((group) => group.filter((form) => !first.includes(form) && fits(form, row)))
    .filter((group) => group.length > 0)
}

/** Forms that make no sense for a row in this state are left out; those that are merely not allowed say why. */
function fits(form: FormName, row: Recommendation): boolean {
  switch (form) {
    case 'set-rationale':
      return row.status === 'RED'
    case 'reopen':
      return isSettled(row)
    case 'chased':
      return row.counterparty !== null
    case 'becomes-ours':
      return row.status === 'WHITE'
    case 'answer-sign-off':
      return row.signOff !== null
    case 'hold-for-demonstration':
      return row.signOff !== null || row.demonstrationUntil !== null
    case 'set-status':
    case 'move-deadline':
    case 'ask-extension':
    case 'say-done':
      return !isSettled(row)
    default:
      return true
  }
}
