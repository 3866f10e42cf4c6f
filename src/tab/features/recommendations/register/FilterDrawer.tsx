import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  Input,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { isIsoDate } from '../../../../domain/calendarDays.ts'
import { FacetPicker } from './FacetPicker.tsx'
import { type FacetName, facetNames, facets } from './facets.ts'
import type { FilterProps } from './RegisterTools.tsx'
import { isNarrowed, type RegisterView, withEverything } from './view.ts'

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

/** Everything that the register can be narrowed by. The rows behind it follow at once. */
export function FilterDrawer(props: FilterProps & { readonly open: boolean; readonly onClose: () => void }) {
  const { view, show, found, open, onClose } = props
  const chosen = facetNames.filter((name) => view.chosen[name])
  return (
    <OverlayDrawer position="end" open={open} onOpenChange={(_event, data) => !data.open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label="Close filters"
              onClick={onClose}
            />
          }
        >
          Filters
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Accordion multiple collapsible defaultOpenItems={chosen.length > 0 ? chosen : ['due']}>
          {facetNames.map((name) => (
            <Section key={name} {...props} name={name} />
          ))}
        </Accordion>
      </DrawerBody>
      <DrawerFooter>
        <Button appearance="primary" onClick={onClose}>
          Show {found.found.length.toLocaleString('en-GB')} {found.found.length === 1 ? 'row' : 'rows'}
        </Button>
        <Button disabledFocusable={!isNarrowed(view)} onClick={() => show(withEverything(view))}>
          {isNarrowed(view) ? 'Clear all filters' : 'No filter is set'}
        </Button>
      </DrawerFooter>
    </OverlayDrawer>
  )
}

function Section({ name, ...props }: FilterProps & { readonly name: FacetName }) {
  const { view, show, found, around } = props
  const { label } = facets[name]
  const chosen = view.chosen[name]?.length ?? 0
  return (
    <AccordionItem value={name}>
      <AccordionHeader>
        {label}
        {chosen > 0 && ` (${chosen} chosen)`}
      </AccordionHeader>
      <AccordionPanel>
        {name === 'due' && <Window view={view} show={show} />}
        <FacetPicker {...{ name, label, view, show, around }} searched={found.searched} />
      </AccordionPanel>
    </AccordionItem>
  )
}

function Window({ view, show }: { view: RegisterView; show: (view: RegisterView) => void }) {
  const styles = useStyles()
  const day = (text: string) => (isIsoDate(text) ? text : null)
  return (
    <div className={styles.days}>
      <Field label="Due from" size="small">
        <Input
          type="date"
          value={view.from ?? ''}
          onChange={(_event, data) => show({ ...view, from: day(data.value) })}
        />
      </Field>
      <Field label="Due up to" size="small">
        <Input
          type="date"
          value={view.to ?? ''}
          onChange={(_event, data) => show({ ...view, to: day(data.value) })}
        />
      </Field>
    </div>
  )
}
