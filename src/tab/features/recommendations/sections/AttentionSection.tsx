import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import {
  type Attention,
  type AttentionCode,
  attentionOf,
  surroundingsOf,
} from '../../../../domain/attention.ts'
import type { Doubt, Recommendation } from '../../../../domain/recommendation.ts'
import { divergenceOf } from '../../../../domain/statusSuggestion.ts'
import { sayAttention, sayDivergence } from '../../../ui/attentionWords.ts'
import { useToday } from '../../../ui/services.tsx'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import type { FormName } from '../decisions/formNames.ts'
import { sayDoubts } from '../paperParts.ts'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'
import type { RegisterRows } from '../useRegisterRows.ts'
import { RowLinkButton } from './RowLinkButton.tsx'

const useStyles = makeStyles({
  point: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  sentence: { flex: '1 1 14rem' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

/** The form that settles a point; none where the point is settled elsewhere. */
const settles: Readonly<Partial<Record<AttentionCode, FormName>>> = {
  'no-next-date': 'move-deadline',
  'no-deadline': 'move-deadline',
  'no-owner': 'set-owner',
  'unknown-owner': 'set-owner',
  'vacant-owner': 'set-owner',
  'white-without-counterparty': 'set-counterparty',
  'white-without-product': 'set-counterparty',
  'white-without-next-chase': 'set-counterparty',
  'chase-due': 'chased',
  'red-without-rationale': 'set-rationale',
  'green-without-evidence': 'add-evidence',
  'sign-off-waiting': 'answer-sign-off',
  'demonstration-over': 'answer-sign-off',
  'demonstration-not-agreed': 'answer-sign-off',
  'aligned-deadlines-differ': 'move-deadline',
  'applies-undecided': 'set-applies',
  'inspectorate-behind': 'inspectorate-said',
}

/** What a person should see to in this row: where status and rules part, open points, and doubts from the paper. */
export function AttentionSection({ row, register }: { row: Recommendation; register: RegisterRows }) {
  const styles = useDetailStyles()
  const today = useToday()
  const { rows, posts } = register
  const around = useMemo(
    () =>
      surroundingsOf(
        [...rows.values()].map(({ value }) => value),
        [...posts.values()],
      ),
    [rows, posts],
  )
  const points = attentionOf(row, around, today)
  const divergence = divergenceOf(row, today)
  return (
    <>
      {divergence && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Status and rules differ</MessageBarTitle>
            {sayDivergence(divergence)}
          </MessageBarBody>
        </MessageBar>
      )}
      {points.length > 0 && (
        <section className={styles.section} aria-labelledby="points">
          <h3 className={styles.sectionTitle} id="points">
            To see to
          </h3>
          <ul className={styles.plainList}>
            {points.map((point) => (
              <Point key={point.code} point={point} register={register} />
            ))}
          </ul>
        </section>
      )}
      <Doubts doubts={row.doubts} />
    </>
  )
}

function Point({ point, register }: { point: Attention; register: RegisterRows }) {
  const styles = useStyles()
  const form = settles[point.code]
  return (
    <li className={styles.point}>
      <span className={styles.sentence}>
        {sayAttention(point)}
        {point.rows?.map((key) => (
          <span key={key}>
            {' '}
            <RowLinkButton reference={key} register={register} />
          </span>
        ))}
      </span>
      {form && <DecisionButton form={form} about={sayAttention(point)} size="small" onlyIfAllowed />}
    </li>
  )
}

function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const styles = useStyles()
  if (doubts.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Look at this</MessageBarTitle>
        <ul className={styles.list}>
          {sayDoubts(doubts).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
