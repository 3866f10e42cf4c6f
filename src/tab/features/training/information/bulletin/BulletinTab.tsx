import { Button, Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { bulletinWeeks, longestEditorial } from '../../../../../domain/bulletin.ts'
import {
  type BulletinAudience,
  type BulletinOrder,
  bulletinAudiences,
} from '../../../../../domain/bulletinOrder.ts'
import { writeDate } from '../../../../../domain/calendarDays.ts'
import { mayRunCourses } from '../../../../../domain/roles.ts'
import { DialogButton } from '../../../../ui/DialogButton.tsx'
import { RowsGate } from '../../../../ui/rows.tsx'
import { useServices } from '../../../../ui/services.tsx'
import { useInformationStyles } from '../Information.styles.ts'
import { InfoSection } from '../InfoSection.tsx'
import { useCatalogueRows } from '../useCatalogueRows.ts'
import { BulletinPreview } from './BulletinPreview.tsx'
import { audienceWords, orderRefusals, sayPeople, sayWays } from './bulletinWords.ts'
import { SendDialog } from './SendDialog.tsx'
import { SentBulletins } from './SentBulletins.tsx'
import { type BulletinDraft, useBulletin } from './useBulletin.ts'
import { useOrders } from './useOrders.ts'

/** The training bulletin: written from the register, looked at, and sent. */
export function BulletinTab() {
  const { lists } = useCatalogueRows()
  const { settings, orders, refresh } = useOrders()
  return (
    <RowsGate lists={[...lists, settings]} what="courses and dates">
      {() => <Writing orders={orders} onOrdered={refresh} />}
    </RowsGate>
  )
}

function Writing(props: { readonly orders: readonly BulletinOrder[]; readonly onOrdered: () => void }) {
  const draft = useBulletin(props.orders, props.onOrdered)
  return (
    <>
      <InfoSection
        title="Next bulletin"
        about={`What is held in the next ${bulletinWeeks} weeks, where places are free, and what changed since ${writeDate(draft.since)}. It is written from the register and names nobody.`}
      >
        <WhatToAdd draft={draft} />
        <BulletinPreview bulletin={draft.bulletin} />
      </InfoSection>
      <InfoSection
        title="To whom it goes"
        about="People of the force get a card in Teams, or a mail where Teams does not let us reach them; everybody else gets a mail."
      >
        <ToWhom draft={draft} />
        <SendBar draft={draft} />
      </InfoSection>
      <SentBulletins orders={props.orders} onChanged={props.onOrdered} />
    </>
  )
}

function WhatToAdd({ draft }: { readonly draft: BulletinDraft }) {
  const styles = useInformationStyles()
  const { typed, set, since } = draft
  const tooLong = typed.editorial.length > longestEditorial
  return (
    <div className={styles.fields}>
      <Field
        className={styles.wide}
        label="What you want to add"
        hint="Stands at the top. It may stay empty."
        validationState={tooLong ? 'error' : 'none'}
        validationMessage={tooLong ? orderRefusals['editorial-long'] : undefined}
      >
        <Textarea
          rows={3}
          resize="vertical"
          value={typed.editorial}
          onChange={(_event, { value }) => set('editorial', value)}
        />
      </Field>
      <Field label="Tell changes since" hint={writeDate(since)}>
        <Input
          type="date"
          value={typed.since || since}
          onChange={(_event, { value }) => set('since', value)}
        />
      </Field>
    </div>
  )
}

function ToWhom({ draft }: { readonly draft: BulletinDraft }) {
  const styles = useInformationStyles()
  const { typed, set, audiences, sizes, wrongAddresses } = draft
  const label = (audience: BulletinAudience) => `${audienceWords[audience]} (${sizes[audience]})`
  return (
    <>
      <fieldset className={styles.plain} aria-label="Groups of people">
        {bulletinAudiences.map((audience) => (
          <div key={audience}>
            <Checkbox
              label={label(audience)}
              checked={audiences.includes(audience)}
              onChange={(_event, { checked }) => draft.toggle(audience, checked === true)}
            />
          </div>
        ))}
      </fieldset>
      <Field
        label="Further addresses"
        hint="Separated by commas or lines."
        validationState={wrongAddresses.length > 0 ? 'error' : 'none'}
        validationMessage={
          wrongAddresses.length > 0 ? `This cannot be an address: ${wrongAddresses.join(', ')}` : undefined
        }
      >
        <Textarea
          rows={2}
          resize="vertical"
          value={typed.addresses}
          onChange={(_event, { value }) => set('addresses', value)}
        />
      </Field>
    </>
  )
}

function SendBar({ draft }: { readonly draft: BulletinDraft }) {
  const styles = useInformationStyles()
  const { me } = useServices()
  const [asking, setAsking] = useState(false)
  const id = useId()
  const why = !mayRunCourses(me)
    ? orderRefusals['not-yours']
    : draft.alreadyToday
      ? orderRefusals['already-today']
      : draft.wrongAddresses.length > 0
        ? orderRefusals['not-an-address']
        : draft.typed.editorial.length > longestEditorial
          ? orderRefusals['editorial-long']
          : draft.readers.length === 0
            ? orderRefusals['no-reader']
            : null
  const says = why ?? `Goes to ${sayPeople(draft.readers.length)}: ${sayWays(draft.readers)}.`
  return (
    <div className={styles.actions}>
      {why === null ? (
        <DialogButton appearance="primary" aria-describedby={id} onClick={() => setAsking(true)}>
          Look at the names and send
        </DialogButton>
      ) : (
        <Button appearance="primary" disabledFocusable aria-describedby={id}>
          Look at the names and send
        </Button>
      )}
      <span id={id} className={styles.quiet}>
        {says}
      </span>
      {asking && <SendDialog draft={draft} onClose={() => setAsking(false)} />}
    </div>
  )
}
