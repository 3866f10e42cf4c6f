import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components'
import { appliesWords } from '../../../../domain/decisions.ts'
import type { Post } from '../../../../domain/post.ts'
import { writeHolder } from '../../../ui/ownerWords.ts'
import { type BulkValues, bulkKinds, bulkLabels } from './bulkForm.ts'
import { appliesLabels } from './facets.ts'

export interface BulkFieldsProps {
  readonly values: BulkValues
  readonly onChange: (values: BulkValues) => void
  readonly posts: ReadonlyMap<string, Post>
}

/** What is decided about the rows, and why. */
export function BulkFields({ values, onChange, posts }: BulkFieldsProps) {
  const set = (change: Partial<BulkValues>) => onChange({ ...values, ...change })
  return (
    <>
      <Field label="What is decided">
        <RadioGroup
          value={values.kind}
          onChange={(_event, data) => set({ kind: bulkKinds.find((kind) => kind === data.value) })}
        >
          {bulkKinds.map((kind) => (
            <Radio key={kind} value={kind} label={bulkLabels[kind]} />
          ))}
        </RadioGroup>
      </Field>
      <KindFields values={values} set={set} posts={posts} />
      {values.kind !== 'chased' && (
        <Field label="Why" required hint="It goes into the history of each row.">
          <Textarea value={values.why} rows={2} onChange={(_event, data) => set({ why: data.value })} />
        </Field>
      )}
    </>
  )
}

interface KindFieldsProps {
  readonly values: BulkValues
  readonly set: (change: Partial<BulkValues>) => void
  readonly posts: ReadonlyMap<string, Post>
}

function KindFields({ values, set, posts }: KindFieldsProps) {
  switch (values.kind) {
    case 'set-owner':
      return <OwnerField values={values} set={set} posts={posts} />
    case 'set-applies':
      return (
        <Field label="Does it apply to the force?" required>
          <RadioGroup value={values.applies} onChange={(_event, data) => set({ applies: data.value })}>
            {appliesWords.map((word) => (
              <Radio key={word} value={word} label={appliesLabels[word]} />
            ))}
          </RadioGroup>
        </Field>
      )
    case 'move-deadline':
      return (
        <>
          <Field label="New deadline, a month" required hint="The month's last day counts.">
            <Input
              type="month"
              placeholder="YYYY-MM"
              value={values.month}
              onChange={(_event, data) => set({ month: data.value })}
            />
          </Field>
          <Field label="Who agreed">
            <Input value={values.agreedBy} onChange={(_event, data) => set({ agreedBy: data.value })} />
          </Field>
        </>
      )
    case 'chased':
      return (
        <>
          <Field label="Asked on" required>
            <Input type="date" value={values.on} onChange={(_event, data) => set({ on: data.value })} />
          </Field>
          <Field label="To be asked again on" required>
            <Input
              type="date"
              value={values.nextChase}
              onChange={(_event, data) => set({ nextChase: data.value })}
            />
          </Field>
        </>
      )
  }
}

function OwnerField({ values, set, posts }: KindFieldsProps) {
  const sorted = [...posts.values()].toSorted((a, b) => a.title.localeCompare(b.title, 'en-GB'))
  return (
    <Field label="Owner">
      <Select value={values.post} onChange={(_event, data) => set({ post: data.value })}>
        <option value="">No owner</option>
        {sorted.map((post) => (
          <option key={post.key} value={post.key}>
            {post.title} ({writeHolder(post)})
          </option>
        ))}
      </Select>
    </Field>
  )
}
