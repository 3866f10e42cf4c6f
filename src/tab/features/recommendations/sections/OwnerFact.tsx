import { Badge } from '@fluentui/react-components'
import { useState } from 'react'
import type { PostHolder } from '../../../../domain/post.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { mayManage } from '../../../../domain/roles.ts'
import { DialogButton } from '../../../ui/DialogButton.tsx'
import { useServices } from '../../../ui/services.tsx'
import { PostDialog } from '../posts/PostDialog.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'

/** The owning post with who holds it today, who deputises, and who answers for the unit; a vacancy stands out. */
export function OwnerFact({ row, register }: { row: Recommendation; register: RegisterRows }) {
  const styles = useDetailStyles()
  const { me } = useServices()
  const [editing, setEditing] = useState(false)
  const stored = register.storedPosts.find(({ value }) => value.key === row.ownerPost)
  if (row.ownerPost === null) return <>No owner yet</>
  if (!stored) return <>{row.ownerPost} (not in the Posts list)</>
  const { title, unit, holder, deputy, headOfUnit } = stored.value
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
      {mayManage(me) && (
        <DialogButton
          appearance="transparent"
          size="small"
          className={styles.inlineButton}
          onClick={() => setEditing(true)}
        >
          Who holds this post
        </DialogButton>
      )}
      {editing && <PostDialog post={stored} register={register} onClose={() => setEditing(false)} />}
    </>
  )
}

function sayPerson({ name }: PostHolder): string {
  return name
}
