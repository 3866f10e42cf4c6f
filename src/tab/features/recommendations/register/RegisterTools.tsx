import {
  Button,
  InteractionTag,
  InteractionTagPrimary,
  InteractionTagSecondary,
  makeStyles,
  SearchBox,
  ToggleButton,
  tokens,
} from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons/svg/filter'
import { useDeferredValue, useState } from 'react'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { NewReportButton } from '../report/NewReportButton.tsx'
import type { Around } from './attention.ts'
import { chipsOf } from './chips.ts'
import { FilterDrawer } from './FilterDrawer.tsx'
import { LookMenu } from './LookMenu.tsx'
import { ShareMenu } from './ShareMenu.tsx'
import type { Found } from './useFound.ts'
import { ViewsMenu } from './ViewsMenu.tsx'
import { isNarrowed, type RegisterView, withAnswer, withEverything } from './view.ts'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    flexShrink: 0,
  },
  top: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  search: { flexGrow: 1, flexBasis: '16rem', maxWidth: 'none' },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    border: 0,
    margin: 0,
    padding: 0,
  },
  chip: { minWidth: 0 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
})

export interface FilterProps {
  readonly view: RegisterView
  readonly show: (view: RegisterView) => void
  readonly found: Found
  readonly around: Around
}

export interface RegisterToolsProps extends FilterProps {
  readonly total: number
  readonly folded: boolean
  readonly onFold: (fold: boolean) => void
  /** Whether the register is a grid just now: cards have no columns and one density. */
  readonly asGrid: boolean
}

/** Search, filters, arrangement and views, and how much of the register is left by them. */
export function RegisterTools(props: RegisterToolsProps) {
  const { view, show, found, around, asGrid } = props
  const styles = useStyles()
  const [filtering, setFiltering] = useState(false)
  const chips = chipsOf(view, around)
  // What is typed comes first; the menus follow when there is time.
  const calm = useDeferredValue(view)
  return (
    <div className={styles.tools}>
      <div className={styles.top}>
        <SearchBox
          className={styles.search}
          aria-label="Search recommendations"
          placeholder="Search text, number, report or owner"
          value={view.search}
          onChange={(_event, data) => show({ ...view, search: data.value })}
        />
        <DialogButton icon={<FilterRegular />} onClick={() => setFiltering(true)} aria-haspopup="dialog">
          {chips.length > 0 ? `Filters (${chips.length})` : 'Filters'}
        </DialogButton>
        <LookMenu view={calm} show={show} asGrid={asGrid} />
        <ViewsMenu view={calm} show={show} />
        <ShareMenu view={calm} items={found.found} />
        <NewReportButton />
      </div>
      <StatusButtons {...props} />
      {chips.length > 0 && (
        <div className={styles.chips}>
          {chips.map((chip) => (
            <InteractionTag key={chip.words} size="small" appearance="brand">
              <InteractionTagPrimary hasSecondaryAction onClick={() => setFiltering(true)}>
                {chip.words}
              </InteractionTagPrimary>
              <InteractionTagSecondary aria-label="Remove" onClick={() => show(chip.without)} />
            </InteractionTag>
          ))}
        </div>
      )}
      <CountLine {...props} />
      <FilterDrawer {...props} open={filtering} onClose={() => setFiltering(false)} />
    </div>
  )
}

function StatusButtons({ view, show, found }: FilterProps) {
  const styles = useStyles()
  const chosen = view.chosen.status ?? []
  return (
    <fieldset className={styles.chips} aria-label="Filter by status">
      {found.statuses.map(({ answer, count }) => (
        <ToggleButton
          key={answer}
          size="small"
          shape="circular"
          className={styles.chip}
          checked={chosen.includes(answer)}
          onClick={() => show(withAnswer(view, 'status', answer))}
        >
          {answer} {count.toLocaleString('en-GB')}
        </ToggleButton>
      ))}
    </fieldset>
  )
}

function CountLine({ view, show, found, total, folded, onFold }: RegisterToolsProps) {
  const styles = useStyles()
  const narrowed = isNarrowed(view)
  const groups = found.lines.filter((line) => line.kind === 'group').length
  return (
    <div className={styles.line}>
      <span role="status">
        {narrowed && `${found.found.length.toLocaleString('en-GB')} of `}
        {total.toLocaleString('en-GB')} recommendations
        {view.group === 'report' &&
          ` in ${groups.toLocaleString('en-GB')} ${groups === 1 ? 'report' : 'reports'}`}
      </span>
      <span>
        {narrowed && (
          <Button size="small" appearance="transparent" onClick={() => show(withEverything(view))}>
            Clear filters
          </Button>
        )}
        {view.group !== 'none' && (
          <Button size="small" appearance="transparent" onClick={() => onFold(!folded)}>
            {folded ? `Open all ${groupsWord(view)}` : `Fold all ${groupsWord(view)}`}
          </Button>
        )}
      </span>
    </div>
  )
}

const groupsWord = ({ group }: RegisterView) => (group === 'report' ? 'reports' : 'groups')
