import { Badge } from '@fluentui/react-components'
import { useState } from 'react'
import type { Post, PostHolder } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { mayManage } from '../../../../domain/roles.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { NewPostDialog } from '../posts/NewPostDialog.tsx'
import { PostDialog } from '../posts/PostDialog.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'

/** The owning post with who holds it today, who deputises, and who answers for the unit; a vacancy stands out. */
export function OwnerFact({ row, register }: { row: Recommendation; register: RegisterRows }) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const [open, setOpen] = useState<'post' | 'new post' | null>(null)
  const stored = register.storedPosts.find(({ value }) => value.key === row.ownerPost)
  const close = () => setOpen(null)
  return (
    <>
      {stored ? <PostLine post={stored.value} /> : (row.ownerPost ?? 'No owner yet')}
      {!stored && row.ownerPost !== null && ' (not in the Posts list)'}
      {mayManage(me) && (
        <div>
          {stored && (
            <DialogButton
              appearance="transparent"
              size="small"
              className={styles.inlineButton}
              onClick={() => setOpen('post')}
            >
              Who holds this post
            </DialogButton>
          )}
          <DialogButton
            appearance="transparent"
            size="small"
            className={styles.inlineButton}
            onClick={() => setOpen('new post')}
          >
            New post
          </DialogButton>
        </div>
      )}
      {open === 'post' && stored && <PostDialog post={stored} register={register} onClose={close} />}
      {open === 'new post' && <NewPostDialog register={register} onClose={close} />}
    </>
  )
}

function PostLine({ post }: { post: Post }) {
  const styles = useDetailStyles()
  const { title, unit, holder, deputy, headOfUnit } = post
  return (
    <>
      <span className={styles.strong}>{title}</span>
      {unit && `, ${unit}`}
      <div>
        {holder ? (
          <>Held by {sayPerson(holder)}</>
        ) : (
          <Badge appearance="tint" color="danger" shape="rounded">
            Vacant
          </Badge>
        )}
        {deputy && `; deputy ${sayPerson(deputy)}`}
        {headOfUnit && `; head of unit ${sayPerson(headOfUnit)}`}
      </div>
    </>
  )
}

function sayPerson({ name }: PostHolder): string {
  return name
}
