import type { Post } from '../../../../domain/post.ts'
import { createPost } from '../../../../usecases/editPost.ts'
import type { Stored } from '../../../../usecases/ports.ts'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { useEdit } from '../../../ui/form/useEdit.ts'
import { useServices } from '../../../ui/services.tsx'
import type { RegisterRows } from '../useRegisterRows.ts'
import { sayPostRefusal } from './postWords.ts'

const unwritten: Stored<Post> = {
  id: 'new',
  etag: '',
  value: { key: '', title: '', unit: '', holder: null, deputy: null, headOfUnit: null },
}

/** Makes a post that may own recommendations. It is vacant until somebody is appointed to it. */
export function NewPostDialog({
  register,
  onClose,
}: {
  readonly register: RegisterRows
  readonly onClose: () => void
}) {
  const services = useServices()
  const edit = useEdit<Post>({
    what: 'new post',
    row: unwritten,
    start: ({ title, unit }) => ({ title, unit }),
    async save({ title = '', unit = '' }) {
      const outcome = await createPost(services, { title, unit, actor: services.me })
      if (outcome.ok) return { ok: true, row: outcome.post }
      if (outcome.code === 'changed-meanwhile') return { ok: false, theirs: outcome.theirs }
      return { ok: false, problems: { title: sayPostRefusal(outcome.code) } }
    },
    saved: 'The post is there and vacant. It can own recommendations, and somebody can be appointed to it.',
    onSaved: register.replacePost,
    onClose,
  })
  return (
    <FormDialog
      {...edit}
      title="Make a new post"
      explanation="A post keeps its recommendations when people move on. It is vacant at first: give it a recommendation, then appoint who holds it."
      saveLabel="Make the post"
    >
      <TextField name="title" label="Title of the post" required />
      <TextField name="unit" label="Unit" />
    </FormDialog>
  )
}
