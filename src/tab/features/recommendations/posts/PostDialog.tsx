import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { Post, PostHolder } from '../../../../domain/post.ts'
import type { PostChange } from '../../../../domain/postChange.ts'
import type { Person } from '../../../../domain/roles.ts'
import { editPost } from '../../../../usecases/editPost.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { PickField, TextField } from '../../../ui/form/fields.tsx'
import type { Values } from '../../../ui/form/formValues.ts'
import { type EditOutcome, useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import { knownPeople, sayPostRefusal } from './postWords.ts'

export interface PostDialogProps {
  readonly post: Stored<Post>
  readonly register: RegisterRows
  readonly onClose: () => void
}

/** Who holds, deputises for and heads a post. The rows stay with the post, whoever holds it. */
export function PostDialog({ post, register, onClose }: PostDialogProps) {
  const services = useServices()
  const people = knownPeople([...register.posts.values()], services.me)
  const edit = useEdit<Post>({
    what: `post ${post.id}`,
    row: post,
    start: startOf,
    save: (values, base) => savePost(services, values, base, people),
    saved: 'Saved. The post is up to date; its recommendations follow it.',
    onSaved: register.replacePost,
    onClose,
  })
  const choices = [
    ['', 'Vacant'] as const,
    ...people.map(({ objectId, name, address }) => [objectId, `${name} (${address})`] as const),
  ]
  return (
    <FormDialog
      {...edit}
      title={`Who holds the post ${post.value.title}`}
      explanation="Recommendations belong to the post: whoever holds it is reminded."
      saveLabel="Save"
      bars={edit.theirs && <TheirPost post={edit.theirs.value} />}
    >
      <TextField name="title" label="Title of the post" required />
      <TextField name="unit" label="Unit" />
      <PickField name="holder" label="Holder" choices={choices} />
      <PickField name="deputy" label="Deputy" choices={choices} />
      <PickField
        name="headOfUnit"
        label="Head of unit"
        choices={choices}
        hint="Only people who already hold, deputise for or head a post can be chosen: the app is not allowed to look others up. An administrator adds new people when importing the posts."
      />
    </FormDialog>
  )
}

function TheirPost({ post }: { post: Post }) {
  const say = (person: PostHolder | null) => person?.name ?? 'vacant'
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        Somebody saved this post before you. It now says {post.title}: holder {say(post.holder)}, deputy{' '}
        {say(post.deputy)}, head of unit {say(post.headOfUnit)}. What you chose stays below; Save puts it in
        place of theirs.
      </MessageBarBody>
    </MessageBar>
  )
}

function startOf(post: Post): Values {
  return {
    title: post.title,
    unit: post.unit,
    holder: post.holder?.objectId ?? '',
    deputy: post.deputy?.objectId ?? '',
    headOfUnit: post.headOfUnit?.objectId ?? '',
  }
}

/** Saves every part that differs, one after the other, each against the version that the one before it left. */
async function savePost(
  deps: Parameters<typeof editPost>[0] & { readonly me: Person },
  values: Values,
  base: Stored<Post>,
  people: readonly PostHolder[],
): Promise<EditOutcome<Post>> {
  let row = base
  for (const [field, change] of changesIn(values, base.value, people)) {
    const { id, etag } = row
    const outcome = await editPost(deps, { id, etag, change, actor: deps.me })
    if (outcome.ok) row = outcome.post
    else if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
    else if (outcome.code !== 'nothing-changed')
      return { ok: false, problems: { [field]: sayPostRefusal(outcome.code) } }
  }
  return row === base ? { ok: false, problems: { '': sayPostRefusal('nothing-changed') } } : { ok: true, row }
}

/** The holder first: a deputy who moves up leaves the deputy's place free. */
function changesIn(
  values: Values,
  post: Post,
  people: readonly PostHolder[],
): readonly (readonly [field: string, change: PostChange])[] {
  const before = startOf(post)
  const person = (field: string) => people.find(({ objectId }) => objectId === values[field]) ?? null
  const { title = '', unit = '' } = values
  const changes: (readonly [string, PostChange])[] = []
  if (title.trim() !== before.title || unit.trim() !== before.unit)
    changes.push(['title', { does: 'rename', title, unit }])
  if (values.holder !== before.holder) changes.push(['holder', { does: 'appoint', holder: person('holder') }])
  if (values.deputy !== before.deputy)
    changes.push(['deputy', { does: 'set-deputy', deputy: person('deputy') }])
  if (values.headOfUnit !== before.headOfUnit)
    changes.push(['headOfUnit', { does: 'set-head-of-unit', headOfUnit: person('headOfUnit') }])
  return changes
}
