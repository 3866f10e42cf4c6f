import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { writeDate } from '../../../../domain/calendarDays.ts'
import type { CoverRollUp, RestsOn } from '../../../../domain/cover.ts'
import { coveredOf, neededOf } from '../../../../domain/coverRollUps.ts'
import type { Recommendation } from '../../../../domain/recommendation.ts'
import { writeFigure } from '../../../../domain/trainingDecisions.ts'
import { CoverBar, CoverKey, sayCounts } from '../../../ui/CoverBar.tsx'
import { CoverChart } from '../../../ui/CoverChart.tsx'
import { refreshEvery } from '../../../ui/freshness.ts'
import { useNavigation } from '../../../ui/navigation.tsx'
import { useServices, useToday } from '../../../ui/services.tsx'
import { DecisionButton } from '../decisions/DecisionButton.tsx'
import { useDetailStyles } from '../RecommendationDetail.styles.ts'

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalM,
  },
  top: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  link: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    ':hover': { textDecoration: 'underline' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

/** The training that it rests on, with the cover over time; whether green still holds. */
export function TrainingSection({ row }: { row: Recommendation }) {
  const styles = useDetailStyles()
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3 className={styles.sectionTitle}>Training that it rests on</h3>
        <DecisionButton form="rest-on" size="small" onlyIfAllowed />
      </div>
      {row.restsOn.length === 0 && <div className={styles.quiet}>It rests on no training.</div>}
      {row.restsOn.map((rests) => (
        <Resting key={rests.requirement} rests={rests} />
      ))}
      {row.restsOn.length > 0 && <CoverKey />}
    </section>
  )
}

function Resting({ rests }: { rests: RestsOn }) {
  const styles = useStyles()
  const detail = useDetailStyles()
  const today = useToday()
  const { open } = useNavigation()
  const { cover } = useServices()
  const asked = useQuery({
    queryKey: ['training', 'figure', rests.requirement],
    queryFn: async () => (await cover.byKey(`${rests.requirement}/*`))?.value ?? null,
    refetchInterval: refreshEvery,
  })
  const { title, atLeast, note, requirement } = rests
  return (
    <div className={styles.one}>
      <div className={styles.top}>
        <button
          type="button"
          className={styles.link}
          onClick={() => open('training', `requirement~${requirement}`)}
        >
          {title}
        </button>
        <span>at least {atLeast} %</span>
        <DecisionButton
          form="rest-no-more"
          label="Take away"
          preset={{ requirement }}
          about={title}
          appearance="subtle"
          size="small"
          onlyIfAllowed
        />
      </div>
      {note !== '' && <div className={detail.quiet}>“{note}”</div>}
      <div className={styles.strong}>{sayReached(rests)}</div>
      {asked.data && <Figure figure={asked.data} rests={rests} today={today} />}
      {asked.isPending && <div className={detail.quiet}>Reading the cover…</div>}
      {asked.error && (
        <div className={detail.quiet}>The cover could not be read just now; it is tried again.</div>
      )}
    </div>
  )
}

function Figure({ figure, rests, today }: { figure: CoverRollUp; rests: RestsOn; today: string }) {
  const detail = useDetailStyles()
  const { counts, points } = figure
  return (
    <>
      <CoverBar counts={counts} />
      <div className={detail.quiet}>
        Now {writeFigure({ covered: coveredOf(counts), needed: neededOf(counts) })}: {sayCounts(counts)}.
      </div>
      <CoverChart
        title={`Cover of ${rests.title} over time`}
        points={points}
        today={today}
        atLeast={rests.atLeast}
      />
    </>
  )
}

function sayReached({ standing }: RestsOn): string {
  if (!standing) return 'Not looked at yet: green is held back until it is.'
  const since = writeDate(standing.on)
  return standing.reached
    ? `Reached since ${since}.`
    : `Not reached: it stood at ${writeFigure(standing)} on ${since}.`
}
