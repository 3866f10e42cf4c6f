import { makeStyles, tokens } from '@fluentui/react-components'

/** List and detail side by side; one instead of the other where there is no room for both. */
export const usePageStyles = makeStyles({
  page: {
    display: 'flex',
    flexGrow: 1,
    minHeight: '320px',
    // Zoomed in, the page scrolls the filters away and leaves the window to the list.
    '@media (max-height: 520px)': { minHeight: '130%' },
    '@media print': { display: 'block', minHeight: 0 },
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 100%',
    minWidth: 0,
    minHeight: 0,
    maxWidth: '1000px',
    margin: '0 auto',
    '@media print': { display: 'block', maxWidth: 'none' },
  },
  listAsGrid: { maxWidth: 'none', margin: 0 },
  listBeside: {
    flex: '0 0 42%',
    maxWidth: '560px',
    '@media (max-width: 700px)': { display: 'none' },
    '@media print': { display: 'none' },
  },
  // The list on the screen draws only what is in view, so paper has a list of its own.
  onScreen: { display: 'contents', '@media print': { display: 'none' } },
  detail: {
    flex: '1 1 58%',
    minWidth: 0,
    overflow: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 700px)': { borderLeftStyle: 'none' },
    '@media print': { overflow: 'visible', borderLeftStyle: 'none', '& .fui-Button': { display: 'none' } },
  },
})
