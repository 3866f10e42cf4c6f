import { makeStyles, tokens } from '@fluentui/react-components'
import { placeRules } from '../../../../domain/placeRules.ts'

const useStyles = makeStyles({
  rules: { marginTop: tokens.spacingVerticalM },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink },
  list: { marginBlock: tokens.spacingVerticalS, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** The rules by which places are given, for whoever wants to know why they wait. */
export function PlaceRules() {
  const styles = useStyles()
  return (
    <details className={styles.rules}>
      <summary className={styles.summary}>How places are given</summary>
      <ul className={styles.list}>
        {placeRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </details>
  )
}
